import type { FastifyInstance } from 'fastify';
import { health } from '../../operations/index.ts';
import { route } from '../route.ts';

export function healthRoutes(app: FastifyInstance, version: string): void {
  route(app, 'health', async ({ context }) => ({ ok: true, ...(await health(context)), version }));
}
