import type { ColumnType } from 'kysely';
import type { BodyName, CommitmentFields, CoverageState, FieldName, Reason } from '../commitments/index.ts';
import type { Format, ProvisionRole } from '../documents/index.ts';
import type { Language, Message, Span } from '../kernel/index.ts';
import type { Level, LineageReason, Relation } from '../lineage/index.ts';
import type {
  ActionBody,
  Decision,
  Finding,
  FindingWords,
  LinkActionBody,
  PassageBead,
  RejectReason,
  VersionPassage,
  VersionsBody,
} from '../register/index.ts';
import type { Kind, Sector, Strength, WorkType } from '../vocabulary/index.ts';

import type { AccountTables } from './account-tables.ts';
import type { AlertTables } from './alert-tables.ts';
import type { BitTables } from './bit-tables.ts';
import type { TextDescriptionTable, WorkActionBody, WorkLinkTable } from './work-tables.ts';

export type * from './account-tables.ts';

import type {
  EntityActionTable,
  EntityFactTable,
  EntityMentionTable,
  EntityProfileTable,
  EntityTable,
} from './entity-tables.ts';
import type { ExchangeTables } from './exchange-tables.ts';
import type { LessonActionTable, LessonTable, RereadCoverageTable, SuggestionActionTable } from './lesson-tables.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { PaperTable } from './paper-tables.ts';
import type { PublicationTables } from './publication-tables.ts';
import type { SeriesTables } from './series-tables.ts';
import type { CalendarFeedTable, SheetBatchTable, SheetMappingTable } from './sheet-tables.ts';
import type { TaskTables } from './task-tables.ts';
import type { TokenTables } from './token-tables.ts';
import type { LadderActionTable, LetterMailTable, UrgingDigestTable } from './urging-tables.ts';
import type { WaterTables } from './water-tables.ts';

export type * from './alert-tables.ts';
export type * from './entity-tables.ts';
export type * from './exchange-tables.ts';
export type * from './lesson-tables.ts';
export type * from './notice-tables.ts';
export type * from './series-tables.ts';
export type * from './task-tables.ts';
export type * from './water-tables.ts';
export type * from './work-tables.ts';

/** A jsonb column: read as a value, written as JSON text (drivers differ in what they do with arrays). */
export type Json<T> = ColumnType<T, string, string>;

/** What every log of actions has. */
export interface LogColumns {
  id: string;
  /** 1-based, per log. */
  sequence: number;
  at: string;
  by: string;
  /** SHA-256 over the action and the hash of the one before it (`chain.ts`). */
  hash: string;
}

export interface WorkTable {
  id: string;
  title: string;
  type: WorkType;
  date: string | null;
  parties: readonly string[];
  demonstration: boolean;
  withdrawn: boolean;
  version: number;
  /** The party whose seats alone see it; null for both sides. */
  side: string | null;
}

export type WorkFields = Pick<WorkTable, 'title' | 'type' | 'date' | 'parties' | 'side'>;

export interface WorkActionTable extends LogColumns {
  work_id: string;
  body: Json<WorkActionBody>;
}

export interface ExpressionTable {
  id: string;
  work_id: string;
  language: Language;
}

/** Sentences by what became of them, and how many in all. */
export type CoverageCounts = Readonly<Record<CoverageState | 'sentences', number>>;

export interface ManifestationTable {
  id: string;
  expression_id: string;
  version: number;
  name: string;
  format: Format;
  encoding: string | null;
  sha256: string;
  size: number;
  bytes: Uint8Array;
  text: string;
  sketch: readonly number[];
  coverage: Json<CoverageCounts>;
  body_names: Json<readonly BodyName[]>;
  messages: Json<readonly Message[]>;
  imported_at: string;
  imported_by: string;
  /** The file whose text a person corrected here, or null where this is a file. */
  corrects: string | null;
  corrections: ColumnType<readonly TextCorrection[] | null, string | null, string | null>;
  /** The version whose corrections this one takes back. */
  undoes: number | null;
  /** The file this text is a stretch of, or null where the row keeps the file. */
  part_of: string | null;
  /** Where the stretch begins in the text of the file; null for the whole. */
  part_start: number | null;
  /** Of a scan: numbers of the lines its pages show as headings, and of those beside the text. */
  line_hints: ColumnType<LineHintsRow | null, string | null, string | null>;
}

export interface LineHintsRow {
  readonly headings: readonly number[];
  readonly asides: readonly number[];
}

