import {
  dataRow,
  type PlannedRow,
  type Seat,
  type SheetFaultCode,
  type SheetNote,
  seatMay,
} from '../../register/index.ts';

/** Rows of a list compared at a time; between two stretches others have their turn. */
export const LIST_STRETCH = 400;

/** What is known for every row of a list. */
export interface ListPlanning {
  readonly seat: Seat;
  /** Hands of this register: what they did is entered by themselves, never from a file. */
  readonly hands: ReadonlySet<string>;
}

/** What a list would do, row by row, and what is to be known of the whole. */
export interface PlannedList {
  readonly rows: PlannedRow[];
  readonly notes: SheetNote[];
}

/** Why a history cannot be entered: the seat may not, or a file would speak for somebody of this register. */
export function refusal(
  actions: readonly { readonly by: string }[],
  { seat, hands }: ListPlanning,
): [SheetFaultCode, Readonly<Record<string, string>>] | null {
  if (!seatMay(seat, 'decide')) return ['seat-may-not', { action: 'import', state: '' }];
  return actions.some(({ by }) => hands.has(by)) ? ['hand-of-here', {}] : null;
}

/** A row of a list that does nothing, and why. */
export function faultRow(
  row: number,
  of: PlannedRow['of'],
  code: SheetFaultCode,
  details: Readonly<Record<string, string | number>> = {},
): PlannedRow {
  return dataRow(row, { of, state: 'fault', fault: { code, details } });
}

/** The ids of the rows that could be read. */
export function idsOf(
  rows: readonly ({ readonly row: { readonly id: string } } | { readonly wrong: string })[],
): string[] {
  return rows.flatMap((one) => ('wrong' in one ? [] : [one.row.id]));
}
