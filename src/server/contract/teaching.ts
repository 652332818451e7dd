import { z } from 'zod';
import { LANGUAGES } from '../../kernel/index.ts';
import { DECISIONS, SUGGESTION_CAUSES } from '../../register/index.ts';
import { KnowledgeFile, Lesson } from './lessons.ts';
import { Fields } from './shapes.ts';

const byId = z.object({ id: z.string() });
const version = z.int().nonnegative();

export const LessonEntry = z.object({
  lesson: Lesson,
  why: z.string().max(1000),
  example: z.string().max(2000),
});

/** A change of what is taught; all but `teach` name the version they saw. */
export const LessonChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('teach'), relation: z.string().min(1).max(120), entry: LessonEntry }),
  z.object({ type: z.literal('change'), id: z.string(), version, entry: LessonEntry }),
  z.object({ type: z.literal('switch'), id: z.string(), version, on: z.boolean() }),
  z.object({
    type: z.literal('undo'),
    lessons: z
      .array(z.object({ id: z.string(), version }))
      .min(1)
      .max(10_000),
  }),
]);

const LessonRow = z.object({
  id: z.string(),
  relation: z.string(),
  entry: LessonEntry,
  on: z.boolean(),
  version,
  canUndo: z.boolean(),
  by: z.string(),
  at: z.iso.datetime(),
});

const UnitGlance = Fields.pick({ kind: true, actors: true, action: true, strength: true, sector: true }).extend({
  quote: z.string(),
});

const Preview = z.object({
  id: z.string(),
  state: z.enum(['reading', 'ready', 'applying', 'cancelled', 'failed', 'applied']),
  /** Documents read (while it is applied: read anew), of how many; and how many of them are of the relation. */
  done: z.int(),
  total: z.int(),
  documents: z.int(),
  rows: z.array(
    z.object({
      change: z.enum(['appears', 'disappears', 'changes']),
      expressionId: z.string(),
      title: z.string(),
      language: z.enum(LANGUAGES),
      span: z.object({ start: z.int(), end: z.int() }),
      before: UnitGlance.nullable(),
      after: UnitGlance.nullable(),
      fields: z.array(z.string()),
      /** Decided by a person: stays as they left it. */
      decided: z.object({ id: z.string(), decision: z.enum(DECISIONS) }).nullable(),
    }),
  ),
  /** How many lessons the change touches, and those as they are once it is applied. */
  lessons: z.int(),
  applied: z.array(LessonRow),
});

const relation = z.string().min(1).max(120);

/** A lesson that people's decisions speak for. */
const Suggestion = z.object({
  key: z.string(),
  relation,
  lesson: Lesson,
  cause: z.enum(SUGGESTION_CAUSES),
  /** Decisions that speak for it and against it; `evidence` are the first of those for it. */
  count: z.int(),
  against: z.int(),
  aside: z.boolean(),
  evidence: z.array(
    z.object({
      id: z.string(),
      expressionId: z.string(),
      title: z.string(),
      language: z.enum(LANGUAGES),
      quote: z.string(),
    }),
  ),
});
const Suggestions = z.object({ suggestions: z.array(Suggestion) });

/** Routes of what people teach the reading. */
export const TEACHING_ROUTES = {
  listLessons: {
    method: 'GET',
    path: '/api/lessons',
    response: z.object({ relations: z.array(z.string()), lessons: z.array(LessonRow) }),
  },
  /** What was taught (of one relation or all), as a file a colleague reviews; `servanda extract --knowledge` reads it. */
  exportLessons: {
    method: 'GET',
    path: '/api/lessons/export',
    query: z.object({ relation: relation.optional() }),
    response: KnowledgeFile,
  },
  /** Tries the lessons such a file has of a relation; `elsewhere` counts those of others, which are left out. */
  importLessons: {
    method: 'POST',
    path: '/api/lessons/import',
    body: z.object({ relation, name: z.string().min(1).max(255), text: z.string().max(900_000) }),
    response: z.object({ preview: Preview, elsewhere: z.int() }),
  },
  /** Lessons that decisions speak for, those with most decisions first. */
  listSuggestions: { method: 'GET', path: '/api/lessons/suggestions', response: Suggestions },
  /** Sets a suggestion aside, or takes it up again. */
  setSuggestionAside: {
    method: 'POST',
    path: '/api/lessons/suggestions',
    body: z.object({ relation, key: z.string().min(1).max(500), aside: z.boolean() }),
    response: Suggestions,
  },
  /** Tries a change on all documents of its relation; answers at once, `getPreview` follows it. */
  startPreview: { method: 'POST', path: '/api/lessons/previews', body: LessonChange, response: Preview },
  getPreview: { method: 'GET', path: '/api/lessons/previews/:id', params: byId, response: Preview },
  cancelPreview: {
    method: 'POST',
    path: '/api/lessons/previews/:id/cancel',
    params: byId,
    body: z.object({}),
    response: Preview,
  },
  /** Makes the change of a preview that is ready; where that takes long it answers `applying`, and `getPreview` follows it. */
  applyPreview: {
    method: 'POST',
    path: '/api/lessons/previews/:id/apply',
    params: byId,
    body: z.object({}),
    response: Preview,
  },
  /** What is read in a sentence without a lesson and with it. */
  tryExample: {
    method: 'POST',
    path: '/api/lessons/example',
    body: z.object({ text: z.string().max(2000), relation, lesson: Lesson }),
    response: z.object({ before: z.array(UnitGlance), after: z.array(UnitGlance) }),
  },
} as const;
