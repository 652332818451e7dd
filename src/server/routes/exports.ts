import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { exportList, type ListAsked, type ShownList } from '../../operations/index.ts';
import { EXPORTED_LISTS, type ListName } from '../../reports/index.ts';
import { seatOf } from '../acting.ts';
import {
  AheadQuery,
  CommitmentFilter,
  CommitmentSort,
  ComparisonQuery,
  EntityFilter,
  ExportQuery,
  ShownQuery,
  TaskListQuery,
} from '../contract/index.ts';
import { CONTEXT_PATH, contextFile, listFile } from '../present/list-file.ts';
import { REFUSALS } from '../route.ts';
import { pagesOf } from './calendars.ts';
import { attachment } from './expressions.ts';

/** Lists that their pages narrow by themselves. */
function shown<const Name extends ShownList>(...names: readonly Name[]) {
  const read = (list: Name) => (query: unknown) => ({ list, query: ShownQuery.parse(query) });
  return Object.fromEntries(names.map((list) => [list, read(list)])) as unknown as Record<
    Name,
    ReturnType<typeof read>
  >;
}

/** What each list is narrowed by: the names of its page's address. */
const READ: { readonly [List in ListName]: (query: unknown) => ListAsked } = {
  commitments: (query) => ({ list: 'commitments', query: CommitmentFilter.extend(CommitmentSort.shape).parse(query) }),
  tasks: (query) => ({
    list: 'tasks',
    query: TaskListQuery.omit({ offset: true, limit: true, cursor: true }).parse(query),
  }),
  ...shown('sessions', 'terms', 'quotas', 'pairs', 'sides'),
  entities: (query) => ({ list: 'entities', query: EntityFilter.parse(query) }),
  evaluations: (query) => ({ list: 'evaluations', query: ComparisonQuery.parse(query) }),
  escalations: (query) => ({ list: 'escalations', query: AheadQuery.pick({ days: true }).parse(query) }),
};

export function exportRoutes(app: FastifyInstance): void {
  app.get<{ Params: { list: ListName } }>(
    '/api/exports/:list',
    {
      schema: {
        operationId: 'exportList',
        description:
          'A list exactly as its page shows it (same filter, order and day), as .xlsx, CSV, JSON or JSON-LD.',
        params: z.object({ list: z.enum(EXPORTED_LISTS) }),
        querystring: ExportQuery.loose(),
        response: REFUSALS,
      },
    },
    async (request, reply) => {
      const { context } = request.acting;
      const { format, locale, ...narrowed } = ExportQuery.loose().parse(request.query);
      const { list } = request.params;
      const logs = format === 'json' || format === 'jsonld';
      const exported = await exportList(context, READ[list](narrowed), seatOf(request.acting), { locale, logs });
      const { type, content } = await listFile(exported, format, locale, pagesOf(request));
      return reply
        .type(type)
        .header('content-disposition', attachment(`servanda-${list}-${exported.day}.${format}`))
        .header('cache-control', 'no-store')
        .send(typeof content === 'string' ? content : Buffer.from(content));
    },
  );

  app.get(
    CONTEXT_PATH,
    {
      config: { need: 'anyone' },
      schema: {
        operationId: 'jsonldContext',
        description: 'The JSON-LD context of all linked data; it never changes under this address.',
        response: REFUSALS,
      },
    },
    (_, reply) =>
      reply
        .type('application/ld+json; charset=utf-8')
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'public, max-age=86400')
        .send(contextFile()),
  );
}
