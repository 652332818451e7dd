import { createHash } from 'node:crypto';
import { changeWorkRow, fileBySha256, listCommitmentsOf, type Queries } from '../db/index.ts';
import type { SourceFile } from '../documents/index.ts';
import type { Message } from '../kernel/index.ts';
import type { Context } from './context.ts';
import { type BringIn, type ImportInput, type JobListener, type Outcome, runJob, startJob } from './import-job.ts';
import { traceLineage } from './lineage/index.ts';
import type { ImportJob } from './results.ts';
import { type StoredWork, storeWorks } from './store-works.ts';
import { teachingInForce } from './teaching/lessons.ts';
import { compareWithVersions } from './versions/follow-text.ts';
import { proposeVersions } from './versions/same-work.ts';

/** Bytes a database writes for each byte of a file: the file, its text, what was read in it, and its journal. */
const WRITTEN_PER_BYTE = 12;

/**
 * Starts an import and returns at once with every file `waiting`; `getImport` follows it. When all are in, their lineage is
 * traced.
 */
export function startImport(context: Context, input: ImportInput, onChange?: JobListener): ImportJob {
  return startJob(context, input, bringingIn(context, input.by), (job) => {
    onChange?.(job);
    if (job.done && !context.closing.aborted) traceLineage(context).catch(() => undefined);
  });
}

/** Imports files one after another; a file that fails leaves the others as they are. Resolves with every outcome. */
export function importFiles(context: Context, input: ImportInput, onChange?: JobListener): Promise<ImportJob> {
  return runJob(context, input, bringingIn(context, input.by), onChange);
}

function bringingIn(context: Context, by: string): BringIn {
  return (file, progress) => bringIn(context, file, by, progress);
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
  const read = await reader.read(file, await teachingInForce(database.queries), progress);
  progress(0.9);
  const works = await database.write(
    (queries) => storeWorks(queries, context, { file, read, by }),
    file.bytes.length * WRITTEN_PER_BYTE,
  );
  progress(0.95);
  const told = await Promise.all(works.map((work) => tellOthers(context, work)));
  const [first] = works as [StoredWork];
  const split = works.length > 1 ? [splitMessage(works.length)] : [];
  return { ...first, messages: [...read.whole.messages, ...split, ...told.flat()] };
}

function splitMessage(count: number): Message {
  return { severity: 'info', id: 'import.several-works', details: { count } };
}

/** A new text may be a language version of another work; a corrected one is compared again with the others of its work. */
async function tellOthers(context: Context, { state, expressionId }: StoredWork): Promise<readonly Message[]> {
  if (state === 'new') return proposeVersions(context, expressionId);
  await compareWithVersions(context, expressionId);
  return [];
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
