import { createHash } from 'node:crypto';
import {
  changeWorkRow,
  fileBySha256,
  jobById,
  keepJob,
  listCommitmentsOf,
  type Queries,
  sketchesIn,
} from '../db/index.ts';
import type { SourceFile } from '../documents/index.ts';
import { type Message, Problem } from '../kernel/index.ts';
import type { Context } from './context.ts';
import { countsOf } from './present.ts';
import { similarity } from './reading/sketch.ts';
import type { ImportFile, ImportJob } from './results.ts';
import { type Arrival, storeExpression, storeVersion, storeWork } from './store-file.ts';

export interface ImportInput {
  readonly files: readonly SourceFile[];
  readonly by: string;
}

export type JobListener = (job: ImportJob) => void;

/** Under the same name a text this similar is a correction; under another name it must be nearly the same. */
const SIMILAR_UNDER_NAME = 0.6;
const SIMILAR_ALONE = 0.9;

/** Jobs kept in memory after they end, for pages that still ask; older ones are read from the database. */
const JOBS_KEPT = 50;

interface Outcome {
  readonly state: 'new' | 'new-version' | 'unchanged';
  readonly workId: string;
  readonly expressionId: string;
  readonly messages: readonly Message[];
}

/** Starts an import and returns at once with every file `waiting`; `getImport` follows it. */
export function startImport(context: Context, input: ImportInput, onChange?: JobListener): ImportJob {
  const job = newJob(context, input);
  const work = run(context, job, input, onChange);
  context.running.add(work);
  work.catch(() => undefined).finally(() => context.running.delete(work));
  return job;
}

/** Imports files one after another; a file that fails leaves the others as they are. Resolves with every outcome. */
export async function importFiles(context: Context, input: ImportInput, onChange?: JobListener): Promise<ImportJob> {
  return run(context, newJob(context, input), input, onChange);
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

async function run(context: Context, started: ImportJob, { files, by }: ImportInput, onChange?: JobListener) {
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
    await importOne(context, file, by, (change) => tellFile(index, change));
  }
  tell({ done: true });
  await keepJob(database.queries, { ...job, at, by });
  return job;
}

async function importOne(
  context: Context,
  file: SourceFile,
  by: string,
  tell: (change: Partial<ImportFile>) => void,
): Promise<void> {
  const began = performance.now();
  const seconds = () => Math.round(performance.now() - began) / 1000;
  tell({ state: 'reading', progress: 0.01 });
  try {
    const outcome = await bringIn(context, file, by, (progress) => tell({ progress }));
    const counts = await countsOf(context.database.queries, [outcome.expressionId]);
    tell({ ...outcome, counts: counts.get(outcome.expressionId) ?? null, progress: 1, seconds: seconds() });
  } catch (error) {
    const { code, details } = error instanceof Problem ? error : new Problem('unexpected', { id: String(error) });
    tell({ state: 'failed', progress: 1, seconds: seconds(), problem: { code, details } });
  }
}

/** Brings one file into the register: known already, a correction of a text known, or a work of its own. */
async function bringIn(
  context: Context,
  file: SourceFile,
  by: string,
  progress: (done: number) => void,
): Promise<Outcome> {
  const { database, reader } = context;
  const known = await database.write((queries) => findKnown(queries, context, file, by));
  if (known !== null) return known;
  const read = await reader.read(file, progress);
  progress(0.9);
  const arrival: Arrival = { file, read, by };
  return database.write(async (queries): Promise<Outcome> => {
    const { messages } = read;
    const corrected = await findCorrected(queries, arrival);
    if (corrected !== null) {
      await storeVersion(queries, context, arrival, corrected.expression_id);
      return { state: 'new-version', workId: corrected.work_id, expressionId: corrected.expression_id, messages };
    }
    const workId = await storeWork(queries, context, arrival, false);
    const expressionId = await storeExpression(queries, context, arrival, workId);
    return { state: 'new', workId, expressionId, messages };
  });
}

/** A file with the same bytes, whatever its name. A withdrawn work comes back with its file. */
async function findKnown(queries: Queries, hand: Context, { bytes }: SourceFile, by: string): Promise<Outcome | null> {
  const known = await fileBySha256(queries, createHash('sha256').update(bytes).digest('hex'));
  if (known === undefined) return null;
  const messages: Message[] = [];
  if (known.withdrawn) {
    const action = { id: hand.newId(), at: hand.clock.now(), by, body: { type: 'restore' } } as const;
    await changeWorkRow(queries, known.work_id, known.work_version, action);
    await listCommitmentsOf(queries, known.work_id, true);
    messages.push({ severity: 'info', id: 'import.work-restored', details: {} });
  }
  if (known.version < known.latest) {
    const details = { version: known.version, latest: known.latest };
    messages.push({ severity: 'warning', id: 'import.older-version', details });
  }
  return { state: 'unchanged', workId: known.work_id, expressionId: known.expression_id, messages };
}

/** The expression a text corrects: in the same language, and so similar that it can be no other text. */
async function findCorrected(queries: Queries, { file, read }: Arrival) {
  const known = await sketchesIn(queries, read.document.language);
  const likely = known
    .map((one) => ({ ...one, similarity: similarity(one.sketch, read.sketch) }))
    .filter((one) => one.similarity >= (one.name === file.name ? SIMILAR_UNDER_NAME : SIMILAR_ALONE))
    .sort((a, b) => b.similarity - a.similarity);
  return likely[0] ?? null;
}
