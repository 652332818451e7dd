import {
  changeWorkRow,
  linkWorks,
  presentText,
  type Queries,
  seatParty,
  sketchesIn,
  workActionsOf,
  workById,
} from '../db/index.ts';
import type { PartRelation, SourceFile } from '../documents/index.ts';
import { proposedSide } from '../register/index.ts';
import type { Context } from './context.ts';
import type { ReadFile, ReadText } from './reading/read-text.ts';
import { similarity } from './reading/sketch.ts';
import { type Arrival, storeExpression, storeVersion, storeWork } from './store-file.ts';

/** Under the same name a text this similar is a correction; under another name it must be nearly the same. */
const SIMILAR_UNDER_NAME = 0.6;
const SIMILAR_ALONE = 0.9;

/** A work that came in with a file. */
export interface StoredWork {
  readonly state: 'new' | 'new-version';
  readonly workId: string;
  readonly expressionId: string;
}

interface FileArrival {
  readonly file: SourceFile;
  readonly read: ReadFile;
  readonly by: string;
}

/**
 * Stores the works of a file, the first with the file itself: each is a correction of a text known, or new. A file that a
 * person made one work again stays one. The first stored comes first.
 */
export async function storeWorks(
  queries: Queries,
  context: Context,
  { file, read, by }: FileArrival,
): Promise<StoredWork[]> {
  const whole: Arrival = { file, read: read.whole, by };
  if (read.parts.length === 0 || (await isMerged(queries, whole))) return [await storeOne(queries, context, whole)];
  const side = await sideOfFile(queries, read.parts);
  const stored: StoredWork[] = [];
  let partOf: string | undefined;
  for (const part of read.parts) {
    const one = await storeOne(queries, context, { file, read: part, by, side, ...(partOf && { partOf }) });
    partOf ??= (await presentText(queries, one.expressionId)).id;
    const first = stored[0];
    if (first && one.state === 'new') await linkParts(queries, context, first, one, read.whole);
    stored.push(one);
  }
  return stored;
}

/** Parts of one file lead back to the whole of it: where one of them is of one side, all are until a person opens them. */
async function sideOfFile(queries: Queries, parts: readonly ReadText[]): Promise<string | null> {
  const party = await seatParty(queries);
  return parts.map(({ work }) => proposedSide(work, party)).find((side) => side !== null) ?? null;
}

async function storeOne(queries: Queries, context: Context, arrival: Arrival): Promise<StoredWork> {
  const corrected = await findCorrected(queries, arrival);
  if (corrected !== null) {
    await storeVersion(queries, context, arrival, corrected.expression_id);
    return { state: 'new-version', workId: corrected.work_id, expressionId: corrected.expression_id };
  }
  const workId = await storeWork(queries, context, arrival, false);
  const expressionId = await storeExpression(queries, context, arrival, workId);
  return { state: 'new', workId, expressionId };
}

/** Links the first work of a file with another, and tells it in the log of the first. */
async function linkParts(
  queries: Queries,
  { newId, clock }: Context,
  first: StoredWork,
  other: StoredWork,
  { identity }: ReadText,
): Promise<void> {
  const relation: PartRelation = identity.cuts[0]?.relation ?? 'annexes';
  await linkWorks(queries, { work_id: first.workId, other_id: other.workId, relation });
  const { version } = await workById(queries, first.workId);
  const body = { type: 'split', expression: first.expressionId, into: other.expressionId, relation } as const;
  await changeWorkRow(queries, first.workId, version, { id: newId(), at: clock.now(), by: 'rules', body });
}

/** A person held an earlier version of this file to be one work. */
async function isMerged(queries: Queries, arrival: Arrival): Promise<boolean> {
  const known = await findCorrected(queries, arrival);
  if (known === null) return false;
  const log = await workActionsOf(queries, known.work_id);
  return log.findLast(({ body }) => body.type === 'split' || body.type === 'merge')?.body.type === 'merge';
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
