import type { FastifyInstance } from 'fastify';
import { actOnTask, assignTasks, taskOf, tasksOf } from '../../operations/index.ts';
import { OPEN_SEAT } from '../../register/index.ts';
import type { Seat } from '../app.ts';
import { route } from '../route.ts';

export function taskRoutes(app: FastifyInstance, { database, by }: Seat): void {
  const seat = { ...OPEN_SEAT, hand: by };
  route(app, 'assignTasks', async ({ body }) => ({ ids: await assignTasks(database, body.assignments, seat) }));
  route(app, 'listTasks', ({ query }) => tasksOf(database, query));
  route(app, 'getTask', ({ params }) => taskOf(database, params.id, seat));
  route(app, 'actOnTask', ({ params, body }) => actOnTask(database, { id: params.id, ...body }, seat));
}
