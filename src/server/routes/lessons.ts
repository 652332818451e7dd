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
import { readKnowledge } from '../knowledge-file.ts';
import { route } from '../route.ts';

export function lessonRoutes(app: FastifyInstance): void {
  route(app, 'listLessons', ({ context }) => listLessons(context));
  route(app, 'exportLessons', async ({ query, context }) => {
    const { lessons } = await listLessons(context);
    const wanted = lessons.filter(({ relation }) => relation === (query.relation ?? relation));
    const entries = wanted.map(({ relation, entry, on }) => ({ relation, ...entry, on }));
    return { format: 'servanda-knowledge/1', entries };
  });
  route(app, 'importLessons', async ({ body: { relation, name, text }, context, by }) => {
    const all = readKnowledge(text, name);
    const entries = all.filter((one) => one.relation === relation);
    if (entries.length === 0 && all.length > 0) {
      const others = [...new Set(all.map((one) => one.relation))].join(', ');
      throw new Problem('input-invalid', { field: `${name}, relation`, reason: `${others} ≠ ${relation}` });
    }
    const lessons = entries.map(({ lesson, why, example, on }) => ({ lesson, why, example, on }));
    const preview = await startPreview(context, { type: 'import', relation, entries: lessons }, by);
    return { preview, elsewhere: all.length - entries.length };
  });
  route(app, 'startPreview', ({ body, context, by }) => startPreview(context, body, by));
  route(app, 'getPreview', ({ params, context }) => getPreview(context, params.id));
  route(app, 'cancelPreview', ({ params, context }) => cancelPreview(context, params.id));
  route(app, 'applyPreview', ({ params, context }) => startApplying(context, params.id));
  route(app, 'tryExample', ({ body, context }) => tryExample(context, body));
  route(app, 'listSuggestions', async ({ context }) => ({ suggestions: await listSuggestions(context) }));
  route(app, 'setSuggestionAside', async ({ body, context, by }) => ({
    suggestions: await setSuggestionAside(context, { ...body, by }),
  }));
}
