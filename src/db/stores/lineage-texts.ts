import { type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { CommitmentTable, LineagePartTable, WorkTable } from '../tables.ts';

/** A text as lineage sees it: its present version, what its work is held to be, and whether it was compared as it is. */
export type LineageText = Pick<WorkTable, 'title' | 'type' | 'date' | 'parties' | 'demonstration'> & {
  readonly expression_id: string;
  readonly work_id: string;
  readonly manifestation_id: string;
  readonly name: string;
  /** What is known of its work, in one string: another one compares the text anew. */
  readonly basis: string;
  readonly traced: boolean;
};

/** What the description of a work rests on, and how often its text was read again; a text compared under another one is compared again. */
const basis = sql<string>`concat_ws(' ', w.type, w.date::text, array_to_string(w.parties, ','), r.times)`;

/** The present texts of the works that are not withdrawn, in order of their dates; those without one last. */
export async function lineageTexts(queries: Queries): Promise<LineageText[]> {
  const { rows } = await sql<LineageText>`
    select e.id as expression_id, w.id as work_id, m.id as manifestation_id, m.name, w.title, w.type,
      w.date::text as date, w.parties, w.demonstration, ${basis} as basis,
      exists (select from lineage_part p where p.expression_id = e.id and p.manifestation_id = m.id
        and p.basis = ${basis}) as traced
    from expression e
    join work w on w.id = e.work_id
    join lateral (select id, name from manifestation where expression_id = e.id order by version desc limit 1) m on true
    left join reread_coverage r on r.manifestation_id = m.id
    where not w.withdrawn
    order by w.date nulls last, w.id, e.id`.execute(queries);
  return rows;
}

/** The text of a version. */
export async function textOfManifestation(queries: Queries, id: string): Promise<string> {
  const row = await queries.selectFrom('manifestation').select('text').where('id', '=', id).executeTakeFirstOrThrow();
  return row.text;
}

/** Commitments that people changed since their text was compared. */
export interface ChangedCommitments {
  readonly expression_id: string;
  readonly commitments: readonly string[];
}

/** By text: what people corrected, rejected, added or took back since the text was compared; the index holds only such actions. */
export async function changedSinceTraced(queries: Queries): Promise<ChangedCommitments[]> {
  const { rows } = await sql<ChangedCommitments>`
    select c.expression_id, array_agg(distinct c.id) as commitments
    from action a
    join commitment c on c.id = a.commitment_id
    where a.body->>'type' in ('add', 'correct', 'reject', 'undo')
      and a.at > (select max(p.traced_at) from lineage_part p where p.expression_id = c.expression_id)
    group by c.expression_id
    order by c.expression_id`.execute(queries);
  return rows;
}

/** Whether a text was compared at all. */
export async function isTraced(queries: Queries, expressionId: string): Promise<boolean> {
  const row = await queries
    .selectFrom('lineage_part')
    .select('id')
    .where('expression_id', '=', expressionId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What lineage reads of the commitments of a text, further citations too: those that people did not reject. */
export type LineageCommitment = Pick<Selectable<CommitmentTable>, (typeof READ)[number]>;

const READ = [
  ...(['id', 'quote', 'span_start', 'span_end', 'language', 'kind', 'strength', 'sector', 'action'] as const),
  ...(['actors', 'due_text', 'due_from', 'due_to', 'instruments', 'mechanisms', 'places'] as const),
] as const satisfies readonly (keyof CommitmentTable)[];

export function lineageCommitments(queries: Queries, expressionId: string): Promise<LineageCommitment[]> {
  return queries
    .selectFrom('commitment')
    .select(READ)
    .where('expression_id', '=', expressionId)
    .where('cited', '=', true)
    .where('decision', '<>', 'rejected')
    .orderBy('span_start')
    .execute();
}

/** Puts the works found in a text in the place of those found before. */
export async function replaceParts(
  queries: Queries,
  expressionId: string,
  parts: readonly LineagePartTable[],
): Promise<void> {
  await queries.deleteFrom('lineage_part').where('expression_id', '=', expressionId).execute();
  await insertRows(queries, 'lineage_part', parts);
}

/** Every work inside a text that was compared, with the work of the register it stands in, the earliest first. */
export async function lineageParts(queries: Queries) {
  return queries
    .selectFrom('lineage_part')
    .innerJoin('expression', 'expression.id', 'lineage_part.expression_id')
    .innerJoin('work', 'work.id', 'expression.work_id')
    .selectAll('lineage_part')
    .select(['expression.work_id', 'expression.language', 'work.title as work_title', 'work.demonstration'])
    .where('work.withdrawn', '=', false)
    .orderBy('lineage_part.date', (order) => order.asc().nullsLast())
    .orderBy('lineage_part.id')
    .execute();
}

export type LineagePartRow = Awaited<ReturnType<typeof lineageParts>>[number];
