import { jobById, keepJob } from '../db/index.ts';
import type { SourceFile } from '../documents/index.ts';
import { type Message, Problem } from '../kernel/index.ts';
import type { Context } from './context.ts';
import { countsOf } from './present.ts';
import type { ImportFile, ImportJob } from './results.ts';

export interface ImportInput {
  readonly files: readonly SourceFile[];
  readonly by: string;
}

export type JobListener = (job: ImportJob) => void;

/** Jobs kept in memory after they end, for pages that still ask; older ones are read from the database. */
const JOBS_KEPT = 50;

/** What became of a file that was brought in. */
export interface Outcome {
  readonly state: 'new' | 'new-version' | 'unchanged';
  readonly workId: string;
  readonly expressionId: string;
  readonly messages: readonly Message[];
}

/** Brings one file into the register; `progress` is told how far the reading is, 0..1. */
export type BringIn = (file: SourceFile, progress: (done: number) => void) => Promise<Outcome>;

/** Runs an import in the background; the job comes back at once with every file `waiting`. */
export function startJob(context: Context, input: ImportInput, bringIn: BringIn, onChange?: JobListener): ImportJob {
  const job = newJob(context, input);
  const work = run(context, job, input, bringIn, onChange);
  context.running.add(work);
  work.catch(() => undefined).finally(() => context.running.delete(work));
  return job;
}

/** Runs an import, one file after another; a file that fails leaves the others as they are. Resolves with every outcome. */
export function runJob(
  context: Context,
  input: ImportInput,
  bringIn: BringIn,
  onChange?: JobListener,
): Promise<ImportJob> {
  return run(context, newJob(context, input), input, bringIn, onChange);
}

/**
 * An import, going on or ended.
 * @throws Problem `not-found`
 */
export async function getImport({ jobs, database }: Context, id: string): Promise<ImportJob> {
  const known = jobs.get(id);
  if (known !== undefined) return known;
  const { done, files } = await jobById(database.queries, id);
  return { id, done, files: files as ImportFile[] };
}

function newJob({ newId, jobs }: Context, { files }: ImportInput): ImportJob {
  const job: ImportJob = {
    id: newId(),
    done: false,
    files: files.map(({ name, bytes }) => ({
      ...{ name, bytes: bytes.length, state: 'waiting', progress: 0 },
      ...{ workId: null, expressionId: null, counts: null, seconds: null, messages: [], problem: null },
    })),
  };
  jobs.set(job.id, job);
  for (const [id, { done }] of jobs) {
    if (jobs.size > JOBS_KEPT && done) jobs.delete(id);
  }
  return job;
}

async function run(
  context: Context,
  started: ImportJob,
  { files, by }: ImportInput,
  bringIn: BringIn,
  onChange?: JobListener,
): Promise<ImportJob> {
  const { jobs, database, clock } = context;
  const at = clock.now();
  let job = started;
  const tell = (change: Partial<ImportJob>) => {
    job = { ...job, ...change };
    jobs.set(job.id, job);
    onChange?.(job);
  };
  const tellFile = (index: number, change: Partial<ImportFile>) => {
    tell({ files: job.files.map((file, at) => (at === index ? { ...file, ...change } : file)) });
  };
  for (const [index, file] of files.entries()) {
    if (context.closing.aborted) return job;
    await importOne(context, file, bringIn, (change) => tellFile(index, change));
  }
  tell({ done: true });
  await keepJob(database.queries, { ...job, at, by });
  return job;
}

async function importOne(
  context: Context,
  file: SourceFile,
  bringIn: BringIn,
  tell: (change: Partial<ImportFile>) => void,
): Promise<void> {
  const began = performance.now();
  const seconds = () => Math.round(performance.now() - began) / 1000;
  tell({ state: 'reading', progress: 0.01 });
  try {
    const outcome = await bringIn(file, (progress) => tell({ progress }));
    const counts = await countsOf(context.database.queries, [outcome.expressionId]);
    tell({ ...outcome, counts: counts.get(outcome.expressionId) ?? null, progress: 1, seconds: seconds() });
  } catch (error) {
    const { code, details } = error instanceof Problem ? error : new Problem('unexpected', { id: String(error) });
    tell({ state: 'failed', progress: 1, seconds: seconds(), problem: { code, details } });
  }
}
