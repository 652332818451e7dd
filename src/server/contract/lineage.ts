import { z } from 'zod';
import { LANGUAGES, LOCALES } from '../../kernel/index.ts';
import { DECISIONS } from '../../register/index.ts';
import { RELATIONS, WORK_TYPES } from '../../vocabulary/index.ts';
import { CommitmentRow } from './shapes.ts';

/** What became of a commitment between two works; `unclear` is left to people. */
export const CHANGES = ['new', 'stronger', 'weaker', 'same', 'fulfilled', 'reported', 'gone', 'unclear'] as const;

/** A work as lineage sees it: a whole text, or a statement that a letter carries. */
export const WorkInLineage = z.object({
  id: z.string(),
  workId: z.string(),
  expressionId: z.string(),
  title: z.string(),
  type: z.enum(WORK_TYPES),
  date: z.iso.date().nullable(),
  level: z.enum(['national', 'local']),
  language: z.enum(LANGUAGES),
  /** States concerned, ISO 3166. */
  parties: z.array(z.string()),
  demonstration: z.boolean(),
});

export const LinkView = z.object({
  id: z.string(),
  earlierId: z.string(),
  laterId: z.string(),
  relation: z.enum(RELATIONS),
  decision: z.enum(DECISIONS),
  version: z.int(),
  canUndo: z.boolean(),
  origin: z.enum(['rules', 'person']),
  /** False where both commitments are only near enough to be looked at. */
  likely: z.boolean(),
  score: z.number(),
  why: z.array(z.object({ rule: z.string(), words: z.string() })),
});

/** A commitment with the id of the work in lineage it stands in. */
export const LineageRow = CommitmentRow.extend({ part: z.string() });

/** How many of the texts to compare are done; null where all are. */
const tracing = z.object({ done: z.int(), total: z.int() }).nullable();

export const ThreadView = z.object({
  start: z.string(),
  works: z.array(WorkInLineage),
  rows: z.array(LineageRow),
  /** The words of the rows in other language versions. */
  citations: z.array(z.object({ entry: z.string(), id: z.string(), language: z.enum(LANGUAGES), quote: z.string() })),
  links: z.array(LinkView),
  aside: z.array(LinkView),
  silentSince: WorkInLineage.nullable(),
  tracing,
});

export const ChangesView = z.object({
  earlier: WorkInLineage,
  later: WorkInLineage,
  counts: z.record(z.enum(CHANGES), z.int()),
  rows: z.array(
    z.object({
      change: z.enum(CHANGES),
      earlier: LineageRow.nullable(),
      later: LineageRow.nullable(),
      link: LinkView.nullable(),
    }),
  ),
  tracing,
});

export const CascadeView = z.object({
  national: WorkInLineage,
  locals: z.array(WorkInLineage),
  rows: z.array(z.object({ commitment: LineageRow, takenUp: z.array(z.object({ link: LinkView, by: LineageRow })) })),
  tracing,
});

const version = { version: z.int().nonnegative() };

export const LinkDecisionBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('confirm'), ...version }),
  z.object({ type: z.literal('correct'), ...version, relation: z.enum(RELATIONS) }),
  z.object({ type: z.literal('reject'), ...version }),
  z.object({ type: z.literal('undo'), ...version }),
]);

const pair = z.object({ earlier: z.string(), later: z.string() });

/** `local` once for each local work; all since the national one where none is named. */
const cascade = z.object({
  national: z.string(),
  local: z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(z.string()).optional(),
  ),
});

const locale = z.enum(LOCALES).default('en');

export const ChangesCsvQuery = pair.extend({ locale });
export const CascadeExportQuery = cascade.extend({
  locale,
  /** Only what no local work takes up. */
  open: z.enum(['true', 'false']).default('false'),
});

/** Threads, comparisons and cascades, and what people decide about the links they are made of. */
export const LINEAGE_ROUTES = {
  lineageWorks: {
    method: 'GET',
    path: '/api/lineage/works',
    response: z.object({ works: z.array(WorkInLineage), tracing }),
  },
  getThread: {
    method: 'GET',
    path: '/api/commitments/:id/thread',
    params: z.object({ id: z.string() }),
    response: ThreadView,
  },
  whatChanged: { method: 'GET', path: '/api/lineage/changes', query: pair, response: ChangesView },
  getCascade: { method: 'GET', path: '/api/lineage/cascade', query: cascade, response: CascadeView },
  addLink: {
    method: 'POST',
    path: '/api/lineage/links',
    body: z.object({ commitments: z.tuple([z.string(), z.string()]), relation: z.enum(RELATIONS) }),
    response: LinkView,
  },
  decideLink: {
    method: 'POST',
    path: '/api/lineage/links/:id/decisions',
    params: z.object({ id: z.string() }),
    body: LinkDecisionBody,
    response: LinkView,
  },
} as const;
