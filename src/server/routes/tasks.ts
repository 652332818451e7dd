import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import { actOnTask, assignTasks, taskOf, tasksOf } from '../../operations/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Acting } from '../acting.ts';
import { route } from '../route.ts';

/** Every seat comes this far; what it may do to a task its own rules say. */
const seatOf = ({ seat }: Acting): Seat => {
  if (seat === null) throw new Problem('sign-in-needed', {});
  return seat;
};

export function taskRoutes(app: FastifyInstance): void {
  route(app, 'assignTasks', async ({ body, context, acting }) => ({
    ids: await assignTasks(context, body.assignments, seatOf(acting)),
  }));
  route(app, 'listTasks', ({ query, context }) => tasksOf(context, query));
  route(app, 'getTask', ({ params, context, acting }) => taskOf(context, params.id, seatOf(acting)));
  route(app, 'actOnTask', ({ params, body, context, acting }) =>
    actOnTask(context, { id: params.id, ...body }, seatOf(acting)),
  );
}
