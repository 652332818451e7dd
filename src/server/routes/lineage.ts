import type { FastifyInstance } from 'fastify';
import { addLink, cascadeOf, decideLink, lineageWorks, threadOf, whatChanged } from '../../operations/index.ts';
import type { Seat } from '../app.ts';
import { CascadeExportQuery, ChangesCsvQuery } from '../contract/index.ts';
import { cascadeDraft } from '../present/cascade-docx.ts';
import { cascadeCsv, changesCsv } from '../present/lineage-export.ts';
import { REFUSALS, route } from '../route.ts';
import { attachment } from './expressions.ts';

const CSV = 'text/csv; charset=utf-8';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function lineageRoutes(app: FastifyInstance, seat: Seat): void {
  const { database, by } = seat;
  route(app, 'lineageWorks', () => lineageWorks(database));
  route(app, 'getThread', ({ params }) => threadOf(database, params.id));
  route(app, 'whatChanged', ({ query }) => whatChanged(database, query.earlier, query.later));
  route(app, 'getCascade', ({ query }) => cascadeOf(database, query.national, query.local));
  route(app, 'addLink', ({ body }) => addLink(database, { ...body, by }));
  route(app, 'decideLink', ({ params, body }) => decideLink(database, { ...body, id: params.id, by }));
  exportRoutes(app, seat);
}

/** Files of what the pages show: the same rows in the same order. */
function exportRoutes(app: FastifyInstance, { database, clock }: Seat): void {
  const named = (name: string, ending: string) => attachment(`servanda-${name}-${clock.now().slice(0, 10)}.${ending}`);
  const schema = (operationId: string, description: string) => ({ operationId, description, response: REFUSALS });

  app.get(
    '/api/lineage/changes.csv',
    {
      schema: {
        ...schema('changesCsv', 'What changed between two works, as CSV (UTF-8 with a byte-order mark).'),
        querystring: ChangesCsvQuery,
      },
    },
    async (request, reply) => {
      const { earlier, later, locale } = ChangesCsvQuery.parse(request.query);
      const text = changesCsv(await whatChanged(database, earlier, later), locale);
      return reply.type(CSV).header('content-disposition', named('changes', 'csv')).send(text);
    },
  );

  app.get(
    '/api/lineage/cascade.csv',
    {
      schema: {
        ...schema('cascadeCsv', 'National commitments and the local documents that take them up, as CSV.'),
        querystring: CascadeExportQuery,
      },
    },
    async (request, reply) => {
      const { national, local, locale, open } = CascadeExportQuery.parse(request.query);
      const text = cascadeCsv(await cascadeOf(database, national, local), locale, open === 'true');
      return reply.type(CSV).header('content-disposition', named('cascade', 'csv')).send(text);
    },
  );

  app.get(
    '/api/lineage/cascade.docx',
    {
      schema: {
        ...schema('cascadeDraft', 'A draft of what no local document takes up yet, as a Word file.'),
        querystring: CascadeExportQuery,
      },
    },
    async (request, reply) => {
      const { national, local, locale } = CascadeExportQuery.parse(request.query);
      const bytes = await cascadeDraft(await cascadeOf(database, national, local), locale);
      return reply.type(DOCX).header('content-disposition', named('draft', 'docx')).send(bytes);
    },
  );
}
