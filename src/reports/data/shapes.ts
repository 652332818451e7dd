import { z } from 'zod';
import { FORMATS } from '../../documents/index.ts';
import { LANGUAGES } from '../../kernel/index.ts';
import { REJECT_REASONS } from '../../register/index.ts';
import { KINDS, SECTORS, STRENGTHS, WORK_TYPES } from '../../vocabulary/index.ts';

const id = z.string().min(1).max(200);
const day = z.iso.date();
const place = z.int().nonnegative();
const span = z.object({ start: place, end: place });
const names = z.array(z.string());
const words = z.string().min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const fields = z.object({
  kind: z.enum(KINDS),
  actors: names,
  action: z.string(),
  strength: z.enum(STRENGTHS),
  due: z.object({ text: z.string(), from: z.string().nullable(), to: z.string().nullable() }).nullable(),
  sector: z.enum(SECTORS),
  ...{ instruments: names, mechanisms: names, places: names, lead: z.string().nullable(), coordinators: names },
  targets: z.array(z.object({ text: z.string(), value: z.number(), unit: z.string() })).optional(),
  report: z.object({ period: z.string(), recipients: names }).nullable(),
});

const basis = z.object({
  confidence: z.number().min(0).max(1),
  why: z.array(z.object({ rule: z.string(), words: z.string(), span: span.nullable() }).loose()),
  evidence: z.record(z.string(), z.array(span)),
});
const placed = { span, quote: words };
const moved = { ...placed, manifestation: id, basis: basis.nullable() };

/** What can be done to a commitment, as it stands in a file. */
const commitmentBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('propose'), fields, ...placed, basis }),
  z.object({ type: z.literal('add'), fields, ...placed }),
  z.object({ type: z.literal('confirm') }),
  z.object({
    type: z.literal('correct'),
    fields: fields.partial().optional(),
    span: span.optional(),
    quote: words.optional(),
  }),
  z.object({ type: z.literal('reject'), reason: z.enum(REJECT_REASONS), note: z.string() }),
  z.object({ type: z.literal('review'), on: day.nullable() }),
  z.object({ type: z.literal('undo'), undoes: id }),
  z.object({ type: z.literal('join'), to: id }),
  z.object({ type: z.literal('separate') }),
  z.object({ type: z.literal('reanchor'), ...moved }),
  z.object({ type: z.literal('respell'), ...moved }),
  z.object({ type: z.literal('lose'), manifestation: id }),
  z.object({ type: z.literal('retire'), manifestation: id }),
]);

const stamp = { id, sequence: z.int().positive(), at: z.iso.datetime(), by: z.string().trim().min(1).max(200) };

/** A commitment of a list in JSON. */
export const CommitmentShape = z.object({
  ...{ id, path: z.string(), page: z.int().nullable(), quote: words, prefix: z.string(), suffix: z.string() },
  ...{ utf16: span.nullable(), codePoints: span.nullable() },
  text: z.object({
    ...{ id, language: z.enum(LANGUAGES), file: words, sha256: hash, work: id, workTitle: z.string() },
    date: z.string().nullable(),
  }),
  actions: z.array(z.object({ ...stamp, body: commitmentBody })).min(1),
});

/** A task of a list in JSON; whether its actions follow from one another is found out by doing them. */
export const TaskShape = z.object({
  ...{ id, title: words, commitments: z.array(id).min(1), lead: words, due: day.nullable(), lifecycle: z.string() },
  timeliness: z.string(),
  actions: z.array(z.object({ ...stamp, body: z.looseObject({ type: z.string() }) })).min(1),
});

/** A text that travels with the rows of a list. */
export const TextShape = z.object({
  ...{ id, language: z.enum(LANGUAGES), version: z.int().positive(), file: words, format: z.enum(FORMATS) },
  ...{ encoding: z.string().nullable(), sha256: hash, startInFile: place.nullable(), text: z.string() },
  pages: z.array(z.object({ start: place, number: z.int() })),
  lines: z.object({ headings: z.array(place), asides: z.array(place) }),
  work: z.object({
    ...{ id, title: z.string().max(500), type: z.enum(WORK_TYPES), date: z.string().nullable() },
    ...{ parties: names, side: z.string().nullable() },
  }),
});
