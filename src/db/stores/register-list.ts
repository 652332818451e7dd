import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Language } from '../../kernel/index.ts';
import type { Queries } from '../connect.ts';
import { facetPlace, type PackedFacet } from '../facet-code.ts';
import type { CommitmentTable, WorkTable } from '../tables.ts';
import { type FoundFilter, facetOf, whereAll } from './register-filter.ts';
import { rowsAsTheyStood } from './register-rows.ts';
import type { RegisterThen } from './register-then.ts';

/** A row of the register with what it shows of its work. */
export type RegisterRecord = Pick<Selectable<CommitmentTable>, (typeof SHOWN)[number]> & {
  readonly work_title: WorkTable['title'];
  readonly work_date: WorkTable['date'];
  /** Languages of the other citations of the same commitment. */
  readonly also_in: readonly Language[];
  readonly source: SourceOfText;
};

/** The file a text was read from, and where the text begins in that of the file. */
export interface SourceOfText {
  readonly file: string;
  readonly sha256: string;
  readonly start: number;
}

const SHOWN = [
  ...(['id', 'work_id', 'expression_id', 'version', 'decision', 'origin', 'anchored', 'undoable'] as const),
  ...(['span_start', 'span_end', 'quote', 'language', 'path', 'page', 'kind', 'actors', 'action', 'strength'] as const),
  ...(['due_text', 'due_from', 'due_to', 'sector', 'instruments', 'mechanisms', 'places', 'targets'] as const),
  ...(['lead', 'coordinators', 'report', 'review_on', 'confidence', 'joined_to'] as const),
] as const satisfies readonly (keyof CommitmentTable)[];

/** The other citations of the commitment of a row `c`: those joined to it, or its entry and the others joined to that. */
const GROUP = sql<boolean>`(s.joined_to = coalesce(c.joined_to, c.id) or s.id = c.joined_to) and s.id <> c.id`;
const ALSO_IN = sql<
  Language[]
>`array(select distinct s.language from commitment s where ${GROUP} order by s.language)`.as('also_in');

/** The source of the text of a row, by the row's name in the query. */
function sourceOf(row: 'c' | 's') {
  return sourceOfText(sql.ref(`${row}.expression_id`));
}

function sourceOfText(expressionId: RawBuilder<unknown>) {
  return sql<SourceOfText>`(
    select jsonb_build_object('file', m.name, 'sha256', m.sha256, 'start', coalesce(m.part_start, 0)) from manifestation m
    where m.expression_id = ${expressionId} order by m.version desc limit 1)`.as('source');
}

const COLLATED = sql`collate "C"`;

/** By the rungs of a scale. */
const ladder = (part: PackedFacet) => facetOf(part);

/** By the names of the values. */
function named(part: PackedFacet): RawBuilder<unknown> {
  const { values } = facetPlace(part);
  const sorted = values.toSorted();
  return sql`(${values.map((value) => sorted.indexOf(value))}::int[])[${facetOf(part)} + 1]`;
}

/** What besides `register_row` a column is sorted by. */
const BESIDE = {
  quote: sql`join register_words s on s.id = c.id`,
  work: sql`join work w on w.id = c.work_id`,
  file: sql`left join (select distinct on (expression_id) expression_id, name, sha256 from manifestation
    order by expression_id, version desc) m on m.expression_id = c.expression_id`,
} as const;
const BESIDE_OF: Partial<Record<RegisterSort, RawBuilder<unknown>>> = { ...BESIDE, sha256: BESIDE.file };

/** What each column of the register is sorted by. */
const SORTS = {
  // The first letters as the index has them: the rest is sorted where these are the same.
  quote: sql`left(s.search, 60) ${COLLATED}`,
  work: sql`left(w.title, 200) ${COLLATED}`,
  date: sql`c.work_date`,
  path: sql`left(c.path_order, 200) ${COLLATED}`,
  page: sql`c.page`,
  kind: ladder('kind'),
  strength: ladder('strength'),
  actors: sql`array_to_string(c.actors, ' ') ${COLLATED}`,
  action: sql`c.action ${COLLATED}`,
  due: sql`c.due_on`,
  review: sql`c.review_on`,
  sector: named('sector'),
  instruments: sql`nullif(array_to_string(c.instruments, ' '), '') ${COLLATED}`,
  mechanisms: sql`nullif(array_to_string(c.mechanisms, ' '), '') ${COLLATED}`,
  places: sql`nullif(array_to_string(c.places, ' '), '') ${COLLATED}`,
  targets: sql`nullif(c.targets, 0)`,
  decision: ladder('decision'),
  confidence: sql`c.confidence`,
  language: named('language'),
  file: sql`m.name ${COLLATED}`,
  sha256: sql`m.sha256 ${COLLATED}`,
  start: sql`c.span_start`,
  end: sql`c.span_end`,
  'place-in-text': null,
} as const satisfies Record<string, RawBuilder<unknown> | null>;

