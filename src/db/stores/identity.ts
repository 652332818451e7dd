import type { Selectable } from 'kysely';
import type { Queries } from '../connect.ts';
import type { TextDescriptionTable, WorkLinkTable } from '../tables.ts';

export type TextDescription = Selectable<TextDescriptionTable>;

/** Puts what the rules read of a text in the place of what they read of the version before. */
export async function keepDescription(queries: Queries, description: TextDescription): Promise<void> {
  const { expression_id, manifestation_id } = description;
  const read = {
    manifestation_id,
    fields: JSON.stringify(description.fields),
    cuts: JSON.stringify(description.cuts),
    oddities: JSON.stringify(description.oddities),
    relation: description.relation,
  };
  await queries
    .insertInto('text_description')
    .values({ expression_id, ...read })
    .onConflict((conflict) => conflict.column('expression_id').doUpdateSet(read))
    .execute();
}

/** What the rules read of texts; a text stored before there were descriptions has none. */
export function descriptionsOf(queries: Queries, expressionIds: readonly string[]): Promise<TextDescription[]> {
  return queries
    .selectFrom('text_description')
    .selectAll()
    .where('expression_id', 'in', [...expressionIds, ''])
    .execute();
}

export async function linkWorks(queries: Queries, link: WorkLinkTable): Promise<void> {
  await queries
    .insertInto('work_link')
    .values(link)
    .onConflict((conflict) => conflict.columns(['work_id', 'other_id']).doNothing())
    .execute();
}

export async function unlinkWorks(
  queries: Queries,
  { work_id, other_id }: Omit<WorkLinkTable, 'relation'>,
): Promise<void> {
  await queries.deleteFrom('work_link').where('work_id', '=', work_id).where('other_id', '=', other_id).execute();
}

/** The links of works, both ways. */
export function linksOf(queries: Queries, workIds: readonly string[]): Promise<WorkLinkTable[]> {
  const ids = [...workIds, ''];
  return queries
    .selectFrom('work_link')
    .selectAll()
    .where((row) => row.or([row('work_id', 'in', ids), row('other_id', 'in', ids)]))
    .orderBy('work_id')
    .orderBy('other_id')
    .execute();
}

/** Puts commitments of one text into another, which stands for the same words. */
export async function moveCommitments(
  queries: Queries,
  ids: readonly string[],
  to: { readonly expressionId: string; readonly workId: string },
): Promise<void> {
  if (ids.length === 0) return;
  await queries
    .updateTable('commitment')
    .set({ expression_id: to.expressionId, work_id: to.workId })
    .where('id', 'in', [...ids])
    .execute();
}
