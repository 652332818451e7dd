import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import {
  actOnWater,
  type Context,
  exportWater,
  importWater,
  listWater,
  listWaterImports,
  readWaterSeries,
  shareWater,
  waterPartners,
} from '../../operations/index.ts';
import type { Seat } from '../../register/index.ts';
import { seatOf } from '../acting.ts';
import { WaterExportQuery, WaterImportShape } from '../contract/index.ts';
import { REFUSALS, route } from '../route.ts';
import { receiveFiles } from '../upload.ts';
import { attachment } from './expressions.ts';

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json', xml: 'application/xml' } as const;

async function waterList(context: Context, seat: Seat) {
  const [rows, imports] = [await listWater(context), await listWaterImports(context)];
  return { now: context.clock.now(), rows, imports, partners: await waterPartners(context, seat) };
}

export function waterRoutes(app: FastifyInstance): void {
  route(app, 'listWater', ({ context, acting }) => waterList(context, seatOf(acting)));
  route(app, 'getWater', ({ params, query, context }) =>
    readWaterSeries(context, params.id, { from: query.from ?? null, to: query.to ?? null }),
  );
  route(app, 'actOnWater', async ({ params, body, context, acting, by }) => {
    await actOnWater(context, { ...params, ...body }, seatOf(acting), by);
    return waterList(context, seatOf(acting));
  });
  route(app, 'shareWater', async ({ params, body, context, by }) => ({
    values: await shareWater(context, { ...params, ...body }, by),
  }));
  files(app);
}

function files(app: FastifyInstance): void {
  app.post(
    '/api/water/imports',
    {
      config: { need: 'keep-water', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        operationId: 'importWater',
        description:
          'Multipart form with one file of water data in the field `files`: WaterML 2.0, the CSV profile, or JSON named as in ' +
          'SensorThings. Where nothing found is an error all of it is taken in; else nothing, and the findings name each place.',
        response: { 200: WaterImportShape, ...REFUSALS },
      },
    },
    async (request) => {
      const [file, more] = await receiveFiles(request);
      if (file === undefined || more !== undefined)
        throw new Problem('input-invalid', { field: 'files', reason: 'one' });
      if (file.content instanceof Problem) throw file.content;
      const { acting } = request;
      return importWater(acting.context, { name: file.name, bytes: file.content }, seatOf(acting), acting.by);
    },
  );
  app.get(
    '/api/water/export',
    {
      config: { need: 'read' },
      schema: {
        operationId: 'exportWater',
        description: 'Series as the CSV profile, as JSON named as in SensorThings 1.1, or as WaterML 2.0.',
        querystring: WaterExportQuery,
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { format, series } = WaterExportQuery.parse(request.query);
      const { context } = request.acting;
      const text = await exportWater(context, { ids: series ?? null, format });
      return reply
        .type(TYPES[format])
        .header('content-disposition', attachment(`servanda-water-${context.clock.now().slice(0, 10)}.${format}`))
        .header('cache-control', 'no-store')
        .send(text);
    },
  );
}
