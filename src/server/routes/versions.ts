import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { MEDIA_TYPES } from '../../kernel/index.ts';
import {
  type Context,
  changeVersions,
  compareAgain,
  readParallels,
  readVersions,
  type Versions,
} from '../../operations/index.ts';
import { findingsDocx, findingsTable } from '../../reports/index.ts';
import { FindingsQuery } from '../contract/index.ts';
import { findingsCsv } from '../present/findings-csv.ts';
import { REFUSALS, route } from '../route.ts';
import { attachment } from './expressions.ts';

type Query = z.output<typeof FindingsQuery>;

export function versionRoutes(app: FastifyInstance): void {
  route(app, 'readVersions', ({ params, context }) => readVersions(context, params.a, params.b));
  route(app, 'compareAgain', ({ params, context }) => compareAgain(context, params.a, params.b));
  route(app, 'changeVersions', ({ params, body, context, by }) =>
    changeVersions(context, params.a, params.b, { ...body, by }),
  );
  route(app, 'readParallels', async ({ params, context }) => ({ parallels: await readParallels(context, params.id) }));

  const table = async (context: Context, params: { a: string; b: string }, query: Query) => {
    const versions = await readVersions(context, params.a, params.b);
    return findingsTable(reportOf(versions, query), query.locale);
  };
  const saved = ({ clock }: Context, form: string) =>
    attachment(`servanda-versions-${clock.now().slice(0, 10)}.${form}`);
  const schema = (form: string) => ({
    operationId: `findingsTable${form}`,
    description: `The differences between two texts that a reader has on screen, as a table (${form}).`,
    params: z.object({ a: z.string(), b: z.string() }),
    querystring: FindingsQuery,
    response: REFUSALS,
  });

  app.get<{ Params: { a: string; b: string } }>(
    '/api/versions/:a/:b/table.csv',
    { schema: schema('Csv') },
    async (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', saved(request.acting.context, 'csv'))
        .header('cache-control', 'no-store')
        .send(findingsCsv(await table(request.acting.context, request.params, FindingsQuery.parse(request.query)))),
  );
  app.get<{ Params: { a: string; b: string } }>(
    '/api/versions/:a/:b/table.docx',
    { schema: schema('Docx') },
    async (request, reply) => {
      const { context } = request.acting;
      const query = FindingsQuery.parse(request.query);
      const file = await findingsDocx(await table(context, request.params, query), query.locale);
      return reply
        .type(MEDIA_TYPES.docx)
        .header('content-disposition', saved(context, 'docx'))
        .header('cache-control', 'no-store')
        .send(Buffer.from(file));
    },
  );
}

function reportOf({ a, b, findings }: Versions, { severity, type, state }: Query) {
  return {
    title: a.work.title,
    languages: { a: a.expression.language, b: b.expression.language },
    files: { a: a.expression.file, b: b.expression.file },
    findings: findings.filter(
      (one) =>
        (severity?.includes(one.severity) ?? true) &&
        (type?.includes(one.type) ?? true) &&
        (state?.includes(one.judgement?.verdict ?? 'open') ?? true),
    ),
  };
}
