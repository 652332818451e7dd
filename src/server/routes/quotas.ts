import type { FastifyInstance } from 'fastify';
import { enterInQuota, openQuota, quotasOf } from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { route } from '../route.ts';

export function quotaRoutes(app: FastifyInstance): void {
  route(app, 'listQuotas', ({ query, context, acting }) => quotasOf(context, query, seatOf(acting)));
  route(app, 'openQuota', ({ body, context, acting }) => openQuota(context, body, seatOf(acting)));
  route(app, 'enterInQuota', ({ params, body, context, acting }) =>
    enterInQuota(context, { ...params, ...body }, seatOf(acting)),
  );
}
