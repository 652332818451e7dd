import type { FastifyInstance } from 'fastify';
import { type Context, portalOf } from '../../operations/index.ts';

const SCHEMA = { schema: { hide: true } };

/** The public pages; what makes them is loaded with the first that is asked for. Nobody is asked who they are. */
export function portalRoutes(app: FastifyInstance, context: Context): void {
  const portal = portalOf(context);
  for (const address of ['/public', '/public/*', '/robots.txt']) {
    app.get(address, SCHEMA, async (request, reply) => {
      const { answerPortal } = await import('../portal/index.ts');
      return answerPortal(portal, request, reply);
    });
  }
}
