import type { Format } from '../../documents/index.ts';
import type { Language } from '../../kernel/index.ts';
import type { Action, SheetTable, TaskAction } from '../../register/index.ts';
import type { WorkType } from '../../vocabulary/index.ts';

/** Lists that go out as data. */
export const EXPORTED_LISTS = [
  ...(['commitments', 'tasks', 'sessions', 'terms', 'quotas', 'pairs', 'sides', 'entities', 'evaluations'] as const),
  'escalations',
] as const;
export type ListName = (typeof EXPORTED_LISTS)[number];

/** A commitment with its citation and everything that was done to it. */
export interface ExportedCommitment {
  readonly id: string;
  readonly text: {
    readonly id: string;
    readonly language: Language;
    readonly file: string;
    readonly sha256: string;
    readonly work: string;
    readonly workTitle: string;
    readonly date: string | null;
  };
  readonly path: string;
  readonly page: number | null;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Places in the text, in UTF-16 units and in code points; null where the words are lost. */
  readonly utf16: { readonly start: number; readonly end: number } | null;
  readonly codePoints: { readonly start: number; readonly end: number } | null;
  readonly actions: readonly Action[];
}

/** A text that rows of a list are cited from, with its work: enough to enter both anew. */
export interface ExportedText {
  readonly id: string;
  readonly language: Language;
  readonly version: number;
  readonly file: string;
  readonly format: Format;
  readonly encoding: string | null;
  /** Of the file, which does not travel along. */
  readonly sha256: string;
  /** Where the text begins in that of its file, where that holds several works; else null. */
  readonly startInFile: number | null;
  readonly text: string;
  readonly pages: readonly { readonly start: number; readonly number: number }[];
  /** Lines (1-based) that the pages of a scan tell to be headings or asides. */
  readonly lines: { readonly headings: readonly number[]; readonly asides: readonly number[] };
  readonly work: {
    readonly id: string;
    readonly title: string;
    readonly type: WorkType;
    readonly date: string | null;
    readonly parties: readonly string[];
    readonly side: string | null;
  };
}

/** A task with everything that was done to it, as far as the seat may see. */
export interface ExportedTask {
  readonly id: string;
  readonly title: string;
  readonly commitments: readonly string[];
  readonly lead: string;
  readonly due: string | null;
  readonly lifecycle: string;
  readonly timeliness: string;
  readonly actions: readonly TaskAction[];
}

/** A list as a page shows it: the same rows in the same order, as of the same day. */
export interface ExportedList {
  readonly list: ListName;
  /** ISO instant it was made, and the day it shows. */
  readonly at: string;
  readonly day: string;
  /** What it was narrowed to, by the names of the page's address. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly table: SheetTable;
  readonly commitments: readonly ExportedCommitment[];
  /** The texts those stand in. */
  readonly texts: readonly ExportedText[];
  readonly tasks: readonly ExportedTask[];
  /** The rows of any other list, as the API gives them. */
  readonly rows: readonly unknown[];
}
