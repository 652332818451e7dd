import { Worker } from 'node:worker_threads';

/** What a thread of its own may take of memory and time before it is ended. */
export interface Bounds {
  readonly memoryMb: number;
  readonly patienceMs: number;
}

/**
 * Reads a file in a thread of its own: whatever it costs, everybody else goes on being served.
 * @param script of the thread: it is given `data` and posts one answer
 * @throws what `broken` makes of the reason, where the thread breaks off or takes more than it may
 */
export function readApart<Answer>(
  script: URL,
  data: unknown,
  { memoryMb, patienceMs }: Bounds,
  broken: (reason: string) => Error,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    const alarm = setTimeout(() => void worker.terminate(), patienceMs);
    worker.once('message', (answer: Answer) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', (error) => reject(broken(error instanceof Error ? error.message : String(error))));
    worker.once('exit', () => {
      clearTimeout(alarm);
      reject(broken('it takes too long, or too much memory'));
    });
  });
}
