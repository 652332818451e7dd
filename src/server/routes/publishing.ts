import type { FastifyInstance } from 'fastify';
import {
  listPublishing,
  previewItem,
  publishItems,
  readPublishing,
  undoItems,
  withdrawItems,
} from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { PreviewQuery } from '../contract/index.ts';
import { ownOrigin } from '../cookie.ts';
import { REFUSALS, route } from '../route.ts';

export function publishingRoutes(app: FastifyInstance): void {
  route(app, 'listPublishing', async ({ context }) => ({ works: await listPublishing(context) }));
  route(app, 'readPublishing', ({ params, context, acting }) => readPublishing(context, params.id, seatOf(acting)));
  route(app, 'actOnPublishing', ({ params, body, context, acting }) => {
    const [work, seat] = [params.id, seatOf(acting)];
    if (body.type === 'withdraw') return withdrawItems(context, { ...body, work }, seat);
    if (body.type === 'undo') return undoItems(context, { ...body, work }, seat);
    return publishItems(context, { ...body, work }, seat);
  });
  app.get<{ Params: { id: string } }>(
    '/api/publishing/:id/preview',
    {
      config: { need: 'publish' },
      schema: {
        operationId: 'previewPublishing',
        description: 'An item of a work as anybody would read it with these fields (HTML).',
        querystring: PreviewQuery,
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { kind, item, fields, locale } = PreviewQuery.parse(request.query);
      const asked = { work: request.params.id, kind, item, fields };
      const found = await previewItem(context, asked, seatOf(request.acting));
      const [{ previewPage }, { speechOf }] = [await import('../portal/index.ts'), await import('../portal/speech.ts')];
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(previewPage(speechOf(locale, ownOrigin(request)), found, context.clock.now()));
    },
  );
}
