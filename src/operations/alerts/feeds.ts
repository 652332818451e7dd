import {
  type AlertEntryRecord,
  type AlertFeedRecord,
  alertEntries,
  alertEntryById,
  alertFeedById,
  alertFeeds,
  insertAlertFeed,
  setAlertFeed,
  settleAlertEntry,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { assertTellable } from '../webhooks/index.ts';
import { type AlertFile, readAlertFile } from './read-alert-file.ts';

/** Alerts shown at once, and feeds one side may ask. */
const SHOWN = 200;
const MOST = 30;

/** A feed of warnings others publish, and how the asking went. */
export interface AlertFeedView extends Pick<AlertFeedRecord, 'id' | 'name' | 'url' | 'failure'> {
  readonly askedAt: string | null;
}

/** An alert that came in a feed. */
export interface AlertEntryView
  extends Pick<AlertEntryRecord, 'id' | 'title' | 'updated' | 'link' | 'errors' | 'state'> {
  readonly feed: string;
  readonly cameAt: string;
  readonly expiresAt: string | null;
  readonly notice: string | null;
}

export interface AlertFeedList {
  readonly now: string;
  readonly feeds: readonly AlertFeedView[];
  /** The latest first. */
  readonly entries: readonly AlertEntryView[];
}

/** The feeds of the seat's side, and what came in them lately. */
export async function listAlertFeeds({ database, clock }: Context): Promise<AlertFeedList> {
  const { queries } = database;
  const feeds = (await alertFeeds(queries)).map(({ id, name, url, failure, asked_at }) => {
    return { id, name, url, failure, askedAt: iso(asked_at) };
  });
  const entries = (await alertEntries(queries, SHOWN)).map((one): AlertEntryView => {
    const { id, feed_id: feed, title, updated, link, errors, state, notice_id: notice } = one;
    const [cameAt, expiresAt] = [iso(one.came_at) ?? '', iso(one.expires_at)];
    return { id, feed, title, updated, link, errors, state, notice, cameAt, expiresAt };
  });
  return { now: clock.now(), feeds, entries };
}

function iso(instant: string | null): string | null {
  return instant && new Date(instant).toISOString();
}

/**
 * Lets a feed of others be asked for warnings, from now on.
 * @throws Problem `input-invalid` (an address that may not be asked, or too many of them)
 */
export async function addAlertFeed(
  context: Context,
  { name, url }: { readonly name: string; readonly url: string },
  { party, hand }: Pick<Seat, 'party' | 'hand'>,
): Promise<AlertFeedList> {
  assertTellable(url);
  const { database, clock, newId } = context;
  if ((await alertFeeds(database.queries)).length >= MOST)
    throw new Problem('input-invalid', { field: 'url', reason: `at most ${MOST} feeds` });
  const now = clock.now();
  await database.write((queries) =>
    insertAlertFeed(queries, {
      ...{ id: newId(), party, name, url, added_at: now, added_by: hand, ended_at: null, next_at: now },
      ...{ etag: null, changed_at: null, asked_at: null, failures: 0, failure: null },
    }),
  );
  return listAlertFeeds(context);
}

/** Asks a feed no more; what became a notice stays. @throws Problem `not-found` */
export async function endAlertFeed(context: Context, id: string): Promise<AlertFeedList> {
  const { database, clock } = context;
  if (!(await alertFeedById(database.queries, id))) throw new Problem('not-found', { noun: 'alert-feed', id });
  await database.write((queries) => setAlertFeed(queries, id, { ended_at: clock.now() }));
  return listAlertFeeds(context);
}

/** An alert of a feed as the beginning of a notice, with everything found in it. @throws Problem `not-found` */
export async function readAlert({ database }: Context, id: string): Promise<AlertFile> {
  const entry = await alertEntryById(database.queries, id);
  if (!entry) throw new Problem('not-found', { noun: 'alert', id });
  return entry.source === null ? { findings: [], draft: null } : readAlertFile(entry.source);
}

/** Says what became of an alert: set aside, a notice, or neither after all. @throws Problem `not-found` */
export async function settleAlert(
  context: Context,
  {
    id,
    state,
    notice,
  }: { readonly id: string; readonly state: AlertEntryRecord['state']; readonly notice: string | null },
  by: string,
): Promise<AlertFeedList> {
  const { database } = context;
  if (!(await alertEntryById(database.queries, id))) throw new Problem('not-found', { noun: 'alert', id });
  const settled = { state, notice_id: state === 'used' ? notice : null, settled_by: state === 'new' ? null : by };
  await database.write((queries) => settleAlertEntry(queries, id, settled));
  return listAlertFeeds(context);
}
