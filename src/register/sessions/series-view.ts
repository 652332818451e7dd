import { lastDayOf } from '../../kernel/index.ts';
import type { TaskState, Timeliness } from '../tasks/index.ts';
import type { ItemContent, ProposedAction, SeriesState, Session } from './model.ts';

/** An ordinal that several sessions bear. It is asked about once and never put right. */
export interface OrdinalConflict {
  readonly ordinal: number;
  readonly sessions: readonly string[];
}

/** One warning an ordinal, whatever number of sessions bears it; none once a person said it is so. */
export function ordinalConflicts({
  sessions,
  settledOrdinals,
}: Pick<SeriesState, 'sessions' | 'settledOrdinals'>): OrdinalConflict[] {
  const byOrdinal = Map.groupBy(sessions, ({ ordinal }) => ordinal);
  return [...byOrdinal].flatMap(([ordinal, bearing]) =>
    ordinal === null || bearing.length < 2 || settledOrdinals.includes(ordinal)
      ? []
      : [{ ordinal, sessions: bearing.map(({ id }) => id) }],
  );
}

/**
 * The last session up to a day (ISO date) and the next after it, by their dates. One that was held is never the next, whatever
 * year alone is known of it; sessions without a date are in neither.
 */
export function lastAndNext(
  { sessions }: Pick<SeriesState, 'sessions'>,
  day: string,
): { last: Session | null; next: Session | null } {
  const dated = sessions.flatMap((session) => {
    if (session.date === null) return [];
    const on = lastDayOf(session.date);
    return [{ session, on: session.stage === 'held' && on > day ? day : on }];
  });
  dated.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  const last = dated.findLast(({ on }) => on <= day)?.session ?? null;
  return { last, next: dated.find(({ on }) => on > day)?.session ?? null };
}

/**
 * Years in which a yearly series is not known to have met, from the first that is known to a day. The year that runs counts on
 * its last day; a series without an agreed rhythm misses none.
 */
export function missingYears({ every, sessions }: Pick<SeriesState, 'every' | 'sessions'>, day: string): number[] {
  if (every !== 'year') return [];
  const years = sessions.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))]));
  const first = Math.min(...years);
  const until = Number(day.slice(0, 4)) - (day.slice(5) === '12-31' ? 0 : 1);
  if (!Number.isFinite(first) || until < first) return [];
  const all = Array.from({ length: until - first + 1 }, (_, index) => first + index);
  return all.filter((year) => !years.includes(year));
}

/** What shows that a mechanism is there: it was set up or met, or the side joined one that others have. */
const SHOWS_IT: ReadonlySet<SeriesState['evidence'][number]['what']> = new Set(['established', 'held', 'joined']);

/** Whether a mechanism is there: as it was described, or because a session or a dated paper shows it. */
export function standingOf({
  standing,
  sessions,
  evidence,
}: Pick<SeriesState, 'standing' | 'sessions' | 'evidence'>): SeriesState['standing'] {
  const met = sessions.some(({ stage }) => stage === 'held');
  return met || evidence.some(({ what }) => SHOWS_IT.has(what)) ? 'there' : standing;
}

/** The host whose turn it is after another; null where no rotation is agreed or that host is not in it. */
export function hostAfter({ hosts }: Pick<SeriesState, 'hosts'>, host: string | null): string | null {
  const at = host === null ? -1 : hosts.indexOf(host);
  return at < 0 ? null : (hosts[(at + 1) % hosts.length] ?? null);
}

/** What decisions ask for and nobody has taken up yet. */
export function proposedActions({
  decisions,
}: SeriesState): { readonly decision: string; readonly proposal: number; readonly action: ProposedAction }[] {
  return decisions.flatMap(({ id, proposes, taken }) =>
    proposes.flatMap((action, proposal) => (taken.includes(proposal) ? [] : [{ decision: id, proposal, action }])),
  );
}

/** A task as an agenda looks at it. */
export type AgendaTask = Pick<TaskState, 'title' | 'lifecycle' | 'obstacles' | 'commitments'> & {
  readonly id: string;
  readonly timeliness: Timeliness;
};

/** What belongs on the agenda on a day and is on no unclosed item yet: disputed first, then stuck, then overdue; each task once. */
export function agendaProposals(state: SeriesState, tasks: readonly AgendaTask[], day: string): ItemContent[] {
  const there = new Set(state.items.filter(({ closed }) => closed === null).flatMap((item) => item.tasks));
  const whyOf = (task: AgendaTask): ItemContent['why'] => {
    if (task.lifecycle === 'disputed') return 'disputed';
    const isStuck = task.obstacles.some(
      ({ cleared, answer, limit }) => !cleared && answer === null && limit !== null && limit < day,
    );
    if (isStuck) return 'stuck';
    return task.timeliness === 'overdue' && !['settled', 'closed'].includes(task.lifecycle) ? 'overdue' : 'other';
  };
  const order = ['disputed', 'stuck', 'overdue'];
  return tasks
    .filter(({ id }) => !there.has(id))
    .map((task) => ({
      id: task.id,
      text: task.title,
      tasks: [task.id],
      commitments: task.commitments,
      why: whyOf(task),
    }))
    .filter(({ why }) => why !== 'other')
    .sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why));
}
