import { actionsOf, citationsBeside, commitmentById, type Queries, registerRow } from '../db/index.ts';
import { Problem, type Span } from '../kernel/index.ts';
import { history } from '../register/index.ts';
import type { Context } from './context.ts';
import { presentTextOf } from './expressions.ts';
import { commitmentRow } from './present.ts';
import { type PresentText, provisionAt } from './project.ts';
import type { CommitmentDetail, CommitmentRow, OtherCitation } from './results.ts';

/**
 * A commitment with its quote in context, the words each field came from, the reasons, and its history.
 * @throws Problem `not-found`
 */
export function getCommitment({ database }: Context, id: string): Promise<CommitmentDetail> {
  return commitmentDetail(database.queries, id);
}

export async function commitmentDetail(queries: Queries, id: string): Promise<CommitmentDetail> {
  const record = await registerRow(queries, id);
  if (record === undefined) throw new Problem('not-found', { noun: 'commitment', id });
  const { why, evidence } = await commitmentById(queries, id);
  const present = await presentTextOf(queries, record.expression_id);
  const row = commitmentRow(record);
  const words = (span: Span) => ({ ...span, words: present.text.slice(span.start, span.end) });
  return {
    ...row,
    ...(row.anchored ? contextOf(present, row.span) : { before: '', after: '' }),
    why,
    evidence: row.anchored
      ? Object.fromEntries(Object.entries(evidence).map(([field, spans]) => [field, (spans ?? []).map(words)]))
      : {},
    history: history(await actionsOf(queries, id)),
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
