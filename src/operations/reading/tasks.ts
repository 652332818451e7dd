import type { SameWork } from '../../alignment/index.ts';
import type { SourceFile } from '../../documents/index.ts';
import type { Teaching } from '../../vocabulary/index.ts';
import type { LessonReading, LessonReadingInput } from '../teaching/read-lessons.ts';
import type { TextComparison, TextComparisonInput } from '../versions/compare-texts.ts';
import type { CorrectedText, ReadFile, ReadText } from './read-text.ts';

/** What the thread can do: each task with what it is given and what it answers. */
export interface Tasks {
  readonly read: {
    readonly input: { readonly file: SourceFile; readonly teaching: Teaching };
    readonly result: ReadFile;
  };
  readonly reread: {
    readonly input: { readonly corrected: CorrectedText; readonly teaching: Teaching };
    readonly result: ReadText;
  };
  readonly compare: { readonly input: TextComparisonInput; readonly result: TextComparison };
  readonly 'try-lessons': { readonly input: LessonReadingInput; readonly result: LessonReading };
  /** Two whole texts. */
  readonly 'same-work': { readonly input: { readonly a: string; readonly b: string }; readonly result: SameWork };
}

export type Task = {
  [Name in keyof Tasks]: { readonly name: Name; readonly input: Tasks[Name]['input'] };
}[keyof Tasks];
