import type { CommitmentFields, FieldName } from '../commitments/index.ts';
import type { Clock, Language, Span } from '../kernel/index.ts';
import type { Decision, RejectReason } from '../register/index.ts';
import type { Kind, Sector, Strength, WorkType } from '../vocabulary/index.ts';
import type * as r from './results.ts';

/** Announces what index.ts exports while the functions land one by one; goes when the last has landed. */
export interface OperationsAnnounced {
  /** PGlite in `folder` unless `url` names a server; migrates. The result is the first argument of all others. */
  openDatabase(config: { url?: string; folder?: string; clock?: Clock }): Promise<Context>;
  /** Returns at once with every file `waiting`; the job goes on. `getImport` follows it. */
  startImport(context: Context, input: ImportInput, onChange?: (job: r.ImportJob) => void): r.ImportJob;
  /** Resolves when every file has its outcome. */
  importFiles(context: Context, input: ImportInput, onChange?: (job: r.ImportJob) => void): Promise<r.ImportJob>;
  getImport(context: Context, id: string): Promise<r.ImportJob>;
  listWorks(context: Context): Promise<r.WorkSummary[]>;
  getWork(context: Context, id: string): Promise<r.WorkSummary>;
  changeWork(
    context: Context,
    input: {
      id: string;
      version: number;
      by: string;
      title?: string;
      type?: WorkType;
      date?: string | null;
      parties?: readonly string[];
    },
  ): Promise<r.WorkSummary>;
  withdrawWork(context: Context, input: { id: string; version: number; by: string }): Promise<r.WorkSummary>;
  restoreWork(context: Context, input: { id: string; version: number; by: string }): Promise<r.WorkSummary>;
  readExpression(context: Context, id: string): Promise<r.ReaderText>;
  /** The bytes of the present version. */
  originalFile(context: Context, expressionId: string): Promise<{ name: string; format: string; bytes: Uint8Array }>;
  listCommitments(
    context: Context,
    query: CommitmentQuery,
  ): Promise<{ total: number; rows: r.CommitmentRow[]; facets: Record<string, r.Facet[]> }>;
  /** All rows of a query in order, in batches; for CSV and exports. */
  commitmentBatches(context: Context, query: CommitmentQuery): AsyncIterable<r.CommitmentRow[]>;
  getCommitment(context: Context, id: string): Promise<r.CommitmentDetail>;
  decide(context: Context, input: DecideInput): Promise<r.CommitmentDetail>;
  addCommitment(
    context: Context,
    input: { expressionId: string; span: Span; fields?: Partial<CommitmentFields>; by: string },
  ): Promise<r.CommitmentDetail>;
  /** The whole register as one JSON value. */
  exportRegister(context: Context): Promise<unknown>;
  /** One file's bytes, piece by piece; `restore` takes them into an empty database (or over a full one with `replace`). */
  backup(context: Context): AsyncIterable<Uint8Array>;
  restore(
    context: Context,
    pieces: AsyncIterable<Uint8Array>,
    options?: { replace?: boolean },
  ): Promise<{ rows: number }>;
  verifyCitations(context: Context): Promise<{ checked: number; broken: r.BrokenCitation[] }>;
  /** Imports the folder's manifest.json once; false where the demonstration is there already. */
  loadDemonstration(context: Context, folder: string, onChange?: (job: r.ImportJob) => void): Promise<boolean>;
  /** `PGlite 18.6` or `PostgreSQL 15.18`. */
  health(context: Context): Promise<{ database: string }>;
}

export interface Context {
  close(): Promise<void>;
}

export interface ImportInput {
  files: readonly { name: string; bytes: Uint8Array }[];
  by: string;
}

export type DecideInput = { id: string; version: number; by: string } & (
  | { type: 'confirm' }
  | { type: 'correct'; fields?: Partial<CommitmentFields>; span?: Span }
  | { type: 'reject'; reason: RejectReason; note: string }
  | { type: 'undo' }
);

/** The contract's filter, sort and page, every part optional. */
export interface CommitmentQuery {
  q?: string | undefined;
  work?: readonly string[] | undefined;
  expression?: readonly string[] | undefined;
  kind?: readonly Kind[] | undefined;
  strength?: readonly Strength[] | undefined;
  actor?: readonly string[] | undefined;
  sector?: readonly Sector[] | undefined;
  place?: readonly string[] | undefined;
  instrument?: readonly string[] | undefined;
  mechanism?: readonly string[] | undefined;
  due?: readonly ('dated' | 'soon' | 'none')[] | undefined;
  decision?: readonly Decision[] | undefined;
  language?: readonly Language[] | undefined;
  anchored?: 'true' | 'false' | undefined;
  sort?: FieldName | string | undefined;
  order?: 'asc' | 'desc' | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
}
