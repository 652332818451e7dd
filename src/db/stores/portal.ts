import { type RawBuilder, sql } from 'kysely';
import { searchTerms } from '../../kernel/index.ts';
import type { PublicKind, PublicView, ViewOf } from '../../register/index.ts';
import type { Queries } from '../connect.ts';
import type { PublicationTable } from '../publication-tables.ts';

/** An item as anybody reads it. */
export interface PublicItem<View extends PublicView = PublicView> {
  readonly id: string;
  readonly view: View;
  /** ISO instants. */
  readonly firstAt: string;
  readonly changedAt: string;
}

/** What is left of an item that was withdrawn. */
export interface Gone {
  readonly id: string;
  readonly kind: PublicKind;
  readonly view: null;
  readonly firstAt: string;
  readonly changedAt: string;
}

/** What the public register is narrowed to; values of one part are alternatives. */
export interface PortalFilter {
  readonly q?: string | undefined;
  readonly work?: readonly string[] | undefined;
  readonly sector?: readonly string[] | undefined;
  readonly strength?: readonly string[] | undefined;
  readonly form?: readonly string[] | undefined;
  readonly language?: readonly string[] | undefined;
  /** Years of the works. */
  readonly year?: readonly string[] | undefined;
}

/** Parts counted, by the column that holds them. */
const COUNTED = {
  work: sql`work`,
  sector: sql`sector`,
  strength: sql`strength`,
  form: sql`form`,
  language: sql`language`,
  year: sql`extract(year from day)::text`,
} as const;
export type PortalPart = keyof typeof COUNTED;
export const PORTAL_PARTS = Object.keys(COUNTED) as PortalPart[];

const SHOWN = ['id', 'view', 'first_at as firstAt', 'changed_at as changedAt'] as const;

function whereAll(filter: PortalFilter, leftOut?: PortalPart): RawBuilder<boolean> {
  const parts = PORTAL_PARTS.filter((part) => part !== leftOut && (filter[part]?.length ?? 0) > 0).map(
    (part) => sql<boolean>`${COUNTED[part]} = any(${[...(filter[part] ?? [])]}::text[])`,
  );
  const words = searchTerms(filter.q ?? '').map((term) => sql<boolean>`strpos(search, ${term}) > 0`);
  return sql<boolean>`${sql.join([sql`kind = 'commitment' and state = 'public'`, ...parts, ...words], sql` and `)}`;
}

