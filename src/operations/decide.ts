import type { CommitmentFields, FieldName } from '../commitments/index.ts';
import {
  actionsOf,
  appendActions,
  type CommitmentAction,
  type CommitmentRecord,
  lockCommitment,
  type Queries,
  replaceCommitments,
} from '../db/index.ts';
import { Problem, type Span } from '../kernel/index.ts';
import {
  type ActionBody,
  availableActions,
  type CommitmentState,
  findQuote,
  type RejectReason,
  reduce,
  sameValue,
} from '../register/index.ts';
import { commitmentDetail } from './commitments.ts';
import type { Context } from './context.ts';
import { tellReading } from './exchange/travel/readings.ts';
import { presentTextOf } from './expressions.ts';
import { entryToJoin, followEntry, separateFromGone } from './join-commitments.ts';
import { followChange } from './lineage/index.ts';
import { commitmentRecord, type PresentText } from './project.ts';
import { cutQuote } from './quote.ts';
import type { CommitmentDetail } from './results.ts';

/** The hand that moves commitments along with their text. */
const RULES = 'rules';

type Corrected = { readonly [Name in keyof CommitmentFields]?: CommitmentFields[Name] | undefined };

/** A person's decision on a commitment, naming the version they saw. */
export type Decide = { readonly id: string; readonly version: number; readonly by: string } & (
  | { readonly type: 'confirm' }
  | { readonly type: 'correct'; readonly fields?: Corrected | undefined; readonly span?: Span | undefined }
  | { readonly type: 'reject'; readonly reason: RejectReason; readonly note: string }
  /** The day to look at it again, since the text names none; null for no longer. */
  | { readonly type: 'review'; readonly on: string | null }
  /** These words are a citation of that commitment in another language version. */
  | { readonly type: 'join'; readonly to: string }
  | { readonly type: 'separate' }
  | { readonly type: 'undo' }
);

/**
 * Appends a decision and returns the commitment as it then is. A correction that changes nothing confirms; a corrected span
 * takes its quote from the text.
 * @throws Problem `not-found`, `changed-meanwhile` (another version), `action-not-allowed`, `input-invalid`
 */
export async function decide(context: Context, decision: Decide): Promise<CommitmentDetail> {
  const detail = await append(context, decision);
  if (CHANGING.has(decision.type)) await followChange(context, detail.expressionId);
  return detail;
}

/** Decisions after which a commitment may have other links. */
const CHANGING: ReadonlySet<Decide['type']> = new Set(['correct', 'reject', 'undo']);

function append(context: Context, decision: Decide): Promise<CommitmentDetail> {
  return context.database.write(async (queries) => {
    await appendDecision(queries, context, decision);
    return commitmentDetail(queries, decision.id);
  });
}

/** The same inside a transaction that does more; the ids of the actions appended. @throws Problem as `decide` */
export async function appendDecision(queries: Queries, context: Context, decision: Decide): Promise<readonly string[]> {
  const { clock, newId } = context;
  const { id, version, by } = decision;
  const record = await lockCommitment(queries, id);
  if (record.version !== version) throw new Problem('changed-meanwhile', { noun: 'commitment', id });
  const before = await actionsOf(queries, id);
  const present = await presentTextOf(queries, record.expression_id);
  const stamp = (body: ActionBody, sequence: number, actor: string): CommitmentAction => {
    return { commitmentId: id, id: newId(), sequence, at: clock.now(), by: actor, body };
  };
  const body = await bodyOf(queries, record, decision, reduce(before), present);
  if (body === null) return [];
  const decided = [...before, stamp(body, version + 1, by)];
  const after = body.type === 'undo' ? await settleUndone(queries, reduce(decided), present, record) : [];
  const log = [...decided, ...after.map((one, index) => stamp(one, version + 2 + index, RULES))];
  await appendActions(queries, log.slice(before.length));
  await replaceCommitments(queries, [commitmentRecord(id, reduce(log), present, record)]);
  if (body.type === 'join') await followEntry(queries, context, { id, to: body.to, by });
  await tellReading(queries, { id, by, at: clock.now() });
  return [decided.at(-1)?.id ?? ''];
}

/** The action a decision is, or null where a decided commitment is corrected into what it is already. */
async function bodyOf(
  queries: Queries,
  record: CommitmentRecord,
  decision: Decide,
  state: CommitmentState,
  present: PresentText,
): Promise<ActionBody | null> {
  switch (decision.type) {
    case 'join': {
      const to = await entryToJoin(queries, record, decision.to);
      return to === state.joinedTo || to === record.id ? null : { type: 'join', to };
    }
    case 'review':
      return decision.on === state.review ? null : { type: 'review', on: decision.on };
    case 'separate':
      return { type: 'separate' };
    case 'confirm':
      return { type: 'confirm' };
    case 'reject':
      return { type: 'reject', reason: decision.reason, note: decision.note };
    case 'undo':
      if (state.undoable === null) throw new Problem('action-not-allowed', { action: 'undo', state: state.decision });
      return { type: 'undo', undoes: state.undoable };
    case 'correct':
      return (
        correction(decision, state, present) ??
        (availableActions(state).includes('confirm') ? { type: 'confirm' } : null)
      );
  }
}

/** What a correction really changes, or null. */
function correction(
  { fields, span }: Extract<Decide, { type: 'correct' }>,
  state: CommitmentState,
  present: PresentText,
): ActionBody | null {
  const changed = Object.entries(fields ?? {}).filter(
    ([name, value]) => value !== undefined && !sameValue(value, state.fields[name as FieldName]),
  );
  const moves = span !== undefined && !(state.anchored && sameValue(span, state.span));
  if (changed.length === 0 && !moves) return null;
  return {
    type: 'correct',
    ...(changed.length > 0 && { fields: Object.fromEntries(changed) }),
    ...(moves && { span, quote: cutQuote(present.text, span) }),
  };
}

/** What undoing brings back may be out of date: words that moved, an entry that has gone elsewhere. */
async function settleUndone(
  queries: Queries,
  state: CommitmentState,
  present: PresentText,
  record: CommitmentRecord,
): Promise<ActionBody[]> {
  const joined = await separateFromGone(queries, record, state.joinedTo);
  return [placeAgain(state, present), joined].filter((body) => body !== null);
}

/** Undoing can bring back words whose place is of an older text: where they stand now, or that they are lost. */
function placeAgain(state: CommitmentState, { text, manifestationId }: PresentText): ActionBody | null {
  if (state.anchored && text.slice(state.span.start, state.span.end) === state.quote) return null;
  const span = findQuote(text, { quote: state.quote, prefix: '', suffix: '' });
  if (span === null) return state.anchored ? { type: 'lose', manifestation: manifestationId } : null;
  const basis = state.basis && {
    ...state.basis,
    why: state.basis.why.map((why) => ({ ...why, span: null })),
    evidence: {},
  };
  return { type: 'reanchor', span, quote: text.slice(span.start, span.end), manifestation: manifestationId, basis };
}
