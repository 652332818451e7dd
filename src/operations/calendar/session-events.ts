import { translate } from '../../i18n/index.ts';
import { addDays } from '../../kernel/index.ts';
import { nameIn, type SeriesState } from '../../register/index.ts';
import type { CalendarEvent } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { type SeriesEntry, seriesCatalogue } from '../sessions/catalogue.ts';
import { seriesOf } from '../sessions/index.ts';
import { termsOf } from '../terms/index.ts';
import type { CalendarOf } from './task-events.ts';

const ALARMS = [14 * 24 - 9, 24 - 9];
/** The end of a term is known of a quarter ahead. */
const TERM_ALARMS = [90 * 24 - 9, 14 * 24 - 9];
const KEPT = 120;

/** The days of sessions: set, and proposed by a side until every other has accepted; and the ends of terms. */
export async function sessionEvents(context: Context, of: CalendarOf): Promise<CalendarEvent[]> {
  const now = context.clock.now();
  const entries = await seriesCatalogue(context.database.queries);
  const kept = entries.flatMap((entry) => keptEvents(entry, of, now));
  const known = new Set(entries.filter(({ record }) => record !== null).map(({ id }) => id));
  const { rows } = await seriesOf(context);
  const told = rows
    .filter(({ id }) => !known.has(id))
    .flatMap((row) => [row.next, row.last].flatMap((one) => (one === null ? [] : sessionEvent(row, one, of, now))));
  const since = addDays(now.slice(0, 10), -KEPT);
  return [...kept, ...told, ...(await termEvents(context, of))].filter(({ day }) => day >= since);
}

function keptEvents(entry: SeriesEntry, of: CalendarOf, now: string): CalendarEvent[] {
  const { record } = entry;
  if (record === null) return [];
  const about = { id: entry.id, names: entry.content.names, version: record.version };
  return record.state.sessions.flatMap((session) => [
    ...sessionEvent(about, session, of, now),
    ...proposals(about, session, of, now),
  ]);
}

type Session = SeriesState['sessions'][number];

interface About {
  readonly id: string;
  readonly names: SeriesEntry['content']['names'];
  readonly version?: number;
}

function sessionEvent(about: About, session: Session, of: CalendarOf, now: string): CalendarEvent[] {
  // A year or month alone is no day for a calendar.
  if (session.date?.length !== 10) return [];
  const over = session.date < now.slice(0, 10);
  return [
    {
      ...base(about, of, now),
      uid: `session-${about.id}-${session.id}`,
      day: session.date,
      summary: named(about, session.ordinal, of),
      status: 'confirmed',
      alarms: over ? [] : ALARMS,
    },
  ];
}

function proposals(about: About, session: Session, of: CalendarOf, now: string): CalendarEvent[] {
  return session.dates
    .filter(({ day }) => day !== session.date)
    .map(({ id, day, note, declined }) => ({
      ...base(about, of, now),
      ...{ uid: `proposal-${about.id}-${id}`, day, description: note, alarms: [] },
      summary: translate(of.locale, 'calendar.proposed', { title: named(about, session.ordinal, of) }),
      // A day that was declined, or not taken because another was, is off.
      status: declined !== null || session.date !== null ? ('cancelled' as const) : ('tentative' as const),
    }));
}

function base(
  { id, version = 0 }: About,
  { locale, pages }: CalendarOf,
  now: string,
): Omit<CalendarEvent, 'uid' | 'day' | 'summary' | 'status' | 'alarms'> {
  return {
    ...{ sequence: version, description: '', changed: now, category: translate(locale, 'calendar.session') },
    url: pages === null ? null : `${pages}/sessions/${encodeURIComponent(id)}`,
  };
}

function named({ names }: About, ordinal: number | null, { locale }: CalendarOf): string {
  const name = nameIn(names, locale);
  return ordinal === null ? name : translate(locale, 'calendar.ordinal', { name, ordinal });
}

async function termEvents(context: Context, { locale, pages }: CalendarOf): Promise<CalendarEvent[]> {
  const now = context.clock.now();
  const { rows } = await termsOf(context);
  return rows.flatMap(({ id, version, names, expires, ended }) =>
    expires?.length !== 10
      ? []
      : [
          {
            ...{
              uid: `term-${id}`,
              sequence: version,
              day: expires,
              description: '',
              changed: now,
              alarms: TERM_ALARMS,
            },
            ...{
              summary: translate(locale, 'calendar.term', { name: nameIn(names, locale) }),
              category: translate(locale, 'calendar.terms'),
            },
            url: pages === null ? null : `${pages}/terms`,
            status: ended ? ('cancelled' as const) : ('confirmed' as const),
          },
        ],
  );
}
