import type { NoticeState } from './model.ts';
import { contentOf } from './reduce.ts';

/** A notice by its id, as it stands. */
export interface KeptNotice {
  readonly id: string;
  readonly state: NoticeState;
}

/** Hours of a gate that every side agreed to, with the notice that says so. Days and hours are those of `zone`. */
export interface GateHours {
  readonly notice: string;
  readonly gate: string;
  readonly from: string;
  readonly until: string;
  readonly opens: string;
  readonly closes: string;
  readonly zone: string;
  /** When the last side agreed. */
  readonly agreedAt: string;
}

/** What was last said of a gate. */
export interface GateStatus {
  readonly notice: string;
  readonly gate: string;
  readonly status: string;
  readonly party: string;
  readonly from: string;
  readonly until: string | null;
}

/**
 * The calendar of gates, the same on every side because it is made of the notices alone: a proposal of hours counts from the
 * moment every addressed side accepted the words in force, and no longer once it is cancelled or changed. Drills never count.
 * @param day the first day that matters (ISO); what ended before it is left out
 */
export function gateHours(notices: readonly KeptNotice[], day: string): readonly GateHours[] {
  return notices
    .flatMap(({ id, state }) => {
      const agreedAt = agreedOf(state);
      const said = textsOf(state, ['gate', 'from', 'until', 'opens', 'closes', 'zone']);
      if (agreedAt === null || said === null || said.until < day) return [];
      return [{ notice: id, ...said, agreedAt }];
    })
    .sort((a, b) => a.gate.localeCompare(b.gate) || (a.from < b.from ? -1 : 1));
}

function agreedOf(state: NoticeState): string | null {
  const { notice, answers, standing } = state;
  if (notice.type !== 'hours-proposal' || notice.mode !== 'normal' || standing === 'cancelled') return null;
  const of = contentOf(state).action;
  const given = notice.to.map((party) => answers.findLast((one) => one.party === party && one.of === of));
  if (given.length === 0 || !given.every((answer) => answer?.accepted)) return null;
  return (
    given
      .map((answer) => answer?.at ?? '')
      .sort()
      .at(-1) ?? null
  );
}

/** The last word on each gate that still holds at an instant (ISO). */
export function gateStatuses(notices: readonly KeptNotice[], at: string): readonly GateStatus[] {
  const latest = new Map<string, GateStatus>();
  const live = notices
    .filter(({ state: { notice, standing } }) => {
      return notice.type === 'gate-status' && notice.mode === 'normal' && standing !== 'cancelled';
    })
    .sort((a, b) => (contentOf(a.state).at < contentOf(b.state).at ? -1 : 1));
  for (const { id, state } of live) {
    const said = textsOf(state, ['gate', 'status', 'from']);
    const { until = null } = state.notice.fields;
    if (said === null) continue;
    const key = said.gate.trim().toLowerCase();
    latest.set(key, {
      notice: id,
      party: state.notice.from.party,
      ...said,
      until: until === null ? null : String(until),
    });
  }
  return [...latest.values()]
    .filter(({ until }) => until === null || Date.parse(until) > Date.parse(at))
    .sort((a, b) => a.gate.localeCompare(b.gate));
}

/** Fields of a notice that are texts; null where one of them is not there. */
function textsOf<Name extends string>({ notice }: NoticeState, names: readonly Name[]): Record<Name, string> | null {
  const found = names.map((name) => [name, notice.fields[name]] as const);
  if (found.some(([, value]) => typeof value !== 'string')) return null;
  return Object.fromEntries(found) as Record<Name, string>;
}
