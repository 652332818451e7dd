import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { guard } from './guard.ts';
import { describeApi } from './openapi.ts';
import { servePages } from './pages.ts';
import { answerNothingHere, answerProblems } from './problems.ts';
import { revalidate } from './revalidation.ts';
import { acceptUploads } from './upload.ts';

/** JSON bodies are decisions, not files. */
const BODY_LIMIT = 1 << 20;

export interface AppOptions {
  readonly version: string;
  /** Folder of the built pages; null for the API alone. */
  readonly pages: string | null;
  /** Names this server is known by besides `localhost` and the machine's own. */
  readonly hosts: readonly string[];
}

/** The whole server, ready to listen or to be asked directly. Closing it does not close the database. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    logger: false,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app);
  await guard(app, options.hosts);
  revalidate(app);
  await describeApi(app, options.version);
  await acceptUploads(app);
  if (options.pages === null) app.setNotFoundHandler(answerNothingHere);
  else await servePages(app, options.pages);
  return app;
}
