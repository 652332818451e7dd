import { z } from 'zod';

const isoDate = z.iso.date();
/** The least and the most that the rule lets pass, and what the product uses. */
const measure = z
  .strictObject({ min: z.number(), max: z.number(), use: z.number() })
  .refine(({ min, max, use }) => min <= use && use <= max, 'the measure used lies outside of what the rule lets pass');

const look = z.strictObject({
  /** Points. */
  size: measure,
  bold: z.boolean(),
  italic: z.boolean(),
  caps: z.boolean(),
  underline: z.boolean().optional(),
  colour: z
    .string()
    .regex(/^[0-9A-F]{6}$/)
    .optional(),
  /** The face of Chinese characters where it is another than the body's. */
  face: z.string().optional(),
});

/** Parts of a paper that have a look of their own. */
export const LOOKS = [
  'nation',
  'motto',
  'above',
  'issuer',
  'number',
  'place',
  'type',
  'subject',
  'dispatch-subject',
  'addressee',
  'grounds',
  'body',
  'heading-1',
  'heading-2',
  'authority',
  'sign-title',
  'name',
  'recipients-label',
  'recipients',
  'page-number',
  'annex-label',
  'annex-title',
  'annex-note',
  'table',
] as const;
export type LookName = (typeof LOOKS)[number];

/** What the checker can look at in a file. */
export const CHECKS = [
  'page-size',
  'margin-top',
  'margin-bottom',
  'margin-left',
  'margin-right',
  'font',
  'colour',
  'nation',
  'nation-look',
  'motto',
  'motto-look',
  'motto-rule',
  'issuer-look',
  'issuer-rule',
  'number-form',
  'number-look',
  'place-form',
  'place-look',
  'type-look',
  'subject-look',
  'subject-rule',
  'dispatch-subject',
  'addressee',
  'grounds',
  'body-size',
  'body-justified',
  'first-line',
  'paragraph-space',
  'line-space',
  'body-end',
  'authority',
  'authority-look',
  'name-look',
  'no-academic-title',
  'recipients-label',
  'recipients-list',
  'recipients-end',
  'page-number',
  'page-number-first',
  'annex-label',
  'annex-landscape',
  'table-head',
  'table-rows',
  'order',
  'one-page',
] as const;
export type CheckName = (typeof CHECKS)[number];

const words = z.strictObject({
  nation: z.string(),
  motto: z.string(),
  /** Before the number, with its colon or without. */
  number: z.string(),
  /** Around the year where it stands in the number: 〔2026〕. */
  notationOf: z.enum(['slash', 'dash', 'year']),
  subject: z.string(),
  addressee: z.string(),
  recipients: z.string(),
  /** Between several addressees. */
  copies: z.string(),
  archive: z.string(),
  bodyEnd: z.string(),
  annex: z.string(),
  /** The marks before a signer's title: collective, deputy, acting, by order, mandated. */
  authorities: z.array(z.string()),
});

export const layoutSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** How its head and foot are put together. */
  family: z.enum(['vn-state', 'vn-party', 'cn', 'plain']),
  names: z.strictObject({ vi: z.string(), en: z.string(), zh: z.string() }),
  /** ISO 3166 code of the state whose rule it is; null for all. */
  country: z.string().nullable(),
  /** The language of the paper; null where any may be chosen. */
  language: z.enum(['vi', 'en', 'zh']).nullable(),
  /** ISO dates of a paper's own day, both inclusive. */
  from: isoDate.nullable(),
  until: isoDate.nullable(),
  source: z.string(),
  /** False where the official text was not seen. */
  verified: z.boolean(),
  page: z.strictObject({
    width: z.number(),
    height: z.number(),
    top: measure,
    bottom: measure,
    left: measure,
    right: measure,
  }),
  font: z.strictObject({ latin: z.string(), eastAsian: z.string(), others: z.array(z.string()) }),
  looks: z.record(z.enum(LOOKS), look),
  paragraph: z.strictObject({
    /** Millimetres. */
    firstLine: measure,
    /** Points. */
    before: measure,
    leading: z.union([z.strictObject({ times: measure }), z.strictObject({ exact: measure })]),
  }),
  pageNumber: z.strictObject({
    at: z.enum(['top', 'bottom']),
    edge: z.number(),
    align: z.enum(['centre', 'right']),
    hideFirst: z.boolean(),
    around: z.string(),
  }),
  numbering: z.strictObject({ restart: z.enum(['year', 'term', 'none']), pad: z.int(), perType: z.boolean() }),
  words,
  /** Codes of types in a notation, by kind of paper; empty for a dispatch. */
  types: z.record(z.string(), z.strictObject({ name: z.string(), code: z.string() })),
  rules: z.array(z.strictObject({ check: z.enum(CHECKS), rule: z.string(), clause: z.string() })),
});

export const layoutsFileSchema = z.array(layoutSchema);
export type Layout = z.infer<typeof layoutSchema>;
export type Measure = z.infer<typeof measure>;
