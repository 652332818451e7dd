import type { FastifyInstance } from 'fastify';
import { termsOf } from '../../operations/index.ts';
import { route } from '../route.ts';

export function termRoutes(app: FastifyInstance): void {
  route(app, 'listTerms', ({ query, context }) => termsOf(context, query.asOf));
}
