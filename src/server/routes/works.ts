import type { FastifyInstance } from 'fastify';
import {
  bodyNames,
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
import { route } from '../route.ts';

export function workRoutes(app: FastifyInstance): void {
  route(app, 'listWorks', async ({ context }) => ({ works: await listWorks(context) }));
  route(app, 'listOpenPoints', async ({ context }) => ({ works: await listOpenPoints(context) }));
  route(app, 'listBodyNames', async ({ context }) => ({ names: await bodyNames(context) }));
  route(app, 'getWork', ({ params, context }) => getWork(context, params.id));
  route(app, 'changeWork', ({ params, body, context, by }) => changeWork(context, { ...body, id: params.id, by }));
  route(app, 'withdrawWork', ({ params, body, context, by }) => withdrawWork(context, { ...body, id: params.id, by }));
  route(app, 'joinWorks', ({ params, body, context, by }) => joinWorks(context, { ...body, id: params.id, by }));
  route(app, 'separateText', ({ params, body, context, by }) => separateText(context, { ...body, id: params.id, by }));
  route(app, 'listProposals', async ({ context }) => ({ proposals: await listProposals(context) }));
  route(app, 'declineVersion', async ({ params, body, context, by }) => {
    await declineVersion(context, { ...body, id: params.id, by });
    return { proposals: await listProposals(context) };
  });
  route(app, 'restoreWork', ({ params, body, context, by }) => restoreWork(context, { ...body, id: params.id, by }));
}
