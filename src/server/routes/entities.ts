import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { addEntity, decideEntity, entityBatches, getEntity, listEntries } from '../../operations/index.ts';
import { EntityCsvQuery } from '../contract/index.ts';
import { linkNext } from '../paging.ts';
import { entitiesCsv } from '../present/entities-csv.ts';
import { REFUSALS, route } from '../route.ts';
import { attachment } from './expressions.ts';

export function entityRoutes(app: FastifyInstance): void {
  route(app, 'listEntities', async ({ query, context, request }, reply) => {
    const found = await listEntries(context, query);
    linkNext(request, reply, { ...query, rows: found.rows.length, total: found.total });
    return found;
  });
  route(app, 'getEntity', ({ params, query, context }) => getEntity(context, params.id, query.asOf));
  route(app, 'addEntity', ({ body, context, by }) => addEntity(context, { ...body, by }));
  route(app, 'decideEntity', ({ params, body, context, by }) => decideEntity(context, { ...body, id: params.id, by }));

  app.get(
    '/api/entities.csv',
    {
      schema: {
        operationId: 'entitiesCsv',
        description:
          'The register of one kind of entries as a reader has it on screen, as CSV (UTF-8 with a byte-order mark).',
        querystring: EntityCsvQuery,
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { locale, ...filter } = EntityCsvQuery.parse(request.query);
      const name = `servanda-${filter.kind}-${filter.asOf ?? context.clock.now().slice(0, 10)}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(name))
        .header('cache-control', 'no-store')
        .send(Readable.from(entitiesCsv(entityBatches(context, filter), filter.kind, locale)));
    },
  );
}
