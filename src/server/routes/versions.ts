import type { FastifyInstance } from 'fastify';
import { changeVersions, compareAgain, readParallels, readVersions } from '../../operations/index.ts';
import type { Seat } from '../app.ts';
import { route } from '../route.ts';

export function versionRoutes(app: FastifyInstance, { database, by }: Seat): void {
  route(app, 'readVersions', ({ params }) => readVersions(database, params.a, params.b));
  route(app, 'compareAgain', ({ params }) => compareAgain(database, params.a, params.b));
  route(app, 'changeVersions', ({ params, body }) => changeVersions(database, params.a, params.b, { ...body, by }));
  route(app, 'readParallels', async ({ params }) => ({ parallels: await readParallels(database, params.id) }));
}
