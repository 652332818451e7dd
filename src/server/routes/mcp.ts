import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import { MCP, seatOf } from '../acting.ts';
import { ownOrigin } from '../cookie.ts';

/**
 * The Model Context Protocol for a person's assistant: it reads what the seat of the token reads, and changes nothing. What answers is
 * loaded with the first that asks.
 */
export function mcpRoute(app: FastifyInstance, version: string): void {
  app.post(MCP, { schema: { hide: true }, config: { need: 'read', changes: false } }, async (request, reply) => {
    const { context } = request.acting;
    const asking = { context, seat: seatOf(request.acting), origin: ownOrigin(request) };
    const { answerMcp } = await import('../mcp/index.ts');
    const { status, body } = await answerMcp(asking, version, request.body);
    reply.code(status).header('cache-control', 'no-store');
    return body === null ? reply.send() : reply.type('application/json').send(JSON.stringify(body));
  });
  // No streams of the server's own, and no sessions to end.
  for (const method of ['GET', 'DELETE'] as const) {
    app.route({
      ...{ method, url: MCP, schema: { hide: true }, config: { need: 'read' } },
      handler: (_, reply) => {
        reply.header('allow', 'POST');
        throw new Problem('method-not-allowed', { allowed: 'POST' });
      },
    });
  }
}
