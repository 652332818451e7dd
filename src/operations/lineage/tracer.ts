import { Worker } from 'node:worker_threads';
import { Problem } from '../../kernel/index.ts';
import type { KnownText } from '../../lineage/index.ts';
import type { TracedText, TracingAnswer, TracingRequest } from './tracing-worker.ts';

/** Compares texts in a thread of its own that holds the index of all texts it was given. */
export interface Tracer {
  /** Whether the thread holds this version of a text, and none it has to forget first. */
  holds(text: string, manifestation: string): boolean;
  /** Whether the thread holds another version of a text: the index has to be built anew. */
  holdsOther(text: string, manifestation: string): boolean;
  /** Takes a text in; with `compare`, compares it with those taken in before. */
  take(text: KnownText, manifestation: string, compare: boolean): Promise<TracedText>;
  /** Forgets everything. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (traced: TracedText) => void;
  readonly reject: (problem: Problem) => void;
}

/** The thread starts with the first text. It keeps the process alive only while it works. */
export function startTracer(): Tracer {
  const waiting = new Map<number, Waiting>();
  const held = new Map<string, string>();
  let worker: Worker | null = null;
  let last = 0;

  function failAll(reason: string): void {
    worker = null;
    held.clear();
    for (const { reject } of waiting.values()) reject(new Problem('unexpected', { id: reason }));
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./tracing-worker.ts', import.meta.url));
    started.on('message', (answer: TracingAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if ('traced' in answer) asked?.resolve(answer.traced);
      else asked?.reject(new Problem('unexpected', { id: answer.error }));
    });
    started.on('error', (error) => failAll(error instanceof Error ? error.message : String(error)));
    started.on('exit', () => failAll('stopped'));
    return started;
  }

  async function stop(): Promise<void> {
    await worker?.terminate();
    worker = null;
    held.clear();
  }

  return {
    holds: (text, manifestation) => held.get(text) === manifestation,
    holdsOther: (text, manifestation) => (held.get(text) ?? manifestation) !== manifestation,
    take: (text, manifestation, compare) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const id = ++last;
        worker.ref();
        held.set(text.id, manifestation);
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, text, compare } satisfies TracingRequest);
      }),
    restart: stop,
    close: stop,
  };
}
