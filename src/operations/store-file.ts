import type { Candidate } from '../commitments/index.ts';
import {
  actionsByCommitment,
  appendActions,
  type CommitmentAction,
  type CommitmentRecord,
  commitmentsOf,
  insertCommitments,
  insertExpression,
  insertManifestation,
  insertWork,
  keepDescription,
  type ManifestationParts,
  presentText,
  type Queries,
  replaceCommitments,
  seatParty,
} from '../db/index.ts';
import type { SourceFile } from '../documents/index.ts';
import type { Span } from '../kernel/index.ts';
import { type ActionBody, type Move, planVersion, propose, proposedSide, reduce } from '../register/index.ts';
import type { Context } from './context.ts';
import { storeEntities } from './entities/store-entities.ts';
import { presentTextOf } from './expressions.ts';
import { manifestationParts } from './manifestation-parts.ts';
import { commitmentRecord, type PresentText } from './project.ts';
import type { ReadText } from './reading/read-text.ts';

/** A file that was read, on its way into the register. */
export interface Arrival {
  readonly file: SourceFile;
  readonly read: ReadText;
  readonly by: string;
  /** The side its work belongs to where that is settled; else it is proposed from what the work is. */
  readonly side?: string | null;
  /** The stored file this text is a further part of. */
  readonly partOf?: string;
}

/** Who enters what the rules propose. */
const RULES = 'rules';

type Hand = Pick<Context, 'clock' | 'newId'>;

/** Enters a text as a work of its own; returns the id of the work. */
export async function storeWork(
  queries: Queries,
  { clock, newId }: Hand,
  { read, by, side }: Arrival,
  demonstration: boolean,
): Promise<string> {
  const id = newId();
  const { title, type, date, parties } = read.work;
  const belongs = side === undefined ? proposedSide(read.work, await seatParty(queries)) : side;
  const fields = { title: title.slice(0, 500), type, date, parties, side: belongs };
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
  await storeEntities(queries, hand, present, arrival.read.entities);
  await storeIdentity(queries, present, arrival.read);
  return expressionId;
}

/** Enters a corrected text as the next version of its expression; people's decisions follow their quotes. */
export async function storeVersion(
  queries: Queries,
  hand: Hand,
  arrival: Arrival,
  expressionId: string,
): Promise<void> {
  const { version } = await presentText(queries, expressionId);
  const parts = partsOf(hand, arrival, expressionId, version + 1);
  await enterVersion(queries, hand, { parts, read: arrival.read });
}

/** The next version of a text with all that is read in it; `corrected` where a person made it of the one before. */
export interface NextVersion {
  readonly parts: ManifestationParts;
  readonly read: Pick<ReadText, 'reading' | 'entities' | 'identity'>;
  readonly corrected?: { readonly by: string; readonly move: Move };
}

/** Keeps the next version of a text and moves the commitments of the one before over to it. */
export async function enterVersion(
  queries: Queries,
  hand: Hand,
  { parts, read, corrected }: NextVersion,
): Promise<void> {
  const { expression_id } = parts.manifestation;
  const before = await presentText(queries, expression_id);
  await insertManifestation(queries, parts);
  const present = await presentTextOf(queries, expression_id);
  const { candidates } = read.reading;
  await moveOver(queries, hand, present, { before: before.text, candidates, ...(corrected && { corrected }) });
  await storeEntities(queries, hand, present, read.entities);
  await storeIdentity(queries, present, read);
}

/**
 * Enters what the rules now read in a text that stayed as it was: what nobody had decided follows it, what people decided
 * stays as they left it.
 */
export async function enterReading(
  queries: Queries,
  hand: Hand,
  expressionId: string,
  candidates: readonly Candidate[],
): Promise<void> {
  const present = await presentTextOf(queries, expressionId);
  const corrected = { by: RULES, move: (span: Span) => span };
  await moveOver(queries, hand, present, { before: present.text, candidates, corrected });
}

interface Moving extends Pick<NextVersion, 'corrected'> {
  /** The text the commitments stand in now. */
  readonly before: string;
  readonly candidates: readonly Candidate[];
}

async function moveOver(
  queries: Queries,
  hand: Hand,
  present: PresentText,
  { before, candidates, corrected }: Moving,
): Promise<void> {
  const { expressionId, manifestationId } = present;
  const records = await commitmentsOf(queries, expressionId);
  const logs = await actionsByCommitment(queries, expressionId);
  const standing = records.map(({ id, prefix, suffix }) => ({ id, prefix, suffix, state: reduce(logs.get(id) ?? []) }));
  const texts = { before, after: present.text };
  const plan = planVersion(standing, candidates, texts, manifestationId, corrected?.move);
  const added = [...plan.actions].map(([id, body]) => {
    const by = body.type === 'respell' ? (corrected?.by ?? RULES) : RULES;
    return actionOf(hand, id, (logs.get(id)?.length ?? 0) + 1, body, by);
  });
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

/** Keeps what the text says of itself; what people decided of the work stands in its log. */
async function storeIdentity(
  queries: Queries,
  { expressionId, manifestationId }: PresentText,
  { identity, entities: { relation } }: Pick<ReadText, 'identity' | 'entities'>,
): Promise<void> {
  const text = { expression_id: expressionId, manifestation_id: manifestationId };
  await keepDescription(queries, { ...text, ...identity, relation });
}

async function storeFresh(
  queries: Queries,
  hand: Hand,
  present: PresentText,
  candidates: readonly Candidate[],
): Promise<void> {
  const actions = candidates.map((candidate) => actionOf(hand, hand.newId(), 1, propose(candidate)));
  await insertCommitments(
    queries,
    actions.map((action) => commitmentRecord(action.commitmentId, reduce([action]), present, null)),
  );
  await appendActions(queries, actions);
}

function actionOf(
  { clock, newId }: Hand,
  commitmentId: string,
  sequence: number,
  body: ActionBody,
  by = RULES,
): CommitmentAction {
  return { commitmentId, id: newId(), sequence, at: clock.now(), by, body };
}

function partsOf(
  { clock, newId }: Hand,
  { file, read, by, partOf }: Arrival,
  expressionId: string,
  version: number,
): ManifestationParts {
  const { format, encoding, sha256 } = read.document;
  const bytes = partOf === undefined ? file.bytes : new Uint8Array();
  const kept = { name: file.name, format, encoding, sha256, size: file.bytes.length, bytes };
  const part = { of: partOf ?? null, start: read.partStart };
  return manifestationParts(
    { id: newId(), expressionId, version, at: clock.now(), by, file: kept, corrected: null, part },
    read,
  );
}
