import type { FastifyInstance } from 'fastify';
import { accountRoutes } from './accounts.ts';
import { alertRoutes } from './alerts.ts';
import { calendarRoutes } from './calendars.ts';
import { commitmentRoutes } from './commitments.ts';
import { disseminationRoutes } from './dissemination.ts';
import { entityRoutes } from './entities.ts';
import { exchangeRoutes } from './exchange.ts';
import { exportRoutes } from './exports.ts';
import { expressionRoutes } from './expressions.ts';
import { healthRoutes } from './health.ts';
import { identityRoutes } from './identity.ts';
import { importRoutes } from './imports.ts';
import { lessonRoutes } from './lessons.ts';
import { lineageRoutes } from './lineage.ts';
import { noticeRoutes } from './notices.ts';
import { pairRoutes } from './pairs.ts';
import { paperRoutes } from './papers.ts';
import { publishingRoutes } from './publishing.ts';
import { quotaRoutes } from './quotas.ts';
import { scanRoutes } from './scan.ts';
import { seriesRoutes } from './sessions.ts';
import { sheetRoutes } from './sheets.ts';
import { sidesRoutes } from './sides.ts';
import { snapshotRoutes } from './snapshots.ts';
import { taskRoutes } from './tasks.ts';
import { termRoutes } from './terms.ts';
import { tokenRoutes } from './tokens.ts';
import { urgingRoutes } from './urgings.ts';
import { versionRoutes } from './versions.ts';
import { waterRoutes } from './water.ts';
import { workRoutes } from './works.ts';

const ROUTES = [
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
  urgingRoutes,
  paperRoutes,
  snapshotRoutes,
  sheetRoutes,
  exchangeRoutes,
  exportRoutes,
  calendarRoutes,
  sidesRoutes,
  seriesRoutes,
  termRoutes,
  quotaRoutes,
  waterRoutes,
  alertRoutes,
  disseminationRoutes,
  pairRoutes,
  noticeRoutes,
  publishingRoutes,
  accountRoutes,
  tokenRoutes,
];

/** Every route of the product; `version` is that of the product. */
export async function registerRoutes(app: FastifyInstance, version: string): Promise<void> {
  for (const register of ROUTES) await app.register(async (scope) => register(scope));
  await app.register(async (scope) => healthRoutes(scope, version));
}
