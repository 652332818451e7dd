import { clocksOf, type NoticeClock } from './clocks.ts';
import type { ClockId, NoticeState, Rung } from './model.ts';
import type { NoticeType } from './types/index.ts';

/** A step of the ladder whose time has come. */
export interface EscalationDue {
  readonly clock: ClockId;
  readonly of: string;
  /** The side that has not done what the clock waits for. */
  readonly late: string;
  readonly step: number;
  readonly tell: readonly Rung[];
}

const MINUTE_MS = 60_000;

/**
 * The steps that are due at an instant and that a side has not taken yet. Each side's own machine tells its own posts, so each side has
 * its own record of a step. Without an agreed limit nothing is due.
 */
export function escalationsDue(type: NoticeType, state: NoticeState, party: string, now: string): EscalationDue[] {
  if (state.standing !== 'open') return [];
  return clocksOf(type, state, now)
    .filter(({ clock, endedAt, deadline }) => waits(clock) && endedAt === null && deadline !== null)
    .flatMap((clock) =>
      type.ladder.flatMap(({ after, tell }, step): EscalationDue[] => {
        const { of, party: late } = clock;
        const taken = state.escalations.some(
          (one) =>
            one.party === party && one.clock === clock.clock && one.of === of && one.late === late && one.step === step,
        );
        return taken || stepTime(clock, after) > new Date(now).getTime()
          ? []
          : [{ clock: clock.clock, of, late, step, tell }];
      }),
    );
}

/** The instant, in milliseconds, of a step `after` times the limit; where the deadline comes from a field, the limit is the time up to it. */
function stepTime({ startsAt, deadline }: NoticeClock, after: number): number {
  const end = new Date(deadline ?? '').getTime();
  const length = startsAt === null ? 0 : Math.max(MINUTE_MS, end - new Date(startsAt).getTime());
  return end + (after - 1) * length;
}

function waits(clock: ClockId): boolean {
  return clock === 'acknowledge' || clock === 'answer';
}

/** When the next step of the ladder comes that a side has not taken; null where none comes. ISO, UTC. */
export function nextStepAt(type: NoticeType, state: NoticeState, party: string, now: string): string | null {
  if (state.standing !== 'open') return null;
  const times = clocksOf(type, state, now)
    .filter(({ clock, endedAt, deadline }) => waits(clock) && endedAt === null && deadline !== null)
    .flatMap((clock) =>
      type.ladder.flatMap(({ after }, step) => {
        const taken = state.escalations.some(
          (one) => one.party === party && one.of === clock.of && one.late === clock.party && one.step === step,
        );
        return taken ? [] : stepTime(clock, after);
      }),
    );
  return times.length === 0 ? null : new Date(Math.min(...times)).toISOString();
}
