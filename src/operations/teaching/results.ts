import type { Candidate, FieldName } from '../../commitments/index.ts';
import type { Language, Span } from '../../kernel/index.ts';
import type { Decision, LessonEntry } from '../../register/index.ts';

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

/** A change of what is taught. */
export type LessonChange =
  | { readonly type: 'teach'; readonly relation: string; readonly entry: LessonEntry }
  | { readonly type: 'change'; readonly id: string; readonly version: number; readonly entry: LessonEntry }
  | { readonly type: 'switch'; readonly id: string; readonly version: number; readonly on: boolean }
  | { readonly type: 'undo'; readonly id: string; readonly version: number };

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

/** A change tried on all documents of its relation. */
export interface Preview {
  readonly id: string;
  readonly state: 'reading' | 'ready' | 'cancelled' | 'failed' | 'applied';
  readonly done: number;
  readonly total: number;
  /** Documents of the relation read so far. */
  readonly documents: number;
  readonly rows: readonly PreviewRow[];
}
