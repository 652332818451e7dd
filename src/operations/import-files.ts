import { createHash } from 'node:crypto';
import { changeWorkRow, fileBySha256, listCommitmentsOf, type Queries, sketchesIn } from '../db/index.ts';
import type { SourceFile } from '../documents/index.ts';
import type { Message } from '../kernel/index.ts';
import type { Context } from './context.ts';
import { type BringIn, type ImportInput, type JobListener, type Outcome, runJob, startJob } from './import-job.ts';
import { traceLineage } from './lineage/index.ts';
import { similarity } from './reading/sketch.ts';
import type { ImportJob } from './results.ts';
import { type Arrival, storeExpression, storeVersion, storeWork } from './store-file.ts';
import { teachingInForce } from './teaching/lessons.ts';
import { compareWithVersions } from './versions/follow-text.ts';
import { proposeVersions } from './versions/same-work.ts';

/** Under the same name a text this similar is a correction; under another name it must be nearly the same. */
const SIMILAR_UNDER_NAME = 0.6;
const SIMILAR_ALONE = 0.9;

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
  const arrival: Arrival = { file, read, by };
  const store = async (queries: Queries): Promise<Outcome> => {
    const { messages } = read;
    const corrected = await findCorrected(queries, arrival);
    if (corrected !== null) {
      await storeVersion(queries, context, arrival, corrected.expression_id);
      return { state: 'new-version', workId: corrected.work_id, expressionId: corrected.expression_id, messages };
    }
    const workId = await storeWork(queries, context, arrival, false);
    const expressionId = await storeExpression(queries, context, arrival, workId);
    return { state: 'new', workId, expressionId, messages };
  };
  const outcome = await database.write(store, file.bytes.length * WRITTEN_PER_BYTE);
  if (outcome.state === 'new-version') await compareWithVersions(context, outcome.expressionId);
  if (outcome.state !== 'new') return outcome;
  progress(0.95);
  return { ...outcome, messages: [...outcome.messages, ...(await proposeVersions(context, outcome.expressionId))] };
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
