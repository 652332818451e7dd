import { type Selectable, sql } from 'kysely';
import type { ActionBody } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import type { CommitmentTable, SuggestionActionTable, WorkTable } from '../tables.ts';

const READ = [
  ...(['id', 'expression_id', 'language', 'quote', 'span_start', 'decision', 'reject_reason'] as const),
  ...(['kind', 'actors', 'action', 'strength', 'sector', 'due_text', 'due_from', 'due_to', 'instruments'] as const),
  ...(['mechanisms', 'places', 'lead', 'coordinators', 'report', 'targets'] as const),
] as const satisfies readonly (keyof CommitmentTable)[];

/** A commitment people decided on or marked, with its work and what the rules had last proposed. */
export type DecidedRecord = Pick<Selectable<CommitmentTable>, (typeof READ)[number]> &
  Pick<WorkTable, 'title' | 'parties'> & {
    /** As the text was read. */
    readonly relation: string | null;
    readonly proposed: Extract<ActionBody, { type: 'propose' }> | null;
  };

/** Texts of the lists with the relation they were read as and the parties of their works. */
export function textRelations(
  queries: Queries,
): Promise<(Pick<DecidedRecord, 'relation' | 'parties'> & { readonly demonstration: boolean })[]> {
  return queries
    .selectFrom('expression')
    .innerJoin('work', 'work.id', 'expression.work_id')
    .leftJoin('text_description as d', 'd.expression_id', 'expression.id')
    .select(['work.parties', 'work.demonstration', 'd.relation'])
    .where('work.withdrawn', '=', false)
    .orderBy('expression.id')
    .execute();
}

/** Every commitment people decided on or marked in the works of the lists. */
export async function decidedRecords(queries: Queries): Promise<DecidedRecord[]> {
  const rows = await queries
    .selectFrom('commitment')
    .innerJoin('work', 'work.id', 'commitment.work_id')
    .select(READ.map((name) => `commitment.${name}` as const))
    .leftJoin('text_description as d', 'd.expression_id', 'commitment.expression_id')
    .select(['work.title', 'work.parties', 'd.relation'])
    .select(
      sql<Extract<ActionBody, { type: 'propose' }> | null>`(select a.body from action a
        where a.commitment_id = commitment.id and a.body ->> 'type' = 'propose'
        order by a.sequence desc limit 1)`.as('proposed'),
    )
    .where('work.withdrawn', '=', false)
    .where('commitment.retired', '=', false)
    .where((where) => where.or([where('decision', '<>', 'undecided'), where('origin', '=', 'person')]))
    .orderBy('commitment.id')
    .execute();
  return rows as DecidedRecord[];
}

/** Keys of the suggestions that people set aside, by relation. */
export async function suggestionsAside(queries: Queries): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<Pick<SuggestionActionTable, 'relation' | 'key'>>`
    select relation, key from (
      select distinct on (relation, key) relation, key, body from suggestion_action
      order by relation, key, sequence desc) as latest
    where body ->> 'type' = 'set-aside'`.execute(queries);
  const aside = new Map<string, Set<string>>();
  for (const { relation, key } of rows) aside.set(relation, (aside.get(relation) ?? new Set()).add(key));
  return aside;
}

/**
 * Appends to what was done with a suggestion.
 * @throws Problem `changed-meanwhile` where somebody else did at the same moment
 */
export async function appendSuggestionAction(
  queries: Queries,
  action: Omit<Selectable<SuggestionActionTable>, 'sequence' | 'hash'>,
): Promise<void> {
  const { last, side } = await queries
    .selectFrom('suggestion_action')
    .select(sql<number>`coalesce(max(sequence), 0)::integer`.as('last'))
    .select(sql<string | null>`servanda_party()`.as('side'))
    .where('relation', '=', action.relation)
    .where('key', '=', action.key)
    .where(sql<boolean>`side is not distinct from servanda_party()`)
    .executeTakeFirstOrThrow();
  await appendToLog(queries, 'suggestion', [{ ...action, side, sequence: last + 1 }]);
}
