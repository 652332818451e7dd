import type { Selectable } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { VersionsAction } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { AlignmentActionTable, AlignmentTable, BeadTable, CounterpartTable, FindingTable } from '../tables.ts';

export type AlignmentRecord = Selectable<AlignmentTable>;

/** The two texts of an alignment, the one imported first (ids grow with time) as a. */
export function pairOf(one: string, other: string): { readonly a: string; readonly b: string } {
  return one < other ? { a: one, b: other } : { a: other, b: one };
}

export function alignmentOf(
  queries: Queries,
  { a, b }: { readonly a: string; readonly b: string },
): Promise<AlignmentRecord | undefined> {
  return queries.selectFrom('alignment').selectAll().where('a_id', '=', a).where('b_id', '=', b).executeTakeFirst();
}

/** The alignments a text takes part in. */
export function alignmentsWith(queries: Queries, expressionId: string): Promise<AlignmentRecord[]> {
  return queries
    .selectFrom('alignment')
    .selectAll()
    .where((row) => row.or([row('a_id', '=', expressionId), row('b_id', '=', expressionId)]))
    .orderBy('id')
    .execute();
}

/** Opens the alignment of two texts, unless it is there. */
export async function openAlignment(
  queries: Queries,
  id: string,
  { a, b }: { readonly a: string; readonly b: string },
): Promise<void> {
  const nothing = JSON.stringify([]);
  await queries
    .insertInto('alignment')
    .values({
      ...{ id, a_id: a, b_id: b, version: 0, a_manifestation: null, b_manifestation: null, compared_version: null },
      ...{ a_passages: nothing, b_passages: nothing, messages: nothing },
    })
    .onConflict((conflict) => conflict.columns(['a_id', 'b_id']).doNothing())
    .execute();
}

/** What a comparison of two texts found. */
export interface ComparisonRows {
  readonly alignment: Omit<AlignmentRecord, 'a_id' | 'b_id' | 'version'>;
  readonly beads: readonly Selectable<BeadTable>[];
  readonly findings: readonly Selectable<FindingTable>[];
  readonly counterparts: readonly CounterpartTable[];
}

/** Puts what a comparison found in the place of what the one before did. */
export async function storeComparison(queries: Queries, rows: ComparisonRows): Promise<void> {
  const { id, a_passages, b_passages, messages, ...rest } = rows.alignment;
  await queries
    .updateTable('alignment')
    .set({
      ...rest,
      a_passages: JSON.stringify(a_passages),
      b_passages: JSON.stringify(b_passages),
      messages: JSON.stringify(messages),
    })
    .where('id', '=', id)
    .execute();
  for (const table of ['bead', 'finding', 'counterpart'] as const) {
    await queries.deleteFrom(table).where('alignment_id', '=', id).execute();
  }
  await insertRows(queries, 'bead', rows.beads);
  await insertRows(queries, 'finding', rows.findings);
  await insertRows(queries, 'counterpart', rows.counterparts);
}

export function beadsOf(queries: Queries, alignmentId: string): Promise<Selectable<BeadTable>[]> {
  return queries.selectFrom('bead').selectAll().where('alignment_id', '=', alignmentId).orderBy('index').execute();
}

export function findingsOf(queries: Queries, alignmentId: string): Promise<Selectable<FindingTable>[]> {
  return queries.selectFrom('finding').selectAll().where('alignment_id', '=', alignmentId).orderBy('index').execute();
}

/** Commitments of other texts that the rules hold to be the same as one of these, the surest first. */
export function counterpartsOf(queries: Queries, commitmentId: string): Promise<CounterpartTable[]> {
  return queries
    .selectFrom('counterpart')
    .selectAll()
    .where((row) => row.or([row('a_commitment', '=', commitmentId), row('b_commitment', '=', commitmentId)]))
    .orderBy('score', 'desc')
    .orderBy('a_commitment')
    .orderBy('b_commitment')
    .execute();
}

/** People's actions on two texts, oldest first. */
export async function versionsActionsOf(queries: Queries, alignmentId: string): Promise<VersionsAction[]> {
  const rows: Selectable<AlignmentActionTable>[] = await queries
    .selectFrom('alignment_action')
    .selectAll()
    .where('alignment_id', '=', alignmentId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ alignment_id: _, hash: __, ...action }) => action);
}

/**
 * Appends an action to an alignment that still has the version its maker saw.
 * @throws Problem `changed-meanwhile`
 */
export async function appendVersionsAction(
  queries: Queries,
  alignmentId: string,
  action: VersionsAction,
): Promise<void> {
  const updated = await queries
    .updateTable('alignment')
    .set({ version: action.sequence })
    .where('id', '=', alignmentId)
    .where('version', '=', action.sequence - 1)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw new Problem('changed-meanwhile', { noun: 'versions', id: alignmentId });
  await appendToLog(queries, 'versions', [{ ...action, alignment_id: alignmentId }]);
}
