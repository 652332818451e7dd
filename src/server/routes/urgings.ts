import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import {
  changeLadder,
  ESCALATIONS,
  escalationsAhead,
  laddersOf,
  listUrgings,
  mailLetter,
  mailSettings,
  readReplyMail,
  sendDigests,
  urgeForDay,
} from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { ReplyMailShape } from '../contract/index.ts';
import { linkNext } from '../paging.ts';
import { REFUSALS, route } from '../route.ts';
import { receiveFiles } from '../upload.ts';

export function urgingRoutes(app: FastifyInstance): void {
  route(app, 'listUrgings', ({ context }) => listUrgings(context));
  route(app, 'escalationsAhead', async ({ query, context, acting, request }, reply) => {
    const found = await escalationsAhead(context, seatOf(acting), query);
    linkNext(request, reply, {
      offset: query.offset,
      limit: query.limit ?? ESCALATIONS,
      rows: found.rows.length,
      total: found.total,
    });
    return found;
  });
  route(app, 'listLadders', async ({ context, acting }) => ({ rows: await laddersOf(context, seatOf(acting)) }));
  route(app, 'changeLadder', async ({ params, body, context, acting }) => ({
    rows: await changeLadder(context, { ...params, ...body }, seatOf(acting)),
  }));
  route(app, 'urgeNow', async ({ context, acting }) => {
    const settings = mailSettings();
    const { party } = seatOf(acting);
    const urged = await urgeForDay(context, {
      day: context.clock.now().slice(0, 10),
      party,
      mail: settings !== null,
    });
    if (settings !== null) await sendDigests(context, settings);
    return urged;
  });

  route(app, 'mailLetter', ({ body, context, acting }) => {
    const settings = mailSettings();
    if (settings === null) throw new Problem('mail-off', {});
    return mailLetter(context, body, seatOf(acting), settings);
  });

  app.post(
    '/api/urgings/replies',
    {
      config: { need: 'read', rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        operationId: 'readReplyMail',
        description:
          'Multipart form with one saved mail (.eml) in the field `files`: what it says and which urgings it answers. Nothing is entered.',
        response: { 200: ReplyMailShape, ...REFUSALS },
      },
    },
    async (request) => {
      const [file] = await receiveFiles(request);
      if (file === undefined) throw new Problem('input-invalid', { field: 'files', reason: 'one' });
      if (file.content instanceof Problem) throw file.content;
      return readReplyMail(request.acting.context, file.name, file.content, seatOf(request.acting));
    },
  );
}
