import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Context } from '../operations/index.ts';
import { admit } from './acting.ts';
import { guard } from './guard.ts';
import { describeApi } from './openapi.ts';
import { servePages } from './pages.ts';
import { answerNothingHere, answerProblems, type Report } from './problems.ts';
import { revalidate } from './revalidation.ts';
import { accountRoutes } from './routes/accounts.ts';
import { commitmentRoutes } from './routes/commitments.ts';
import { entityRoutes } from './routes/entities.ts';
import { expressionRoutes } from './routes/expressions.ts';
import { healthRoutes } from './routes/health.ts';
import { identityRoutes } from './routes/identity.ts';
import { importRoutes } from './routes/imports.ts';
import { lessonRoutes } from './routes/lessons.ts';
import { lineageRoutes } from './routes/lineage.ts';
import { scanRoutes } from './routes/scan.ts';
import { taskRoutes } from './routes/tasks.ts';
import { versionRoutes } from './routes/versions.ts';
import { workRoutes } from './routes/works.ts';
import { acceptUploads } from './upload.ts';

/** JSON bodies are decisions, not files. */
const BODY_LIMIT = 1 << 20;

export interface AppOptions {
  /** Of all sides; each request works with it as its seat may. */
  readonly database: Context;
  /** Of the product. */
  readonly version: string;
  /** Folder of the built pages; null for the API alone. */
  readonly pages: string | null;
  /** Names this server is known by besides `localhost` and the machine's own. */
  readonly hosts: readonly string[];
  /** Told of every mistake of ours, which the client learns of as a number only. */
  readonly report: Report;
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
  answerProblems(app, options.report);
  await guard(app, options.hosts);
  await admit(app, options.database);
  revalidate(app);
  await describeApi(app, options.version);
  await acceptUploads(app);
  for (const register of [
    workRoutes,
    expressionRoutes,
    identityRoutes,
    commitmentRoutes,
    entityRoutes,
    scanRoutes,
    importRoutes,
    versionRoutes,
    lineageRoutes,
    lessonRoutes,
    taskRoutes,
    accountRoutes,
  ]) {
    await app.register(async (scope) => register(scope));
  }
  await app.register(async (scope) => healthRoutes(scope, options.version));
  if (options.pages === null) app.setNotFoundHandler(answerNothingHere);
  else await servePages(app, options.pages);
  return app;
}
