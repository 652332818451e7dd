import type { NoticeState } from '../model.ts';

/** What a channel did: evidence for the commitment that created it. Exercises and test calls are counted apart. */
export interface ChannelFigures {
  readonly notices: number;
  readonly open: number;
  /** Acknowledgements, how many of them had an agreed limit, and how many of these came late or never. */
  readonly acknowledged: number;
  readonly limited: number;
  readonly late: number;
  /** Minutes from a notice to its acknowledgement, the middle one; null where there is none. */
  readonly medianMinutes: number | null;
  readonly exercises: number;
  /** ISO instants. */
  readonly lastNotice: string | null;
  readonly lastDrill: string | null;
  readonly lastTest: string | null;
}

const MINUTE_MS = 60_000;

/** Sums what went over a channel, up to an instant. */
export function channelFigures(states: readonly NoticeState[], now: string): ChannelFigures {
  const test = (state: NoticeState) => state.notice.type === 'test-call';
  const drills = states.filter((state) => state.notice.mode === 'exercise' && !test(state));
  const real = states.filter((state) => state.notice.mode === 'normal' && !test(state));
  const waits = real.flatMap((state) => state.notice.to.map((party) => waitOf(state, party, now)));
  const took = waits.flatMap(({ minutes, done }) => (done ? [minutes] : [])).sort((a, b) => a - b);
  const limited = waits.filter(({ limit }) => limit !== null);
  return {
    notices: real.length,
    open: real.filter(({ standing }) => standing === 'open').length,
    acknowledged: took.length,
    limited: limited.length,
    late: limited.filter(({ minutes, limit }) => minutes > (limit ?? 0)).length,
    medianMinutes: median(took),
    exercises: drills.length,
    lastNotice: lastOf(real),
    lastDrill: lastOf(drills),
    lastTest: lastOf(states.filter(test)),
  };
}

function waitOf({ notice, issued, acknowledged, ended }: NoticeState, party: string, now: string) {
  const done = acknowledged.find((one) => one.party === party);
  const until = done?.at ?? ended?.at ?? now;
  const minutes = Math.max(0, (new Date(until).getTime() - new Date(issued.at).getTime()) / MINUTE_MS);
  const counts = done !== undefined || ended === null;
  return { minutes, done: done !== undefined, limit: counts ? (notice.limits.acknowledge?.minutes ?? null) : null };
}

function median(sorted: readonly number[]): number | null {
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function lastOf(states: readonly NoticeState[]): string | null {
  return (
    states
      .map(({ issued }) => new Date(issued.at).toISOString())
      .sort()
      .at(-1) ?? null
  );
}

/** A test call that was owed in a month: made and acknowledged, made and not, or not made. */
export type TestStanding = 'answered' | 'unanswered' | 'missing';

/** How the test call of a side stands in a month (`2026-03`); the latest of the month counts. */
export function testOfMonth(states: readonly NoticeState[], party: string, month: string): TestStanding {
  const made = states
    .filter(({ notice, issued, standing }) => {
      const own = notice.type === 'test-call' && notice.from.party === party && standing !== 'cancelled';
      return own && new Date(issued.at).toISOString().startsWith(month);
    })
    .sort((a, b) => (a.issued.at < b.issued.at ? -1 : 1))
    .at(-1);
  if (made === undefined) return 'missing';
  const { to } = made.notice;
  return to.every((side) => made.acknowledged.some((one) => one.party === side)) ? 'answered' : 'unanswered';
}
