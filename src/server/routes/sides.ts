import type { FastifyInstance } from 'fastify';
import { actOnSharedTask, listReferences, pageOfTwoSides, placeReference, twoSidesOf } from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { route } from '../route.ts';

/** Every seat reads; what it may do to a shared task the rules of tasks say. */
export function sidesRoutes(app: FastifyInstance): void {
  route(app, 'getTwoSides', ({ params, query, context, acting }) =>
    twoSidesOf(context, params.id, seatOf(acting), query.asOf),
  );
  route(app, 'listTwoSides', ({ query, context, acting }) => pageOfTwoSides(context, seatOf(acting), query));
  route(app, 'listReferences', async ({ context }) => ({ rows: await listReferences(context) }));
  route(app, 'placeReference', async ({ body, context, acting }) => {
    await placeReference(context, body, seatOf(acting));
    return { rows: await listReferences(context) };
  });
  route(app, 'actOnSharedTask', async ({ params, body, context, acting }) => {
    await actOnSharedTask(context, { id: params.id, ...body }, seatOf(acting));
    return { done: true } as const;
  });
}
