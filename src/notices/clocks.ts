import type { AgreedLimit, ClockId, NoticeState } from './model.ts';
import { contentOf } from './reduce.ts';
import type { NoticeType, TypeClock } from './types/index.ts';
import { textAt } from './types/index.ts';

/**
 * How a clock stands: no limit is agreed, so none runs; it runs; it ran out; what it waits for came in time, or late; or it was stopped
 * by the end of the notice.
 */
export const CLOCK_STANDINGS = ['not-agreed', 'running', 'overdue', 'met', 'late', 'stopped'] as const;
export type ClockStanding = (typeof CLOCK_STANDINGS)[number];

/** One clock of a notice, the same whoever looks. Instants are ISO, UTC. */
export interface NoticeClock {
  readonly clock: ClockId;
  /** Whose deed it waits for. */
  readonly party: string;
  /** The content it is of (issue or update). */
  readonly of: string;
  readonly startsAt: string | null;
  readonly limit: AgreedLimit | null;
  /** A figure of others, for comparison only. */
  readonly model: AgreedLimit | null;
  readonly deadline: string | null;
  readonly endedAt: string | null;
  readonly standing: ClockStanding;
  /** Minutes from its start to its end, or to now; null where it has no start. */
  readonly minutes: number | null;
  /** Minutes beyond the deadline; 0 where it holds or there is none. */
  readonly over: number;
}

const MINUTE_MS = 60_000;
const ms = (instant: string) => new Date(instant).getTime();

/** The clocks of a notice at an instant: one a side for what sides do, in the order of the type. */
export function clocksOf(type: NoticeType, state: NoticeState, now: string): NoticeClock[] {
  return type.clocks.flatMap((clock) => {
    const sides = clock.ends === 'issue' ? [state.notice.from.party] : state.notice.to;
    return sides.flatMap((party) => clockOf(clock, state, party, now) ?? []);
  });
}

function clockOf(clock: TypeClock, state: NoticeState, party: string, now: string): NoticeClock | null {
  const { fields, limits } = state.notice;
  const of = clock.ends === 'issue' ? state.issued : contentOf(state);
  const startsAt = startOf(clock, state);
  const by = clock.by === undefined ? null : textAt(fields, clock.by.field);
  if (startsAt === null && by === null) return null;
  const limit = limits[clock.id] ?? null;
  const deadline = earliest(by === null ? null : atNight(by), startsAt === null ? null : after(startsAt, limit));
  const endedAt = endOf(clock, state, party, of.action);
  const end = endedAt ?? state.ended?.at ?? now;
  const over = deadline === null ? 0 : Math.max(0, (ms(end) - ms(deadline)) / MINUTE_MS);
  return {
    ...{ clock: clock.id, party, of: of.action, startsAt, limit, model: clock.model ?? null, deadline, endedAt },
    standing: standingOf({ deadline, endedAt, over, ended: state.ended !== null }),
    minutes: startsAt === null ? null : Math.max(0, (ms(end) - ms(startsAt)) / MINUTE_MS),
    over,
  };
}

function startOf({ starts }: TypeClock, state: NoticeState): string | null {
  if (starts === null) return null;
  if (starts === 'issue') return contentOf(state).at;
  return textAt(state.notice.fields, starts.field);
}

/** A day without a time ends the clock at its beginning, by universal time: what is announced is announced before that day. */
function atNight(text: string): string {
  return text.length === 10 ? `${text}T00:00:00.000Z` : text;
}

function after(instant: string, limit: AgreedLimit | null): string | null {
  return limit === null ? null : new Date(ms(instant) + limit.minutes * MINUTE_MS).toISOString();
}

function earliest(...instants: readonly (string | null)[]): string | null {
  const known = instants.flatMap((instant) => instant ?? []).sort((a, b) => ms(a) - ms(b));
  return known[0] === undefined ? null : new Date(ms(known[0])).toISOString();
}

function endOf({ ends }: TypeClock, state: NoticeState, party: string, of: string): string | null {
  if (ends === 'issue') return state.issued.at;
  const done = ends === 'acknowledge' ? state.acknowledged : state.answers;
  return done.find((one) => one.party === party && one.of === of)?.at ?? null;
}

function standingOf({
  deadline,
  endedAt,
  over,
  ended,
}: {
  readonly deadline: string | null;
  readonly endedAt: string | null;
  readonly over: number;
  readonly ended: boolean;
}): ClockStanding {
  if (deadline === null) return endedAt !== null ? 'met' : ended ? 'stopped' : 'not-agreed';
  if (endedAt !== null) return over > 0 ? 'late' : 'met';
  if (ended) return 'stopped';
  return over > 0 ? 'overdue' : 'running';
}
