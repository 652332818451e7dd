import { z } from 'zod';
import { LOCALES } from '../../kernel/index.ts';
import { FINDING_SEVERITIES, FINDING_TYPES, IDENTITY_FIELDS, REJECT_REASONS, VERDICTS } from '../../register/index.ts';
import { WORK_TYPES } from '../../vocabulary/index.ts';
import { ACCOUNT_ROUTES } from './accounts.ts';
import { CALENDAR_ROUTES } from './calendars.ts';
import { DISSEMINATION_ROUTES } from './dissemination.ts';
import { ENTITY_ROUTES } from './entities.ts';
import { EXCHANGE_ROUTES } from './exchange.ts';
import { LINEAGE_ROUTES } from './lineage.ts';
import { NOTICE_ROUTES } from './notices.ts';
import { PAIR_ROUTES } from './pairs.ts';
import { PAPER_ROUTES } from './papers.ts';
import { PUBLISHING_ROUTES } from './publishing.ts';
import { COLUMNS, CommitmentFilter, CommitmentSort, FACETS, OfDay, Page } from './query.ts';
import { QUOTA_ROUTES } from './quotas.ts';
import { SERIES_ROUTES } from './sessions.ts';
import * as shapes from './shapes.ts';
import { SHEET_ROUTES } from './sheets.ts';
import { SIDES_ROUTES } from './sides.ts';
import { SNAPSHOT_ROUTES } from './snapshots.ts';
import { TASK_ROUTES } from './tasks.ts';
import { TEACHING_ROUTES } from './teaching.ts';
import { TERM_ROUTES } from './terms.ts';
import { TOKEN_ROUTES } from './tokens.ts';
import { URGING_ROUTES } from './urgings.ts';
import { WATER_ROUTES } from './water.ts';
import { WEBHOOK_ROUTES } from './webhooks.ts';

const byId = z.object({ id: z.string() });
const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** A change names the version it saw; another version means somebody was faster (`changed-meanwhile`). */
const version = { version: z.int().nonnegative() };

export const DecisionBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('confirm'), ...version }),
  z.object({
    type: z.literal('correct'),
    ...version,
    fields: shapes.Fields.partial().optional(),
    span: span.optional(),
  }),
  z.object({ type: z.literal('reject'), ...version, reason: z.enum(REJECT_REASONS), note: z.string().default('') }),
  /** When to look again at what the text names no last day for; null takes the day away. */
  z.object({ type: z.literal('review'), ...version, on: z.iso.date().nullable() }),
  /** These words are a citation of the commitment `to`, in another language version of the work. */
  z.object({ type: z.literal('join'), ...version, to: z.string() }),
  z.object({ type: z.literal('separate'), ...version }),
  z.object({ type: z.literal('undo'), ...version }),
]);

const passages = z.array(z.int().nonnegative()).min(1).max(50);

/** What is done to two texts side by side: passages by their index in `passages`, findings by their key. */
export const VersionsBody = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['link', 'unlink']), ...version, a: passages, b: passages }),
  z.object({
    type: z.literal('judge'),
    ...version,
    key: z.string(),
    /** Null takes a judgement back. */
    verdict: z.enum(VERDICTS).nullable(),
    note: z.string().max(5_000).default(''),
  }),
  z.object({ type: z.literal('undo'), ...version }),
]);

/** What is decided of what a file is; `version` is the work's. */
export const IdentityBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('confirm'), ...version, fields: z.array(z.enum(IDENTITY_FIELDS)).min(1) }),
  z.object({
    type: z.literal('correct'),
    ...version,
    fields: z
      .object({
        title: z.string().trim().min(1).max(500),
        type: z.enum(WORK_TYPES),
        date: z.iso.date().nullable(),
        parties: z.array(z.string().trim().min(1)),
        number: z.string().trim().max(200).nullable(),
        place: z.string().trim().max(200).nullable(),
        published: z.iso.date().nullable(),
        signatories: z.array(z.object({ name: z.string(), office: z.string(), side: z.string() })),
        rendering: z
          .enum(['original', 'official-translation', 'unofficial-translation', 'translation', 'machine-translation'])
          .nullable(),
      })
      .partial(),
  }),
  z.object({
    type: z.literal('mark-oddity'),
    ...version,
    key: z.string(),
    known: z.boolean(),
    note: z.string().max(2_000).default(''),
  }),
  /** A work begins at this offset of the text. */
  z.object({
    type: z.literal('split'),
    ...version,
    at: z.int().positive(),
    relation: z.enum(['annexes', 'reproduces']),
  }),
  /** The next part of the file is no work of its own. */
  z.object({ type: z.literal('merge'), ...version }),
  z.object({ type: z.literal('undo'), ...version }),
]);

