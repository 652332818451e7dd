import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { MEDIA_TYPES, Problem } from '../../kernel/index.ts';
import {
  checkWordFile,
  draftFile,
  draftPaper,
  listPapers,
  madeFile,
  makePaper,
  type PaperFormat,
  paperEnvelope,
  paperLayouts,
} from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { CheckedPaperShape, PaperRequestBody } from '../contract/index.ts';
import { REFUSALS, route } from '../route.ts';
import { receiveFiles } from '../upload.ts';
import { attachment } from './expressions.ts';

const TYPES: Readonly<Record<PaperFormat | 'edxml', string>> = {
  edxml: 'application/xml',
  docx: MEDIA_TYPES.docx,
  pdf: 'application/pdf',
};
const format = z.enum(['docx', 'pdf']);

export function paperRoutes(app: FastifyInstance): void {
  route(app, 'paperLayouts', async () => ({ layouts: await paperLayouts() }));
  route(app, 'draftPaper', ({ body, context, acting }) => draftPaper(context, body, seatOf(acting)));
  route(app, 'makePaper', ({ body, context, acting }) => makePaper(context, body, seatOf(acting)));
  route(app, 'listPapers', async ({ context }) => ({ papers: await listPapers(context) }));
  fileRoutes(app);
  envelopeRoute(app);
  checkRoute(app);
}

function fileRoutes(app: FastifyInstance): void {
  app.get<{ Params: { format: PaperFormat }; Querystring: { request: string } }>(
    '/api/papers/draft.:format',
    {
      schema: {
        operationId: 'draftPaperFile',
        description: 'A draft as a Word or PDF file: `request` is the body of `draftPaper` as JSON. Nothing is kept.',
        params: z.object({ format }),
        querystring: z.object({ request: z.string().max(20_000) }),
        response: REFUSALS,
      },
    },
    async ({ params, query, acting }, reply) => {
      const request = requestOf(query.request);
      return send(reply, params.format, await draftFile(acting.context, request, params.format, seatOf(acting)));
    },
  );
  app.get<{ Params: { id: string; format: PaperFormat } }>(
    '/api/papers/:id/paper.:format',
    {
      schema: {
        operationId: 'madePaperFile',
        description: 'A paper that was made, byte for byte as it was kept.',
        params: z.object({ id: z.string().max(100), format }),
        response: REFUSALS,
      },
    },
    async ({ params, acting }, reply) => {
      seatOf(acting);
      return send(reply, params.format, await madeFile(acting.context, params.id, params.format));
    },
  );
}

function envelopeRoute(app: FastifyInstance): void {
  app.get<{ Params: { id: string } }>(
    '/api/papers/:id/paper.edxml',
    {
      schema: {
        operationId: 'paperEnvelope',
        description:
          'A paper that was made as an edXML envelope (QCVN 102:2016/BTTTT) with its Word file inside. The shape is not verified against the national axis.',
        params: z.object({ id: z.string().max(100) }),
        response: REFUSALS,
      },
    },
    async ({ params, acting }, reply) => {
      seatOf(acting);
      return send(reply, 'edxml', await paperEnvelope(acting.context, params.id));
    },
  );
}

function requestOf(text: string): z.output<typeof PaperRequestBody> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Problem('input-invalid', { field: 'request', reason: 'no JSON' });
  }
  const parsed = PaperRequestBody.safeParse(given);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Problem('input-invalid', { field: first?.path.join('.') ?? 'request', reason: first?.message ?? '' });
}

function send(
  reply: FastifyReply,
  kind: PaperFormat | 'edxml',
  file: { readonly title: string; readonly bytes: Uint8Array },
) {
  const name = file.title
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .trim();
  return reply
    .type(TYPES[kind])
    .header('content-disposition', attachment(`${name}.${kind}`))
    .send(Buffer.from(file.bytes));
}

function checkRoute(app: FastifyInstance): void {
  app.post<{ Querystring: { layout: string } }>(
    '/api/papers/check',
    {
      config: { need: 'read', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        operationId: 'checkPaper',
        description:
          'Multipart form with one Word file in the field `files`: what of it is not as the layout has it. Nothing is kept.',
        querystring: z.object({ layout: z.string().max(100) }),
        response: { 200: CheckedPaperShape, ...REFUSALS },
      },
    },
    async (request) => {
      const [file] = await receiveFiles(request);
      if (file === undefined) throw new Problem('input-invalid', { field: 'files', reason: 'no file' });
      if (file.content instanceof Problem) throw file.content;
      return checkWordFile({ name: file.name, bytes: file.content }, request.query.layout);
    },
  );
}
