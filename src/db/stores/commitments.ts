import { type Selectable, sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import { SURE } from '../../register/index.ts';
import type { Queries } from '../connect.ts';
import { facetCode } from '../facet-code.ts';
import { insertRows, upsertRows } from '../insert-rows.ts';
import type { CommitmentPastTable, CommitmentSourceTable, CommitmentTable } from '../tables.ts';

/** Everything kept of a commitment besides its actions. */
export type CommitmentRecord = Omit<Selectable<CommitmentTable>, 'facet_code'> &
  Omit<Selectable<CommitmentSourceTable>, 'commitment_id'>;

/** Adds rows of the projection for commitments that have none. */
export async function insertCommitments(queries: Queries, records: readonly CommitmentRecord[]): Promise<void> {
  const parts = records.map(split);
  await insertRows(
    queries,
    'commitment',
    parts.map(([row]) => row),
  );
  await insertRows(
    queries,
    'commitment_source',
    parts.map(([, source]) => source),
  );
  // What comes in with a history of its own has no rows of it yet.
  const ids = records.filter(({ version }) => version > 1).map(({ id }) => id);
  if (ids.length > 0) {
    await sql`update commitment set kept_from = since where id = any(${ids}::text[])`.execute(queries);
  }
}

/** Replaces rows of the projection by what their actions now lead to. */
export async function replaceCommitments(queries: Queries, records: readonly CommitmentRecord[]): Promise<void> {
  const parts = records.map(split);
  await upsertRows(
    queries,
    'commitment',
    'id',
    parts.map(([row]) => row),
  );
  await upsertRows(
    queries,
    'commitment_source',
    'commitment_id',
    parts.map(([, source]) => source),
  );
}

/** A state that a commitment had at the end of some day, until another took its place. */
export type CommitmentPast = Omit<Selectable<CommitmentPastTable>, 'facet_code'>;

/** Replaces what is kept of the past of all commitments of an expression; it is whole from then on. */
export async function replacePast(
  queries: Queries,
  expressionId: string,
  past: readonly CommitmentPast[],
): Promise<void> {
  const own = queries.selectFrom('commitment').select('id').where('expression_id', '=', expressionId);
  await queries.deleteFrom('commitment_past').where('id', 'in', own).execute();
  await insertRows(
    queries,
    'commitment_past',
    past.map((row) => ({ ...row, facet_code: facetCode(row) })),
  );
  await sql`update commitment set kept_from = null where expression_id = ${expressionId} and kept_from is not null`.execute(
    queries,
  );
}

function split(record: CommitmentRecord): [Selectable<CommitmentTable>, Selectable<CommitmentSourceTable>] {
  const { prefix, suffix, sha256, why, evidence, ...row } = record;
  return [
    { ...row, facet_code: facetCode(row) },
    { commitment_id: row.id, prefix, suffix, sha256, why, evidence },
  ];
}

function records(queries: Queries) {
  return queries
    .selectFrom('commitment')
    .innerJoin('commitment_source', 'commitment_source.commitment_id', 'commitment.id')
    .selectAll('commitment')
    .select(['prefix', 'suffix', 'sha256', 'why', 'evidence']);
}

/**
 * A commitment for changing: nobody else changes it until the transaction ends.
 * @throws Problem `not-found`
 */
export function lockCommitment(queries: Queries, id: string): Promise<CommitmentRecord> {
  return records(queries).where('id', '=', id).forUpdate('commitment').executeTakeFirstOrThrow(notFound(id));
}

/** @throws Problem `not-found` */
export function commitmentById(queries: Queries, id: string): Promise<CommitmentRecord> {
  return records(queries).where('id', '=', id).executeTakeFirstOrThrow(notFound(id));
}

const notFound = (id: string) => () => new Problem('not-found', { noun: 'commitment', id });

/** All commitments of an expression in the order of the text, retired ones too. */
export function commitmentsOf(queries: Queries, expressionId: string): Promise<CommitmentRecord[]> {
  return records(queries).where('expression_id', '=', expressionId).orderBy('span_start').orderBy('id').execute();
}

/** Commitments joined to one, whatever their text. */
export function joinedTo(queries: Queries, id: string): Promise<CommitmentRecord[]> {
  return records(queries).where('joined_to', '=', id).orderBy('id').forUpdate('commitment').execute();
}

/** Puts the commitments of a work into the lists or takes them out. */
export async function listCommitmentsOf(queries: Queries, workId: string, listed: boolean): Promise<void> {
  await queries
    .updateTable('commitment')
    .set({
      cited: listed ? sql<boolean>`not retired` : false,
      listed: listed ? sql<boolean>`not retired and joined_to is null` : false,
    })
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

/** What a commitment asks for, the relation its text was read as of, and the parties of its work. */
export interface Asked extends Pick<CommitmentRecord, 'id' | 'kind' | 'strength' | 'sector'> {
  readonly relation: string | null;
  readonly parties: readonly string[];
  /** The side whose seats alone see it; null for both. */
  readonly side: string | null;
}

/** What commitments ask for: those of the ids that are there, in no order. */
export function askedBy(queries: Queries, ids: readonly string[]): Promise<Asked[]> {
  return queries
    .selectFrom('commitment as c')
    .innerJoin('work as w', 'w.id', 'c.work_id')
    .leftJoin('text_description as d', 'd.expression_id', 'c.expression_id')
    .select(['c.id', 'c.kind', 'c.strength', 'c.sector', 'w.side', 'w.parties', 'd.relation'])
    .where('c.id', 'in', ids)
    .execute();
}

/** The words and terms of commitments, with the day of their works: those of the ids that are there, in no order. */
export function commitmentTerms(queries: Queries, ids: readonly string[]) {
  return queries
    .selectFrom('commitment as c')
    .innerJoin('work as w', 'w.id', 'c.work_id')
    .select(['c.id', 'c.quote', 'c.language', 'c.strength', 'c.action', 'c.path', 'c.due_state', 'c.report'])
    .select(['w.date as work_date', 'w.title as work_title'])
    .where('c.id', 'in', ids)
    .execute();
}

/** How many undecided units of each expression the rules are in doubt about. */
export function doubtfulByExpression(queries: Queries) {
  return queries
    .selectFrom('commitment')
    .select('expression_id')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('retired', '=', false)
    .where('cited', '=', true)
    .where('decision', '=', 'undecided')
    .where('anchored', '=', true)
    .where('confidence', '<', SURE)
    .groupBy('expression_id')
    .execute();
}
