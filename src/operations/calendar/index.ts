import { feedByToken, feedsOf, insertFeed, markFeedFetched, revokeFeed, unitById } from '../../db/index.ts';
import { translate } from '../../i18n/index.ts';
import { type Locale, Problem } from '../../kernel/index.ts';
import { nameIn, OPEN_SEAT, type Seat } from '../../register/index.ts';
import { type Calendar, calendarIcs } from '../../reports/index.ts';
import { seatOfHand } from '../accounts/index.ts';
import { digest, newToken } from '../accounts/secrets.ts';
import { atSeat, type Context } from '../context.ts';
import { sessionEvents } from './session-events.ts';
import { type CalendarOf, taskEvents } from './task-events.ts';

/** What a seat is to know by day, or one unit's part of it: deadlines and sessions, as far as the seat may see them. */
export async function calendarOf(context: Context, of: CalendarOf): Promise<Calendar> {
  const { unit, locale } = of;
  const names = unit === null ? null : (await unitById(context.database.queries, unit)).names;
  const events = [...(await taskEvents(context, of)), ...(await sessionEvents(context, of))];
  events.sort((a, b) => (a.day === b.day ? (a.uid < b.uid ? -1 : 1) : a.day < b.day ? -1 : 1));
  return {
    name:
      names === null
        ? translate(locale, 'calendar.name')
        : translate(locale, 'calendar.of', { unit: nameIn(names, locale) }),
    events,
  };
}

/** A calendar's secret address as its owner sees it; the address itself is shown once, when it is made. */
export interface CalendarFeed {
  readonly id: string;
  readonly unit: string | null;
  readonly locale: Locale;
  readonly madeAt: string;
  readonly fetchedAt: string | null;
}

/** The addresses of the seat that stand. */
export async function listFeeds({ whole }: Context, seat: Seat): Promise<CalendarFeed[]> {
  const feeds = await feedsOf(whole.queries, handOf(seat));
  return feeds.map(({ id, unit, locale, made_at, fetched_at }) => ({
    id,
    unit,
    locale,
    madeAt: made_at,
    fetchedAt: fetched_at,
  }));
}

/** Makes a secret address; it is told once, and only its hash is kept. @throws Problem `not-found` (the unit) */
export async function makeFeed(
  { whole, clock, newId, database }: Context,
  { unit, locale }: { readonly unit: string | null; readonly locale: Locale },
  seat: Seat,
): Promise<{ readonly feed: CalendarFeed; readonly token: string }> {
  if (unit !== null) await unitById(database.queries, unit);
  const token = newToken();
  const [id, made_at] = [newId(), clock.now()];
  const row = {
    id,
    hand: handOf(seat),
    unit,
    locale,
    token_sha256: digest(token),
    made_at,
    fetched_at: null,
    revoked_at: null,
  };
  await whole.write((queries) => insertFeed(queries, row));
  return { feed: { id, unit, locale, madeAt: made_at, fetchedAt: null }, token };
}

/** Takes an address away for good. @throws Problem `not-found` */
export async function endFeed({ whole, clock }: Context, id: string, seat: Seat): Promise<void> {
  const gone = await whole.write((queries) => revokeFeed(queries, id, handOf(seat), clock.now()));
  if (!gone) throw new Problem('not-found', { noun: 'calendar', id });
}

/**
 * The calendar of a secret address, as its seat may see it today. Whoever no longer holds the post gets nothing.
 * @param here whether the asker sits at a machine without accounts
 * @throws Problem `not-found`, whatever the reason
 */
export async function calendarAt(
  context: Context,
  token: string,
  pages: string | null,
  here: boolean,
): Promise<string> {
  const { whole, clock } = context;
  const feed = await feedByToken(whole.queries, digest(token));
  const seat =
    feed === undefined ? null : feed.hand === null ? (here ? OPEN_SEAT : null) : await seatOfHand(context, feed.hand);
  if (feed === undefined || seat === null) throw new Problem('not-found', { noun: 'calendar', id: '' });
  const { unit, locale } = feed;
  const calendar = await calendarOf(atSeat(context, seat), { seat, unit, locale, pages });
  await whole.write((queries) => markFeedFetched(queries, feed.id, clock.now()));
  return calendarIcs(calendar, clock.now());
}

function handOf({ party, hand }: Seat): string | null {
  return party === null ? null : hand;
}
