import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { correctText, pagePicture, readScan, type ScanText, undoCorrection } from '../../operations/index.ts';
import { shapes } from '../contract/index.ts';
import { REFUSALS, route } from '../route.ts';

/** Pages that were read as pictures, and the corrections of what was read. */
export function scanRoutes(app: FastifyInstance): void {
  route(app, 'readScan', async ({ params, context }) => answer(await readScan(context, params.id)));
  route(app, 'correctText', async ({ params, body, context, by }) =>
    answer(await correctText(context, { expressionId: params.id, by, ...body })),
  );
  route(app, 'undoCorrection', async ({ params, body, context, by }) =>
    answer(await undoCorrection(context, { expressionId: params.id, by, ...body })),
  );

  app.get<{ Params: { id: string; number: number } }>(
    '/api/expressions/:id/pages/:number',
    {
      schema: {
        operationId: 'pagePicture',
        description: 'The picture of a scanned page, grey, at reading resolution.',
        params: z.object({ id: z.string(), number: z.coerce.number().int().positive() }),
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { type, bytes } = await pagePicture(context, request.params.id, request.params.number);
      return reply
        .type(type)
        .header('cache-control', 'private, max-age=3600')
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}

/** A word is eight numbers: there are hundreds on a page. */
function answer({ version, pages, history }: ScanText): z.output<typeof shapes.ScanText> {
  return {
    version,
    pages: pages.map(({ words, ...page }) => ({
      ...page,
      words: words.map(({ span, box, confidence, state }) => [
        ...([span.start, span.end, box.left, box.top, box.width, box.height] as const),
        ...([confidence, shapes.WORD_STATES.indexOf(state)] as const),
      ]),
    })),
    history: history.map((version) => ({ ...version, corrections: [...version.corrections] })),
  };
}
