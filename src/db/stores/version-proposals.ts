import type { Selectable } from 'kysely';
import type { Queries } from '../connect.ts';
import type { ExpressionTable, VersionProposalTable } from '../tables.ts';

export type VersionProposal = Selectable<VersionProposalTable>;

export async function insertProposal(queries: Queries, { why, ...proposal }: VersionProposal): Promise<void> {
  await queries
    .insertInto('version_proposal')
    .values({ ...proposal, why: JSON.stringify(why) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Open proposals between texts that are still of two works, both in the lists; the surest first. */
export function openProposals(queries: Queries) {
  return queries
    .selectFrom('version_proposal as p')
    .innerJoin('expression as e', 'e.id', 'p.expression_id')
    .innerJoin('expression as o', 'o.id', 'p.other_id')
    .innerJoin('work as w', 'w.id', 'e.work_id')
    .innerJoin('work as v', 'v.id', 'o.work_id')
    .select(['p.expression_id', 'p.other_id', 'p.confidence', 'p.why'])
    .select(['e.work_id', 'e.language', 'o.work_id as other_work_id', 'o.language as other_language'])
    .select(['v.title as other_title', 'v.version as other_version'])
    .where('p.state', '=', 'open')
    .where('w.withdrawn', '=', false)
    .where('v.withdrawn', '=', false)
    .whereRef('e.work_id', '<>', 'o.work_id')
    .orderBy('p.confidence', 'desc')
    .orderBy('p.other_id')
    .execute();
}

/** Settles proposals between two sets of texts, whichever was the later. */
export async function settleProposals(
  queries: Queries,
  ones: readonly string[],
  others: readonly string[],
  state: 'accepted' | 'declined',
): Promise<void> {
  const [left, right] = [
    [...ones, ''],
    [...others, ''],
  ];
  await queries
    .updateTable('version_proposal')
    .set({ state })
    .where('state', '=', 'open')
    .where((row) =>
      row.or([
        row.and([row('expression_id', 'in', left), row('other_id', 'in', right)]),
        row.and([row('expression_id', 'in', right), row('other_id', 'in', left)]),
      ]),
    )
    .execute();
}

/** Texts in other languages that a new one could be a version of: of works in the lists, on the same day or on none known. */
export function versionCandidates(
  queries: Queries,
  { language, date, workId }: { language: ExpressionTable['language']; date: string | null; workId: string },
) {
  const all = queries
    .selectFrom('expression')
    .innerJoin('work', 'work.id', 'expression.work_id')
    .select(['expression.id', 'expression.language', 'work.id as work_id', 'work.title', 'work.date'])
    .where('expression.language', 'not in', [language, 'und'])
    .where('work.withdrawn', '=', false)
    .where('work.id', '<>', workId)
    .orderBy('expression.id', 'desc');
  return (
    date === null ? all : all.where((row) => row.or([row('work.date', '=', date), row('work.date', 'is', null)]))
  ).execute();
}
