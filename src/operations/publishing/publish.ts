import {
  appendPublicationActions,
  lockPublications,
  type PublicationRecord,
  publicationActions,
  publicationRecord,
  publicInWork,
  putPublications,
  type Queries,
  type StoredPublicationAction,
} from '../../db/index.ts';
import { canonicalJson, Problem } from '../../kernel/index.ts';
import {
  PUBLIC_FIELDS,
  type PublicationBody,
  type PublicKind,
  reducePublication,
  type Seat,
  withdrawnByOther,
  withFields,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { tellPublication } from '../exchange/travel/publications.ts';
import { addressOf } from './address.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { idOf, publishedOf, readPublishing } from './publishing-of.ts';
import type { PublishingOfWork } from './results.ts';

/** Names an item and the version of it that was seen; 0 where it never was public. */
export interface NamedItem {
  readonly kind: PublicKind;
  readonly item: string;
  readonly version: number;
}

interface ItemsOfWork {
  readonly work: string;
  readonly items: readonly NamedItem[];
}

/** The fields of each kind that become public; a kind left out shows none. */
export type ChosenFields = { readonly [Kind in PublicKind]?: readonly string[] | undefined };

/**
 * Makes items of a work public with the fields chosen, or puts what is public right. An item that already shows exactly this stays.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` (nobody decided it, or another side withdrew it)
 */
export async function publishItems(
  context: Context,
  { work, items, fields }: ItemsOfWork & { readonly fields: ChosenFields },
  seat: Seat,
): Promise<PublishingOfWork> {
  await context.database.write(async (queries) => {
    const drafts = new Map((await draftsOf(queries, work, seat)).map((draft) => [idOf(draft), draft]));
    const bodies = items.map((named): [NamedItem, PublicationBody] => {
      const draft = drafts.get(idOf(named));
      if (draft === undefined) throw new Problem('not-found', { noun: 'work', id: named.item });
      if (draft.bar !== null) throw new Problem('action-not-allowed', { action: 'publish', state: draft.bar });
      return [named, publication(draft, fields[draft.kind] ?? [])];
    });
    await store(queries, context, bodies, seat);
  });
  return readPublishing(context, work, seat);
}

function publication({ kind, item, side, view }: Draft, fields: readonly string[]): PublicationBody {
  const known: readonly string[] = PUBLIC_FIELDS[kind];
  const chosen = known.filter((field) => fields.includes(field));
  return { type: 'publish', kind, item, side, fields: chosen, view: withFields(view, chosen) };
}

/**
 * Takes items back: their addresses answer from then on that they were withdrawn, and nothing of them stays.
 * @throws Problem `not-found`, `changed-meanwhile`
 */
export async function withdrawItems(
  context: Context,
  { work, items, note }: ItemsOfWork & { readonly note: string },
  seat: Seat,
): Promise<PublishingOfWork> {
  return storeEach(context, { work, items }, { type: 'withdraw', note }, seat);
}

/** Undoes the latest action on each item. @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` (another side's) */
export function undoItems(context: Context, asked: ItemsOfWork, seat: Seat): Promise<PublishingOfWork> {
  return storeEach(context, asked, { type: 'undo' }, seat);
}

/**
 * Takes back whatever of a work is public, because the work itself was withdrawn or now belongs to one side: inside the
 * transaction that did so. Tasks stay; they serve commitments of several works.
 */
export async function withdrawWithWork(
  queries: Queries,
  made: Pick<Context, 'clock' | 'newId'>,
  work: string,
  hand: Pick<Seat, 'hand' | 'party'>,
): Promise<void> {
  const standing = await publicInWork(queries, addressOf('work', work));
  const bodies = standing.map(({ kind, item, version }): [NamedItem, PublicationBody] => [
    { kind, item, version },
    { type: 'withdraw', note: '' },
  ]);
  if (bodies.length > 0) await store(queries, made, bodies, hand);
}

async function storeEach(
  context: Context,
  { work, items }: ItemsOfWork,
  body: PublicationBody,
  seat: Seat,
): Promise<PublishingOfWork> {
  await context.database.write((queries) =>
    store(
      queries,
      context,
      items.map((named) => [named, body]),
      seat,
    ),
  );
  return readPublishing(context, work, seat);
}

async function store(
  queries: Queries,
  { clock, newId }: Pick<Context, 'clock' | 'newId'>,
  bodies: readonly (readonly [NamedItem, PublicationBody])[],
  seat: Pick<Seat, 'hand' | 'party'>,
): Promise<void> {
  const ids = bodies.map(([named]) => idOf(named));
  const versions = await lockPublications(queries, ids);
  const standing = await publishedOf(
    queries,
    bodies.map(([named]) => named),
  );
  const logs = await publicationActions(queries, ids);
  const actions = bodies.flatMap(([named, body]): StoredPublicationAction[] => {
    const id = idOf(named);
    if ((versions.get(id) ?? 0) !== named.version) throw new Problem('changed-meanwhile', { noun: 'work', id });
    if (!changes(standing.get(id), body, seat, named)) return [];
    const said = { at: clock.now(), by: seat.hand, party: seat.party };
    return [{ id: newId(), publicationId: id, sequence: named.version + 1, ...said, body }];
  });
  const records = actions.map((action) =>
    recordOf(action.publicationId, [...(logs.get(action.publicationId) ?? []), action]),
  );
  await putPublications(queries, records);
  await appendPublicationActions(queries, actions);
  const told = { own: seat.party, at: clock.now(), by: seat.hand };
  for (const record of records) await tellPublication(queries, record, told);
}

/** Whether an action would change what is public; refused where it may not be done at all. */
function changes(
  record: PublicationRecord | undefined,
  body: PublicationBody,
  { party }: Pick<Seat, 'party'>,
  { item }: NamedItem,
): boolean {
  if (record === undefined) {
    if (body.type !== 'publish') throw new Problem('not-found', { noun: 'work', id: item });
    return true;
  }
  const { state, withdrawn_by, fields, view } = record;
  if (body.type !== 'withdraw' && withdrawnByOther({ state, withdrawnBy: withdrawn_by }, party)) {
    throw new Problem('action-not-allowed', { action: body.type, state: 'withdrawn' });
  }
  if (body.type === 'undo') return true;
  if (body.type === 'withdraw') return state === 'public';
  return state !== 'public' || canonicalJson([fields, view]) !== canonicalJson([body.fields, body.view]);
}

function recordOf(id: string, log: readonly StoredPublicationAction[]): PublicationRecord {
  return publicationRecord(id, log.length, reducePublication(log));
}

/** Makes every public item again from its log; returns how many. */
export function rebuildPublications({ database }: Context): Promise<number> {
  return database.write(async (queries) => {
    const logs = await publicationActions(queries, null);
    await putPublications(
      queries,
      [...logs].map(([id, log]) => recordOf(id, log)),
    );
    return logs.size;
  });
}
