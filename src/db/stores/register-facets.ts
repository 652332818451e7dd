import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { facetValues, PACKED_FACETS, type PackedFacet } from '../facet-code.ts';
import { type FilterPart, HAS_REVIEW, HAS_TARGET, partsOf, type RegisterFilter, whereAll } from './register-filter.ts';

/** The facets of which a commitment has other than one value of a short list: how each is read off a row of `base`. */
const COUNTED = {
  work: sql`select 'work' as facet, b.work_id as value from base b`,
  actor: sql`select 'actor' as facet, a as value from base b, unnest(b.actors) a`,
  place: sql`select 'place' as facet, p as value from base b, unnest(b.places) p`,
  target: sql`select 'target' as facet, 'some' as value from base b where b.has_target`,
  review: sql`select 'review' as facet, 'set' as value from base b where b.has_review`,
} as const satisfies Partial<Record<FilterPart, RawBuilder<unknown>>>;

type CountedFacet = keyof typeof COUNTED;

export type FacetPart = PackedFacet | CountedFacet;

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

const COUNTED_FACETS = Object.keys(COUNTED) as CountedFacet[];
const PARTS: readonly FacetPart[] = [...PACKED_FACETS, ...COUNTED_FACETS];

interface Counted extends FacetCount {
  readonly facet: FacetPart | 'code';
}

const isPacked = (part: FilterPart): part is PackedFacet => (PACKED_FACETS as readonly string[]).includes(part);

/**
 * Counts in one statement, so that all numbers are of one moment. What every row has one value of is packed in a number:
 * the numbers are counted under all that is chosen besides such facets, and the facets taken apart from them here. The
 * database keeps the counts of the whole register (`register_tally`); rows are only read for what goes beyond them.
 */
export async function registerCounts(queries: Queries, filter: RegisterFilter): Promise<RegisterCounts> {
  const parts = partsOf(filter);
  const chosen = parts.filter(isPacked);
  const beyond = parts.filter((part) => !isPacked(part));
  const free = COUNTED_FACETS.filter((part) => !parts.includes(part));
  const counts = [
    beyond.length === 0 ? fromTally(['code']) : codesOf(whereAll(filter, chosen)),
    ...(parts.length === 0 ? [fromTally(free)] : free.length > 0 ? [membersOf(free, whereAll(filter))] : []),
    ...COUNTED_FACETS.filter((part) => parts.includes(part)).map((part) => membersOf([part], whereAll(filter, [part]))),
  ];
  const { rows } = await sql<Counted>`
    select counted.facet, counted.value, work.title as label, counted.count::integer as count
    from (${sql.join(counts, sql` union all `)}) counted
    left join work on counted.facet = 'work' and work.id = counted.value`.execute(queries);
  return takenApart(rows, filter, chosen);
}

/** What the database keeps of the whole register. */
function fromTally(facets: readonly string[]): RawBuilder<unknown> {
  return sql`(select facet, value, sum(count) as count from register_tally where facet = any(${[...facets]}::text[])
    group by facet, value having sum(count) <> 0)`;
}

function codesOf(condition: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`(select 'code' as facet, c.facet_code::text as value, count(*) as count
    from commitment c where ${condition} group by c.facet_code)`;
}

/** Some facets of the rows under one condition; the rows are looked for once. */
function membersOf(facets: readonly CountedFacet[], condition: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`(with base as materialized (
      select c.work_id, c.actors, c.places, ${HAS_TARGET} as has_target, ${HAS_REVIEW} as has_review
      from commitment c where ${condition})
    select facet, value, count(*) as count
    from (${sql.join(
      facets.map((facet) => COUNTED[facet]),
      sql` union all `,
    )}) member group by facet, value)`;
}

function takenApart(rows: readonly Counted[], filter: RegisterFilter, chosen: readonly PackedFacet[]): RegisterCounts {
  const sums = new Map<string, Counted>();
  let total = 0;
  for (const { facet, value, count } of rows) {
    if (facet !== 'code') continue;
    const values = facetValues(Number(value));
    const missed = chosen.filter((part) => !(filter[part] as readonly string[]).includes(values[part]));
    if (missed.length === 0) total += count;
    for (const part of PACKED_FACETS) {
      // A facet is counted under all the others.
      if (missed.some((one) => one !== part)) continue;
      const key = `${part} ${values[part]}`;
      sums.set(key, { facet: part, value: values[part], label: null, count: (sums.get(key)?.count ?? 0) + count });
    }
  }
  const found = [...rows, ...sums.values()];
  return {
    total,
    facets: Object.fromEntries(PARTS.map((part) => [part, sorted(found.filter((row) => row.facet === part))])) as never,
  };
}

function sorted(counts: readonly FacetCount[]): FacetCount[] {
  return counts
    .map(({ value, label, count }) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
