import { type RawBuilder, sql } from 'kysely';
import { type Language, searchTerms } from '../../kernel/index.ts';
import type { Decision } from '../../register/index.ts';
import type { Kind, Sector, Strength } from '../../vocabulary/index.ts';
import type { Queries } from '../connect.ts';
import { facetPlace, PACKED_FACETS, type PackedFacet } from '../facet-code.ts';
import { familyIds } from './entities.ts';

type Many<T> = readonly T[] | undefined;

/** What the register is narrowed to; a part left out or empty narrows nothing, values of one part are alternatives. */
export interface RegisterFilter {
  /** Words that must all stand in the quote, folded; in quotation marks as one. */
  readonly q?: string | undefined;
  readonly work?: Many<string>;
  readonly expression?: Many<string>;
  readonly kind?: Many<Kind>;
  readonly strength?: Many<Strength>;
  readonly actor?: Many<string>;
  readonly sector?: Many<Sector>;
  readonly place?: Many<string>;
  readonly instrument?: Many<string>;
  readonly mechanism?: Many<string>;
  readonly due?: Many<'dated' | 'soon' | 'none'>;
  /** `some`: a number with a unit is aimed at. */
  readonly target?: Many<'some'>;
  /** `set`: a person chose a day to look at it again. */
  readonly review?: Many<'set'>;
  /** Whether a task that the seat sees keeps it. `none` asks for what is owed and nobody was given. */
  readonly task?: Many<'given' | 'none'>;
  readonly decision?: Many<Decision>;
  readonly language?: Many<Language>;
  /** Entries of the registers: what names them, what was merged into them, or what they followed. */
  readonly entity?: Many<string>;
  readonly anchored?: 'true' | 'false' | undefined;
}

/** A filter with the commitments found that hold its words; without them where there are too many, or none are searched for. */
export interface FoundFilter extends RegisterFilter {
  readonly found?: readonly string[] | undefined;
  /** All that the whole filter leaves, where it is known and not too many. */
  readonly left?: readonly string[] | undefined;
}

/** Commitments that are found before all else; of more, the rows are read in their order. */
const FOUND_FIRST = 2_000;

/** Finds the commitments that hold the words of a filter, or that the whole of it leaves, where these are few. Of the present alone. */
export async function withFound(queries: Queries, filter: RegisterFilter): Promise<FoundFilter> {
  const terms = searchTerms(filter.q ?? '');
  const parts = partsOf(filter);
  const inBits = askedOfBits(filter);
  if (inBits !== null && (terms.length > 0 || parts.length > 1)) {
    const { rows } = await sql<{ id: string | null }>`
      select register_found(${inBits.terms}::text[], ${inBits.parts}::text[], ${inBits.values}::text[], ${FOUND_FIRST}) as id`.execute(
      queries,
    );
    const ids = rows.flatMap(({ id }) => id ?? []);
    if (ids.length === rows.length) return parts.length > 1 ? { ...filter, left: ids } : { ...filter, found: ids };
  }
  if (terms.length === 0) return filter;
  const { rows } = await sql<{ id: string | null }>`
    select commitments_worded(${terms}::text[], ${FOUND_FIRST + 1}) as id`.execute(queries);
  const ids = rows.flatMap(({ id }) => id ?? []);
  return ids.length < rows.length || ids.length > FOUND_FIRST ? filter : { ...filter, found: ids };
}

/** Parts of a filter that the database keeps bits for, besides words. */
const IN_BITS: readonly FilterPart[] = [...PACKED_FACETS, 'work', 'actor', 'place', 'target', 'review'];

/** The words and the values of parts that bits are asked for, values beside their parts; null where a filter has parts without bits. */
export interface AskedOfBits {
  readonly terms: readonly string[];
  readonly parts: readonly string[];
  readonly values: readonly string[];
}

export function askedOfBits(filter: RegisterFilter): AskedOfBits | null {
  const parts = partsOf(filter).filter((part) => part !== 'q');
  if (!parts.every((part) => IN_BITS.includes(part))) return null;
  const asked = parts.flatMap((part) =>
    (filter[part] as readonly string[]).map((value) => [part, isPacked(part) ? placeOf(part, value) : value] as const),
  );
  return {
    terms: searchTerms(filter.q ?? ''),
    parts: asked.map(([part]) => part),
    values: asked.map(([, value]) => value),
  };
}

