import { Worker } from 'node:worker_threads';
import { Problem } from '../../kernel/index.ts';
import type { ReadSheet } from '../../register/index.ts';

/** Memory a sheet may take while it is read: a hundred thousand rows fit; what does not is refused, and nothing else suffers. */
const MEMORY_MB = 768;
/** A file that takes longer hangs. */
const PATIENCE_MS = 120_000;

type Answer = { readonly sheets: ReadSheet[] } | { readonly problem: Pick<Problem, 'code' | 'details'> };

/**
 * Reads the sheets of a file in a thread of its own, with a bound to its memory.
 * @throws Problem `format-unknown`, `file-damaged`, `file-too-large`, `sheet-too-large`
 */
export function readSheetsApart(name: string, bytes: Uint8Array): Promise<ReadSheet[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
      workerData: { name, bytes },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const alarm = setTimeout(() => void worker.terminate(), PATIENCE_MS);
    const broken = (reason: string) => reject(new Problem('file-damaged', { name, format: 'xlsx', reason }));
    worker.once('message', (answer: Answer) => {
      if ('sheets' in answer) resolve(answer.sheets);
      else reject(new Problem(answer.problem.code, answer.problem.details));
      void worker.terminate();
    });
    worker.once('error', (error) => broken(error instanceof Error ? error.message : String(error)));
    worker.once('exit', () => {
      clearTimeout(alarm);
      broken('it takes too long, or too much memory');
    });
  });
}
