import type { CommitmentFields, CoverageState, Due, Reason } from '../commitments/index.ts';
import type { LogName, TextCorrection } from '../db/index.ts';
import type { Format, PageStart, Provision, ScanPage, ScanWord } from '../documents/index.ts';
import type { Language, Message, ProblemCode, Span } from '../kernel/index.ts';
import type { Decision, HistoryEntry } from '../register/index.ts';
import type { Kind, WorkType } from '../vocabulary/index.ts';

/** Units of an expression or of a whole work. The kinds count what is not rejected. */
export interface Counts extends Readonly<Record<Kind, number>> {
  readonly undecided: number;
  readonly confirmed: number;
  readonly corrected: number;
  readonly rejected: number;
  /** Decided by people, and the quote is not in the present version of the text. */
  readonly lost: number;
}

/** Sentences of the present version by what became of them. */
export interface Coverage extends Readonly<Record<CoverageState, number>> {
  readonly sentences: number;
}

export interface ExpressionSummary {
  readonly id: string;
  readonly language: Language;
  readonly file: string;
  readonly format: Format;
  readonly encoding: string | null;
  readonly sha256: string;
  /** Where the text begins in that of its file: 0 but for a work that stands after another in one file. */
  readonly startInFile: number;
  readonly bytes: number;
  /** 1 for the first file, 2 for the first correction … */
  readonly version: number;
  /** ISO instant, UTC. */
  readonly importedAt: string;
  readonly counts: Counts;
  readonly coverage: Coverage;
  readonly messages: readonly Message[];
}

export interface WorkSummary {
  readonly id: string;
  readonly title: string;
  readonly type: WorkType;
  /** ISO date. */
  readonly date: string | null;
  readonly parties: readonly string[];
  readonly demonstration: boolean;
  readonly withdrawn: boolean;
  readonly version: number;
  /** The party whose seats alone see it; null for both sides. */
  readonly side: string | null;
  readonly expressions: readonly ExpressionSummary[];
}

/** A row of the register. */
export interface CommitmentRow extends CommitmentFields {
  readonly id: string;
  readonly workId: string;
  readonly workTitle: string;
  readonly workDate: string | null;
  readonly expressionId: string;
  readonly language: Language;
  readonly path: string;
  /** Of the file, 1-based; null for formats without pages. */
  readonly page: number | null;
  /** In the text of the expression. */
  readonly span: Span;
  /** The file, and where the words stand in its text as it was read; another place than `span` where the file holds several works. */
  readonly source: Span & { readonly file: string; readonly sha256: string };
  readonly quote: string;
  readonly decision: Decision;
  readonly anchored: boolean;
  readonly origin: 'rules' | 'person';
  /** 0..1; 1 where a person marked it. */
  readonly confidence: number;
  /** The version a decision must name. */
  readonly version: number;
  readonly canUndo: boolean;
  /** The day a person chose for looking at it again (ISO date). */
  readonly review: string | null;
  /** The entry of the register that these words are a further citation of, or null where they are an entry. */
  readonly joinedTo: string | null;
  /** Languages of the other citations of the same commitment. */
  readonly alsoIn: readonly Language[];
}

/** Another citation of a commitment, in another language version. */
export type OtherCitation = Pick<
  CommitmentRow,
  'id' | 'expressionId' | 'language' | 'path' | 'span' | 'quote' | 'anchored' | 'decision' | 'version' | 'joinedTo'
>;

export interface EvidenceWords extends Span {
  readonly words: string;
}

export interface CommitmentDetail extends CommitmentRow {
  /** Text before and after the quote, to the ends of its provision; empty where the quote is lost. */
  readonly before: string;
  readonly after: string;
  readonly why: readonly Reason[];
  readonly evidence: Readonly<Record<string, readonly EvidenceWords[]>>;
  readonly history: readonly HistoryEntry[];
  readonly citations: readonly OtherCitation[];
}

export interface SentenceState {
  readonly span: Span;
  readonly state: CoverageState;
  readonly reason: string;
}

