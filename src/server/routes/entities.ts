import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { addEntity, decideEntity, entityBatches, getEntity, listEntries } from '../../operations/index.ts';
import type { Seat } from '../app.ts';
import { EntityCsvQuery } from '../contract/index.ts';
import { entitiesCsv } from '../present/entities-csv.ts';
import { REFUSALS, route } from '../route.ts';
import { attachment } from './expressions.ts';

export function entityRoutes(app: FastifyInstance, { database, by, clock }: Seat): void {
  route(app, 'listEntities', ({ query }) => listEntries(database, query));
  route(app, 'getEntity', ({ params }) => getEntity(database, params.id));
  route(app, 'addEntity', ({ body }) => addEntity(database, { ...body, by }));
  route(app, 'decideEntity', ({ params, body }) => decideEntity(database, { ...body, id: params.id, by }));

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
      const { locale, ...filter } = EntityCsvQuery.parse(request.query);
      const name = `servanda-${filter.kind}-${clock.now().slice(0, 10)}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(name))
        .header('cache-control', 'no-store')
        .send(Readable.from(entitiesCsv(entityBatches(database, filter), filter.kind, locale)));
    },
  );
}