export type RegisterSort = keyof typeof SORTS;

/** The whole of what is only sorted by its first letters above; all of it is there, so that the index is read either way. */
const REST_OF: Partial<Record<RegisterSort, RawBuilder<unknown>>> = {
  quote: sql`s.search ${COLLATED}`,
  work: sql`w.title ${COLLATED}`,
  path: sql`c.path_order ${COLLATED}`,
};

export interface RegisterOrder {
  readonly sort?: RegisterSort | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

export interface RegisterPage {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * Rows of the register: narrowed, in order, one page. What has nothing to sort by comes last in either order; ties stand in
 * the order of works and their texts.
 * @param past how the register stood; null for how it stands
 */
export async function registerRows(
  queries: Queries,
  filter: FoundFilter,
  order: RegisterOrder,
  page: RegisterPage,
  past: RegisterThen | null = null,
): Promise<RegisterRecord[]> {
  const way = order.order === 'desc' ? sql`desc` : sql`asc`;
  const sort = SORTS[order.sort ?? 'place-in-text'];
  const place = sql`c.work_date ${way} nulls last, c.work_id ${way}, c.expression_id ${way}, c.span_start ${way}, c.id`;
  const rest = REST_OF[order.sort ?? 'place-in-text'];
  const by =
    sort === null
      ? place
      : rest === undefined
        ? sql`${sort} ${way} nulls last, ${place}`
        : sql`${sort} ${way}, ${rest} ${way}, ${place}`;
  // The page is chosen by its ids first: what rows show is looked up for those of the page alone.
  const { rows: chosen } = await sql<{ id: string }>`
    ${past === null ? sql`` : rowsAsTheyStood(past)}
    select c.id from register_row c ${BESIDE_OF[order.sort ?? 'place-in-text'] ?? sql``} where ${filter.left === undefined ? whereAll(filter) : sql`c.listed and c.id = any (${[...filter.left]}::text[])`}
    order by ${by} offset ${page.offset ?? 0} limit ${page.limit ?? 100}`.execute(queries);
  const ids = chosen.map(({ id }) => id);
  const rows = shown(queries).where('c.id', 'in', [...ids, '']);
  const found =
    past === null
      ? await rows.execute()
      : (await sql<RegisterRecord>`${rowsAsTheyStood(past)} ${rows}`.execute(queries)).rows;
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** One row of the register, whether listed or not. */
export function registerRow(queries: Queries, id: string): Promise<RegisterRecord | undefined> {
  return shown(queries).where('c.id', '=', id).executeTakeFirst();
}

/** Rows of the register by their ids, whether listed or not. */
export function rowsById(queries: Queries, ids: readonly string[]): Promise<RegisterRecord[]> {
  return shown(queries)
    .where('c.id', 'in', [...ids, ''])
    .execute();
}

/** The rows of a text that people did not reject, further citations too, in the order of the text. */
export function rowsOfExpression(queries: Queries, expressionId: string): Promise<RegisterRecord[]> {
  // All rows are of one text: its source is looked up once, not once a row.
  return shown(queries, sourceOfText(sql.val(expressionId)))
    .where('c.expression_id', '=', expressionId)
    .where('c.cited', '=', true)
    .where('c.decision', '<>', 'rejected')
    .orderBy('c.span_start')
    .orderBy('c.id')
    .execute();
}

function shown(queries: Queries, source = sourceOf('c')) {
  return queries
    .selectFrom('commitment as c')
    .innerJoin('work as w', 'w.id', 'c.work_id')
    .select(SHOWN.map((column) => `c.${column}` as const))
    .select(['w.title as work_title', 'w.date as work_date', ALSO_IN, source]);
}

/** The other citations of a commitment, in the order of their texts. */
export function citationsBeside(queries: Queries, id: string): Promise<RegisterRecord[]> {
  return queries
    .selectFrom('commitment as c')
    .innerJoin('commitment as s', (join) => join.on(() => GROUP))
    .innerJoin('work as w', 'w.id', 's.work_id')
    .select(SHOWN.map((column) => `s.${column}` as const))
    .select(['w.title as work_title', 'w.date as work_date', sql<Language[]>`'{}'::text[]`.as('also_in')])
    .select(sourceOf('s'))
    .where('c.id', '=', id)
    .orderBy('s.expression_id')
    .orderBy('s.span_start')
    .execute();
}

/** Languages of the other citations of every joined commitment of a text, by commitment. */
export async function otherLanguagesIn(
  queries: Queries,
  expressionId: string,
): Promise<Map<string, readonly Language[]>> {
  const rows = await queries
    .selectFrom('commitment as c')
    .innerJoin('commitment as s', (join) => join.on(() => GROUP))
    .select(['c.id', 's.language'])
    .distinct()
    .where('c.expression_id', '=', expressionId)
    .orderBy('c.id')
    .orderBy('s.language')
    .execute();
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byId].map(([id, found]) => [id, found.map(({ language }) => language)]));
}
