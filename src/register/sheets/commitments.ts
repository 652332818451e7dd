import type { CommitmentFields } from '../../commitments/index.ts';
import type { CommitmentState, RejectReason } from '../actions.ts';
import { availableActions } from '../available.ts';
import type { CellValue } from './model.ts';
import { Refusal } from './refusal.ts';

/** A decision a sheet can ask for. */
export type CommitmentDeed =
  | { readonly type: 'confirm' }
  | { readonly type: 'correct'; readonly fields: Partial<CommitmentFields> }
  | { readonly type: 'reject'; readonly reason: RejectReason; readonly note: string }
  | { readonly type: 'review'; readonly on: string | null };

type Cells = ReadonlyMap<string, CellValue>;

/** What the editable cells of a commitment hold. */
export function commitmentCells({ fields, decision, review, rejectReason }: CommitmentState): Map<string, CellValue> {
  const { kind, strength, sector } = fields;
  return new Map<string, CellValue>([
    ...([
      ['kind', kind],
      ['strength', strength],
      ['sector', sector],
    ] as const),
    ...([
      ['review', review],
      ['decision', decision],
      ['reason', rejectReason],
    ] as const),
  ]);
}

/**
 * What changed cells of a commitment ask for, in order.
 * @param changed the columns that change with what they are to be
 * @throws Refusal of the column that cannot be
 */
export function commitmentDeeds(state: CommitmentState, changed: Cells): CommitmentDeed[] {
  const deeds: CommitmentDeed[] = [];
  const named = ['kind', 'strength', 'sector'].filter((column) => changed.has(column));
  for (const column of named) if (changed.get(column) === null) throw new Refusal(column, 'not-empty');
  if (named.length > 0) {
    const fields = Object.fromEntries(named.map((column) => [column, changed.get(column)]));
    deeds.push({ type: 'correct', fields: fields as Partial<CommitmentFields> });
  }
  const allowed = availableActions(state);
  if (changed.has('review')) {
    if (!allowed.includes('review')) throw new Refusal('review', 'rule', { rule: 'review' });
    deeds.push({ type: 'review', on: changed.get('review') as string | null });
  }
  return [...deeds, ...decided(state, changed)];
}

function decided(state: CommitmentState, changed: Cells): CommitmentDeed[] {
  const decision = changed.get('decision');
  const reason = changed.get('reason');
  if (decision === undefined) {
    if (reason === undefined || reason === null) return [];
    throw new Refusal('reason', 'rule', { rule: 'reason' });
  }
  if (decision === 'rejected') {
    if (typeof reason !== 'string') throw new Refusal('reason', 'reason-needed');
    return [{ type: 'reject', reason: reason as RejectReason, note: '' }];
  }
  // Undecided is reached by taking back, corrected by changing a field: neither by choosing the word.
  if (decision !== 'confirmed') throw new Refusal('decision', 'not-by-hand');
  if (!availableActions(state).includes('confirm')) throw new Refusal('decision', 'rule', { rule: 'confirm' });
  return [{ type: 'confirm' }];
}
