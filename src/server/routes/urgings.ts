import type { FastifyInstance } from 'fastify';
import { listUrgings, mailSettings, sendDigests, urgeForDay } from '../../operations/index.ts';
import { seatOf } from '../acting.ts';
import { route } from '../route.ts';

export function urgingRoutes(app: FastifyInstance): void {
  route(app, 'listUrgings', ({ context }) => listUrgings(context));
  route(app, 'urgeNow', async ({ context, acting }) => {
    const settings = mailSettings();
    const { party } = seatOf(acting);
    const urged = await urgeForDay(context, {
      day: context.clock.now().slice(0, 10),
      party,
      mail: settings !== null,
    });
    if (settings !== null) await sendDigests(context, settings);
    return urged;
  });
}
