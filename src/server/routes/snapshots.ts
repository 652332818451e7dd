import type { FastifyInstance } from 'fastify';
import { compareTwoSnapshots, listSnapshots, ratingAgreement, takeSnapshot } from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { route } from '../route.ts';

export function snapshotRoutes(app: FastifyInstance): void {
  route(app, 'listSnapshots', async ({ context }) => ({ snapshots: await listSnapshots(context) }));
  route(app, 'takeSnapshot', ({ body, context, acting }) => takeSnapshot(context, body, seatOf(acting)));
  route(app, 'ratingAgreement', ({ context }) => ratingAgreement(context));
  route(app, 'compareSnapshots', ({ query, context }) => compareTwoSnapshots(context, query));
}
