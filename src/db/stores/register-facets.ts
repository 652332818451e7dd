import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { type FilterPart, type RegisterFilter, whereAll } from './register-filter.ts';

/** The facets of the register and the column each counts. */
const COLUMNS = {
  work: 'work_id',
  kind: 'kind',
  strength: 'strength',
  actor: 'actors',
  sector: 'sector',
  place: 'places',
  due: 'due_state',
  decision: 'decision',
  language: 'language',
} as const;

export type FacetPart = keyof typeof COLUMNS;

export interface FacetCount {
  readonly facet: FacetPart;
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
}

/** The total, and the count of each value of each facet with every other facet applied, most frequent first. */
export interface RegisterCounts {
  readonly total: number;
  readonly facets: Readonly<Record<FacetPart, readonly FacetCount[]>>;
}

const PARTS = Object.keys(COLUMNS) as FacetPart[];
const LISTS = new Set<FacetPart>(['actor', 'place']);

/** Counts in one statement, so that all numbers are of one moment. */
export async function registerCounts(queries: Queries, filter: RegisterFilter): Promise<RegisterCounts> {
  const narrowing = PARTS.filter((part) => filter[part]?.length);
  const shared = PARTS.filter((part) => !narrowing.includes(part));
  const counts = [
    totals(filter),
    groups(
      shared.filter((part) => !LISTS.has(part)),
      filter,
    ),
    ...shared.filter((part) => LISTS.has(part)).map((part) => listValues(part, filter)),
    ...narrowing.map((part) => (LISTS.has(part) ? listValues(part, filter, part) : groups([part], filter, part))),
  ].filter((query) => query !== null);
  const { rows } = await sql<Omit<FacetCount, 'facet'> & { facet: FacetPart | 'total' }>`
    select counted.facet, counted.value, work.title as label, counted.count::integer as count
    from (${sql.join(counts, sql` union all `)}) counted
    left join work on counted.facet = 'work' and work.id = counted.value
    order by counted.count desc, counted.value collate "C"`.execute(queries);
  return {
    total: rows.find((row) => row.facet === 'total')?.count ?? 0,
    facets: Object.fromEntries(PARTS.map((part) => [part, rows.filter((row) => row.facet === part)])) as never,
  };
}

function totals(filter: RegisterFilter): RawBuilder<unknown> {
  return sql`select 'total' as facet, '' as value, count(*) as count from commitment c where ${whereAll(filter)}`;
}

/** Facets whose commitments have one value each, counted in one pass. */
function groups(parts: readonly FacetPart[], filter: RegisterFilter, leftOut?: FilterPart): RawBuilder<unknown> | null {
  if (parts.length === 0) return null;
  const column = (part: FacetPart) => sql.ref(`c.${COLUMNS[part]}`);
  const facet = sql.join(
    parts.map((part) => sql`when grouping(${column(part)}) = 0 then ${sql.lit(part)}`),
    sql` `,
  );
  const value = sql`coalesce(${sql.join(parts.map(column))})`;
  const sets = sql.join(parts.map((part) => sql`(${column(part)})`));
  return sql`select case ${facet} end as facet, ${value} as value, count(*) as count
    from commitment c where ${whereAll(filter, leftOut)} group by grouping sets (${sets})`;
}

/** A facet whose commitments have any number of values. */
function listValues(part: FacetPart, filter: RegisterFilter, leftOut?: FilterPart): RawBuilder<unknown> {
  return sql`select ${sql.lit(part)} as facet, listed.value, count(*) as count
    from commitment c cross join lateral unnest(${sql.ref(`c.${COLUMNS[part]}`)}) as listed(value)
    where ${whereAll(filter, leftOut)} group by listed.value`;
}
