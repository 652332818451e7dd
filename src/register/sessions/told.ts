import { lastDayOf } from '../../kernel/index.ts';
import type { KeptFact } from '../entities/index.ts';
import type { SeriesState, Session } from './model.ts';

/** A session that texts tell of, with the facts that do. */
export interface ToldSession extends Session {
  readonly facts: readonly string[];
}

type Told = KeptFact & { readonly value: Extract<KeptFact['value'], { type: 'session' }> };

/**
 * The sessions that texts tell of: facts of one ordinal whose dates do not contradict each other are one session, facts without
 * an ordinal one where they name the same days, or one the year or month of the other. What contradicts stays apart, so that a person is asked.
 * @param facts of one mechanism, without those a person dismissed
 */
export function toldSessions(facts: readonly KeptFact[]): ToldSession[] {
  const told: ToldSession[] = [];
  for (const fact of facts.filter((one): one is Told => one.value.type === 'session')) {
    const { ordinal, host } = fact.value;
    const date = partialDate(fact.value.from, fact.value.to);
    const one = { ordinal, date, host };
    const at = told.findIndex((other) => sameSession(other, one));
    const before = told[at];
    // A text cannot have seen what lies after its own day, whatever its tense.
    const ahead = fact.said !== null && (fact.value.from ?? '') > fact.said;
    const stage = fact.status === 'done' && !ahead ? ('held' as const) : ('known' as const);
    if (before === undefined) {
      const nothing = { agenda: [], minutes: '', dates: [] };
      told.push({ id: `fact-${fact.key}`, ...one, stage, ...nothing, facts: [fact.key] });
    } else {
      told[at] = {
        ...before,
        ...{ ordinal: before.ordinal ?? ordinal, host: before.host ?? host, date: finer(before.date, date) },
        ...{ stage: before.stage === 'held' ? 'held' : stage, facts: [...before.facts, fact.key] },
      };
    }
  }
  return told;
}

/** The sessions of a series with those that only texts tell of, in order of their dates, the undated last. */
export function withTold(
  state: Pick<SeriesState, 'sessions'>,
  told: readonly ToldSession[],
): (Session & { readonly facts: readonly string[] })[] {
  const known = state.sessions.map((session) => {
    const facts = told.filter((one) => isRecorded(one, session)).flatMap((one) => one.facts);
    return { ...session, facts };
  });
  const rest = told.filter((one) => !state.sessions.some((session) => isRecorded(one, session)));
  const when = ({ date }: Session) => (date === null ? '9' : lastDayOf(date));
  return [...known, ...rest].sort((a, b) => (when(a) === when(b) ? 0 : when(a) < when(b) ? -1 : 1));
}

function isRecorded(told: ToldSession, session: Session): boolean {
  return told.facts.some((key) => session.id === `fact-${key}`) || sameSession(told, session);
}

type Dated = Pick<Session, 'ordinal' | 'date'>;

function sameSession(a: Dated, b: Dated): boolean {
  if (a.ordinal !== null && b.ordinal !== null) return a.ordinal === b.ordinal && !apart(a.date, b.date);
  return a.date !== null && b.date !== null && !apart(a.date, b.date);
}

/** Neither date is a part of the other: May 2026 and 2027 are apart, May 2026 and 2026 are not. */
function apart(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a);
}

function finer(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a.length >= b.length ? a : b;
}

/** A stretch of days as the year or month that it is, else its first day; no text that names years alone means a first of January. */
function partialDate(from: string | null, to: string | null): string | null {
  const years = (from?.endsWith('-01-01') ?? true) && (to?.endsWith('-12-31') ?? true);
  if (from === null || to === null) return years ? ((from ?? to)?.slice(0, 4) ?? null) : (from ?? to);
  if (years) return from.slice(0, 4);
  return from.endsWith('-01') && to === lastDayOf(from.slice(0, 7)) ? from.slice(0, 7) : from;
}
