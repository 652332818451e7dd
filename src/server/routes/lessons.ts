import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import {
  cancelPreview,
  getPreview,
  listLessons,
  listSuggestions,
  setSuggestionAside,
  startApplying,
  startPreview,
  tryExample,
} from '../../operations/index.ts';
import type { Seat } from '../app.ts';
import { readKnowledge } from '../knowledge-file.ts';
import { route } from '../route.ts';

export function lessonRoutes(app: FastifyInstance, { database, by }: Seat): void {
  route(app, 'listLessons', () => listLessons(database));
  route(app, 'exportLessons', async ({ query }) => {
    const { lessons } = await listLessons(database);
    const wanted = lessons.filter(({ relation }) => relation === (query.relation ?? relation));
    const entries = wanted.map(({ relation, entry, on }) => ({ relation, ...entry, on }));
    return { format: 'servanda-knowledge/1', entries };
  });
  route(app, 'importLessons', async ({ body: { relation, name, text } }) => {
    const all = readKnowledge(text, name);
    const entries = all.filter((one) => one.relation === relation);
    if (entries.length === 0 && all.length > 0) {
      const others = [...new Set(all.map((one) => one.relation))].join(', ');
      throw new Problem('input-invalid', { field: `${name}, relation`, reason: `${others} ≠ ${relation}` });
    }
    const lessons = entries.map(({ lesson, why, example, on }) => ({ lesson, why, example, on }));
    const preview = await startPreview(database, { type: 'import', relation, entries: lessons }, by);
    return { preview, elsewhere: all.length - entries.length };
  });
  route(app, 'startPreview', ({ body }) => startPreview(database, body, by));
  route(app, 'getPreview', ({ params }) => getPreview(database, params.id));
  route(app, 'cancelPreview', ({ params }) => cancelPreview(database, params.id));
  route(app, 'applyPreview', ({ params }) => startApplying(database, params.id));
  route(app, 'tryExample', ({ body }) => tryExample(database, body));
  route(app, 'listSuggestions', async () => ({ suggestions: await listSuggestions(database) }));
  route(app, 'setSuggestionAside', async ({ body }) => ({
    suggestions: await setSuggestionAside(database, { ...body, by }),
  }));
}
