import type { CommitmentFields } from '../commitments/index.ts';
import { appendActions, commitmentsOf, insertCommitments } from '../db/index.ts';
import { Problem, type Span } from '../kernel/index.ts';
import { type Action, reduce } from '../register/index.ts';
import { commitmentDetail } from './commitments.ts';
import type { Context } from './context.ts';
import { tellReading } from './exchange/travel/readings.ts';
import { presentTextOf } from './expressions.ts';
import { followChange } from './lineage/index.ts';
import { commitmentRecord } from './project.ts';
import { cutQuote } from './quote.ts';
import type { CommitmentDetail } from './results.ts';

/** Words a person marks in a text, with the fields they already know. */
export interface Addition {
  readonly expressionId: string;
  readonly span: Span;
  readonly fields?: { readonly [Name in keyof CommitmentFields]?: CommitmentFields[Name] | undefined } | undefined;
  readonly by: string;
}

/**
 * Enters words the rules had passed over as a commitment; what is not told starts as a commitment to implement.
 * @throws Problem `not-found`, `input-invalid` (span outside the text, or marked already)
 */
export async function addCommitment(context: Context, addition: Addition): Promise<CommitmentDetail> {
  const detail = await add(context, addition);
  await followChange(context, detail.expressionId);
  return detail;
}

function add(context: Context, { expressionId, span, fields, by }: Addition): Promise<CommitmentDetail> {
  const { database, clock, newId } = context;
  return database.write(async (queries) => {
    const present = await presentTextOf(queries, expressionId);
    const quote = cutQuote(present.text, span);
    const id = newId();
    const marked = await commitmentsOf(queries, expressionId);
    if (marked.some((one) => isSame(one, span))) {
      throw new Problem('input-invalid', { field: 'span', reason: 'marked already' });
    }
    const known = Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined));
    const body = { type: 'add', fields: { ...startingFields(quote), ...known }, span, quote } as const;
    const action: Action = { id: newId(), sequence: 1, at: clock.now(), by, body };
    await insertCommitments(queries, [commitmentRecord(id, reduce([action]), present, null)]);
    await appendActions(queries, [{ ...action, commitmentId: id }]);
    await tellReading(queries, { id, by, at: action.at });
    return commitmentDetail(queries, id);
  });
}

function isSame(
  one: { span_start: number; span_end: number; retired: boolean; anchored: boolean; decision: string },
  span: Span,
): boolean {
  const stands = !one.retired && one.anchored && one.decision !== 'rejected';
  return stands && one.span_start === span.start && one.span_end === span.end;
}

function startingFields(quote: string): CommitmentFields {
  return {
    kind: 'commitment',
    actors: [],
    action: /[\p{L}\p{N}]+/u.exec(quote)?.[0] ?? quote.slice(0, 20),
    strength: 'implement',
    due: null,
    sector: 'other',
    instruments: [],
    mechanisms: [],
    places: [],
    targets: [],
    lead: null,
    coordinators: [],
    report: null,
  };
}
