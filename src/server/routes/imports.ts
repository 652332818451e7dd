import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import { getImport, startImport } from '../../operations/index.ts';
import { shapes } from '../contract/index.ts';
import { REFUSALS, route } from '../route.ts';
import { receiveFiles } from '../upload.ts';
import { refusedFiles } from './refused-files.ts';

export function importRoutes(app: FastifyInstance): void {
  const refused = refusedFiles();

  route(app, 'getImport', async ({ params, context }) => refused.into(await getImport(context, params.id)));

  app.post(
    '/api/imports',
    {
      config: { need: 'import', rateLimit: { max: 120, timeWindow: 60_000 } },
      schema: {
        operationId: 'startImport',
        description:
          'Multipart form with the files in the field `files`. Answers at once; `getImport` follows the job.',
        response: { 202: shapes.ImportJob, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { context, by } = request.acting;
      const received = await receiveFiles(request);
      const files = received.flatMap(({ name, content }) =>
        content instanceof Problem ? [] : [{ name, bytes: content }],
      );
      const job = startImport(context, { files, by });
      refused.keep(job.id, received);
      return reply.status(202).send(refused.into(job));
    },
  );
}
