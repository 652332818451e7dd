import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../kernel/index.ts';
import {
  type Context,
  type ImportJob,
  identityProvider,
  loadDemonstration,
  traceLineage,
} from '../operations/index.ts';
import { buildApp, buildPortal } from '../server/index.ts';
import { exchangeRounds } from './exchange-rounds.ts';
import { fail, note, say } from './exit.ts';
import { importPaths } from './import-paths.ts';
import { packageVersion, ROOT } from './package.ts';
import { ensurePages } from './pages.ts';
import { portProblem } from './port.ts';
import { prepareDays } from './prepare-days.ts';
import { showProgress } from './progress.ts';
import { openRegister } from './register.ts';
import { tellWebhooks } from './tell-webhooks.ts';
import { tidyHourly } from './tidy-hourly.ts';
import { urgeDaily } from './urge-daily.ts';
import { watchNotices } from './watch-notices.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  /** Further names the server is known by. */
  readonly names: readonly string[];
  readonly pages: boolean;
  /** The public pages alone. */
  readonly portalOnly: boolean;
  /** A second port that answers with the public pages alone. */
  readonly portalPort: number | null;
  readonly demonstration: boolean;
  readonly progress: boolean;
}

/**
 * Starts the product: pages, register, demonstration, the files given, then the server; its address is printed last.
 * Runs until SIGINT or SIGTERM, then closes the register in order.
 */
export async function serve(files: readonly string[], options: ServeOptions): Promise<void> {
  // Half a setting is refused now, not at the first sign-in.
  identityProvider();
  const [pages, register] = await Promise.all([
    options.pages && !options.portalOnly ? pagesFolder() : null,
    openRegister(),
  ]);
  const settings = {
    database: register,
    version: packageVersion(),
    pages,
    hosts: [options.host, ...options.names],
    report: (number: string, error: unknown) => note(`number ${number}`, error),
  };
  const app = await (options.portalOnly ? buildPortal(settings) : buildApp(settings));
  const portal = options.portalPort === null ? null : await buildPortal(settings);
  closeOnSignal(portal === null ? [app] : [app, portal], register);
  if (options.portalOnly) return listen(app, options, options.port, register, 'The public pages are');
  if (options.demonstration) await demonstrate(register, options.progress);
  for await (const { file, state, commitments, support } of importPaths(register, files, options.progress)) {
    say(`${file}: ${state}, ${commitments + support} commitments`);
  }
  if (portal !== null) await listen(portal, options, options.portalPort ?? 0, register, 'The public pages are');
  await listen(app, options, options.port, register, 'Servanda is');
  urgeDaily(register);
  prepareDays(register);
  tellWebhooks(register);
  exchangeRounds(register);
  watchNotices(register);
  tidyHourly(register);
  // What came in before is compared while people read on.
  traceLineage(register).catch((error: unknown) => {
    if (!register.closing.aborted) note('lineage', error);
  });
}

/** Listens, and says where; the last such line of a start is the product's own. */
async function listen(
  app: FastifyInstance,
  { host }: ServeOptions,
  port: number,
  register: Context,
  what: string,
): Promise<void> {
  await app.listen({ port, host }).catch(async (error: NodeJS.ErrnoException) => {
    await register.close();
    throw portProblem(error, port);
  });
  process.exitCode = 0;
  process.stdout.write(`${what} at ${address(app, host)}\n`);
}

function pagesFolder(): Promise<string> {
  return ensurePages((first) =>
    say(first ? 'Building the pages (first start)…' : 'Building the pages (they changed)…'),
  );
}

/** Loads the demonstration on the first start. What of it cannot be read is said; the product starts all the same. */
async function demonstrate(register: Context, progress: boolean): Promise<void> {
  const bar = await showProgress(progress);
  const problems = new Map<string, Problem>();
  const follow = ({ files }: ImportJob) => {
    const share = files.reduce((sum, file) => sum + file.progress, 0);
    bar.at(Math.round(share * 100), files.length * 100, 'demonstration');
    for (const { name, problem } of files) {
      if (problem !== null) problems.set(name, new Problem(problem.code, problem.details));
    }
  };
  try {
    await loadDemonstration(register, join(ROOT, 'examples'), follow);
  } finally {
    bar.stop();
  }
  for (const problem of problems.values()) await fail(problem);
}

function address(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Ctrl-C reaches us twice where npm stands between (from the terminal and from npm): that is one signal. */
const ONE_SIGNAL_MS = 500;

/** The first signal closes in order; a later one does not wait. */
function closeOnSignal(apps: readonly FastifyInstance[], register: Context): void {
  let since = 0;
  const close = async () => {
    if (since > 0 && performance.now() - since < ONE_SIGNAL_MS) return;
    if (since > 0) process.exit(1);
    since = performance.now();
    for (const app of apps) await app.close();
    await register.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close());
}
