import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { addCommitment, expressionAkn, originalFile, readExpression } from '../../operations/index.ts';
import { REFUSALS, route } from '../route.ts';

export function expressionRoutes(app: FastifyInstance): void {
  route(app, 'readExpression', ({ params, context }) => readExpression(context, params.id));
  route(app, 'addCommitment', ({ params, body, context, by }) =>
    addCommitment(context, { expressionId: params.id, span: body.span, by, ...given(body.fields) }),
  );

  app.get<{ Params: { id: string } }>(
    '/api/expressions/:id/file',
    {
      schema: {
        operationId: 'originalFile',
        description: 'The file as it was imported, byte for byte.',
        params: z.object({ id: z.string() }),
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { name, bytes } = await originalFile(context, request.params.id);
      return reply
        .type('application/octet-stream')
        .header('content-disposition', attachment(name))
        .header('cache-control', 'private, no-cache')
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );

  app.get<{ Params: { id: string } }>(
    '/api/expressions/:id/akn',
    {
      schema: {
        operationId: 'expressionAkn',
        description: 'The present text with its structure and commitments as Akoma Ntoso 1.0 (OASIS LegalDocML).',
        params: z.object({ id: z.string() }),
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { name, value } = await expressionAkn(context, request.params.id);
      return reply
        .type('application/akn+xml; charset=utf-8')
        .header('content-disposition', attachment(name))
        .header('cache-control', 'private, no-cache')
        .send(value);
    },
  );
}

function given<T>(fields: T | undefined): { fields?: T } {
  return fields === undefined ? {} : { fields };
}

/** Always saved, never opened in the browser; the name in any script (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
