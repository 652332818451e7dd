import { z } from 'zod';
import { LANGUAGES, PROBLEMS, type ProblemCode } from '../../kernel/index.ts';
import {
  DECISIONS,
  FINDING_SEVERITIES,
  FINDING_TYPES,
  IDENTITY_FIELDS,
  REJECT_REASONS,
  VERDICTS,
} from '../../register/index.ts';
import { KINDS, SECTORS, STRENGTHS, WORK_TYPES } from '../../vocabulary/index.ts';
import { HistoryStepShape } from './history.ts';

const isoDate = z.iso.date();
const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

export const Message = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  id: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  span: span.optional(),
});

export const Counts = z.object({
  /** All units that are not rejected, by kind. */
  commitment: z.int(),
  support: z.int(),
  position: z.int(),
  record: z.int(),
  undecided: z.int(),
  confirmed: z.int(),
  corrected: z.int(),
  rejected: z.int(),
  /** Units whose quote is not in the present version of the text. */
  lost: z.int(),
});

export const Coverage = z.object({
  sentences: z.int(),
  commitment: z.int(),
  support: z.int(),
  position: z.int(),
  record: z.int(),
  none: z.int(),
  unread: z.int(),
});

export const ExpressionSummary = z.object({
  id: z.string(),
  language: z.enum(LANGUAGES),
  file: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  sha256: z.string(),
  /** Where the text begins in that of its file: 0 but for a work that stands after another in one file. */
  startInFile: z.int(),
  bytes: z.int(),
  /** 1 for the first file, 2 for the first correction … */
  version: z.int(),
  importedAt: z.iso.datetime(),
  counts: Counts,
  coverage: Coverage,
  messages: z.array(Message),
});

export const WorkSummary = z.object({
  id: z.string(),
  title: z.string(),
  type: z.enum(WORK_TYPES),
  date: isoDate.nullable(),
  parties: z.array(z.string()),
  /** True for the demonstration relation that ships with the product. */
  demonstration: z.boolean(),
  version: z.int(),
  /** The party whose seats alone see it; null for both sides. */
  side: z.string().nullable(),
  expressions: z.array(ExpressionSummary),
});

export const Due = z.object({ text: z.string(), from: isoDate.nullable(), to: isoDate.nullable() });

/** A number with its unit that a clause aims at. */
export const Target = z.object({ text: z.string().trim().min(1), value: z.number(), unit: z.string() });

export const Fields = z.object({
  kind: z.enum(KINDS),
  actors: z.array(z.string()),
  action: z.string(),
  strength: z.enum(STRENGTHS),
  due: Due.nullable(),
  sector: z.enum(SECTORS),
  instruments: z.array(z.string()),
  mechanisms: z.array(z.string()),
  places: z.array(z.string()),
  targets: z.array(Target),
  lead: z.string().nullable(),
  coordinators: z.array(z.string()),
  report: z.object({ period: z.string(), recipients: z.array(z.string()) }).nullable(),
});

/** A row of the register. */
export const CommitmentRow = Fields.extend({
  id: z.string(),
  workId: z.string(),
  workTitle: z.string(),
  workDate: isoDate.nullable(),
  expressionId: z.string(),
  language: z.enum(LANGUAGES),
  path: z.string(),
  /** Of the file, 1-based; null for formats without pages. */
  page: z.int().nullable(),
  /** In the text of the expression. */
  span,
  /** The file, and where the words stand in its text as it was read. */
  source: span.extend({ file: z.string(), sha256: z.string() }),
  quote: z.string(),
  decision: z.enum(DECISIONS),
  anchored: z.boolean(),
  origin: z.enum(['rules', 'person']),
  confidence: z.number(),
  version: z.int(),
  canUndo: z.boolean(),
  /** The day a person chose for looking at it again, where the text names none. */
  review: isoDate.nullable(),
  /** The entry that these words are a further citation of; null where they are an entry themselves. */
  joinedTo: z.string().nullable(),
  /** Languages of the other citations of the same commitment. */
  alsoIn: z.array(z.enum(LANGUAGES)),
});

/** Another citation of a commitment, in another language version. */
export const OtherCitation = CommitmentRow.pick({
  ...{ id: true, expressionId: true, language: true, path: true, span: true, quote: true, anchored: true },
  ...{ decision: true, version: true, joinedTo: true },
});

export const Reason = z.object({ rule: z.string(), words: z.string(), span: span.nullable() });

