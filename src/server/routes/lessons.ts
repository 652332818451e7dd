import type { FastifyInstance } from 'fastify';
import {
  applyPreview,
  cancelPreview,
  getPreview,
  listLessons,
  startPreview,
  tryExample,
} from '../../operations/index.ts';
import type { Seat } from '../app.ts';
import { route } from '../route.ts';

export function lessonRoutes(app: FastifyInstance, { database, by }: Seat): void {
  route(app, 'listLessons', () => listLessons(database));
  route(app, 'exportLessons', async () => {
    const { lessons } = await listLessons(database);
    const entries = lessons.map(({ relation, entry, on }) => ({ relation, ...entry, on }));
    return { format: 'servanda-knowledge/1', entries };
  });
  route(app, 'startPreview', ({ body }) => startPreview(database, body, by));
  route(app, 'getPreview', ({ params }) => getPreview(database, params.id));
  route(app, 'cancelPreview', ({ params }) => cancelPreview(database, params.id));
  route(app, 'applyPreview', ({ params }) => applyPreview(database, params.id));
  route(app, 'tryExample', ({ body }) => tryExample(database, body));
}
