import type { BatchItem } from '../../db/index.ts';
import type { ForeignColumn, ForeignField, PlannedRow, RowState, SheetForm, SheetNote } from '../../register/index.ts';
import type { FileProblem } from '../results.ts';

/** `mapping`: a foreign list whose columns a person has to name first. */
export type SheetRunState = 'reading' | 'mapping' | 'planning' | 'ready' | 'applying' | 'applied' | 'failed';

/** A sheet that is brought in: where it has come to, and what it would do. */
export interface SheetRun {
  readonly id: string;
  readonly file: string;
  readonly state: SheetRunState;
  readonly done: number;
  readonly total: number;
  /** Null until it is known. */
  readonly form: SheetForm | 'foreign' | null;
  readonly sheet: string | null;
  readonly notes: readonly SheetNote[];
  readonly counts: Readonly<Record<RowState, number>>;
  /** The columns of a foreign list with what each is taken for. */
  readonly columns: readonly ForeignColumn[] | null;
  /** Whether that was chosen by a person for a list with the same header. */
  readonly remembered: boolean;
  readonly problem: FileProblem | null;
  /** What came of it, once it was applied. */
  readonly batch: string | null;
}

/** A stretch of the rows of a sheet. */
export interface SheetRows extends SheetRun {
  readonly rows: readonly PlannedRow[];
  /** Rows with the state asked for. */
  readonly found: number;
}

/** A sheet that was brought in. */
export interface SheetBatch {
  readonly id: string;
  readonly file: string;
  readonly form: SheetForm | 'foreign';
  readonly at: string;
  readonly by: string;
  readonly items: number;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  /** What was left when it was taken back, because somebody went on from there. */
  readonly kept: readonly BatchItem[];
  /** The asking seat can take it back. */
  readonly mayUndo: boolean;
}

export type ForeignMapping = readonly (ForeignField | null)[];
