import { type Selectable, sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Queries } from '../connect.ts';
import { insertRows, upsertRows } from '../insert-rows.ts';
import type { CommitmentTable } from '../tables.ts';

export type CommitmentRecord = Selectable<CommitmentTable>;

/** Adds rows of the projection for commitments that have none. */
export function insertCommitments(queries: Queries, rows: readonly CommitmentRecord[]): Promise<void> {
  return insertRows(queries, 'commitment', rows);
}

/** Replaces rows of the projection by what their actions now lead to. */
export function replaceCommitments(queries: Queries, rows: readonly CommitmentRecord[]): Promise<void> {
  return upsertRows(queries, 'commitment', 'id', rows);
}

/**
 * A commitment for changing: nobody else changes it until the transaction ends.
 * @throws Problem `not-found`
 */
export async function lockCommitment(queries: Queries, id: string): Promise<CommitmentRecord> {
  const row = await queries.selectFrom('commitment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', { noun: 'commitment', id });
  return row;
}

/** @throws Problem `not-found` */
export async function commitmentById(queries: Queries, id: string): Promise<CommitmentRecord> {
  const row = await queries.selectFrom('commitment').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', { noun: 'commitment', id });
  return row;
}

/** All commitments of an expression in the order of the text, retired ones too. */
export function commitmentsOf(queries: Queries, expressionId: string): Promise<CommitmentRecord[]> {
  return queries
    .selectFrom('commitment')
    .selectAll()
    .where('expression_id', '=', expressionId)
    .orderBy('span_start')
    .orderBy('id')
    .execute();
}

/** Puts the commitments of a work into the lists or takes them out. */
export async function listCommitmentsOf(queries: Queries, workId: string, listed: boolean): Promise<void> {
  await queries
    .updateTable('commitment')
    .set({ listed: listed ? sql<boolean>`not retired` : false })
    .where('work_id', '=', workId)
    .execute();
}

/** How many units of each expression stand in each kind and decision; the expressions given, or all. */
export function countsByExpression(queries: Queries, expressionIds: readonly string[] | null) {
  const all = queries
    .selectFrom('commitment')
    .select(['expression_id', 'kind', 'decision', 'anchored'])
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('retired', '=', false)
    .groupBy(['expression_id', 'kind', 'decision', 'anchored']);
  return (expressionIds === null ? all : all.where('expression_id', 'in', [...expressionIds, ''])).execute();
}
