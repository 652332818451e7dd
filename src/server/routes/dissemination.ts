import type { FastifyInstance } from 'fastify';
import { disseminate, disseminationOf } from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { route } from '../route.ts';

export function disseminationRoutes(app: FastifyInstance): void {
  route(app, 'listDissemination', ({ query, context, acting }) => disseminationOf(context, seatOf(acting), query.asOf));
  route(app, 'disseminate', ({ params, body, context, acting }) =>
    disseminate(context, { work: params.id, ...body }, seatOf(acting)),
  );
}
