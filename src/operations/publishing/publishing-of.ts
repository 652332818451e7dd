import { type PublicationRecord, publicationsOf, publicCounts, publicInWork, type Queries } from '../../db/index.ts';
import { canonicalJson, Problem } from '../../kernel/index.ts';
import { PUBLIC_KINDS, type PublicKind, type PublicView, type Seat, withFields } from '../../register/index.ts';
import type { Context } from '../context.ts';
import type { WorkSummary } from '../results.ts';
import { getWork, listWorks } from '../works.ts';
import { addressOf } from './address.ts';
import { type Draft, draftsOf } from './drafts.ts';
import type { PublishingItem, PublishingOfWork, PublishingWork } from './results.ts';

/** Every work the seat may see, with how much of it is public and how much could be. */
export async function listPublishing(context: Context): Promise<PublishingWork[]> {
  const works = await listWorks(context);
  const counted = Map.groupBy(await publicCounts(context.database.queries), ({ work }) => work ?? '');
  return works.map((work) => rowOf(work, counted.get(addressOf('work', work.id)) ?? []));
}

function rowOf(work: WorkSummary, counted: readonly { readonly kind: PublicKind; readonly count: number }[]) {
  const of = (kind: PublicKind) => counted.find((one) => one.kind === kind)?.count ?? 0;
  const sum = (name: 'confirmed' | 'corrected' | 'undecided') =>
    work.expressions.reduce((total, { counts }) => total + counts[name], 0);
  const { id, title, type, date, side } = work;
  return {
    ...{ workId: id, id: addressOf('work', id), title, type, date, side },
    public: { work: of('work'), text: of('text'), commitment: of('commitment') },
    ...{ texts: work.expressions.length, decided: sum('confirmed') + sum('corrected'), undecided: sum('undecided') },
  };
}

/** What of a work is public, what would become so, and what cannot. @throws Problem `not-found` */
export async function readPublishing(context: Context, workId: string, seat: Seat): Promise<PublishingOfWork> {
  const { queries } = context.database;
  const summary = await getWork(context, workId);
  const drafts = await draftsOf(queries, workId, seat);
  const known = await publishedOf(queries, drafts);
  const address = addressOf('work', workId);
  const left = (await publicInWork(queries, address)).filter(({ id }) => !drafts.some((draft) => idOf(draft) === id));
  const items = [...drafts.map((draft) => itemOf(draft, known.get(idOf(draft)))), ...left.map(goneItem)];
  const isPublic = ({ state }: PublishingItem) => state === 'public' || state === 'changed';
  const counted = PUBLIC_KINDS.map((kind) => ({
    kind,
    count: items.filter((item) => item.kind === kind && isPublic(item)).length,
  }));
  return { work: rowOf(summary, counted), items };
}

export function idOf({ kind, item }: Pick<Draft, 'kind' | 'item'>): string {
  return addressOf(kind, item);
}

/** What was ever published of the drafts, by address. */
export async function publishedOf(
  queries: Queries,
  drafts: readonly Pick<Draft, 'kind' | 'item'>[],
): Promise<Map<string, PublicationRecord>> {
  const found = new Map<string, PublicationRecord>();
  for (const [kind, some] of Map.groupBy(drafts, ({ kind: of }) => of)) {
    const items = some.map(({ item }) => item);
    for (const record of await publicationsOf(queries, kind, items)) found.set(record.id, record);
  }
  return found;
}

function itemOf(draft: Draft, record: PublicationRecord | undefined): PublishingItem {
  const { kind, item, title, path, bar, view } = draft;
  const now = record?.state === 'public' ? record : undefined;
  const same = now !== undefined && canonicalJson(withFields(view, now.fields)) === canonicalJson(now.view);
  return {
    ...{ kind, item, title, path, bar, id: idOf(draft) },
    language: 'language' in view ? view.language : null,
    state: record === undefined ? 'internal' : now === undefined ? 'withdrawn' : same ? 'public' : 'changed',
    ...{ fields: now?.fields ?? [], version: record?.version ?? 0 },
  };
}

/** Public still, though the register holds it no more: rejected, joined to another, or not found again. */
function goneItem({ id, kind, item, view, title, fields, version }: PublicationRecord): PublishingItem {
  const language = view !== null && 'language' in view ? view.language : null;
  const path = view?.kind === 'commitment' ? view.path : '';
  return { id, kind, item, title: title ?? '', language, path, state: 'changed', bar: 'gone', fields, version };
}

/** An item as anybody would read it, were it public with these fields. @throws Problem `not-found` */
export async function previewItem(
  { database }: Context,
  { work, kind, item, fields }: { work: string; kind: PublicKind; item: string; fields: readonly string[] },
  seat: Seat,
): Promise<{ readonly id: string; readonly view: PublicView }> {
  const draft = (await draftsOf(database.queries, work, seat)).find((one) => one.kind === kind && one.item === item);
  if (draft === undefined) throw new Problem('not-found', { noun: 'work', id: item });
  return { id: idOf(draft), view: withFields(draft.view, fields) };
}
