import type { FastifyInstance } from 'fastify';
import { actOnSeries, beginSeries, noteOnSeries, oneSeries, seriesOf, takeUp } from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { route } from '../route.ts';

export function seriesRoutes(app: FastifyInstance): void {
  route(app, 'listSeries', ({ query, context }) => seriesOf(context, query.asOf));
  route(app, 'beginSeries', ({ body, context, acting }) => beginSeries(context, body, seatOf(acting)));
  route(app, 'getSeries', ({ params, query, context, acting }) =>
    oneSeries(context, params.id, seatOf(acting), query.asOf),
  );
  route(app, 'actOnSeries', ({ params, body, context, acting }) =>
    actOnSeries(context, { ...params, ...body }, seatOf(acting)),
  );
  route(app, 'takeUp', ({ params, body, context, acting }) => takeUp(context, { ...params, ...body }, seatOf(acting)));
  route(app, 'noteOnSeries', ({ params, body, context, acting }) =>
    noteOnSeries(context, { ...params, ...body }, seatOf(acting)),
  );
}
