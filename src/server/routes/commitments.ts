import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { bodyForms } from '../../i18n/index.ts';
import { bodyNames, commitmentBatches, decide, getCommitment, listCommitments } from '../../operations/index.ts';
import { COLUMNS, CsvQuery } from '../contract/index.ts';
import { linkNext } from '../paging.ts';
import { registerCsv } from '../present/register-csv.ts';
import { REFUSALS, route } from '../route.ts';
import { attachment } from './expressions.ts';

export function commitmentRoutes(app: FastifyInstance): void {
  route(app, 'listCommitments', async ({ query, context, request }, reply) => {
    const found = await listCommitments(context, query);
    linkNext(request, reply, { ...query, rows: found.rows.length, total: found.total });
    return found;
  });
  route(app, 'getCommitment', ({ params, query, context }) => getCommitment(context, params.id, query.asOf));
  route(app, 'decide', ({ params, body, context, by }) => decide(context, { ...body, id: params.id, by }));

  app.get(
    '/api/commitments.csv',
    {
      schema: {
        operationId: 'commitmentsCsv',
        description: 'The rows and columns a reader has on screen, as CSV (UTF-8 with a byte-order mark).',
        querystring: CsvQuery,
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { columns = COLUMNS, locale, ...query } = CsvQuery.parse(request.query);
      const name = `servanda-${context.clock.now().slice(0, 10)}.csv`;
      const names = bodyForms(await bodyNames(context));
      const rows = registerCsv(commitmentBatches(context, query), columns, locale, names);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(name))
        .header('cache-control', 'no-store')
        .send(Readable.from(rows));
    },
  );
}
