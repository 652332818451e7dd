import { type Selectable, sql } from 'kysely';
import type { Language } from '../../kernel/index.ts';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { EntityFactTable, EntityMentionTable } from '../tables.ts';

export type MentionRecord = Selectable<EntityMentionTable>;
export type FactRecord = Selectable<EntityFactTable>;

/** Replaces what was read in an expression by what its present text says. */
export async function replaceMentions(
  queries: Queries,
  expressionId: string,
  mentions: readonly MentionRecord[],
  facts: readonly FactRecord[],
): Promise<void> {
  await queries.deleteFrom('entity_mention').where('expression_id', '=', expressionId).execute();
  await queries.deleteFrom('entity_fact').where('expression_id', '=', expressionId).execute();
  await insertRows(queries, 'entity_mention', mentions);
  await insertRows(queries, 'entity_fact', facts);
}

/** Where a mention or fact stands, for showing it with its work. */
export interface Placed {
  readonly expression_id: string;
  readonly work_id: string;
  readonly work_title: string;
  readonly work_date: string | null;
  readonly language: Language;
}

export type PlacedFact = FactRecord & Placed & { readonly canonical: string };
export type PlacedMention = MentionRecord & Placed;

/** Facts about some entries and what was merged into them, of works that are not withdrawn, in order of date and text. */
export async function factsAbout(queries: Queries, canonical: readonly string[]): Promise<PlacedFact[]> {
  return queries
    .selectFrom('entity_fact as f')
    .innerJoin('entity as e', 'e.id', 'f.entity_id')
    .innerJoin('expression as x', 'x.id', 'f.expression_id')
    .innerJoin('work as w', 'w.id', 'x.work_id')
    .selectAll('f')
    .select(['e.canonical', 'x.work_id', 'x.language', 'w.title as work_title', 'w.date as work_date'])
    .where('e.canonical', '=', sql<string>`any(${[...canonical]}::text[])`)
    .where('w.withdrawn', '=', false)
    .orderBy('w.date', (order) => order.asc().nullsFirst())
    .orderBy('w.id')
    .orderBy('f.span_start')
    .orderBy('f.index')
    .execute();
}

/** Where some entries are named in the present texts, the latest work first; one page. */
export async function mentionsOf(
  queries: Queries,
  ids: readonly string[],
  page: { readonly offset: number; readonly limit: number },
): Promise<PlacedMention[]> {
  return queries
    .selectFrom('entity_mention as m')
    .innerJoin('expression as x', 'x.id', 'm.expression_id')
    .innerJoin('work as w', 'w.id', 'x.work_id')
    .selectAll('m')
    .select(['x.work_id', 'x.language', 'w.title as work_title', 'w.date as work_date'])
    .where('m.entity_id', '=', sql<string>`any(${[...ids]}::text[])`)
    .where('w.withdrawn', '=', false)
    .orderBy('w.date', (order) => order.desc().nullsLast())
    .orderBy('w.id')
    .orderBy('x.id')
    .orderBy('m.span_start')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

/** How often an entry (with what was merged into it) is named, in how many works, and how many listed commitments name it. */
export interface EntityCounts {
  readonly canonical: string;
  readonly mentions: number;
  readonly works: number;
  readonly commitments: number;
}

/** No quote is longer; it bounds the search for the commitment a mention stands in. */
const LONGEST_QUOTE = 6000;

/** How often entries are named; with a day (ISO), in works of that day and before, undated ones left out. */
export async function countsOfEntities(
  queries: Queries,
  canonical: readonly string[],
  until: string | null = null,
): Promise<EntityCounts[]> {
  const { rows } = await sql<EntityCounts>`
    select e.canonical, count(distinct (m.expression_id, m.index))::integer as mentions,
      count(distinct w.id)::integer as works, count(distinct c.id)::integer as commitments
    from entity e
    join entity_mention m on m.entity_id = e.id
    join expression x on x.id = m.expression_id
    join work w on w.id = x.work_id and not w.withdrawn and (${until}::date is null or w.date <= ${until}::date)
    left join commitment c on c.expression_id = m.expression_id and c.listed
      and c.span_start between m.span_start - ${LONGEST_QUOTE}::integer and m.span_start and c.span_end >= m.span_end
    where e.canonical = any(${[...canonical]}::text[])
    group by e.canonical`.execute(queries);
  return rows;
}
