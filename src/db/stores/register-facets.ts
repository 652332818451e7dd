import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { facetValues, PACKED_FACETS, type PackedFacet } from '../facet-code.ts';
import { type FilterPart, HAS_REVIEW, HAS_TARGET, type RegisterFilter, whereAll } from './register-filter.ts';

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

/** Facets of which a commitment has the one value or none. */
const HAVING = {
  target: { value: 'some', condition: HAS_TARGET },
  review: { value: 'set', condition: HAS_REVIEW },
} as const;

export type FacetPart = keyof typeof COLUMNS | keyof typeof HAVING;

export interface FacetCount {
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
}

/** The total, and the count of each value of each facet with every other facet applied, most frequent first. */
export interface RegisterCounts {
  readonly total: number;
  readonly facets: Readonly<Record<FacetPart, readonly FacetCount[]>>;
}

const COUNTED = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const PARTS: readonly FacetPart[] = [...COUNTED, ...(Object.keys(HAVING) as (keyof typeof HAVING)[])];
const LISTS = new Set<FacetPart>(['actor', 'place']);

interface Counted extends FacetCount {
  readonly facet: FacetPart | 'code';
}

/**
 * Counts in one statement, so that all numbers are of one moment. What every row has one value of is counted in one pass over
 * the packed numbers, unless the reader has chosen values of it.
 */
export async function registerCounts(queries: Queries, filter: RegisterFilter): Promise<RegisterCounts> {
  const chosen = (part: FacetPart) => (filter[part]?.length ?? 0) > 0;
  const packed = PACKED_FACETS.filter((part) => !chosen(part));
  const alone = COUNTED.filter((part) => !(packed as readonly FacetPart[]).includes(part));
  const counts = [
    sql`select 'code' as facet, c.facet_code::text as value, count(*) as count
      from commitment c where ${whereAll(filter)} group by c.facet_code`,
    ...alone.map((part) => (LISTS.has(part) ? countMembers(part, filter) : countValues(part, filter))),
    ...(Object.keys(HAVING) as (keyof typeof HAVING)[]).map((part) => countHaving(part, filter)),
  ];
  const { rows } = await sql<Counted>`
    select counted.facet, counted.value, work.title as label, counted.count::integer as count
    from (${sql.join(counts, sql` union all `)}) counted
    left join work on counted.facet = 'work' and work.id = counted.value`.execute(queries);
  const codes = rows.filter((row) => row.facet === 'code');
  const found = [...rows, ...unpack(codes, packed)];
  return {
    total: codes.reduce((sum, { count }) => sum + count, 0),
    facets: Object.fromEntries(PARTS.map((part) => [part, sorted(found.filter((row) => row.facet === part))])) as never,
  };
}

function unpack(codes: readonly Counted[], packed: readonly PackedFacet[]): Counted[] {
  const sums = new Map<string, Counted>();
  for (const { value: code, count } of codes) {
    const values = facetValues(Number(code));
    for (const facet of packed) {
      const key = `${facet} ${values[facet]}`;
      sums.set(key, { facet, value: values[facet], label: null, count: (sums.get(key)?.count ?? 0) + count });
    }
  }
  return [...sums.values()];
}

function sorted(counts: readonly FacetCount[]): FacetCount[] {
  return counts
    .map(({ value, label, count }) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function countValues(part: keyof typeof COLUMNS, filter: RegisterFilter): RawBuilder<unknown> {
  const column = sql.ref(`c.${COLUMNS[part]}`);
  return sql`select ${sql.lit(part)} as facet, ${column} as value, count(*) as count
    from commitment c where ${whereAll(filter, part satisfies FilterPart)} group by ${column}`;
}

/** A facet of which a commitment has any number of values. */
function countMembers(part: keyof typeof COLUMNS, filter: RegisterFilter): RawBuilder<unknown> {
  return sql`select ${sql.lit(part)} as facet, member.value, count(*) as count
    from (select unnest(${sql.ref(`c.${COLUMNS[part]}`)}) as value
      from commitment c where ${whereAll(filter, part satisfies FilterPart)}) member
    group by member.value`;
}

function countHaving(part: keyof typeof HAVING, filter: RegisterFilter): RawBuilder<unknown> {
  const { value, condition } = HAVING[part];
  return sql`select ${sql.lit(part)} as facet, ${sql.lit(value)} as value, count(*) as count
    from commitment c where ${condition} and ${whereAll(filter, part)} having count(*) > 0`;
}
