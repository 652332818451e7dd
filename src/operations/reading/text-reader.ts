import { Worker } from 'node:worker_threads';
import type { SourceFile } from '../../documents/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { CorrectedText, ReadText } from './read-text.ts';
import type { ReadingAnswer, ReadingRequest } from './reading-worker.ts';

/** Reading takes under a second a megabyte, or seconds a scanned page; what is silent this long hangs. Milliseconds, and per byte. */
const PATIENCE = 120_000;
const PATIENCE_PER_BYTE = 0.01;

/** Reads files in a thread of its own, so that a large one keeps nobody waiting. */
export interface TextReader {
  /** @throws Problem of the readers of files, or `file-unreadable` where reading itself broke down */
  read(file: SourceFile, progress: (done: number) => void): Promise<ReadText>;
  /** Reads a text again in which words were put right. */
  reread(corrected: CorrectedText): Promise<ReadText>;
  close(): Promise<void>;
}

interface Waiting {
  readonly name: string;
  readonly alarm: NodeJS.Timeout;
  readonly progress: (done: number) => void;
  readonly resolve: (read: ReadText) => void;
  readonly reject: (problem: Problem) => void;
}

type Readable = { readonly file: SourceFile } | { readonly corrected: CorrectedText };

/** The thread starts with the first file, and again after it broke down. It keeps the process alive only while it reads. */
export function startReader(): TextReader {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  function failAll(reason: string): void {
    worker = null;
    for (const { name, alarm, reject } of waiting.values()) {
      clearTimeout(alarm);
      reject(new Problem('file-unreadable', { name, reason }));
    }
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL('./reading-worker.ts', import.meta.url));
    started.on('message', (answer: ReadingAnswer) => {
      settle(waiting, answer);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => failAll(error instanceof Error ? error.message : String(error)));
    started.on('exit', () => failAll('stopped'));
    return started;
  }

  /** `size` in bytes: what is large is given more time. */
  function ask(
    what: Readable,
    { name, size }: { readonly name: string; readonly size: number },
    progress: (done: number) => void,
  ): Promise<ReadText> {
    return new Promise((resolve, reject) => {
      worker ??= start();
      const id = ++last;
      worker.ref();
      const alarm = setTimeout(() => worker?.terminate(), PATIENCE + size * PATIENCE_PER_BYTE);
      waiting.set(id, { name, alarm, progress, resolve, reject });
      worker.postMessage({ id, ...what } satisfies ReadingRequest);
    });
  }

  return {
    read: (file, progress) => ask({ file }, { name: file.name, size: file.bytes.length }, progress),
    reread: (corrected) =>
      ask({ corrected }, { name: corrected.source.name, size: corrected.text.length }, () => undefined),
    close: async () => {
      await worker?.terminate();
    },
  };
}

function settle(waiting: Map<number, Waiting>, answer: ReadingAnswer): void {
  const asked = waiting.get(answer.id);
  if (asked === undefined) return;
  if ('progress' in answer) {
    asked.alarm.refresh();
    asked.progress(answer.progress);
    return;
  }
  waiting.delete(answer.id);
  clearTimeout(asked.alarm);
  if ('read' in answer) asked.resolve(answer.read);
  else if ('problem' in answer) asked.reject(new Problem(answer.problem.code, answer.problem.details));
  else asked.reject(new Problem('file-unreadable', { name: asked.name, reason: answer.error }));
}
