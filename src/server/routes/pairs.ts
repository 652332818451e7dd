import type { FastifyInstance } from 'fastify';
import { actOnPair, openPair, pairsOf } from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { route } from '../route.ts';

export function pairRoutes(app: FastifyInstance): void {
  route(app, 'listPairs', ({ query, context, acting }) => pairsOf(context, seatOf(acting), query.asOf));
  route(app, 'openPair', ({ body, context, acting }) => openPair(context, body, seatOf(acting)));
  route(app, 'actOnPair', ({ params, body, context, acting }) =>
    actOnPair(context, { ...params, ...body }, seatOf(acting)),
  );
}
