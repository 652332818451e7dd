import type { FastifyInstance } from 'fastify';
import { health } from '../../operations/index.ts';
import type { Seat } from '../app.ts';
import { route } from '../route.ts';

export function healthRoutes(app: FastifyInstance, { database, version }: Seat): void {
  route(app, 'health', async () => ({ ok: true, ...(await health(database)), version }));
}
