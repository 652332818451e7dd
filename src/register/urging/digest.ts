import type { Urging } from '../tasks/index.ts';
import { type WorkCalendar, workingDaysBetween } from '../working-days/index.ts';
import type { EscalationComing } from './coming.ts';
import type { LadderUrging, UrgedPost } from './urgings-due.ts';

/** All that one person is told on a day. */
export interface Digest {
  readonly person: string;
  /** What is pressing, the gravest first, each task and unit once; then what will be escalated over the person's head, by its day. */
  readonly items: readonly LadderUrging[];
}

/**
 * One digest a person, whatever number of posts and tasks it is about. What will be escalated is told to whoever gets a digest, and to
 * others on the first day alone.
 * @param holders the people who hold a post on that day
 * @param coming what will be escalated, with who is told
 * @returns the digests in the order of their people's ids, and the urgings that reach nobody, so that somebody is told of these
 */
export function digestsOf(
  urgings: readonly LadderUrging[],
  holders: (post: UrgedPost) => readonly string[],
  coming: readonly EscalationComing[] = [],
): { readonly digests: readonly Digest[]; readonly unreached: readonly LadderUrging[] } {
  const items = new Map<string, Set<LadderUrging>>();
  const unreached: LadderUrging[] = [];
  for (const urging of urgings) {
    const people = new Set(urging.to.flatMap(holders));
    if (people.size === 0) unreached.push(urging);
    for (const person of people) items.set(person, (items.get(person) ?? new Set()).add(urging));
  }
  const told = Map.groupBy(
    coming.flatMap((one) => [...new Set(one.told.flatMap(holders))].map((person) => ({ person, one }))),
    ({ person }) => person,
  );
  const first = [...told].filter(([, own]) => own.some(({ one }) => one.first)).map(([person]) => person);
  const digests = [...new Set([...items.keys(), ...first])].map((person) => ({
    person,
    items: [
      ...[...(items.get(person) ?? [])].sort(byGravity),
      ...(told.get(person) ?? []).map(({ one }) => one.urging).sort((a, b) => (a.day < b.day ? -1 : 1)),
    ],
  }));
  return { digests: digests.sort((a, b) => (a.person < b.person ? -1 : 1)), unreached };
}

function byGravity(a: LadderUrging, b: LadderUrging): number {
  return b.level - a.level || (a.due === b.due ? 0 : a.due < b.due ? -1 : 1);
}

/** How long an answer to an urging took. */
export interface ReplyTime {
  readonly urging: string;
  /** The working days until the reply; where there is none, until the day asked about. */
  readonly days: number;
  readonly answered: boolean;
}

/** The reply times of urgings on a day (ISO date); what was sent after it is left out, a later reply does not count yet. */
export function replyTimes(urgings: readonly Urging[], calendar: WorkCalendar, day: string): ReplyTime[] {
  return urgings
    .filter(({ at }) => at.slice(0, 10) <= day)
    .map(({ id, at, reply }) => {
      const answered = reply !== null && reply.at.slice(0, 10) <= day;
      const until = answered ? reply.at.slice(0, 10) : day;
      return { urging: id, days: workingDaysBetween(calendar, at.slice(0, 10), until), answered };
    });
}
