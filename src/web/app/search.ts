import { z } from 'zod';
import { NOTICE_MODES } from '../../notices/index.ts';
import { DECISIONS, FINDING_SEVERITIES, FINDING_TYPES } from '../../register/index.ts';
import {
  CHANGES,
  COLUMNS,
  COUNTED_BY,
  CommitmentFilter,
  CommitmentSort,
  EntityFilter,
  PaperSearch,
  SnapshotSearch as SnapshotShape,
  TaskListQuery,
} from '../../server/contract/index.ts';
import { KINDS, SECTORS, STRENGTHS } from '../../vocabulary/index.ts';
import { writeQuery } from '../client.ts';

/** Reads an address: a name that stands twice becomes a list. */
export function parseSearch(address: string): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const query = new URLSearchParams(address);
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    read[name] = values.length > 1 ? values : values[0];
  }
  return read;
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const written = writeQuery(search);
  return written === '' ? '' : `?${written}`;
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

/** Reads what an address holds by a shape, leaving out what does not fit: an old or mistyped link still opens. */
function lenient<S extends z.ZodObject>(shape: S): (raw: Record<string, unknown>) => Loose<z.output<S>> {
  return (raw) => {
    const read: Record<string, unknown> = {};
    for (const [name, type] of Object.entries(shape.shape)) {
      const value = raw[name] === undefined ? undefined : (type as z.ZodType).safeParse(raw[name]);
      if (value?.success && value.data !== undefined) read[name] = value.data;
    }
    return read as Loose<z.output<S>>;
  };
}

const many = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item));

/** What the register's address holds: what it is narrowed to, its order, its columns. */
export const readRegisterSearch = lenient(
  CommitmentFilter.extend({
    sort: CommitmentSort.shape.sort.unwrap(),
    order: CommitmentSort.shape.order.unwrap(),
    column: many(z.enum(COLUMNS)),
  }),
);
export type RegisterSearch = ReturnType<typeof readRegisterSearch>;

/** What became of a sentence, as the coverage bar counts it. */
export const COVERAGE_STATES = [...KINDS, 'none', 'unread'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** What the Reader's meter counts: the commitments still open, and the sentences by what became of them. */
export const LOOKS = ['undecided', 'doubtful', ...COVERAGE_STATES] as const;
export type Look = (typeof LOOKS)[number];

/** What the Reader's address holds: the commitment it stands at, and what is lit. */
export const readReaderSearch = lenient(
  z.object({
    c: z.string(),
    /** An offset of the text to be shown at the start. */
    at: z.coerce.number().int().nonnegative(),
    q: z.string(),
    kind: many(z.enum(KINDS)),
    strength: many(z.enum(STRENGTHS)),
    decision: many(z.enum(DECISIONS)),
    coverage: z.enum(LOOKS),
    /** What the file is, opened. */
    what: z.enum(['open']),
    picture: z.enum(['on', 'off']),
    /** A place of the text, `120-180`, that a link points to. */
    place: z.string().regex(/^\d+-\d+$/),
  }),
);
export type ReaderSearch = ReturnType<typeof readReaderSearch>;

/** What the address of a comparison holds: the two works, and the kind of change shown. */
export const readChangesSearch = lenient(z.object({ earlier: z.string(), later: z.string(), show: z.enum(CHANGES) }));

/** What the address of a cascade holds: the national work, the local ones, and what is shown. */
export const readCascadeSearch = lenient(
  z.object({ national: z.string(), local: many(z.string()), show: z.enum(['taken', 'open']), sector: z.enum(SECTORS) }),
);

/** How a finding was judged; `open` is not yet. */
export const FINDING_STATES = ['open', 'true', 'false'] as const;

/** What the address of two texts side by side holds: the finding it stands at, and what the worklist is narrowed to. */
export const readVersionsSearch = lenient(
  z.object({
    f: z.string(),
    severity: many(z.enum(FINDING_SEVERITIES)),
    type: many(z.enum(FINDING_TYPES)),
    state: many(z.enum(FINDING_STATES)),
  }),
);
export type VersionsSearch = ReturnType<typeof readVersionsSearch>;

/** What the address of a register of entries holds. */
export const readEntitySearch = lenient(EntityFilter.omit({ kind: true }));
export type EntitySearch = ReturnType<typeof readEntitySearch>;

/** What the address of the tasks holds: whose, how late, of what day. */
export const readTasksSearch = lenient(
  TaskListQuery.omit({ offset: true, limit: true }).extend({
    by: z.enum(COUNTED_BY),
    page: z.coerce.number().int().min(2),
  }),
);
export type TasksSearch = ReturnType<typeof readTasksSearch>;

/** What the address of the mechanisms holds: words of a name, and what of them is shown. */
export const readSeriesSearch = lenient(
  z.object({ q: z.string(), show: z.enum(['open', 'next', 'asks', 'missed']), asOf: z.iso.date() }),
);
export type SeriesSearch = ReturnType<typeof readSeriesSearch>;

/** What the page of terms can be narrowed to: how near the end of a term is. */
export const TERM_SHOWS = ['asks', 'three', 'six', 'twelve', 'later', 'open'] as const;
export type TermShow = (typeof TERM_SHOWS)[number];
export const readTermsSearch = lenient(z.object({ show: z.enum(TERM_SHOWS), asOf: z.iso.date() }));
export type TermsSearch = ReturnType<typeof readTermsSearch>;

/** Of which past day a register is shown. */
export const readPastSearch = lenient(z.object({ asOf: z.iso.date() }));

/** The same of a register that stands on several pages. */
export const readPastPageSearch = lenient(
  z.object({ asOf: z.iso.date(), page: z.coerce.number().int().min(1).max(10_000) }),
);

/** How far ahead what is escalated is looked for, and which page of it. */
export const readAheadSearch = lenient(
  z.object({
    days: z.coerce.number().int().min(1).max(120),
    page: z.coerce.number().int().min(1).max(10_000),
  }),
);

/** What the list of notices is narrowed to. */
export const readNoticesSearch = lenient(
  z.object({
    ...{ standing: z.enum(['open', 'ended']), type: z.string(), channel: z.string(), mode: z.enum(NOTICE_MODES) },
    before: z.string(),
  }),
);

/** The notice that a form changes, or that it follows. */
export const readIssueSearch = lenient(
  z.object({
    ...{ update: z.string(), after: z.string(), alert: z.string() },
    ...{ water: z.string(), threshold: z.string(), instant: z.string() },
  }),
);

/** What the address of the evaluations holds: two snapshots, and what of their comparison is listed. */
export const readSnapshotSearch = lenient(SnapshotShape);
export type SnapshotSearch = ReturnType<typeof readSnapshotSearch>;

/** What the page of papers is opened with: which paper, and of what. */
export const readPaperSearch = lenient(PaperSearch);
