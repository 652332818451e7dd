import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { facetPlace, facetValues, KEPT_UNDER, PACKED_FACETS, type PackedFacet, underOf } from '../facet-code.ts';
import {
  askedOfBits,
  type FilterPart,
  type FoundFilter,
  HAS_REVIEW,
  HAS_TARGET,
  IS_OWED,
  isPacked,
  partsOf,
  type RegisterFilter,
  whereAll,
} from './register-filter.ts';
import { rowsAsTheyStood } from './register-rows.ts';
import type { RegisterThen } from './register-then.ts';

/** The column of `register_row` that rows are put together by, for each facet: the packed number, and what is not packed in it. */
const COLUMNS = { code: 'facet_code', work: 'work_id', actor: 'actors', place: 'places' } as const;
const FLAGS = { target: ['some', HAS_TARGET], review: ['set', HAS_REVIEW] } as const;

type Read = keyof typeof COLUMNS | keyof typeof FLAGS;
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

const COUNTED_FACETS = ['work', 'actor', 'place', 'target', 'review'] as const satisfies readonly Read[];
const PARTS: readonly FacetPart[] = [...PACKED_FACETS, ...COUNTED_FACETS];

interface Counted extends FacetCount {
  readonly facet: FacetPart | 'code';
}

/**
 * Counts in one statement, so that all numbers are of one moment. What every row has one value of is packed in a number:
 * the numbers are counted under all that is chosen besides such facets, and the facets taken apart from them here. The
 * database keeps the counts of the whole register (`register_tally`); rows are only read for what goes beyond them.
 * @param past how the register stood, counted from its rows; null for how it stands
 */
