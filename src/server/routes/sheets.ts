import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { MEDIA_TYPES, Problem } from '../../kernel/index.ts';
import {
  applySheet,
  bringSheet,
  listBatches,
  mapSheet,
  readSheetRun,
  reportSheet,
  undoBatch,
} from '../../operations/index.ts';
import { formDocx, sheetXlsx } from '../../reports/index.ts';
import { seatOf } from '../acting.ts';
import { ReportFormQuery, SheetRunShape } from '../contract/index.ts';
import { linkNext } from '../paging.ts';
import { REFUSALS, route } from '../route.ts';
import { receiveFiles } from '../upload.ts';
import { attachment } from './expressions.ts';

export function sheetRoutes(app: FastifyInstance): void {
  route(app, 'getSheet', ({ params, query, context, acting, request }, reply) => {
    const run = readSheetRun(context, params.id, query, seatOf(acting));
    linkNext(request, reply, { ...query, rows: run.rows.length, total: run.found });
    return run;
  });
  route(app, 'mapSheet', ({ params, body, context, acting }) =>
    mapSheet(context, params.id, body.fields, seatOf(acting)),
  );
  route(app, 'applySheet', ({ params, body, context, acting }) => applySheet(context, params.id, body, seatOf(acting)));
  route(app, 'listBatches', async ({ context, acting }) => ({ batches: await listBatches(context, seatOf(acting)) }));
  route(app, 'undoBatch', ({ params, context, acting }) => undoBatch(context, params.id, seatOf(acting)));
  bringing(app);

  for (const ending of ['xlsx', 'docx'] as const) reportForm(app, ending);
}

/** The same form as a spreadsheet and as a document; either comes back at `/api/sheets`. */
function reportForm(app: FastifyInstance, ending: 'xlsx' | 'docx'): void {
  app.get(
    `/api/owed/form.${ending}`,
    {
      schema: {
        operationId: ending === 'xlsx' ? 'reportForm' : 'reportFormDocument',
        description: `The reports a unit owes as ${ending === 'xlsx' ? 'a spreadsheet' : 'a Word document'} to fill in offline; brought back it becomes drafts.`,
        querystring: ReportFormQuery,
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { unit, locale } = ReportFormQuery.parse(request.query);
      const table = await reportSheet(context, seatOf(request.acting), unit ?? null, locale);
      const at = context.clock.now();
      const bytes = ending === 'xlsx' ? await sheetXlsx(table, locale, at) : await formDocx(table, locale);
      return reply
        .type(MEDIA_TYPES[ending])
        .header('content-disposition', attachment(`servanda-report-form-${at.slice(0, 10)}.${ending}`))
        .header('cache-control', 'no-store')
        .send(Buffer.from(bytes));
    },
  );
}

/** One spreadsheet at a time; what it would do is asked for at `/api/sheets/:id`. */
function bringing(app: FastifyInstance): void {
  app.post(
    '/api/sheets',
    {
      config: { need: 'read', rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        operationId: 'bringSheet',
        description:
          'Multipart form with one .xlsx, .csv, .json (a list as it was exported) or .docx (the report form) in the field `files`: a dry run begins, nothing is changed.',
        response: { 200: z.object({ run: SheetRunShape }), ...REFUSALS },
      },
    },
    async (request) => {
      const [file, more] = await receiveFiles(request);
      if (file === undefined || more !== undefined)
        throw new Problem('input-invalid', { field: 'files', reason: 'one' });
      if (file.content instanceof Problem) throw file.content;
      return { run: bringSheet(request.acting.context, file.name, file.content, seatOf(request.acting)) };
    },
  );
}
