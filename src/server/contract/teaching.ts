import { z } from 'zod';
import { LANGUAGES } from '../../kernel/index.ts';
import { DECISIONS } from '../../register/index.ts';
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
  z.object({ type: z.literal('undo'), id: z.string(), version }),
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
  state: z.enum(['reading', 'ready', 'cancelled', 'failed', 'applied']),
  /** Documents read, of how many; and how many of them are of the relation. */
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
});

/** Routes of what people teach the reading. */
export const TEACHING_ROUTES = {
  listLessons: {
    method: 'GET',
    path: '/api/lessons',
    response: z.object({ relations: z.array(z.string()), lessons: z.array(LessonRow) }),
  },
  /** All that was taught, as a file a colleague reviews; `servanda extract --knowledge` reads it. */
  exportLessons: { method: 'GET', path: '/api/lessons/export', response: KnowledgeFile },
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
  /** Makes the change of a preview that is ready. */
  applyPreview: {
    method: 'POST',
    path: '/api/lessons/previews/:id/apply',
    params: byId,
    body: z.object({}),
    response: LessonRow,
  },
  /** What is read in a sentence without a lesson and with it. */
  tryExample: {
    method: 'POST',
    path: '/api/lessons/example',
    body: z.object({ text: z.string().max(2000), relation: z.string().min(1).max(120), lesson: Lesson }),
    response: z.object({ before: z.array(UnitGlance), after: z.array(UnitGlance) }),
  },
} as const;
