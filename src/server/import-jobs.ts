import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { SourceFile } from '../documents/index.ts';
import { Problem } from '../kernel/index.ts';
import type { shapes } from './contract/index.ts';

type ImportJob = z.output<typeof shapes.ImportJob>;
type ImportFile = z.output<typeof shapes.ImportFile>;

/** A file as it was received, or why it was not. */
export interface Received {
  readonly name: string;
  readonly size: number;
  readonly content: Uint8Array | Problem;
}

/** What the reading of one file ended in. */
export type Outcome = Pick<ImportFile, 'state' | 'workId' | 'expressionId' | 'counts' | 'messages'>;

/** Reads one file into the register; `progress` takes 0..1. Throws a Problem where it cannot. */
export type ImportOne = (file: SourceFile, progress: (share: number) => void) => Promise<Outcome>;

export interface ImportJobs {
  start(files: readonly Received[]): ImportJob;
  find(id: string): ImportJob | undefined;
  /** Settles when nothing is being read. */
  settled(): Promise<void>;
}

/** Finished jobs are kept for the page that is still asking; the register itself is in the database. */
const KEPT = 100;

/** Uploads of this process: read one after another, each with its own outcome; a file that fails stops no other. */
export function importJobs(importOne: ImportOne): ImportJobs {
  const jobs = new Map<string, ImportJob>();
  let queue: Promise<void> = Promise.resolve();

  async function read(job: ImportJob, files: readonly Received[]): Promise<void> {
    for (const [index, file] of files.entries()) {
      const shown = job.files[index];
      if (shown !== undefined && shown.state === 'waiting') await readOne(shown, file, importOne);
    }
    job.done = true;
  }

  return {
    start(files) {
      const job: ImportJob = { id: randomUUID(), done: false, files: files.map(waiting) };
      jobs.set(job.id, job);
      forgetOldest(jobs);
      queue = queue.then(() => read(job, files));
      return job;
    },
    find: (id) => jobs.get(id),
    settled: () => queue,
  };
}

async function readOne(shown: ImportFile, file: Received, importOne: ImportOne): Promise<void> {
  const started = performance.now();
  shown.state = 'reading';
  try {
    if (file.content instanceof Problem) throw file.content;
    const outcome = await importOne({ name: file.name, bytes: file.content }, (share) => {
      shown.progress = share;
    });
    Object.assign(shown, outcome);
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem('unexpected', { id: file.name }, error);
    Object.assign(shown, { state: 'failed', problem: { code: problem.code, details: { ...problem.details } } });
  }
  shown.progress = 1;
  shown.seconds = (performance.now() - started) / 1000;
}

function waiting(file: Received): ImportFile {
  return {
    name: file.name,
    bytes: file.size,
    state: 'waiting',
    progress: 0,
    workId: null,
    expressionId: null,
    counts: null,
    seconds: null,
    messages: [],
    problem: null,
  };
}

function forgetOldest(jobs: Map<string, ImportJob>): void {
  for (const [id, job] of jobs) {
    if (jobs.size <= KEPT) return;
    if (job.done) jobs.delete(id);
  }
}
