import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Problem } from '../../kernel/index.ts';
import {
  addAlertFeed,
  endAlertFeed,
  listAlertFeeds,
  noticeCapFile,
  noticeFeed,
  readAlert,
  readAlertFile,
  settleAlert,
} from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { AlertFileShape } from '../contract/index.ts';
import { REFUSALS, route } from '../route.ts';
import { receiveFiles } from '../upload.ts';
import { attachment } from './expressions.ts';

const NoticeParams = z.object({ id: z.string().min(1).max(200) });

/** Notices as others read them: CAP 1.2, one by one and as a feed. */
export function alertRoutes(app: FastifyInstance): void {
  route(app, 'listAlertFeeds', ({ context }) => listAlertFeeds(context));
  route(app, 'addAlertFeed', ({ body, context, acting }) => addAlertFeed(context, body, seatOf(acting)));
  route(app, 'endAlertFeed', ({ params, context }) => endAlertFeed(context, params.id));
  route(app, 'getAlert', ({ params, context }) => readAlert(context, params.id) as never);
  route(app, 'settleAlert', ({ params, body, context, by }) => settleAlert(context, { ...params, ...body }, by));
  app.get(
    '/api/notices/:id/cap',
    {
      config: { need: 'read' },
      schema: {
        operationId: 'noticeCap',
        description: 'A notice as it now stands, as a CAP 1.2 file of private scope between the sides.',
        params: NoticeParams,
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { id } = NoticeParams.parse(request.params);
      const text = await noticeCapFile(request.acting.context, id, seatOf(request.acting));
      return reply
        .type('application/cap+xml; charset=utf-8')
        .header('content-disposition', attachment(`notice-${id}.cap.xml`))
        .header('cache-control', 'no-store')
        .send(text);
    },
  );
  app.post(
    '/api/notices/cap',
    {
      config: { need: 'read', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        operationId: 'readAlertFile',
        description:
          'Multipart form with one CAP file in the field `files`: what is found in it, and the notice it can begin. Nothing is kept or sent.',
        response: { 200: AlertFileShape, ...REFUSALS },
      },
    },
    async (request) => {
      seatOf(request.acting);
      const [file] = await receiveFiles(request);
      if (file === undefined) throw new Problem('input-invalid', { field: 'files', reason: 'no file' });
      if (file.content instanceof Problem) throw file.content;
      return readAlertFile(file.content);
    },
  );
  app.get(
    '/api/notices/feed.atom',
    {
      config: { need: 'read' },
      schema: {
        operationId: 'noticeFeed',
        description:
          'The open notices addressed to the side of the seat, each as a CAP 1.2 alert inside an Atom entry. No drills.',
        response: REFUSALS,
      },
    },
    async (request, reply) =>
      reply
        .type('application/atom+xml; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(await noticeFeed(request.acting.context, seatOf(request.acting))),
  );
}
