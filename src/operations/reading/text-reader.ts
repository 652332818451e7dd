import { Worker } from 'node:worker_threads';
import type { SourceFile } from '../../documents/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Teaching } from '../../vocabulary/index.ts';
import type { CorrectedText, ReadFile, ReadText } from './read-text.ts';
import type { ReadingAnswer, ReadingRequest } from './reading-worker.ts';
import type { Task, Tasks } from './tasks.ts';

/** Reading takes under a second a megabyte, or seconds a scanned page; what is silent this long hangs. Milliseconds, and per byte. */
const PATIENCE = 120_000;
const PATIENCE_PER_BYTE = 0.01;

/** Reads files and compares texts in a thread of its own, so that a large one keeps nobody waiting. */
export interface TextReader {
  /** @throws Problem of the readers of files, or `file-unreadable` where reading itself broke down */
  read(file: SourceFile, teaching: Teaching, progress: (done: number) => void): Promise<ReadFile>;
  /** Reads a text again in which words were put right. */
  reread(corrected: CorrectedText, teaching: Teaching): Promise<ReadText>;
  /** Reads a text with the lessons before and after a change. */
  tryLessons(input: Tasks['try-lessons']['input']): Promise<Tasks['try-lessons']['result']>;
  /** @throws Problem `unexpected` where comparing broke down */
  compare(input: Tasks['compare']['input'], progress: (done: number) => void): Promise<Tasks['compare']['result']>;
  /** How likely two texts are one work in two languages. */
  sameWork(a: string, b: string): Promise<Tasks['same-work']['result']>;
  close(): Promise<void>;
}

interface Waiting {
  readonly name: string;
  readonly alarm: NodeJS.Timeout;
  readonly progress: (done: number) => void;
  readonly resolve: (done: Tasks[keyof Tasks]['result']) => void;
  readonly reject: (problem: Problem) => void;
}

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

  function ask<Name extends keyof Tasks>(
    task: Extract<Task, { name: Name }>,
    about: { readonly name: string; readonly size: number },
    progress: (done: number) => void,
  ): Promise<Tasks[Name]['result']> {
    return new Promise((resolve, reject) => {
      worker ??= start();
      const id = ++last;
      worker.ref();
      const alarm = setTimeout(() => worker?.terminate(), PATIENCE + about.size * PATIENCE_PER_BYTE);
      waiting.set(id, { name: about.name, alarm, progress, resolve: resolve as Waiting['resolve'], reject });
      worker.postMessage({ id, task } satisfies ReadingRequest);
    });
  }

  return {
    read: (file, teaching, progress) =>
      ask<'read'>({ name: 'read', input: { file, teaching } }, { name: file.name, size: file.bytes.length }, progress),
    reread: (corrected, teaching) => {
      const about = { name: corrected.source.name, size: corrected.text.length };
      return ask<'reread'>({ name: 'reread', input: { corrected, teaching } }, about, () => undefined);
    },
    compare: (input, progress) => {
      const { a, b } = input;
      const about = { name: `${a.name}, ${b.name}`, size: a.text.length + b.text.length };
      return ask<'compare'>({ name: 'compare', input }, about, progress);
    },
    tryLessons: (input) => {
      const about = { name: input.source.name, size: input.text.length };
      return ask<'try-lessons'>({ name: 'try-lessons', input }, about, () => undefined);
    },
    sameWork: (a, b) =>
      ask<'same-work'>(
        { name: 'same-work', input: { a, b } },
        { name: '', size: a.length + b.length },
        () => undefined,
      ),
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
  if ('done' in answer) asked.resolve(answer.done);
  else if ('problem' in answer) asked.reject(new Problem(answer.problem.code, answer.problem.details));
  else asked.reject(new Problem('file-unreadable', { name: asked.name, reason: answer.error }));
}
