import { actionsOf, citationsBeside, type Queries, readAsItStood, registerRow } from '../db/index.ts';
import { Problem, type Span } from '../kernel/index.ts';
import { history, reduce } from '../register/index.ts';
import type { Context } from './context.ts';
import { presentTextOf } from './expressions.ts';
import { enteredBy, type Moment, momentOf } from './moment.ts';
import { commitmentRow } from './present.ts';
import { type PresentText, provisionAt } from './project.ts';
import { registerThen } from './register-then.ts';
import type { CommitmentDetail, CommitmentRow, OtherCitation } from './results.ts';

/**
 * A commitment with its quote in context, the words each field came from, the reasons, and its history; of a past day (ISO) as it
 * stood at its end, in the text of then, with what had been done by then.
 * @throws Problem `not-found`, also of a commitment that nobody knew on that day
 */
export async function getCommitment(
  { database, clock }: Context,
  id: string,
  asOf?: string,
): Promise<CommitmentDetail> {
  const { at } = momentOf(clock, asOf);
  const then = await registerThen(database.queries, at);
  return commitmentDetail(then === null ? database.queries : readAsItStood(database.queries, then), id, at);
}

/** @param queries that read the register as it stands, or as it stood at the instant */
export async function commitmentDetail(
  queries: Queries,
  id: string,
  at: Moment['at'] = null,
): Promise<CommitmentDetail> {
  const record = await registerRow(queries, id);
  if (record === undefined) throw new Problem('not-found', { noun: 'commitment', id });
  const log = enteredBy(await actionsOf(queries, id), at);
  if (log.length === 0) throw new Problem('not-found', { noun: 'commitment', id });
  const { why, evidence } = reduce(log).basis ?? { why: [], evidence: {} };
  const present = await presentTextOf(queries, record.expression_id, at);
  const row = commitmentRow(record);
  const words = (span: Span) => ({ ...span, words: present.text.slice(span.start, span.end) });
  return {
    ...row,
    ...(row.anchored ? contextOf(present, row.span) : { before: '', after: '' }),
    why,
    evidence: row.anchored
      ? Object.fromEntries(Object.entries(evidence).map(([field, spans]) => [field, (spans ?? []).map(words)]))
      : {},
    history: history(log),
    citations: (await citationsBeside(queries, id)).map(commitmentRow).map(otherCitation),
  };
}

function otherCitation(row: CommitmentRow): OtherCitation {
  const { id, expressionId, language, path, span, quote, anchored, decision, version, joinedTo } = row;
  return { id, expressionId, language, path, span, quote, anchored, decision, version, joinedTo };
}

/** The text before and after a span, to the ends of its provision. */
function contextOf(present: PresentText, span: Span): { before: string; after: string } {
  const provision = provisionAt(present, span.start);
  return {
    before: present.text.slice(provision?.span_start ?? span.start, span.start),
    after: present.text.slice(span.end, Math.max(provision?.span_end ?? span.end, span.end)),
  };
}
