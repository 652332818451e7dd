import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { facetValues, PACKED_FACETS, type PackedFacet } from '../facet-code.ts';
import { type FilterPart, HAS_REVIEW, HAS_TARGET, partsOf, type RegisterFilter, whereAll } from './register-filter.ts';
import { asItStood, type RegisterThen } from './register-then.ts';

/** How what is counted is read off a row of `base`: the packed number, and each facet that is not packed in it. */
const READ = {
  code: sql`select 'code' as facet, b.facet_code::text as value from base b`,
  work: sql`select 'work' as facet, b.work_id as value from base b`,
  actor: sql`select 'actor' as facet, a as value from base b, unnest(b.actors) a`,
  place: sql`select 'place' as facet, p as value from base b, unnest(b.places) p`,
  target: sql`select 'target' as facet, 'some' as value from base b where b.has_target`,
  review: sql`select 'review' as facet, 'set' as value from base b where b.has_review`,
} as const satisfies Partial<Record<FilterPart | 'code', RawBuilder<unknown>>>;

type Read = keyof typeof READ;
type CountedFacet = Exclude<Read, 'code'>;

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

const COUNTED_FACETS = (Object.keys(READ) as Read[]).filter((part) => part !== 'code');
const PARTS: readonly FacetPart[] = [...PACKED_FACETS, ...COUNTED_FACETS];

interface Counted extends FacetCount {
  readonly facet: FacetPart | 'code';
}

const isPacked = (part: FilterPart): part is PackedFacet => (PACKED_FACETS as readonly string[]).includes(part);

/**
 * Counts in one statement, so that all numbers are of one moment. What every row has one value of is packed in a number:
 * the numbers are counted under all that is chosen besides such facets, and the facets taken apart from them here. The
 * database keeps the counts of the whole register (`register_tally`); rows are only read for what goes beyond them.
 * @param past how the register stood, counted from its rows; null for how it stands
 */
export async function registerCounts(
  queries: Queries,
  filter: RegisterFilter,
  past: RegisterThen | null = null,
): Promise<RegisterCounts> {
  const parts = partsOf(filter);
  const chosen = parts.filter(isPacked);
  const beyond = parts.filter((part) => !isPacked(part));
  const free = COUNTED_FACETS.filter((part) => !parts.includes(part));
  const counted = (read: readonly Read[], under: readonly FilterPart[], leftOut: readonly FilterPart[] = []) =>
    under.length === 0 && past === null ? tallied(read) : fromRows(read, filter, leftOut);
  const counts = [
    ...(chosen.length === 0
      ? [counted(['code', ...free], parts)]
      : [counted(['code'], beyond, chosen), ...(free.length > 0 ? [counted(free, parts)] : [])]),
    ...COUNTED_FACETS.filter((part) => parts.includes(part)).map((part) =>
      counted(
        [part],
        parts.filter((other) => other !== part),
        [part],
      ),
    ),
  ];
  const { rows } = await sql<Counted>`
    ${past === null ? sql`` : asItStood(past)}
    select counted.facet, counted.value, work.title as label, counted.count::integer as count
    from (${sql.join(counts, sql` union all `)}) counted
    left join work on counted.facet = 'work' and work.id = counted.value`.execute(queries);
  return takenApart(rows, filter, chosen);
}

/** Counts of the whole register as it stands, which the database keeps. */
function tallied(read: readonly Read[]): RawBuilder<unknown> {
  return sql`(select facet, value, sum(count) as count from register_tally where facet = any(${[...read]}::text[])
    group by facet, value having sum(count) <> 0)`;
}

/** Counts under a filter without some of its parts, from one reading of the rows. */
function fromRows(read: readonly Read[], filter: RegisterFilter, leftOut: readonly FilterPart[]): RawBuilder<unknown> {
  return sql`(with base as materialized (
      select c.facet_code, c.work_id, c.actors, c.places, ${HAS_TARGET} as has_target, ${HAS_REVIEW} as has_review
      from commitment c where ${whereAll(filter, leftOut)})
    select facet, value, count(*) as count
    from (${sql.join(
      read.map((part) => READ[part]),
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
