import type { FastifyInstance } from 'fastify';
import {
  changeWork,
  declineVersion,
  getWork,
  joinWorks,
  listOpenPoints,
  listProposals,
  listWorks,
  restoreWork,
  separateText,
  withdrawWork,
} from '../../operations/index.ts';
import type { Seat } from '../app.ts';
import { route } from '../route.ts';

export function workRoutes(app: FastifyInstance, { database, by }: Seat): void {
  route(app, 'listWorks', async () => ({ works: await listWorks(database) }));
  route(app, 'listOpenPoints', async () => ({ works: await listOpenPoints(database) }));
  route(app, 'getWork', ({ params }) => getWork(database, params.id));
  route(app, 'changeWork', ({ params, body }) => changeWork(database, { ...body, id: params.id, by }));
  route(app, 'withdrawWork', ({ params, body }) => withdrawWork(database, { ...body, id: params.id, by }));
  route(app, 'joinWorks', ({ params, body }) => joinWorks(database, { ...body, id: params.id, by }));
  route(app, 'separateText', ({ params, body }) => separateText(database, { ...body, id: params.id, by }));
  route(app, 'listProposals', async () => ({ proposals: await listProposals(database) }));
  route(app, 'declineVersion', async ({ params, body }) => {
    await declineVersion(database, { ...body, id: params.id, by });
    return { proposals: await listProposals(database) };
  });
  route(app, 'restoreWork', ({ params, body }) => restoreWork(database, { ...body, id: params.id, by }));
}
