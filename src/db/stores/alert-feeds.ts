import type { Selectable } from 'kysely';
import type { AlertEntryTable, AlertFeedTable } from '../alert-tables.ts';
import type { Queries } from '../connect.ts';

export type AlertFeedRecord = Selectable<AlertFeedTable>;
export type AlertEntryRecord = Selectable<AlertEntryTable>;

/** The feeds a seat sees that are still asked, by name. */
export function alertFeeds(queries: Queries): Promise<AlertFeedRecord[]> {
  const all = queries.selectFrom('alert_feed').selectAll().where('ended_at', 'is', null);
  return all.orderBy('name').orderBy('id').execute();
}

export function alertFeedById(queries: Queries, id: string): Promise<AlertFeedRecord | undefined> {
  return queries.selectFrom('alert_feed').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertAlertFeed(queries: Queries, feed: AlertFeedRecord): Promise<void> {
  await queries.insertInto('alert_feed').values(feed).execute();
}

export async function setAlertFeed(queries: Queries, id: string, changes: Partial<AlertFeedRecord>): Promise<void> {
  await queries.updateTable('alert_feed').set(changes).where('id', '=', id).execute();
}

/** Takes the feeds that are to be asked by now; nobody else takes them before `until`. */
export async function takeAlertFeeds(queries: Queries, now: string, until: string): Promise<AlertFeedRecord[]> {
  return queries
    .updateTable('alert_feed')
    .set({ next_at: until })
    .where('ended_at', 'is', null)
    .where('next_at', '<=', now)
    .returningAll()
    .execute();
}

/** What is known of the entries of a feed: by the feed's name of each, the state that is kept. */
export async function knownAlertEntries(queries: Queries, feed: string): Promise<Map<string, AlertEntryRecord>> {
  const rows = await queries.selectFrom('alert_entry').selectAll().where('feed_id', '=', feed).execute();
  return new Map(rows.map((row) => [row.entry, row]));
}

/** The latest alerts of the feeds a seat sees that are still asked, without what came. */
export function alertEntries(queries: Queries, limit: number): Promise<Omit<AlertEntryRecord, 'source'>[]> {
  return queries
    .selectFrom('alert_entry')
    .select([
      'id',
      'feed_id',
      'entry',
      'updated',
      'came_at',
      'title',
      'link',
      'errors',
      'expires_at',
      'state',
      'notice_id',
      'settled_by',
    ])
    .where((where) =>
      where.exists(
        where
          .selectFrom('alert_feed')
          .select('alert_feed.id')
          .whereRef('alert_feed.id', '=', 'alert_entry.feed_id')
          .where('alert_feed.ended_at', 'is', null),
      ),
    )
    .orderBy('came_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function alertEntryById(queries: Queries, id: string): Promise<AlertEntryRecord | undefined> {
  return queries.selectFrom('alert_entry').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Keeps an entry; a later state of one that is there takes its place and is new again. */
export async function putAlertEntry(queries: Queries, entry: AlertEntryRecord): Promise<void> {
  const { id: _, feed_id, entry: name, ...changes } = entry;
  await queries
    .insertInto('alert_entry')
    .values({ ...entry, feed_id, entry: name })
    .onConflict((conflict) => conflict.columns(['feed_id', 'entry']).doUpdateSet(changes))
    .execute();
}

export async function settleAlertEntry(
  queries: Queries,
  id: string,
  settled: Pick<AlertEntryRecord, 'state' | 'notice_id' | 'settled_by'>,
): Promise<void> {
  await queries.updateTable('alert_entry').set(settled).where('id', '=', id).execute();
}

/** Lets go of what came long ago and became nothing. */
export async function dropOldAlertEntries(queries: Queries, before: string): Promise<void> {
  await queries.deleteFrom('alert_entry').where('came_at', '<', before).where('state', '<>', 'used').execute();
}