export const HistoryEntry = HistoryStepShape.extend({
  reason: z.enum(REJECT_REASONS).nullable(),
  note: z.string(),
});

export const CommitmentDetail = CommitmentRow.extend({
  /** Text before and after the quote, to the ends of its provision. */
  before: z.string(),
  after: z.string(),
  why: z.array(Reason),
  /** For each field the words it was read from. */
  evidence: z.record(z.string(), z.array(span.extend({ words: z.string() }))),
  history: z.array(HistoryEntry),
  citations: z.array(OtherCitation),
});

export const Provision = z.object({
  index: z.int(),
  role: z.enum(['heading', 'item', 'paragraph', 'furniture']),
  span,
  marker: span.nullable(),
  path: z.string(),
  eId: z.string(),
  level: z.int(),
  parent: z.int().nullable(),
  language: z.enum(LANGUAGES),
});

/** A sentence with what became of it, for the coverage bar. */
export const SentenceState = z.object({
  span,
  state: z.enum([...KINDS, 'none', 'unread']),
  reason: z.string(),
});

/** Everything the Reader shows. */
export const ReaderText = z.object({
  work: WorkSummary,
  expression: ExpressionSummary,
  text: z.string(),
  provisions: z.array(Provision),
  sentences: z.array(SentenceState),
  /** Where pages of the file begin in the text; empty for formats without pages. */
  pages: z.array(z.object({ start: z.int(), number: z.int() })),
  /** Pages were read as pictures: `readScan` has them. */
  scanned: z.boolean(),
  commitments: z.array(CommitmentRow.extend({ why: z.array(Reason) })),
});

/** What the last number of a word says: `sure`, `doubtful`, or `checked` by a person. */
export const WORD_STATES = ['sure', 'doubtful', 'checked'] as const;

/** A word of a scan: start, end in the text; left, top, width, height on the page; confidence 0..1; index of its state. */
export const ScanWord = z.tuple([
  z.int(),
  z.int(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.int().min(0).max(2),
]);

export const TextVersion = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
  corrections: z.array(
    z.object({ start: z.int(), end: z.int(), before: z.string(), after: z.string(), page: z.int().nullable() }),
  ),
  /** The version whose corrections it takes back, or null. */
  undoes: z.int().nullable(),
  undone: z.boolean(),
});

/** The pages of a file that were read as pictures; boxes in pixels of `width` and `height`. */
export const ScanText = z.object({
  version: z.int(),
  pages: z.array(z.object({ number: z.int(), width: z.int(), height: z.int(), words: z.array(ScanWord) })),
  /** What people corrected, the latest first. */
  history: z.array(TextVersion),
});

/** A text that the rules take for a language version of another work. */
export const VersionProposal = z.object({
  workId: z.string(),
  expressionId: z.string(),
  language: z.enum(LANGUAGES),
  other: z.object({
    workId: z.string(),
    expressionId: z.string(),
    language: z.enum(LANGUAGES),
    title: z.string(),
    version: z.int(),
  }),
  confidence: z.number(),
  /** What it rests on, each 0..1. */
  why: z.object({ text: z.number(), numbers: z.number(), order: z.number() }),
});

const VersionSide = z.object({
  work: WorkSummary.pick({ id: true, title: true, date: true, expressions: true }),
  expression: ExpressionSummary,
  text: z.string(),
  passages: z.array(
    z.object({
      span,
      language: z.enum(LANGUAGES),
      role: z.enum(['heading', 'item', 'paragraph', 'continuation', 'furniture']),
    }),
  ),
});

const words = z.object({ span, quote: z.string() });

export const JudgedFinding = z.object({
  key: z.string(),
  type: z.enum(FINDING_TYPES),
  severity: z.enum(FINDING_SEVERITIES),
  /** The text that is probably wrong. */
  side: z.enum(['a', 'b', 'both']),
  /** With `finding.` before it a message id, which `details` fill in. */
  rule: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  a: words.nullable(),
  b: words.nullable(),
  judgement: z.object({ verdict: z.enum(VERDICTS), note: z.string(), at: z.iso.datetime(), by: z.string() }).nullable(),
  /** False where it was judged earlier and the rules no longer report it. */
  found: z.boolean(),
});

