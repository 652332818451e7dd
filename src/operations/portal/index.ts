import {
  type Gone,
  PORTAL_PARTS,
  type PortalFilter,
  type PortalPart,
  type PublicItem,
  portalAddresses,
  portalChangedAt,
  portalChanges,
  portalCommitments,
  portalCommitmentsOfText,
  portalCounts,
  portalItem,
  portalItems,
  portalItemsOf,
  portalTasksServing,
  portalTexts,
  type Queries,
} from '../../db/index.ts';
import type { ViewOf } from '../../register/index.ts';
import type { Context } from '../context.ts';

export { threadInPortal } from './thread.ts';
export { type Gone, PORTAL_PARTS, type PortalFilter, type PortalPart, type PublicItem };

/** What was published, read as anybody may: no account, no side. */
export interface Portal {
  readonly queries: Queries;
  /** ISO date of today. */
  readonly day: () => string;
}

export function portalOf({ whole, clock }: Context): Portal {
  return { queries: whole.asAnybody().queries, day: () => clock.now().slice(0, 10) };
}

/** When anything public last changed (ISO instant); null where nothing ever was public. */
export function changedInPortal({ queries }: Portal): Promise<string | null> {
  return portalChangedAt(queries);
}

/** The public register: narrowed, one page, with how many there are of each value. */
export async function registerInPortal(
  { queries }: Portal,
  filter: PortalFilter,
  page: { readonly offset: number; readonly limit: number },
) {
  const rows = page.limit === 0 ? [] : await portalCommitments(queries, filter, page);
  return { rows, ...(await portalCounts(queries, filter)), works: await worksOf(queries) };
}

/** Every public commitment of a filter in order, some at a time. */
export async function* commitmentsInPortal({ queries }: Portal, filter: PortalFilter) {
  const limit = 1_000;
  for (let offset = 0; ; offset += limit) {
    const rows = await portalCommitments(queries, filter, { offset, limit });
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
  }
}

/** Titles of public works, by address. */
async function worksOf(queries: Queries): Promise<ReadonlyMap<string, string>> {
  return new Map((await portalItemsOf(queries, 'work')).map(({ id, view }) => [id, view.title]));
}

/** An item, or that it was withdrawn; undefined where the address was never given out. */
export function itemInPortal({ queries }: Portal, id: string): Promise<PublicItem | Gone | undefined> {
  return portalItem(queries, id);
}

/** Public items by their addresses. */
export function itemsInPortal({ queries }: Portal, ids: readonly string[]): Promise<PublicItem[]> {
  return portalItems(queries, ids);
}

/** The public texts of a work. */
export function textsOfWork({ queries }: Portal, work: string) {
  return portalTexts(queries, [work]);
}

/** What stands beside a commitment: whether its work and text are public, and the tasks that serve it. */
export async function besideInPortal({ queries }: Portal, { id, view }: PublicItem<ViewOf<'commitment'>>) {
  const open = await portalItems(queries, [view.work.id, view.text.id]);
  const has = (address: string) => open.some((one) => one.id === address);
  return {
    ...{ work: has(view.work.id), text: has(view.text.id) },
    tasks: await portalTasksServing(queries, id),
  };
}

/** Public works, the latest first, each with its public texts and how many public commitments it holds. */
export async function worksInPortal({ queries }: Portal) {
  const works = await portalItemsOf(queries, 'work');
  const texts = await portalTexts(
    queries,
    works.map(({ id }) => id),
  );
  const { parts } = await portalCounts(queries, {});
  return works.map((work) => ({
    ...work,
    texts: texts.filter((one) => one.work === work.id),
    commitments: parts.work.find(({ value }) => value === work.id)?.count ?? 0,
  }));
}

/** The public commitments of a text, and whether its work is public. */
export async function textInPortal({ queries }: Portal, { id, view }: PublicItem<ViewOf<'text'>>) {
  return {
    commitments: await portalCommitmentsOfText(queries, id),
    work: (await portalItems(queries, [view.work.id])).length > 0,
    texts: await portalTexts(queries, [view.work.id]),
  };
}

/** Public tasks. */
export function tasksInPortal({ queries }: Portal): Promise<PublicItem<ViewOf<'task'>>[]> {
  return portalItemsOf(queries, 'task');
}

/** What changed last, of one sector or all, withdrawn items too. */
export function changesInPortal({ queries }: Portal, sector: string | null, limit = 100) {
  return portalChanges(queries, sector, limit);
}

/** Public addresses, a page of them. */
export function addressesInPortal({ queries }: Portal, page: { readonly offset: number; readonly limit: number }) {
  return portalAddresses(queries, page);
}
