import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { calendarAt, calendarOf, endFeed, listFeeds, makeFeed } from '../../operations/index.ts';
import { calendarIcs } from '../../reports/index.ts';
import { seatOf } from '../acting.ts';
import { CalendarQuery } from '../contract/index.ts';
import { REFUSALS, route } from '../route.ts';
import { attachment } from './expressions.ts';

const ICS = 'text/calendar; charset=utf-8';

export function calendarRoutes(app: FastifyInstance): void {
  route(app, 'listFeeds', async ({ context, acting }) => ({ feeds: await listFeeds(context, seatOf(acting)) }));
  route(app, 'makeFeed', async ({ body, context, acting }) => {
    const { feed, token } = await makeFeed(context, body, seatOf(acting));
    return { feed, path: `/api/calendar/${token}.ics` };
  });
  route(app, 'endFeed', async ({ params, context, acting }) => {
    await endFeed(context, params.id, seatOf(acting));
    return { ended: true as const };
  });

  app.get(
    '/api/calendar.ics',
    {
      schema: {
        operationId: 'calendarFile',
        description: 'Deadlines and sessions as one iCalendar file.',
        querystring: CalendarQuery,
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { unit = null, locale } = CalendarQuery.parse(request.query);
      const calendar = await calendarOf(context, {
        seat: seatOf(request.acting),
        unit,
        locale,
        pages: pagesOf(request),
      });
      return reply
        .type(ICS)
        .header('content-disposition', attachment(`servanda-${context.clock.now().slice(0, 10)}.ics`))
        .header('cache-control', 'no-store')
        .send(await calendarIcs(calendar, context.clock.now()));
    },
  );

  app.get<{ Params: { token: string } }>(
    '/api/calendar/:token.ics',
    {
      config: { need: 'anyone', rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        operationId: 'calendarFeed',
        description: 'The calendar of a secret address, as its seat may see it; nobody signs in here.',
        params: z.object({ token: z.string().min(20).max(100) }),
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context, mode } = request.acting;
      const text = await calendarAt(context, request.params.token, pagesOf(request), mode === 'open');
      return reply
        .type(ICS)
        .header('cache-control', 'private, no-cache')
        .header('referrer-policy', 'no-referrer')
        .send(text);
    },
  );
}

/** Where the pages are: as the environment says, else as the asker reached the server. */
export function pagesOf({ protocol, host }: FastifyRequest): string {
  return process.env.SERVANDA_URL?.replace(/\/$/, '') || `${protocol}://${host}`;
}
