import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Problem } from '../../kernel/index.ts';
import {
  actOnTask,
  addTaskFiles,
  assignTasks,
  fileOfTask,
  owedNext,
  proposeForTask,
  taskCounts,
  taskOf,
  tasksOf,
} from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { EvidenceFileShape, TaskFileParams } from '../contract/index.ts';
import { linkNext } from '../paging.ts';
import { REFUSALS, route } from '../route.ts';
import { receiveFiles } from '../upload.ts';
import { attachment } from './expressions.ts';

/** Tasks on a page where it is not said how many. */
const TASKS = 200;

export function taskRoutes(app: FastifyInstance): void {
  route(app, 'assignTasks', async ({ body, context, acting }) => ({
    ids: await assignTasks(context, body.assignments, seatOf(acting)),
  }));
  route(app, 'listTasks', async ({ query, context, request }, reply) => {
    const found = await tasksOf(context, query);
    linkNext(request, reply, { offset: query.offset, limit: query.limit ?? TASKS, rows: found.rows.length });
    return found;
  });
  route(app, 'countTasks', ({ query, context }) => taskCounts(context, query));
  route(app, 'getTask', ({ params, query, context, acting }) => taskOf(context, params.id, seatOf(acting), query.asOf));
  route(app, 'owedNext', ({ context, acting }) => owedNext(context, seatOf(acting)));
  route(app, 'proposeForTask', async ({ params, context }) => ({
    proposals: await proposeForTask(context, params.id),
  }));
  route(app, 'actOnTask', ({ params, body, context, acting }) =>
    actOnTask(context, { id: params.id, ...body }, seatOf(acting)),
  );
  fileRoutes(app);
}

/** Files given as evidence: one above the limit refuses all of its request. */
function fileRoutes(app: FastifyInstance): void {
  app.post<{ Params: { id: string } }>(
    '/api/tasks/:id/files',
    {
      config: { need: 'read', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: {
        operationId: 'addTaskFiles',
        description:
          'Multipart form with the files in the field `files`: kept as evidence of the task under their hashes.',
        params: z.object({ id: z.string() }),
        response: { 200: z.object({ files: z.array(EvidenceFileShape) }), ...REFUSALS },
      },
    },
    async (request) => {
      const { context } = request.acting;
      const received = await receiveFiles(request);
      const files = received.map(({ name, type, content }) => {
        if (content instanceof Problem) throw content;
        return { name, type, bytes: content };
      });
      return { files: await addTaskFiles(context, request.params.id, files, seatOf(request.acting)) };
    },
  );

  app.get<{ Params: { id: string; sha256: string } }>(
    '/api/tasks/:id/files/:sha256',
    {
      schema: {
        operationId: 'taskFile',
        description: 'A file given as evidence, byte for byte; always saved, never opened in the browser.',
        params: TaskFileParams,
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { id, sha256 } = request.params;
      const { name, bytes } = await fileOfTask(context, id, sha256, seatOf(request.acting));
      return reply
        .type('application/octet-stream')
        .header('content-disposition', attachment(name))
        .header('cache-control', 'private, no-cache')
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}
