import { z } from 'zod';
import { LOCALES } from '../../kernel/index.ts';

const unit = z.string().min(1).max(100);

/** A secret address of a calendar, without the address: that is told once. */
export const CalendarFeedShape = z.object({
  id: z.string(),
  unit: unit.nullable(),
  locale: z.enum(LOCALES),
  madeAt: z.string(),
  fetchedAt: z.string().nullable(),
});

/** The calendar as one file: of a unit, or of all the seat is to know. */
export const CalendarQuery = z.object({ unit: unit.optional(), locale: z.enum(LOCALES) });

/** Calendars: `GET /api/calendar.ics` (`CalendarQuery`) is one file, `GET /api/calendar/:token.ics` what a program fetches again and again. */
export const CALENDAR_ROUTES = {
  listFeeds: {
    method: 'GET',
    path: '/api/calendar-feeds',
    response: z.object({ feeds: z.array(CalendarFeedShape) }),
  },
  makeFeed: {
    method: 'POST',
    path: '/api/calendar-feeds',
    body: z.object({ unit: unit.nullable(), locale: z.enum(LOCALES) }),
    response: z.object({ feed: CalendarFeedShape, path: z.string() }),
  },
  endFeed: {
    method: 'POST',
    path: '/api/calendar-feeds/:id/end',
    params: z.object({ id: z.string() }),
    response: z.object({ ended: z.literal(true) }),
  },
} as const;
