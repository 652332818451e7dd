import {
  type AlertFeedRecord,
  dropOldAlertEntries,
  knownAlertEntries,
  putAlertEntry,
  setAlertFeed,
  takeAlertFeeds,
} from '../../db/index.ts';
import { type CapAlert, type CapReading, capModule } from '../../notices/index.ts';
import type { Context } from '../context.ts';
import { fetchOutside } from '../webhooks/index.ts';

const MINUTE = 60_000;
const EVERY_MIN = 5;
/** A feed that fails is asked less often, but never less than every six hours. */
const SELDOM_MIN = 360;
const FEED_BYTES = 8 * 1024 * 1024;
const ALERT_BYTES = 2 * 1024 * 1024;
/** Alerts fetched one by one of a feed at once; the rest comes with the next look. */
const AT_ONCE = 25;
const KEPT_DAYS = 30;
const UNCHANGED = { etag: null, changedAt: null } as const;

/**
 * Asks the feeds that are due for what changed, and keeps the alerts that are new in them. Nothing is sent or paged: a person
 * looks at each. What fails is said with the feed and tried again, less often each time.
 */
export async function askAlertFeeds(context: Context): Promise<void> {
  const { whole, clock } = context;
  const now = Date.parse(clock.now());
  const until = new Date(now + EVERY_MIN * MINUTE).toISOString();
  const due = await whole.write((queries) => takeAlertFeeds(queries, clock.now(), until));
  for (const feed of due) await askFeed(context, feed);
  if (due.length === 0) return;
  await whole.write((queries) =>
    dropOldAlertEntries(queries, new Date(now - KEPT_DAYS * 24 * 60 * MINUTE).toISOString()),
  );
}

async function askFeed(context: Context, feed: AlertFeedRecord): Promise<void> {
  const { whole, clock } = context;
  try {
    const answer = await fetchOutside(feed.url, { etag: feed.etag, changedAt: feed.changed_at }, FEED_BYTES);
    const all = answer.bytes === null ? true : await keepNew(context, feed, answer.bytes);
    // While alerts of it are still to be fetched the feed is asked for as if it had never been read.
    const { etag, changedAt } = all ? answer : UNCHANGED;
    const known = { etag, changed_at: changedAt, asked_at: clock.now(), failures: 0, failure: null };
    await whole.write((queries) => setAlertFeed(queries, feed.id, known));
  } catch (error) {
    if (context.closing.aborted) return;
    const failures = feed.failures + 1;
    const wait = Math.min(SELDOM_MIN, EVERY_MIN * 2 ** Math.min(failures, 10)) * MINUTE;
    const failure = (error instanceof Error ? error.message : String(error)).slice(0, 300);
    const next = new Date(Date.parse(clock.now()) + wait).toISOString();
    await whole.write((queries) =>
      setAlertFeed(queries, feed.id, { asked_at: clock.now(), next_at: next, failures, failure }),
    );
  }
}

/** Keeps what is new in a feed; whether nothing of it was left for later. @throws Error where it is no feed of alerts */
async function keepNew(context: Context, feed: AlertFeedRecord, bytes: Uint8Array): Promise<boolean> {
  const { readCap, readCapFeed, writeCap } = await capModule();
  const { kind, entries, findings } = readCapFeed(bytes);
  if (kind === null) throw new Error(findings[0]?.rule ?? 'not-cap');
  const known = await knownAlertEntries(context.whole.queries, feed.id);
  const fresh = entries.flatMap((one) => {
    const entry = (one.id || one.link || one.reading?.reference?.identifier || '').slice(0, 500);
    const before = known.get(entry);
    const same =
      before !== undefined && before.updated === one.updated && (before.source !== null || before.errors > 0);
    return entry === '' || same ? [] : [{ ...one, entry }];
  });
  for (const one of fresh.slice(0, AT_ONCE)) {
    const { reading, source } = one.reading ? rewritten(one.reading, writeCap) : await fetched(one.link, readCap);
    const info = reading?.alert?.info[0];
    const row = {
      ...{ id: context.newId(), feed_id: feed.id, entry: one.entry, updated: one.updated.slice(0, 60) },
      ...{ came_at: context.clock.now(), title: (info?.headline ?? info?.event ?? one.title).slice(0, 300) },
      ...{ link: one.link, source, expires_at: info?.expires ? new Date(info.expires).toISOString() : null },
      errors: (reading?.findings ?? []).filter(({ severity }) => severity === 'error').length,
      ...{ state: 'new' as const, notice_id: null, settled_by: null },
    };
    await context.whole.write((queries) => putAlertEntry(queries, row));
  }
  return fresh.length <= AT_ONCE;
}

type Brought = { readonly reading: CapReading | null; readonly source: Uint8Array | null };

/** An alert that came inside the feed, as a file of its own. */
function rewritten(reading: CapReading, write: (alert: CapAlert) => string): Brought {
  return { reading, source: reading.alert && new TextEncoder().encode(write(reading.alert)) };
}

/** An alert at an address, as it came; nothing where that did not answer. */
async function fetched(link: string | null, read: (bytes: Uint8Array) => CapReading): Promise<Brought> {
  const answer = link === null ? null : await fetchOutside(link, UNCHANGED, ALERT_BYTES).catch(() => null);
  const bytes = answer?.bytes ?? null;
  return { reading: bytes && read(bytes), source: bytes };
}
