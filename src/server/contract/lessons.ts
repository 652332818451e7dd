import { z } from 'zod';
import { FRAME_KINDS, SECTORS, TAUGHT_LANGUAGES, VERB_STRENGTHS } from '../../vocabulary/index.ts';

const language = z.enum(TAUGHT_LANGUAGES);
/** A phrase: it holds at least one letter. */
const words = z.string().trim().min(1).max(120).regex(/\p{L}/u);

/** One thing taught (`src/vocabulary/lesson.ts` says what each does). */
export const Lesson = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('verb'), language, words, strength: z.enum(VERB_STRENGTHS) }),
  z.strictObject({ type: z.literal('not-an-act'), language, words }),
  z.strictObject({ type: z.literal('frame'), language, words, kind: z.enum(FRAME_KINDS) }),
  z.strictObject({
    type: z.literal('name'),
    words: words.max(88),
    id: z
      .string()
      .max(80)
      .regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z]{2})$/),
    party: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
  }),
  z.strictObject({ type: z.literal('sector'), language, words, sector: z.enum(SECTORS) }),
]);

/** A lesson with why it was taught and a sentence that shows it. */
export const TaughtEntry = z.strictObject({
  relation: z.string().min(1).max(120),
  lesson: Lesson,
  why: z.string().max(1000).default(''),
  example: z.string().max(2000).default(''),
  on: z.boolean().default(true),
});

/** What was taught, as a file that a colleague reviews. */
export const KnowledgeFile = z.strictObject({
  format: z.literal('servanda-knowledge/1'),
  entries: z.array(TaughtEntry).max(10_000),
});
