import type { Candidate, FieldName } from '../../commitments/index.ts';
import type { Language, Span } from '../../kernel/index.ts';
import type { Decision, LessonEntry, Suggestion } from '../../register/index.ts';

/** A lesson as the page shows it. */
export interface LessonRow {
  readonly id: string;
  readonly relation: string;
  readonly entry: LessonEntry;
  readonly on: boolean;
  readonly version: number;
  readonly canUndo: boolean;
  readonly by: string;
  /** ISO instant, UTC. */
  readonly at: string;
}

/** What is taught, and the relations that have documents. */
export interface Lessons {
  readonly relations: readonly string[];
  readonly lessons: readonly LessonRow[];
}

/** A lesson by the version somebody saw. */
export interface SeenLesson {
  readonly id: string;
  readonly version: number;
}

/** A change of what is taught. */
export type LessonChange =
  | { readonly type: 'teach'; readonly relation: string; readonly entry: LessonEntry }
  | ({ readonly type: 'change'; readonly entry: LessonEntry } & SeenLesson)
  | ({ readonly type: 'switch'; readonly on: boolean } & SeenLesson)
  | { readonly type: 'undo'; readonly lessons: readonly SeenLesson[] }
  /** Lessons from a file: new ones are taught, those on words that have a lesson change it. */
  | { readonly type: 'import'; readonly relation: string; readonly entries: readonly TaughtLesson[] };

/** A lesson of a file. */
export interface TaughtLesson extends LessonEntry {
  readonly on: boolean;
}

/** The fields of a unit that the preview shows. */
export type UnitGlance = Pick<Candidate, 'quote' | 'kind' | 'actors' | 'action' | 'strength' | 'sector'>;

/** What a change does to one unit of a document. */
export interface PreviewRow {
  readonly change: 'appears' | 'disappears' | 'changes';
  readonly expressionId: string;
  readonly title: string;
  readonly language: Language;
  readonly span: Span;
  readonly before: UnitGlance | null;
  readonly after: UnitGlance | null;
  readonly fields: readonly (FieldName | 'quote')[];
  /** A person decided on it: it stays as they left it. */
  readonly decided: { readonly id: string; readonly decision: Decision } | null;
}

/** A change tried on all documents of its relation, and made. */
export interface Preview {
  readonly id: string;
  readonly state: 'reading' | 'ready' | 'applying' | 'cancelled' | 'failed' | 'applied';
  /** Documents read, of how many; while it is applied, documents read anew. */
  readonly done: number;
  readonly total: number;
  /** Documents of the relation read so far. */
  readonly documents: number;
  readonly rows: readonly PreviewRow[];
  /** How many lessons the change touches; none where a file holds what is taught already. */
  readonly lessons: number;
  /** The lessons as they are once it is applied. */
  readonly applied: readonly LessonRow[];
}

/** A lesson that decisions speak for, as the page shows it. */
export interface SuggestionRow extends Pick<Suggestion, 'key' | 'lesson' | 'cause' | 'against'> {
  readonly relation: string;
  readonly aside: boolean;
  /** How many decisions speak for it; `evidence` are the first of them. */
  readonly count: number;
  readonly evidence: readonly {
    readonly id: string;
    readonly expressionId: string;
    readonly title: string;
    readonly language: Language;
    readonly quote: string;
  }[];
}
