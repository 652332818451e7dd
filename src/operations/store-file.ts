import type { Reading } from '../commitments/index.ts';
import {
  actionsByCommitment,
  appendActions,
  type CommitmentAction,
  type CommitmentRecord,
  type CoverageCounts,
  commitmentsOf,
  insertCommitments,
  insertExpression,
  insertManifestation,
  insertWork,
  type ManifestationParts,
  presentText,
  type Queries,
  replaceCommitments,
} from '../db/index.ts';
import type { Document, SourceFile } from '../documents/index.ts';
import { type ActionBody, planVersion, propose, reduce } from '../register/index.ts';
import type { Context } from './context.ts';
import { presentTextOf } from './expressions.ts';
import { commitmentRecord, type PresentText } from './project.ts';
import type { ReadText } from './reading/read-text.ts';

/** A file that was read, on its way into the register. */
export interface Arrival {
  readonly file: SourceFile;
  readonly read: ReadText;
  readonly by: string;
}

/** Who enters what the rules propose. */
const RULES = 'rules';

type Hand = Pick<Context, 'clock' | 'newId'>;

/** Enters a text as a work of its own; returns the id of the work. */
export async function storeWork(
  queries: Queries,
  { clock, newId }: Hand,
  { read, by }: Arrival,
  demonstration: boolean,
): Promise<string> {
  const id = newId();
  const { title, type, date, parties } = read.work;
  const fields = { title: title.slice(0, 500), type, date, parties };
  const action = { id: newId(), at: clock.now(), by, body: { type: 'describe', fields } } as const;
  await insertWork(queries, { id, ...fields, demonstration, withdrawn: false }, action);
  return id;
}

/** Enters a text as an expression of a work, with all that the rules propose; returns the id of the expression. */
export async function storeExpression(queries: Queries, hand: Hand, arrival: Arrival, workId: string): Promise<string> {
  const expressionId = hand.newId();
  await insertExpression(queries, { id: expressionId, work_id: workId, language: arrival.read.document.language });
  await insertManifestation(queries, partsOf(hand, arrival, expressionId, 1));
  const present = await presentTextOf(queries, expressionId);
  await storeFresh(queries, hand, present, arrival.read.reading.candidates);
  return expressionId;
}

/** Enters a corrected text as the next version of its expression; people's decisions follow their quotes. */
export async function storeVersion(
  queries: Queries,
  hand: Hand,
  arrival: Arrival,
  expressionId: string,
): Promise<void> {
  const before = await presentText(queries, expressionId);
  const parts = partsOf(hand, arrival, expressionId, before.version + 1);
  await insertManifestation(queries, parts);
  const present = await presentTextOf(queries, expressionId);
  const records = await commitmentsOf(queries, expressionId);
  const logs = await actionsByCommitment(queries, expressionId);
  const standing = records.map(({ id, prefix, suffix }) => ({ id, prefix, suffix, state: reduce(logs.get(id) ?? []) }));
  const texts = { before: before.text, after: present.text };
  const plan = planVersion(standing, arrival.read.reading.candidates, texts, parts.manifestation.id);
  const added = [...plan.actions].map(([id, body]) => actionOf(hand, id, (logs.get(id)?.length ?? 0) + 1, body));
  const byId = new Map(added.map((action) => [action.commitmentId, action]));
  const changed = records.map((record): CommitmentRecord => {
    const action = byId.get(record.id);
    const log = [...(logs.get(record.id) ?? []), ...(action ? [action] : [])];
    return commitmentRecord(record.id, reduce(log), present, record);
  });
  await appendActions(queries, added);
  await replaceCommitments(queries, changed);
  await storeFresh(queries, hand, present, plan.fresh);
}

async function storeFresh(
  queries: Queries,
  hand: Hand,
  present: PresentText,
  candidates: Reading['candidates'],
): Promise<void> {
  const actions = candidates.map((candidate) => actionOf(hand, hand.newId(), 1, propose(candidate)));
  await insertCommitments(
    queries,
    actions.map((action) => commitmentRecord(action.commitmentId, reduce([action]), present, null)),
  );
  await appendActions(queries, actions);
}

function actionOf({ clock, newId }: Hand, commitmentId: string, sequence: number, body: ActionBody): CommitmentAction {
  return { commitmentId, id: newId(), sequence, at: clock.now(), by: RULES, body };
}

function partsOf({ clock, newId }: Hand, arrival: Arrival, expressionId: string, version: number): ManifestationParts {
  const { file, read, by } = arrival;
  const { document, reading } = read;
  const id = newId();
  const manifestation = {
    id,
    expression_id: expressionId,
    version,
    ...{ name: file.name, format: document.format, encoding: document.encoding, sha256: document.sha256 },
    ...{ size: file.bytes.length, bytes: file.bytes, text: document.text, sketch: read.sketch },
    coverage: countCoverage(document, reading),
    messages: read.messages,
    imported_at: clock.now(),
    imported_by: by,
  };
  return { manifestation, provisions: provisionRows(document, id), sentences: sentenceRows(document, reading, id) };
}

function provisionRows({ provisions }: Document, manifestation_id: string): ManifestationParts['provisions'] {
  return provisions.map(({ index, role, span, marker, path, eId, level, parent, language }) => ({
    manifestation_id,
    ...{ index, role, path, level, parent, language },
    span_start: span.start,
    span_end: span.end,
    marker_start: marker?.start ?? null,
    marker_end: marker?.end ?? null,
    eid: eId,
  }));
}

/** A sentence the rules say nothing of counts as unread: nothing is passed over without a trace. */
function coverageOf({ coverage }: Reading) {
  const states = new Map(coverage.map((one) => [one.sentence, one]));
  return (sentence: number) => states.get(sentence) ?? { state: 'unread' as const, reason: 'unread:no-answer' };
}

function sentenceRows(
  { sentences }: Document,
  reading: Reading,
  manifestation_id: string,
): ManifestationParts['sentences'] {
  const of = coverageOf(reading);
  return sentences.map(({ index, provision, span, language }) => {
    const { state, reason } = of(index);
    return { manifestation_id, index, provision, span_start: span.start, span_end: span.end, language, state, reason };
  });
}

function countCoverage({ sentences }: Document, reading: Reading): CoverageCounts {
  const of = coverageOf(reading);
  const counts = { sentences: sentences.length, commitment: 0, support: 0, position: 0, record: 0, none: 0, unread: 0 };
  for (const { index } of sentences) counts[of(index).state]++;
  return counts;
}