/** Public commitments: narrowed, the latest works first, in the order of their texts. */
export async function portalCommitments(
  queries: Queries,
  filter: PortalFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<PublicItem<ViewOf<'commitment'>>[]> {
  return (await queries
    .selectFrom('publication')
    .select(SHOWN)
    .where(whereAll(filter))
    .orderBy(sql`day desc nulls last, work, text, place, id`)
    .offset(page.offset)
    .limit(page.limit)
    .execute()) as PublicItem<ViewOf<'commitment'>>[];
}

/** How many public commitments have each value of each part with the other parts applied, the most frequent first, and how many there are. */
export async function portalCounts(queries: Queries, filter: PortalFilter) {
  const count = (
    part: PortalPart,
  ) => sql`select ${sql.lit(part)} as part, ${COUNTED[part]} as value, count(*)::integer as count
    from publication where ${whereAll(filter, part)} group by 2`;
  const { rows } = await sql<{ part: PortalPart | 'all'; value: string | null; count: number }>`
    select * from (${sql.join(PORTAL_PARTS.map(count), sql` union all `)}
      union all select 'all', null, count(*)::integer from publication where ${whereAll(filter)}) counted
    order by count desc, value collate "C"`.execute(queries);
  const of = (part: PortalPart) => rows.filter((row) => row.part === part && row.value !== null);
  const counts = (part: PortalPart) => of(part).map(({ value, count: n }) => ({ value: value ?? '', count: n }));
  return {
    total: rows.find(({ part }) => part === 'all')?.count ?? 0,
    parts: Object.fromEntries(PORTAL_PARTS.map((part) => [part, counts(part)])) as Record<
      PortalPart,
      { readonly value: string; readonly count: number }[]
    >,
  };
}

/** One item by its address; undefined where it never was public. */
export async function portalItem(queries: Queries, id: string): Promise<PublicItem | Gone | undefined> {
  return (await queries
    .selectFrom('publication')
    .select([...SHOWN, 'kind'])
    .where('id', '=', id)
    .executeTakeFirst()) as PublicItem | Gone | undefined;
}

/** Items by their addresses; what is not public is left out. */
export async function portalItems(queries: Queries, ids: readonly string[]): Promise<PublicItem[]> {
  return (await publicOnes(queries)
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute()) as PublicItem[];
}

/** Every public item of a kind but its text, the latest first. */
export async function portalItemsOf<Kind extends 'work' | 'task'>(queries: Queries, kind: Kind) {
  const found = await publicOnes(queries)
    .where('kind', '=', kind)
    .orderBy(sql`day desc nulls last, title, id`)
    .execute();
  return found as PublicItem<ViewOf<Kind>>[];
}

/** The languages a work's public texts are in, each with its address. */
export function portalTexts(queries: Queries, works: readonly string[]) {
  return queries
    .selectFrom('publication')
    .select(['id', 'work', 'language'])
    .where('kind', '=', 'text')
    .where('state', '=', 'public')
    .where('work', '=', sql<string>`any(${[...works]}::text[])`)
    .orderBy('language')
    .execute();
}

/** Public commitments of a text in its order. */
export async function portalCommitmentsOfText(queries: Queries, text: string) {
  const found = await publicOnes(queries)
    .where('kind', '=', 'commitment')
    .where('text', '=', text)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return found as PublicItem<ViewOf<'commitment'>>[];
}

/** Public tasks that serve a commitment. */
export async function portalTasksServing(queries: Queries, commitment: string) {
  const serves = JSON.stringify([commitment]);
  const found = await publicOnes(queries)
    .where('kind', '=', 'task')
    .where(sql<boolean>`view -> 'serves' @> ${serves}::jsonb`)
    .orderBy('id')
    .execute();
  return found as PublicItem<ViewOf<'task'>>[];
}

/** Public commitments that carry any of these on. */
export async function portalLater(queries: Queries, ids: readonly string[]) {
  const found = await publicOnes(queries)
    .where('kind', '=', 'commitment')
    .where(sql<boolean>`exists (select 1 from jsonb_array_elements(view -> 'lineage') l
      where l ->> 'earlier' = any(${[...ids]}::text[]))`)
    .orderBy(sql`day nulls last, id`)
    .execute();
  return found as PublicItem<ViewOf<'commitment'>>[];
}

/** What changed last, withdrawn items too. */
export function portalChanges(queries: Queries, sector: string | null, limit: number) {
  const all = queries
    .selectFrom('publication')
    .select(['id', 'kind', 'state', 'title', 'language', 'work', 'sector'])
    .select(['first_at as firstAt', 'changed_at as changedAt'])
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(limit);
  return (sector === null ? all : all.where('sector', '=', sector)).execute();
}

/** Every public address with the day it last changed, some thousands at a time. */
export function portalAddresses(queries: Queries, page: { readonly offset: number; readonly limit: number }) {
  return queries
    .selectFrom('publication')
    .select(['id', 'kind', 'changed_at as changedAt'])
    .where('state', '=', 'public')
    .where('kind', '<>', 'task')
    .orderBy('id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

/** When anything public last changed; null where nothing ever was. Every page rests on it. */
export async function portalChangedAt(
  queries: Queries,
): Promise<Pick<PublicationTable, 'changed_at'>['changed_at'] | null> {
  const found = await queries
    .selectFrom('publication')
    .select(({ fn }) => fn.max('changed_at').as('at'))
    .executeTakeFirst();
  return found?.at ?? null;
}

function publicOnes(queries: Queries) {
  return queries.selectFrom('publication').select(SHOWN).where('state', '=', 'public');
}
