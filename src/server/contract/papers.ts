import { z } from 'zod';
import { LANGUAGES, LOCALES } from '../../kernel/index.ts';
import { PERIOD_NAMES } from '../../register/index.ts';

const id = z.string().min(1).max(200);
const day = z.iso.date();
const words = z.string().max(300);
const party = z.string().regex(/^[A-Z]{2}$/);

/** The papers there are. */
export const PAPERS = ['dispatch', 'urging', 'report', 'leaders', 'session', 'minutes', 'brief'] as const;

/** Which paper, of what, and what is in its head and foot; what is left out stays open. */
export const PaperRequestBody = z.object({
  kind: z.enum(PAPERS),
  layout: id,
  relation: id,
  party,
  language: z.enum(LOCALES).default('vi'),
  other: z.enum(LOCALES).nullable().default(null),
  unit: id.nullable().default(null),
  tasks: z.array(id).max(300).default([]),
  every: z.enum(PERIOD_NAMES).nullable().default(null),
  asOf: day.nullable().default(null),
  series: id.nullable().default(null),
  session: id.nullable().default(null),
  issuer: id.nullable().default(null),
  number: z
    .union([z.int().min(1).max(99_999), z.literal('next')])
    .nullable()
    .default(null),
  notation: words.default(''),
  term: z.string().max(40).default(''),
  place: words.default(''),
  date: day.nullable().default(null),
  addressees: z.array(words).max(60).default([]),
  recipients: z.array(words).max(60).default([]),
  authority: words.default(''),
  signTitle: words.default(''),
  signer: words.default(''),
  annexSize: z.enum(['A4', 'A3']).default('A4'),
  answerBy: day.nullable().default(null),
});

/** What the page of papers can be opened with. */
export const PaperSearch = z.object({
  kind: z.enum(PAPERS),
  relation: id,
  party,
  unit: id,
  task: id,
  series: id,
  session: id,
  every: z.enum(PERIOD_NAMES),
});

const letters = z.object({
  text: z.string(),
  size: z.number(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  colour: z.string().optional(),
  face: z.string().optional(),
  language: z.enum(LANGUAGES).optional(),
  cites: z.string().optional(),
});
const line = z.object({
  kind: z.literal('line'),
  role: z.enum(['title', 'heading-1', 'heading-2', 'text', 'item']),
  letters: z.array(letters),
  align: z.enum(['left', 'centre', 'right', 'both']),
  ...{ firstLine: z.number(), indent: z.number(), before: z.number(), after: z.number() },
  leading: z.union([z.object({ times: z.number() }), z.object({ exact: z.number() })]),
  keepNext: z.literal(true).optional(),
});
const rule = z.object({
  kind: z.literal('rule'),
  length: z.number(),
  colour: z.string().optional(),
  before: z.number().optional(),
  weight: z.number().optional(),
});
const grid = z.object({
  kind: z.literal('grid'),
  columns: z.array(z.number()),
  purpose: z.enum(['table', 'head', 'foot', 'pair']),
  rows: z.array(z.array(z.object({ content: z.array(z.discriminatedUnion('kind', [line, rule])) }))),
});

/** A paper with all its measures: millimetres, and points for letters and the space between lines. */
export const SettingShape = z.object({
  title: z.string(),
  language: z.enum(LANGUAGES),
  font: z.object({ latin: z.string(), eastAsian: z.string() }),
  sheets: z.array(
    z.object({
      ...{ width: z.number(), height: z.number() },
      margins: z.object({ top: z.number(), right: z.number(), bottom: z.number(), left: z.number() }),
      pageNumber: z.object({
        ...{ size: z.number(), at: z.enum(['top', 'bottom']), edge: z.number() },
        ...{ align: z.enum(['centre', 'right']), hideFirst: z.boolean(), around: z.string() },
      }),
      parts: z.array(z.discriminatedUnion('kind', [line, rule, grid])),
    }),
  ),
});

/** One thing that is not as its rule has it. */
export const DeviationShape = z.object({
  ...{ check: z.string(), rule: z.string(), clause: z.string() },
  ...{ found: z.string(), wanted: z.string(), where: z.string() },
});

/** What a checked file comes to. */
export const CheckedPaperShape = z.object({ deviations: z.array(DeviationShape), checked: z.int() });

const made = z.object({
  ...{ id: z.string(), party, kind: z.string(), layout: z.string(), relation: z.string(), language: z.string() },
  ...{ title: z.string(), issuer: z.string(), series: z.string(), number: z.int().nullable(), notation: z.string() },
  ...{
    date: day.nullable(),
    docx_sha256: z.string(),
    pdf_sha256: z.string(),
    made_at: z.string(),
    made_by: z.string(),
  },
});

/** Papers: their layouts, a draft as it would leave now, and those that were made. */
export const PAPER_ROUTES = {
  paperLayouts: {
    method: 'GET',
    path: '/api/papers/layouts',
    response: z.object({
      layouts: z.array(
        z.object({
          ...{ id: z.string(), family: z.string(), names: z.record(z.enum(LOCALES), z.string()) },
          ...{ country: z.string().nullable(), language: z.enum(LOCALES).nullable() },
          ...{ from: day.nullable(), until: day.nullable(), verified: z.boolean(), source: z.string() },
          restart: z.enum(['year', 'term', 'none']),
          codes: z.record(z.string(), z.string()),
        }),
      ),
    }),
  },
  draftPaper: {
    method: 'POST',
    path: '/api/papers/draft',
    body: PaperRequestBody,
    response: z.object({
      title: z.string(),
      setting: SettingShape,
      lacks: z.array(z.object({ lack: z.string(), count: z.int() })),
      deviations: z.array(DeviationShape),
      checked: z.int(),
      nextNumber: z.int().nullable(),
    }),
  },
  makePaper: { method: 'POST', path: '/api/papers', body: PaperRequestBody, response: made },
  listPapers: { method: 'GET', path: '/api/papers', response: z.object({ papers: z.array(made) }) },
} as const;
