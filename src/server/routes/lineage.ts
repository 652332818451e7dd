import type { FastifyInstance } from 'fastify';
import { MEDIA_TYPES } from '../../kernel/index.ts';
import {
  addLink,
  type Context,
  cascadeOf,
  decideLink,
  lineageWorks,
  threadOf,
  whatChanged,
} from '../../operations/index.ts';
import { CascadeExportQuery, ChangesCsvQuery } from '../contract/index.ts';
import { cascadeCsv, changesCsv } from '../present/lineage-export.ts';
import { REFUSALS, route } from '../route.ts';
import { attachment } from './expressions.ts';

const CSV = 'text/csv; charset=utf-8';

export function lineageRoutes(app: FastifyInstance): void {
  route(app, 'lineageWorks', ({ context }) => lineageWorks(context));
  route(app, 'getThread', ({ params, context }) => threadOf(context, params.id));
  route(app, 'whatChanged', ({ query, context }) => whatChanged(context, query.earlier, query.later));
  route(app, 'getCascade', ({ query, context }) => cascadeOf(context, query.national, query.local));
  route(app, 'addLink', ({ body, context, by }) => addLink(context, { ...body, by }));
  route(app, 'decideLink', ({ params, body, context, by }) => decideLink(context, { ...body, id: params.id, by }));
  exportRoutes(app);
}

/** Files of what the pages show: the same rows in the same order. */
function exportRoutes(app: FastifyInstance): void {
  const named = ({ clock }: Context, name: string, ending: string) =>
    attachment(`servanda-${name}-${clock.now().slice(0, 10)}.${ending}`);
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
      const { context } = request.acting;
      const { earlier, later, locale } = ChangesCsvQuery.parse(request.query);
      const text = changesCsv(await whatChanged(context, earlier, later), locale);
      return reply
        .type(CSV)
        .header('content-disposition', named(context, 'changes', 'csv'))
        .send(text);
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
      const { context } = request.acting;
      const { national, local, locale, open } = CascadeExportQuery.parse(request.query);
      const text = cascadeCsv(await cascadeOf(context, national, local), locale, open === 'true');
      return reply
        .type(CSV)
        .header('content-disposition', named(context, 'cascade', 'csv'))
        .send(text);
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
      const { context } = request.acting;
      const { national, local, locale } = CascadeExportQuery.parse(request.query);
      // The writer of Word files is loaded with the first one.
      const { cascadeDraft } = await import('../present/cascade-docx.ts');
      const bytes = await cascadeDraft(await cascadeOf(context, national, local), locale);
      return reply
        .type(MEDIA_TYPES.docx)
        .header('content-disposition', named(context, 'draft', 'docx'))
        .send(bytes);
    },
  );
}
