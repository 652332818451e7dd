import Fastify, { type FastifyInstance } from 'fastify';
import type { Context } from '../operations/index.ts';
import { admit } from './acting.ts';
import { COMPILERS } from './compilers.ts';
import { describeApi } from './description/index.ts';
import { guard } from './guard.ts';
import { servePages } from './pages.ts';
import { readCursors } from './paging.ts';
import { holdPreconditions } from './preconditions.ts';
import { answerNothingHere, answerProblems, type Report } from './problems.ts';
import { revalidate } from './revalidation.ts';
import { exchangeWire } from './routes/exchange-wire.ts';
import { registerRoutes } from './routes/index.ts';
import { mcpRoute } from './routes/mcp.ts';
import { portalRoutes } from './routes/portal.ts';
import { problemPage } from './routes/problem-page.ts';
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
    schemaController: COMPILERS,
  });
  answerProblems(app, options.report);
  await guard(app, options.hosts);
  await admit(app, options.database);
  revalidate(app);
  readCursors(app);
  holdPreconditions(app);
  describeApi(app, options.version);
  await acceptUploads(app);
  await registerRoutes(app, options.version);
  await exchangeWire(app, options.database);
  portalRoutes(app, options.database);
  mcpRoute(app, options.version);
  problemPage(app);
  if (options.pages === null) app.setNotFoundHandler(answerNothingHere);
  else await servePages(app, options.pages);
  return app;
}

/** The public pages alone: no sign-in, no API, nothing that changes anything. */
export async function buildPortal({ database, hosts, report }: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({ forceCloseConnections: true, logger: false, schemaController: COMPILERS });
  answerProblems(app, report);
  await guard(app, hosts);
  portalRoutes(app, database);
  app.get('/', { schema: { hide: true } }, (_, reply) => reply.redirect('/public/'));
  app.setNotFoundHandler(answerNothingHere);
  return app;
}