/** Words a person put right in the text of a scan; the same before and after where they were looked at and found right. */
export interface TextCorrection {
  /** In the version before. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly page: number | null;
}

/** Where a page of the file begins in the text. */
export interface PageTable {
  manifestation_id: string;
  start: number;
  number: number;
}

/** A word on a page: start and end in the text; left, top, width, height; confidence, 1 where a person looked at it. */
export type WordRow = readonly [number, number, number, number, number, number, number];

export interface ScanPageTable {
  manifestation_id: string;
  number: number;
  width: number;
  height: number;
  words: Json<readonly WordRow[]>;
}

export interface PagePictureTable {
  manifestation_id: string;
  number: number;
  type: 'image/webp';
  width: number;
  height: number;
  bytes: Uint8Array;
}

export interface ProvisionTable {
  manifestation_id: string;
  index: number;
  role: ProvisionRole;
  span_start: number;
  span_end: number;
  marker_start: number | null;
  marker_end: number | null;
  path: string;
  eid: string;
  level: number;
  parent: number | null;
  language: Language;
}

export interface SentenceTable {
  manifestation_id: string;
  index: number;
  provision: number;
  span_start: number;
  span_end: number;
  language: Language;
  state: CoverageState;
  reason: string;
}

export interface CommitmentTable {
  id: string;
  work_id: string;
  expression_id: string;
  version: number;
  /** When the action was done that made the row what it is; null where none is known. */
  since: string | null;
  decision: Decision;
  origin: 'rules' | 'person';
  anchored: boolean;
  retired: boolean;
  /** In the lists of its own text; `listed` only where it is no citation of another. */
  cited: boolean;
  listed: boolean;
  joined_to: string | null;
  reject_reason: RejectReason | null;
  undoable: string | null;
  span_start: number;
  span_end: number;
  quote: string;
  search: string;
  language: Language;
  path: string;
  path_order: string;
  /** Of the file, 1-based; null for formats without pages. */
  page: number | null;
  kind: Kind;
  actors: readonly string[];
  action: string;
  strength: Strength;
  due_state: 'dated' | 'soon' | 'none';
  due_text: string | null;
  due_from: string | null;
  due_to: string | null;
  sector: Sector;
  instruments: readonly string[];
  mechanisms: readonly string[];
  places: readonly string[];
  targets: Json<CommitmentFields['targets']>;
  lead: string | null;
  coordinators: readonly string[];
  report: Json<CommitmentFields['report']>;
  /** When a person wants to look at it again, though the text names no day. */
  review_on: string | null;
  confidence: number;
  facet_code: number;
}

/** A row of a commitment that was so at the end of some day (UTC). */
export interface CommitmentPastTable
  extends Omit<CommitmentTable, 'work_id' | 'expression_id' | 'cited' | 'listed' | 'since'> {
  /** ISO instants: from the action that made it so to the one that changed it. */
  since: string;
  until: string;
}

/** Where a quote stands and why the rules proposed it. */
export interface CommitmentSourceTable {
  commitment_id: string;
  /** Words before and after the quote. */
  prefix: string;
  suffix: string;
  /** Of the file the quote was last checked against. */
  sha256: string;
  why: Json<readonly Reason[]>;
  evidence: Json<Readonly<Partial<Record<FieldName, readonly Span[]>>>>;
}

export interface ActionTable extends LogColumns {
  commitment_id: string;
  body: Json<ActionBody>;
}

export interface ImportJobTable {
  id: string;
  at: string;
  by: string;
  done: boolean;
  files: Json<unknown>;
}

/** A work inside a text, as it was last compared with the others. */
export interface LineagePartTable {
  id: string;
  expression_id: string;
  manifestation_id: string;
  basis: string;
  title: string;
  type: WorkType;
  date: string | null;
  level: Level;
  parties: readonly string[];
  span_start: number;
  span_end: number;
  vague: readonly string[];
  traced_at: string;
}

export interface LineageLinkTable {
  id: string;
  earlier_id: string;
  later_id: string;
  earlier_part: string;
  later_part: string;
  relation: Relation;
  decision: Decision;
  version: number;
  undoable: string | null;
  proposed: Relation | null;
  likely: boolean;
  score: number;
  why: Json<readonly LineageReason[]>;
}

export interface LineageActionTable extends LogColumns {
  link_id: string;
  body: Json<LinkActionBody>;
}

/** Signs that two texts are one work in two languages, each 0..1. */
export interface SameWorkSigns {
  readonly text: number;
  readonly numbers: number;
  readonly order: number;
}

export interface VersionProposalTable {
  expression_id: string;
  other_id: string;
  confidence: number;
  why: Json<SameWorkSigns>;
  state: 'open' | 'accepted' | 'declined';
}

export interface AlignmentTable {
  id: string;
  a_id: string;
  b_id: string;
  version: number;
  /** The files compared; null before the first comparison. */
  a_manifestation: string | null;
  b_manifestation: string | null;
  compared_version: number | null;
  a_passages: Json<readonly VersionPassage[]>;
  b_passages: Json<readonly VersionPassage[]>;
  messages: Json<readonly Message[]>;
}

export interface BeadTable {
  alignment_id: string;
  index: number;
  a: readonly number[];
  b: readonly number[];
  score: number;
  why: Json<PassageBead['why']>;
}

export interface FindingTable extends Pick<Finding, 'type' | 'severity' | 'side' | 'rule'> {
  alignment_id: string;
  index: number;
  key: string;
  details: Json<Finding['details']>;
  a: Json<FindingWords | null>;
  b: Json<FindingWords | null>;
}

export interface CounterpartTable {
  alignment_id: string;
  a_commitment: string;
  b_commitment: string;
  score: number;
}

export interface AlignmentActionTable extends LogColumns {
  alignment_id: string;
  body: Json<VersionsBody>;
}

export interface MigrationTable {
  name: string;
  sha256: string;
  applied_at: string;
}

/** Differences in how many listed commitments have a value; their sum is the count. Kept by the database itself. */
export interface RegisterTallyTable {
  side: string | null;
  facet: 'code' | 'work' | 'actor' | 'place' | 'target' | 'review';
  value: string;
  count: number;
}

/** The same under one value of a packed facet, or under what tasks keep (`underOf`). Kept by the database itself. */
export interface RegisterPairTable extends RegisterTallyTable {
  /** One row for all differences up to then; the others came since. */
  settled: boolean;
  /** Of what tasks keep: whose tasks, and whether one of them is not internal. */
  party: string | null;
  open: boolean;
  under: number;
}

/** Which sides' tasks keep a commitment. Kept by the database itself. */
export interface RegisterKeptTable {
  commitment_id: string;
  party: string;
  open: boolean;
}

/** What the register is narrowed, sorted and counted by. Kept by the database itself. */
export interface RegisterRowTable
  extends Pick<
    CommitmentTable,
    | ('facet_code' | 'span_start' | 'span_end' | 'page' | 'review_on' | 'confidence' | 'listed' | 'cited')
    | ('anchored' | 'id' | 'work_id' | 'expression_id' | 'actors' | 'places' | 'instruments' | 'mechanisms')
    | ('path_order' | 'action')
  > {
  /** How many. */
  targets: number;
  work_date: string | null;
  due_on: string | null;
  side: string | null;
}

/** Every table of the database. */
export interface Tables
  extends AccountTables,
    AlertTables,
    BitTables,
    ExchangeTables,
    NoticeTables,
    PublicationTables,
    SeriesTables,
    TaskTables,
    TokenTables,
    WaterTables {
  text_description: TextDescriptionTable;
  work_link: WorkLinkTable;
  work: WorkTable;
  work_action: WorkActionTable;
  expression: ExpressionTable;
  manifestation: ManifestationTable;
  provision: ProvisionTable;
  sentence: SentenceTable;
  page: PageTable;
  scan_page: ScanPageTable;
  page_picture: PagePictureTable;
  commitment: CommitmentTable;
  commitment_past: CommitmentPastTable;
  commitment_source: CommitmentSourceTable;
  register_tally: RegisterTallyTable;
  register_pair: RegisterPairTable;
  register_kept: RegisterKeptTable;
  register_row: RegisterRowTable;
  register_words: Pick<CommitmentTable, 'id' | 'search'> & { side: string | null };
  action: ActionTable;
  entity: EntityTable;
  entity_action: EntityActionTable;
  entity_mention: EntityMentionTable;
  entity_fact: EntityFactTable;
  entity_profile: EntityProfileTable;
  import_job: ImportJobTable;
  lineage_part: LineagePartTable;
  lineage_link: LineageLinkTable;
  lineage_action: LineageActionTable;
  version_proposal: VersionProposalTable;
  alignment: AlignmentTable;
  bead: BeadTable;
  finding: FindingTable;
  counterpart: CounterpartTable;
  alignment_action: AlignmentActionTable;
  lesson: LessonTable;
  lesson_action: LessonActionTable;
  reread_coverage: RereadCoverageTable;
  urging_digest: UrgingDigestTable;
  ladder_action: LadderActionTable;
  paper: PaperTable;
  letter_mail: LetterMailTable;
  suggestion_action: SuggestionActionTable;
  sheet_batch: SheetBatchTable;
  sheet_mapping: SheetMappingTable;
  calendar_feed: CalendarFeedTable;
  servanda_migration: MigrationTable;
}