const twoTexts = z.object({ a: z.string(), b: z.string() });

/**
 * Every route: method, path, what goes in and what comes out. The server registers them, the client and the OpenAPI
 * page are made from them. Files and CSV stand outside: `POST /api/imports` (multipart, field `files`, answers
 * ImportJob with 202), `GET /api/expressions/:id/file` (the original bytes), `GET /api/expressions/:id/akn`
 * (`application/akn+xml`),
 * `GET /api/expressions/:id/pages/:number` (the picture of a scanned page), `GET /api/commitments.csv`
 * (`CsvQuery`; UTF-8 with BOM).
 */
export const ROUTES = {
  listWorks: { method: 'GET', path: '/api/works', response: z.object({ works: z.array(shapes.WorkSummary) }) },
  /** What of the listed works still wants a person; works where nothing is open are left out. */
  listOpenPoints: {
    method: 'GET',
    path: '/api/open-points',
    response: z.object({ works: z.array(shapes.OpenWork) }),
  },
  /** What texts call bodies that no register knows, by the id that rows have for them. */
  listBodyNames: {
    method: 'GET',
    path: '/api/body-names',
    response: z.object({ names: z.array(z.object({ id: z.string(), language: z.string(), words: z.string() })) }),
  },
  getWork: { method: 'GET', path: '/api/works/:id', params: byId, response: shapes.WorkSummary },
  changeWork: {
    method: 'PATCH',
    path: '/api/works/:id',
    params: byId,
    body: z.object({
      ...version,
      title: z.string().trim().min(1).optional(),
      type: z.enum(WORK_TYPES).optional(),
      date: z.iso.date().nullable().optional(),
      parties: z.array(z.string().trim().min(1)).optional(),
      /** The party whose seats alone see it; null opens it to both sides. */
      side: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .nullable()
        .optional(),
    }),
    response: shapes.WorkSummary,
  },
  /** Takes a work out of every list; `restoreWork` brings it back. Nothing is erased. */
  withdrawWork: {
    method: 'POST',
    path: '/api/works/:id/withdraw',
    params: byId,
    body: z.object(version),
    response: shapes.WorkSummary,
  },
  restoreWork: {
    method: 'POST',
    path: '/api/works/:id/restore',
    params: byId,
    body: z.object(version),
    response: shapes.WorkSummary,
  },
  /** Makes all texts of the work `from` language versions of this one. */
  joinWorks: {
    method: 'POST',
    path: '/api/works/:id/join',
    params: byId,
    body: z.object({ ...version, from: z.object({ id: z.string(), ...version }) }),
    response: shapes.WorkSummary,
  },
  /** Takes a language version out of its work; answers the work it then belongs to. */
  separateText: {
    method: 'POST',
    path: '/api/works/:id/separate',
    params: byId,
    body: z.object({ ...version, expressionId: z.string() }),
    response: shapes.WorkSummary,
  },
  /** Texts that the rules take for language versions of other works. */
  listProposals: {
    method: 'GET',
    path: '/api/version-proposals',
    response: z.object({ proposals: z.array(shapes.VersionProposal) }),
  },
  declineVersion: {
    method: 'POST',
    path: '/api/works/:id/decline-version',
    params: byId,
    body: z.object({ ...version, other: z.string() }),
    response: z.object({ proposals: z.array(shapes.VersionProposal) }),
  },
  /** Two texts side by side, in either order; while `progress` is a number they are being compared: ask again. */
  readVersions: { method: 'GET', path: '/api/versions/:a/:b', params: twoTexts, response: shapes.Versions },
  compareAgain: {
    method: 'POST',
    path: '/api/versions/:a/:b/compare',
    params: twoTexts,
    body: z.object({}),
    response: shapes.Versions,
  },
  changeVersions: {
    method: 'POST',
    path: '/api/versions/:a/:b/actions',
    params: twoTexts,
    body: VersionsBody,
    response: shapes.Versions,
  },
  readParallels: {
    method: 'GET',
    path: '/api/commitments/:id/parallels',
    params: byId,
    response: z.object({ parallels: z.array(shapes.Parallel) }),
  },
  /** What a text is, and what is odd in it. */
  readIdentity: { method: 'GET', path: '/api/expressions/:id/identity', params: byId, response: shapes.Identity },
  decideIdentity: {
    method: 'POST',
    path: '/api/expressions/:id/identity',
    params: byId,
    body: IdentityBody,
    response: shapes.Identity,
  },
  readExpression: { method: 'GET', path: '/api/expressions/:id', params: byId, response: shapes.ReaderText },
  /** Pages of a scan: `GET /api/expressions/:id/pages/:number` is the picture of one. */
  readScan: { method: 'GET', path: '/api/expressions/:id/scan', params: byId, response: shapes.ScanText },
  /** Puts words of a scan right, or says that they are; the text becomes a new version. */
  correctText: {
    method: 'POST',
    path: '/api/expressions/:id/corrections',
    params: byId,
    body: z.object({
      ...version,
      changes: z
        .array(z.object({ span, words: z.string().max(500) }))
        .min(1)
        .max(10_000),
    }),
    response: shapes.ScanText,
  },
  /** Takes the latest corrections that stand back. */
  undoCorrection: {
    method: 'POST',
    path: '/api/expressions/:id/corrections/undo',
    params: byId,
    body: z.object(version),
    response: shapes.ScanText,
  },
  addCommitment: {
    method: 'POST',
    path: '/api/expressions/:id/commitments',
    params: byId,
    body: z.object({ span, fields: shapes.Fields.partial().optional() }),
    response: shapes.CommitmentDetail,
  },
  listCommitments: {
    method: 'GET',
    path: '/api/commitments',
    query: CommitmentFilter.extend(CommitmentSort.shape).extend(Page.shape),
    response: z.object({
      total: z.int(),
      rows: z.array(shapes.CommitmentRow),
      /** Count of each value with every other facet applied, most frequent first. */
      facets: z.record(z.enum(FACETS), z.array(shapes.Facet)),
    }),
  },
  getCommitment: {
    method: 'GET',
    path: '/api/commitments/:id',
    params: byId,
    query: OfDay,
    response: shapes.CommitmentDetail,
  },
  decide: {
    method: 'POST',
    path: '/api/commitments/:id/decisions',
    params: byId,
    body: DecisionBody,
    response: shapes.CommitmentDetail,
  },
  ...LINEAGE_ROUTES,
  getImport: { method: 'GET', path: '/api/imports/:id', params: byId, response: shapes.ImportJob },
  ...ENTITY_ROUTES,
  ...TASK_ROUTES,
  ...PAPER_ROUTES,
  ...SNAPSHOT_ROUTES,
  ...URGING_ROUTES,
  ...CALENDAR_ROUTES,
  ...SHEET_ROUTES,
  ...SIDES_ROUTES,
  ...SERIES_ROUTES,
  ...TERM_ROUTES,
  ...QUOTA_ROUTES,
  ...WATER_ROUTES,
  ...DISSEMINATION_ROUTES,
  ...PAIR_ROUTES,
  ...NOTICE_ROUTES,
  ...EXCHANGE_ROUTES,
  ...PUBLISHING_ROUTES,
  ...ACCOUNT_ROUTES,
  ...TEACHING_ROUTES,
  ...TOKEN_ROUTES,
  ...WEBHOOK_ROUTES,
  health: {
    method: 'GET',
    path: '/api/health',
    response: z.object({ ok: z.boolean(), database: z.string(), version: z.string() }),
  },
} as const;

export const CsvQuery = CommitmentFilter.extend(CommitmentSort.shape).extend({
  columns: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(z.enum(COLUMNS)).optional(),
  ),
  locale: z.enum(LOCALES).default('en'),
});

/** What a table of differences is narrowed to, and its language. Stands outside the routes: `/api/versions/:a/:b/table.csv` and `.docx`. */
export const FindingsQuery = z.object({
  severity: z.preprocess(listed, z.array(z.enum(FINDING_SEVERITIES)).optional()),
  type: z.preprocess(listed, z.array(z.enum(FINDING_TYPES)).optional()),
  state: z.preprocess(listed, z.array(z.enum(['open', ...VERDICTS])).optional()),
  locale: z.enum(LOCALES).default('en'),
});

/** A value of an address that may stand once or several times. */
function listed(value: unknown): unknown {
  return value === undefined || Array.isArray(value) ? value : [value];
}

export type RouteName = keyof typeof ROUTES;
