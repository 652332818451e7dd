import {
  actionsOf,
  appendActions,
  changeWorkRow,
  commitmentsOf,
  expressionById,
  insertWork,
  moveExpressions,
  type Queries,
  replaceCommitments,
  settleProposals,
  workActionsOf,
  workById,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { reduce } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { presentTextOf } from '../expressions.ts';
import { commitmentRecord } from '../project.ts';
import type { WorkSummary } from '../results.ts';
import { getWork, type WorkChange } from '../works.ts';
import { textsOf } from './same-work.ts';

/**
 * Makes all texts of another work language versions of this one. The other work stays with its log, without texts and in no
 * list; `separateText` gives a text back.
 * @throws Problem `not-found`, `changed-meanwhile`, `input-invalid` (a work with itself, or a withdrawn one), `sides-differ`
 */
export async function joinWorks(
  context: Context,
  { id, version, by, from }: WorkChange & { readonly from: { readonly id: string; readonly version: number } },
): Promise<WorkSummary> {
  const { database } = context;
  if (id === from.id) throw new Problem('input-invalid', { field: 'work', reason: 'a work with itself' });
  await database.write(async (queries) => {
    await refuseWithdrawn(queries, [id, from.id]);
    await refuseAcross(queries, id, from.id);
    const expressions = await textsOf(queries, from.id);
    const stamp = () => ({ id: context.newId(), at: context.clock.now(), by });
    await settleProposals(queries, expressions, await textsOf(queries, id), 'accepted');
    await changeWorkRow(queries, from.id, from.version, { ...stamp(), body: { type: 'leave', expressions, to: id } });
    await changeWorkRow(queries, id, version, { ...stamp(), body: { type: 'join', expressions, from: from.id } });
    await moveExpressions(queries, expressions, id);
  });
  return getWork(context, id);
}

/**
 * Takes a language version out of its work: back into the work it came from, else into one of its own. Commitments joined
 * with those of the texts that stay are separated. Returns the work the text then belongs to.
 * @throws Problem `not-found`, `changed-meanwhile`, `input-invalid` (the only text of its work, or of another work)
 */
export async function separateText(
  context: Context,
  { id, version, by, expressionId }: WorkChange & { readonly expressionId: string },
): Promise<WorkSummary> {
  const { database, clock, newId } = context;
  const to = await database.write(async (queries) => {
    const expressions = [expressionId];
    const texts = await textsOf(queries, id);
    if (!texts.includes(expressionId)) throw new Problem('not-found', { noun: 'expression', id: expressionId });
    if (texts.length === 1) throw new Problem('input-invalid', { field: 'expression', reason: 'the only one' });
    const stamp = () => ({ id: newId(), at: clock.now(), by });
    const home = (await workItCameFrom(queries, id, expressionId)) ?? (await workOfItsOwn(queries, context, id, by));
    await changeWorkRow(queries, id, version, { ...stamp(), body: { type: 'leave', expressions, to: home } });
    const { version: seen } = await workById(queries, home);
    await changeWorkRow(queries, home, seen, { ...stamp(), body: { type: 'join', expressions, from: id } });
    await moveExpressions(queries, expressions, home);
    await separateCommitments(queries, context, expressionId, texts, by);
    return home;
  });
  return getWork(context, to);
}

async function refuseWithdrawn(queries: Queries, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { withdrawn } = await workById(queries, id);
    if (withdrawn) throw new Problem('input-invalid', { field: 'work', reason: 'it is withdrawn' });
  }
}

/** Texts of one side would be read by the other as language versions of a work both read. */
async function refuseAcross(queries: Queries, one: string, other: string): Promise<void> {
  const [{ side }, { side: from }] = [await workById(queries, one), await workById(queries, other)];
  if (side !== from) throw new Problem('sides-differ', {});
}

async function workItCameFrom(queries: Queries, id: string, expressionId: string): Promise<string | null> {
  const log = await workActionsOf(queries, id);
  const arrival = log.findLast(({ body }) => body.type === 'join' && body.expressions.includes(expressionId));
  if (arrival?.body.type !== 'join') return null;
  const { withdrawn } = await workById(queries, arrival.body.from);
  return withdrawn ? null : arrival.body.from;
}

/** A work with what is known of the one a text leaves. */
async function workOfItsOwn(queries: Queries, { newId, clock }: Context, id: string, by: string): Promise<string> {
  const { title, type, date, parties, side, demonstration } = await workById(queries, id);
  const fields = { title, type, date, parties, side };
  const own = newId();
  const action = { id: newId(), at: clock.now(), by, body: { type: 'describe', fields } } as const;
  await insertWork(queries, { id: own, ...fields, demonstration, withdrawn: false }, action);
  return own;
}

/** Citations across the texts that part are commitments of their own again. */
async function separateCommitments(
  queries: Queries,
  { newId, clock }: Context,
  expressionId: string,
  texts: readonly string[],
  by: string,
): Promise<void> {
  const records = new Map(
    (await Promise.all(texts.map((id) => commitmentsOf(queries, id)))).flat().map((one) => [one.id, one]),
  );
  for (const record of records.values()) {
    const entry = records.get(record.joined_to ?? '');
    if (entry === undefined) continue;
    if ((record.expression_id === expressionId) === (entry.expression_id === expressionId)) continue;
    const log = await actionsOf(queries, record.id);
    const body = { type: 'separate' } as const;
    const action = { id: newId(), sequence: log.length + 1, at: clock.now(), by, body, commitmentId: record.id };
    await appendActions(queries, [action]);
    const present = await presentTextOf(queries, (await expressionById(queries, record.expression_id)).id);
    await replaceCommitments(queries, [commitmentRecord(record.id, reduce([...log, action]), present, record)]);
  }
}