/** Two texts side by side, the one imported first as a. */
export const Versions = z.object({
  version: z.int(),
  canUndo: z.boolean(),
  /** 0..1 while the texts are being compared. */
  progress: z.number().nullable(),
  problem: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  a: VersionSide,
  b: VersionSide,
  beads: z.array(
    z.object({
      /** Indexes into the passages; an empty list where one text has nothing. */
      a: z.array(z.int()),
      b: z.array(z.int()),
      score: z.number(),
      why: z.array(z.object({ sign: z.string(), a: z.string(), b: z.string() })),
      origin: z.enum(['rules', 'person']),
      /** It stands in another place of text b than its neighbours. */
      moved: z.boolean(),
    }),
  ),
  findings: z.array(JudgedFinding),
  messages: z.array(Message),
  /** Links made by hand whose passages are not in the present texts. */
  lostEdits: z.int(),
});

/** Where a commitment stands in another language version. */
export const Parallel = z.object({
  expressionId: z.string(),
  language: z.enum(LANGUAGES),
  file: z.string(),
  passage: z.object({ span, words: z.string(), score: z.number() }).nullable(),
  progress: z.number().nullable(),
  commitment: z
    .object({
      id: z.string(),
      quote: z.string(),
      span,
      version: z.int(),
      joined: z.boolean(),
      score: z.number(),
    })
    .nullable(),
});

export const Facet = z.object({ value: z.string(), label: z.string().nullable(), count: z.int() });

export const ImportFile = z.object({
  name: z.string(),
  bytes: z.int(),
  /** `waiting`, then `reading`, then one of the outcomes. */
  state: z.enum(['waiting', 'reading', 'new', 'new-version', 'unchanged', 'failed']),
  /** 0..1 of the reading. */
  progress: z.number(),
  workId: z.string().nullable(),
  expressionId: z.string().nullable(),
  counts: Counts.nullable(),
  seconds: z.number().nullable(),
  messages: z.array(Message),
  problem: z.object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});

export const ImportJob = z.object({ id: z.string(), done: z.boolean(), files: z.array(ImportFile) });

/** RFC 9457 problem details; `code` and `details` make the sentence in the reader's language. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** One of the codes of `/api/problems`. */
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

const readField = z.object({
  value: z.unknown(),
  words: z.string(),
  span: span.nullable(),
  confidence: z.number(),
  /** With `identity.why.` before it a message id. */
  why: z.string(),
});

/** A work that stands in one file with another. */
const LinkedWork = z.object({
  workId: z.string(),
  title: z.string(),
  relation: z.enum(['annexes', 'reproduces']),
  /** This work annexes or reproduces the other; else the other this one. */
  carries: z.boolean(),
  expressionId: z.string().nullable(),
});

/** What of a work still wants a person, text by text, and the works it stands in one file with. */
export const OpenWork = z.object({
  workId: z.string(),
  texts: z.array(
    z.object({
      expressionId: z.string(),
      /** Fields of what the file is that nobody has confirmed. */
      toConfirm: z.int(),
      /** Oddities of the source that nobody has marked as in the original. */
      oddities: z.int(),
      /** Undecided commitments the rules are in doubt about. */
      doubtful: z.int(),
    }),
  ),
  links: z.array(LinkedWork),
});

/** What a text is, with the words it was read from, and what is odd in it. */
export const Identity = z.object({
  workId: z.string(),
  expressionId: z.string(),
  /** Of the work. */
  version: z.int(),
  canUndo: z.boolean(),
  fields: z.array(
    z.object({
      field: z.enum(IDENTITY_FIELDS),
      value: z.unknown(),
      state: z.enum(['proposed', 'confirmed', 'corrected']),
      read: readField.nullable(),
      at: z.iso.datetime().nullable(),
      by: z.string().nullable(),
    }),
  ),
  /** Where the text stands in that of its file; null where it is the whole of it. */
  part: span.nullable(),
  links: z.array(LinkedWork),
  cuts: z.array(
    z.object({
      at: z.int(),
      words: z.string(),
      span,
      confidence: z.number(),
      signs: z.array(z.string()),
      relation: z.enum(['annexes', 'reproduces']),
    }),
  ),
  oddities: z.array(
    z.object({
      key: z.string(),
      /** With `oddity.` before it a message id, which `details` fill in. */
      rule: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
      places: z.array(z.object({ span, quote: z.string() })),
      known: z.object({ note: z.string(), at: z.iso.datetime(), by: z.string() }).nullable(),
    }),
  ),
});
