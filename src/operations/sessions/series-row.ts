import { lastAndNext, missingYears, ordinalConflicts, standingOf, withTold } from '../../register/index.ts';
import { type SeriesEntry, stateOf, type Told } from './catalogue.ts';
import type { SeriesRow } from './results.ts';

/** A mechanism as lists show it, with what texts tell of its sessions. */
export function seriesRow(entry: SeriesEntry, told: Told | undefined, commitments: number, day: string): SeriesRow {
  const { id, relation, entity, side, restricted } = entry;
  const state = stateOf(entry);
  const merged = { ...state, sessions: withTold(state, told?.sessions ?? []) };
  const { names, parties, members, level, hosts, every, standing, keptOut } = state;
  return {
    ...{ id, relation, entity, side, restricted, names, parties, members, level, hosts, every, standing, keptOut },
    now: standingOf(merged),
    ...lastAndNext(merged, day),
    open: state.sessions.find(({ stage }) => stage === 'open') ?? null,
    unclosed: state.items.filter(({ closed }) => closed === null).length,
    conflicts: ordinalConflicts(merged),
    missing: missingYears(merged, day),
    commitments,
    shown:
      state.evidence
        .map((one) => one.day)
        .sort()
        .at(-1) ?? null,
  };
}
