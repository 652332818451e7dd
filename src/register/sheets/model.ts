import type { Language } from '../../kernel/index.ts';
import type { Action } from '../actions.ts';
import type { Assignment, TaskAction, TaskActionBody } from '../tasks/index.ts';
import type { CommitmentDeed } from './commitments.ts';

/** Lists that go out as a sheet and come back: the register, the tasks (the progress annex), the reports a unit owes. */
export const SHEET_FORMS = ['commitments', 'tasks', 'reports'] as const;
export type SheetForm = (typeof SHEET_FORMS)[number];

/** What a cell holds; days are ISO dates. */
export type CellValue = string | number | null;

/** A column of a sheet, in the reader's language. */
export interface SheetColumn {
  readonly id: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'day' | 'choice';
  /** Characters. */
  readonly width: number;
  /** What can be chosen, by value and in words. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** A change of it comes back. */
  readonly editable: boolean;
}

/** A row that goes out; the key names what it is of, and the version that was seen. Null where it is of nothing that comes back. */
export interface SheetRow {
  readonly key: string | null;
  readonly cells: readonly CellValue[];
}

/** A list as a sheet. */
export interface SheetTable {
  /** What comes back as what; null for a list that only goes out. */
  readonly form: SheetForm | null;
  readonly title: string;
  /** One line under the title: which filter, which day, how many rows. */
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

/** A cell as it was read. A formula counts with the value it had when the file was saved. */
export interface ReadCell {
  /** ISO dates for days. */
  readonly value: string | number | boolean | null;
  /** `missing`: the form has no such line any more. */
  readonly kind: 'text' | 'number' | 'day' | 'flag' | 'error' | 'empty' | 'missing';
  readonly formula: boolean;
}

/** A row as it was read: its number in the sheet (1-based) and its cells from column A on. */
export interface ReadRow {
  readonly number: number;
  readonly cells: readonly ReadCell[];
}

/** A sheet as it was read. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly ReadRow[];
  /** Rows and columns that merged cells span, 1-based rows and 0-based columns, both inclusive. */
  readonly merges: readonly { readonly rows: readonly [number, number]; readonly columns: readonly [number, number] }[];
  /** How many rows the list had when it went out; null for a list that is not ours. */
  readonly exported: number | null;
  /** A form of text, whose cells have no addresses; left out for a sheet. */
  readonly form?: true;
}

/** What is wrong with a cell, a row or a file (message `sheet-fault.<code>`). */
export const SHEET_FAULTS = [
  ...(['not-a-day', 'not-a-choice', 'not-empty', 'not-by-hand', 'error-value', 'formula-without-value'] as const),
  'line-missing',
  ...(['merged', 'key-missing', 'key-unknown', 'key-twice', 'reason-needed', 'words-needed', 'part-needed'] as const),
  ...(['no-match', 'unsure-match', 'unit-unknown', 'seat-may-not', 'rule'] as const),
  ...([
    'row-malformed',
    'apart',
    'words-not-there',
    'text-missing',
    'text-differs',
    'text-withdrawn',
    'hand-of-here',
  ] as const),
  ...(['task-without', 'entry-missing'] as const),
] as const;
export type SheetFaultCode = (typeof SHEET_FAULTS)[number];

export interface SheetFault {
  readonly code: SheetFaultCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What is to be known of the whole sheet (message `sheet-note.<code>`); none of it stops the import. */
export const SHEET_NOTES = [
  ...(['columns-moved', 'column-missing', 'column-unknown', 'column-twice', 'formulas', 'rows-left-out'] as const),
  ...(['sheets-beside', 'texts-new', 'units-unknown'] as const),
] as const;
export interface SheetNote {
  readonly code: (typeof SHEET_NOTES)[number];
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a row of a sheet asks to be done. */
export type SheetDeed =
  | { readonly noun: 'task'; readonly id: string; readonly body: Exclude<TaskActionBody, { type: 'assign' }> }
  | { readonly noun: 'commitment'; readonly id: string; readonly body: CommitmentDeed }
  | { readonly noun: 'assignment'; readonly assignment: Assignment }
  /** What was done elsewhere, entered as it was done: by whom, when, what. */
  | {
      readonly noun: 'commitment-log';
      readonly id: string;
      /** The text it stands in, and where its words stood last. */
      readonly text: string;
      readonly last: {
        readonly path: string;
        readonly page: number | null;
        readonly prefix: string;
        readonly suffix: string;
        readonly language: Language;
        readonly sha256: string;
      };
      readonly actions: readonly Action[];
    }
  | { readonly noun: 'task-log'; readonly id: string; readonly actions: readonly TaskAction[] };

/**
 * What becomes of a cell: `change`; `already`: the register has this value by now; `conflict`: it was changed here and there since the list
 * went out; `fault`.
 */
export type CellState = 'change' | 'already' | 'conflict' | 'fault';

/** A cell that differs from what went out. */
export interface PlannedCell {
  readonly column: string;
  /** Its address: `F12`; empty in a list that has no cells. */
  readonly cell: string;
  readonly state: CellState;
  /** What stands in the register now, and in the sheet. */
  readonly from: CellValue;
  readonly to: CellValue;
  /** What stood there when the list went out. */
  readonly base: CellValue;
  readonly formula: boolean;
  readonly fault: SheetFault | null;
}

/** `change` is what an import does; nothing is done of any other row. */
export const ROW_STATES = ['change', 'conflict', 'fault', 'unsure', 'same'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What a row of a sheet would do. */
export interface PlannedRow {
  /** Its number in the sheet. */
  readonly row: number;
  readonly state: RowState;
  /** What it is of; null where that is not known. */
  readonly of: { readonly noun: 'task' | 'commitment'; readonly id: string; readonly title: string } | null;
  /** Somebody changed it since the list went out. */
  readonly moved: boolean;
  readonly cells: readonly PlannedCell[];
  readonly fault: SheetFault | null;
  readonly deeds: readonly SheetDeed[];
  /** The version the deeds begin at; 0 for what is new. */
  readonly version: number;
  /** 0..1 how surely it was matched, for lists that are not ours; else null. */
  readonly confidence: number | null;
}