export async function registerCounts(
  queries: Queries,
  filter: FoundFilter,
  past: RegisterThen | null = null,
): Promise<RegisterCounts> {
  const parts = partsOf(filter);
  const inBits = past === null && filter.found === undefined ? await countedInBits(queries, filter, parts) : null;
  if (inBits !== null) return inBits;
  const chosen = parts.filter(isPacked);
  const beyond = parts.filter((part) => !isPacked(part));
  const free = COUNTED_FACETS.filter((part) => !parts.includes(part));
  const counted = (read: readonly Read[], under: readonly FilterPart[], leftOut: readonly FilterPart[] = []) =>
    past !== null
      ? fromRows(read, whereAll(filter, leftOut))
      : under.length === 0
        ? tallied(read)
        : (paired(read, filter, under) ?? fromRows(read, whereAll(filter, leftOut)));
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
    ${past === null ? sql`` : rowsAsTheyStood(past)}
    select counted.facet, counted.value, work.title as label, counted.count::integer as count
    from (${sql.join(counts, sql` union all `)}) counted
    left join work on counted.facet = 'work' and work.id = counted.value`.execute(queries);
  return takenApart(rows, filter, chosen);
}

/** Counted by laying bits over one another; null for what has none, or is kept as counts. */
async function countedInBits(
  queries: Queries,
  filter: FoundFilter,
  parts: readonly FilterPart[],
): Promise<RegisterCounts | null> {
  const asked = askedOfBits(filter);
  if (asked === null || parts.length === 0 || (parts.length === 1 && parts.every(isPacked))) return null;
  const { rows } = await sql<Counted | (Omit<Counted, 'facet'> & { readonly facet: 'total' })>`
    select counted.facet, counted.value, work.title as label, counted.count
    from register_counted(${asked.terms}::text[], ${asked.parts}::text[], ${asked.values}::text[]) counted
    left join work on counted.facet = 'work' and work.id = counted.value`.execute(queries);
  const total = rows.find(({ facet }) => facet === 'total');
  if (total === undefined) return null;
  const counts = rows.flatMap((row): Counted[] => {
    if (row.facet === 'total') return [];
    const value = isPacked(row.facet as FilterPart)
      ? facetPlace(row.facet as PackedFacet).values[Number(row.value)]
      : row.value;
    return [{ ...row, value: value ?? '' }];
  });
  return { total: total.count, facets: byFacet(counts) };
}

/** Counts of the whole register as it stands, which the database keeps. */
function tallied(read: readonly Read[]): RawBuilder<unknown> {
  return sql`(select facet, value, sum(count) as count from register_tally where facet = any(${[...read]}::text[])
    group by facet, value having sum(count) <> 0)`;
}

/**
 * Counts the database keeps under one facet of those it packs (`code` aside), or under what tasks keep; null for what it keeps none of.
 * Whoever stands before no wall has the rows counted, and so have the few that only internal tasks keep where a seat does not see
 * all of these.
 */
function paired(read: readonly Read[], filter: FoundFilter, under: readonly FilterPart[]): RawBuilder<unknown> | null {
  const [part, ...others] = under;
  if (part === undefined || others.length > 0) return null;
  if (isPacked(part)) {
    if (read.includes('code')) return null;
    return kept(read, sql`count`, filter[part]?.map((value) => underOf(part, value)) ?? [], sql`true`);
  }
  const asked = part === 'task' ? (filter.task ?? []) : [];
  if (asked.length === 0) return null;
  // What has none is what is owed without what is owed and given.
  const { given, owed, givenOwed } = KEPT_UNDER;
  const weights = new Map([
    ...(asked.includes('given') ? [[given, 1] as const] : []),
    ...(asked.includes('none') ? [[owed, 1] as const, [givenOwed, -1] as const] : []),
  ]);
  const weighed = [...weights].map(([code, weight]) => sql`when ${sql.lit(code)} then ${sql.lit(weight)}`);
  const summed = kept(read, sql`count * case under ${sql.join(weighed, sql` `)} end`, [...weights.keys()], BEHIND_WALL);
  const whole = fromRows(read, sql`${whereAll({ task: asked })} and current_setting('role') = 'none'`);
  const inner = asked.map((state) => {
    const rows = fromRows(read, sql`${INTERNAL_ONLY} and ${state === 'none' ? IS_OWED : sql`true`}`);
    return sql`select facet, value, ${state === 'none' ? sql`-count` : sql`count`} as count from ${rows} ${sql.ref(`of_${state}`)}`;
  });
  return sql`(select facet, value, sum(count) as count from (
    select * from ${summed} summed
    union all select * from ${whole} whole union all ${sql.join(inner, sql` union all `)}) parts
    group by facet, value having sum(count) <> 0)`;
}

const BEHIND_WALL = sql<boolean>`current_setting('role') <> 'none'`;

/** What a seat that does not see all of its side sees besides what open tasks keep. */
const INTERNAL_ONLY = sql<boolean>`c.listed and ${BEHIND_WALL} and not (select seat_keeps())
  and c.id in (select k.commitment_id from task_keeps k where k.audience = 'internal')
  and not exists (select 1 from register_kept o where o.commitment_id = c.id)`;

function kept(
  read: readonly Read[],
  count: RawBuilder<unknown>,
  under: readonly number[],
  where: RawBuilder<boolean>,
): RawBuilder<unknown> {
  return sql`(select facet, value, sum(${count}) as count from register_pair
    where under = any (${[...under]}::smallint[]) and facet = any (${[...read]}::text[]) and ${where}
    group by facet, value having sum(${count}) <> 0)`;
}

/** Counts of rows from one reading of them, which puts those together that count for the same. */
function fromRows(read: readonly Read[], where: RawBuilder<boolean>): RawBuilder<unknown> {
  const sets = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter((part) => read.includes(part));
  const flags = (Object.keys(FLAGS) as (keyof typeof FLAGS)[]).filter((part) => read.includes(part));
  const columns = sets.map((part) => sql.ref(`c.${COLUMNS[part]}`));
  // Every row is in one group of these: what is flagged is summed up over them.
  const whole = sets.find((part) => part === 'code' || part === 'work');
  const flagged = flags.map((part) => sql`count(*) filter (where ${FLAGS[part][1]}) as ${sql.ref(part)}`);
  const counts = [
    ...sets.map(ofGroups),
    ...flags.map((part) =>
      whole === undefined
        ? sql`select ${part} as facet, ${FLAGS[part][0]} as value, count(*) as count from register_row c
          where ${FLAGS[part][1]} and ${where} having count(*) > 0`
        : sql`select ${part} as facet, ${FLAGS[part][0]} as value, sum(${sql.ref(part)}) as count from grouped
          where ${sql.ref(`of_${whole}`)} having sum(${sql.ref(part)}) > 0`,
    ),
  ];
  const grouped = sql`with grouped as materialized (
      select ${sql.join([
        ...columns,
        ...sets.map((part, index) => sql`grouping(${columns[index]}) = 0 as ${sql.ref(`of_${part}`)}`),
        ...(whole === undefined ? [] : flagged),
        sql`count(*) as n`,
      ])} from register_row c where ${where} group by grouping sets (${sql.join(columns.map((column) => sql`(${column})`))}))`;
  return sql`(${sets.length === 0 ? sql`` : grouped} ${sql.join(counts, sql` union all `)})`;
}

function ofGroups(part: keyof typeof COLUMNS): RawBuilder<unknown> {
  const of = sql`${sql.ref(`of_${part}`)}`;
  if (part === 'actor' || part === 'place') {
    // Each list is taken apart once, however many commitments have it.
    return sql`select ${part} as facet, value, sum(n) as count
      from (select unnest(${sql.ref(COLUMNS[part])}) as value, n from grouped where ${of}) one group by value`;
  }
  return sql`select ${part} as facet, ${sql.ref(COLUMNS[part])}::text as value, n as count from grouped where ${of}`;
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
  return { total, facets: byFacet(found) };
}

function byFacet(counts: readonly Counted[]): RegisterCounts['facets'] {
  return Object.fromEntries(PARTS.map((part) => [part, sorted(counts.filter((row) => row.facet === part))])) as never;
}

function sorted(counts: readonly FacetCount[]): FacetCount[] {
  return counts
    .map(({ value, label, count }) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Makes what the database keeps of counts under facets and tasks, and its bits, anew. */
export async function remakePairs(queries: Queries): Promise<void> {
  await sql`select remake_pairs(), remake_bits()`.execute(queries);
}

/** How many rows more than it needs a word may have, and how many words are put together in one transaction. */
const SPARE_ROWS = 16;
const WORDS_TOGETHER = 2_000;

/** Puts some words of the register together that many imports entered; returns how many rows it took, 0 where nothing is left to do. */
export async function putWordsTogether(queries: Queries, spare = SPARE_ROWS): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select put_words_together(${sql.lit(WORDS_TOGETHER)}, ${sql.lit(spare)}) as taken`.execute(queries);
  return rows[0]?.taken ?? 0;
}