/** A provision as the Reader shows it. */
export type ReaderProvision = Omit<Provision, 'lines'>;

/** Everything the Reader shows. */
export interface ReaderText {
  readonly work: WorkSummary;
  readonly expression: ExpressionSummary;
  readonly text: string;
  readonly provisions: readonly ReaderProvision[];
  readonly sentences: readonly SentenceState[];
  /** Where pages of the file begin in the text; empty for formats without pages. */
  readonly pages: readonly PageStart[];
  /** Pages were read as pictures: `readScan` has them. */
  readonly scanned: boolean;
  readonly commitments: readonly (CommitmentRow & { readonly why: readonly Reason[] })[];
}

/** Whether a word read from a picture needs a look, or had one by a person. */
export const WORD_STATES = ['sure', 'doubtful', 'checked'] as const;
export type WordState = (typeof WORD_STATES)[number];

/** A page read as a picture; boxes in pixels of its width and height. */
export interface ScanPageText extends Omit<ScanPage, 'words'> {
  readonly words: readonly (ScanWord & { readonly state: WordState })[];
}

/** What a person corrected in a text, or took back. */
export interface TextVersion {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly corrections: readonly TextCorrection[];
  /** The version whose corrections it takes back, or null. */
  readonly undoes: number | null;
  readonly undone: boolean;
}

/** The pages of a scan, and what people corrected in what was read on them. */
export interface ScanText {
  /** The version a correction must name. */
  readonly version: number;
  readonly pages: readonly ScanPageText[];
  /** The latest first. */
  readonly history: readonly TextVersion[];
}

/** A text that the rules take for a language version of another work. */
export interface VersionProposal {
  readonly workId: string;
  readonly expressionId: string;
  readonly language: Language;
  readonly other: {
    readonly workId: string;
    readonly expressionId: string;
    readonly language: Language;
    readonly title: string;
    /** The version that accepting must name. */
    readonly version: number;
  };
  /** 0..1 */
  readonly confidence: number;
  /** What it rests on, each 0..1: text that finds its partner, numbers shared, passages one to one. */
  readonly why: { readonly text: number; readonly numbers: number; readonly order: number };
}

export interface Facet {
  readonly value: string;
  readonly label: string | null;
  readonly count: number;
}

export interface FileProblem {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** `waiting`, then `reading`, then one of the outcomes. */
export type ImportState = 'waiting' | 'reading' | 'new' | 'new-version' | 'unchanged' | 'failed';

export interface ImportFile {
  readonly name: string;
  readonly bytes: number;
  readonly state: ImportState;
  /** 0..1 of the reading. */
  readonly progress: number;
  readonly workId: string | null;
  readonly expressionId: string | null;
  readonly counts: Counts | null;
  readonly seconds: number | null;
  readonly messages: readonly Message[];
  readonly problem: FileProblem | null;
}

export interface ImportJob {
  readonly id: string;
  readonly done: boolean;
  readonly files: readonly ImportFile[];
}

/** A citation whose words do not stand where the register says. */
export interface BrokenCitation {
  readonly commitmentId: string;
  readonly workTitle: string;
  readonly quote: string;
  readonly span: Span;
  readonly found: string;
}

export type { Due };

/** Where a log stood: the hash of its last action stands for all before it. */
export interface HistoryHead {
  readonly log: LogName;
  /** Id of the commitment, task, work … the log is of. */
  readonly of: string;
  readonly sequence: number;
  readonly hash: string;
}

/** An action at which the chain of a log does not hold. */
export interface HistoryBreach {
  readonly log: LogName;
  readonly of: string;
  readonly sequence: number;
  /** Null where the action itself is gone, or not known to the register. */
  readonly id: string | null;
  /**
   * It does not carry the hash of itself over the one before; it is gone; it has another hash than was noted earlier; the
   * register was never told of it.
   */
  readonly breach: 'altered' | 'missing' | 'rewritten' | 'uncounted';
}
