import type { FastifyInstance } from 'fastify';
import { changeWork, getWork, listWorks, restoreWork, withdrawWork } from '../../operations/index.ts';
import type { Seat } from '../app.ts';
import { route } from '../route.ts';

export function workRoutes(app: FastifyInstance, { database, by }: Seat): void {
  route(app, 'listWorks', async () => ({ works: await listWorks(database) }));
  route(app, 'getWork', ({ params }) => getWork(database, params.id));
  route(app, 'changeWork', ({ params, body }) => changeWork(database, { ...body, id: params.id, by }));
  route(app, 'withdrawWork', ({ params, body }) => withdrawWork(database, { ...body, id: params.id, by }));
  route(app, 'restoreWork', ({ params, body }) => restoreWork(database, { ...body, id: params.id, by }));
}