export const isPacked = (part: FilterPart): part is PackedFacet => (PACKED_FACETS as readonly string[]).includes(part);

function placeOf(part: PackedFacet, value: string): string {
  return String((facetPlace(part).values as readonly string[]).indexOf(value));
}

export type FilterPart = keyof RegisterFilter;

type Condition = RawBuilder<boolean>;

const ONE_OF = { work: 'work_id', expression: 'expression_id' } as const;

const ANY_OF = { actor: 'actors', place: 'places', instrument: 'instruments', mechanism: 'mechanisms' } as const;

/** As the partial indexes say them. */
export const HAS_TARGET: Condition = sql`c.targets > 0`;
export const HAS_REVIEW: Condition = sql`c.review_on is not null`;

/** The place of a row's value among those of a packed facet. */
export function facetOf(part: PackedFacet): RawBuilder<number> {
  return sql.ref(`c.${part}`);
}

/** A packed facet has one of these values. */
function isOneOf(part: PackedFacet, values: readonly string[]): Condition {
  const known: readonly string[] = facetPlace(part).values;
  return sql`${facetOf(part)} = any(${values.map((value) => known.indexOf(value))}::smallint[])`;
}

/** The condition of each part that narrows, for the table `register_row` under the name `c`. */
function conditions(filter: FoundFilter): Map<FilterPart, Condition> {
  const found = new Map<FilterPart, Condition>();
  for (const [part, column] of Object.entries(ONE_OF) as [keyof typeof ONE_OF, string][]) {
    const values = filter[part];
    if (values?.length) found.set(part, sql`${sql.ref(`c.${column}`)} = any(${[...values]}::text[])`);
  }
  for (const part of PACKED_FACETS) {
    const values = filter[part];
    if (values?.length) found.set(part, isOneOf(part, values));
  }
  for (const [part, column] of Object.entries(ANY_OF) as [keyof typeof ANY_OF, string][]) {
    const values = filter[part];
    if (values?.length) found.set(part, sql`${sql.ref(`c.${column}`)} && ${[...values]}::text[]`);
  }
  if (filter.target?.length) found.set('target', HAS_TARGET);
  if (filter.review?.length) found.set('review', HAS_REVIEW);
  if (filter.task?.length) found.set('task', sql`(${sql.join(filter.task.map(ofTasks), sql` or `)})`);
  const terms = searchTerms(filter.q ?? '');
  if (filter.entity?.length) {
    found.set(
      'entity',
      sql`exists (select 1 from entity_mention m where m.expression_id = c.expression_id
        and m.span_start >= c.span_start and m.span_end <= c.span_end and m.entity_id in (${familyIds(filter.entity)}))`,
    );
  }
  if (filter.anchored !== undefined) found.set('anchored', sql`c.anchored = ${filter.anchored === 'true'}`);
  // Last, as the dearest.
  if (terms.length > 0) found.set('q', filter.found ? sql`c.id = any(${[...filter.found]}::text[])` : worded(terms));
  return found;
}

function worded(terms: readonly string[]): Condition {
  const all = terms.map((term) => sql`strpos(s.search, ${term}) > 0`);
  return sql`exists (select 1 from register_words s where s.id = c.id and ${sql.join(all, sql` and `)})`;
}

/** The parts that narrow. */
export function partsOf(filter: RegisterFilter): FilterPart[] {
  return [...conditions(filter).keys()];
}

function ofTasks(state: 'given' | 'none'): Condition {
  return state === 'given'
    ? sql`c.id in (select k.commitment_id from task_keeps k)`
    : sql`(${IS_OWED} and not exists (select 1 from task_keeps k where k.commitment_id = c.id))`;
}

/** An undertaking that nobody rejected. */
export const IS_OWED: Condition = sql`(${isOneOf('kind', ['commitment'])} and not ${isOneOf('decision', ['rejected'])})`;

/**
 * All conditions joined, without those of the parts left out; what is in no list never counts. A commitment cited in several
 * languages is one entry, but where single texts are asked for, each shows the words it holds.
 */
export function whereAll(filter: FoundFilter, leftOut: readonly FilterPart[] = []): Condition {
  const parts = [...conditions(filter)].filter(([part]) => !leftOut.includes(part)).map(([, condition]) => condition);
  const listed = filter.expression?.length ? sql`c.cited` : sql`c.listed`;
  return sql`${sql.join([listed, ...parts], sql` and `)}`;
}
