import { canonicalJson } from '../../kernel/index.ts';
import type { CommitmentState } from '../actions.ts';
import { sameValue } from '../same-value.ts';
import type { CommitmentDeed } from './commitments.ts';
import type { CellValue, PlannedCell, PlannedRow, SheetFault } from './model.ts';

interface Done {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly body: unknown;
}

/**
 * How a history that comes in stands to the one that is here: `same`; `behind`: everything it has is here, and more; `continues`: it goes on
 * from where the one here ends (for nothing here, from the beginning); `apart`: they went different ways.
 */
export function compareLogs(here: readonly Done[], came: readonly Done[]): 'same' | 'behind' | 'continues' | 'apart' {
  const equal = (a: Done | undefined, b: Done | undefined) =>
    a !== undefined &&
    b !== undefined &&
    a.id === b.id &&
    a.by === b.by &&
    Date.parse(a.at) === Date.parse(b.at) &&
    canonicalJson(a.body) === canonicalJson(b.body);
  const shared = Math.min(here.length, came.length);
  if (here.slice(0, shared).every((one, at) => equal(one, came[at]))) {
    return here.length === came.length ? 'same' : here.length > came.length ? 'behind' : 'continues';
  }
  // What a seat may not see of a history is not in what it took along: the rest stands here in the same order.
  let at = 0;
  for (const one of here) if (equal(one, came[at])) at += 1;
  return at === came.length ? 'behind' : 'apart';
}

/** What of a row changes, as cells: from what stands here (nothing, for a row that is new) to what comes in. */
export function cellsBetween(
  here: ReadonlyMap<string, CellValue>,
  came: ReadonlyMap<string, CellValue>,
): PlannedCell[] {
  return [...came].flatMap(([column, to]): PlannedCell[] => {
    const from = here.get(column) ?? null;
    const place = { column, cell: '', state: 'change', formula: false, fault: null } as const;
    return sameValue(from, to) ? [] : [{ ...place, from, to, base: from }];
  });
}

/** A row of a list of data: what it would do, or why it does nothing. */
export function dataRow(
  row: number,
  about: Pick<PlannedRow, 'of' | 'state'> &
    Partial<Pick<PlannedRow, 'cells' | 'deeds' | 'version' | 'moved'>> & { readonly fault?: SheetFault | null },
): PlannedRow {
  return { row, moved: false, cells: [], deeds: [], version: 0, confidence: null, fault: null, ...about };
}

/**
 * The decisions that bring words that stand here under another id, undecided, to where they were brought elsewhere; null where people here
 * have decided otherwise.
 */
export function deedsToReach(here: CommitmentState, goal: CommitmentState): CommitmentDeed[] | null {
  const names = Object.keys(goal.fields) as (keyof typeof goal.fields)[];
  const changed = names.filter((name) => !sameValue(here.fields[name], goal.fields[name]));
  const alike = changed.length === 0 && here.review === goal.review && here.rejectReason === goal.rejectReason;
  if (goal.decision === 'undecided' || (alike && here.decision !== 'undecided')) return [];
  if (here.decision !== 'undecided') return null;
  const fields = Object.fromEntries(changed.map((name) => [name, goal.fields[name]]));
  const review = goal.review === null ? [] : [{ type: 'review', on: goal.review } as const];
  if (goal.decision === 'rejected') {
    return [{ type: 'reject', reason: goal.rejectReason ?? 'other', note: '' }];
  }
  return [
    ...(changed.length === 0 ? [{ type: 'confirm' } as const] : [{ type: 'correct', fields } as const]),
    ...review,
  ];
}
