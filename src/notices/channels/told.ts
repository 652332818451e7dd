import type { ClockId } from '../model.ts';
import { type ChannelAction, type ChannelActionBody, reduceChannel } from './channel.ts';

/** A side's last proposal of a limit, or its last agreement to one. */
export interface LimitWord {
  readonly said: 'propose' | 'agree';
  readonly type: string;
  readonly clock: ClockId;
  /** Null proposes that there be none. */
  readonly minutes: number | null;
  readonly source: string;
  /** ISO instant. */
  readonly at: string;
}

type Spoken = LimitWord & { readonly party: string };

/** What each side last proposed and last agreed to, for each type and clock, in the order it was said. */
function wordsIn(actions: readonly ChannelAction[]): Spoken[] {
  const last = new Map<string, Spoken>();
  for (const { at, body } of actions) {
    if (body.type !== 'propose-limit' && body.type !== 'agree-limit') continue;
    const { party, of: type, clock, minutes } = body;
    const said = body.type === 'propose-limit' ? 'propose' : 'agree';
    const source = body.type === 'propose-limit' ? body.source : '';
    last.set([said, party, type, clock].join(' '), { said, party, type, clock, minutes, source, at });
  }
  return [...last.values()];
}

/** What a side tells others of its words on limits. */
export function limitWordsOf(actions: readonly ChannelAction[], party: string): LimitWord[] {
  return wordsIn(actions)
    .filter((word) => word.party === party)
    .map(({ party: _, ...word }) => word);
}

/** An action that another node's words lead to here, at the instant they were said. */
export interface SettledLimit {
  readonly at: string;
  readonly body: Extract<ChannelActionBody, { type: 'propose-limit' | 'agree-limit' }>;
}

/**
 * What the words of another side change in the limits of a channel. Of all proposals the latest stands (of two at one instant, that of
 * the side later in the alphabet), with every agreement to exactly its minutes that came after it: both nodes come to the same, in
 * whatever order they hear of each other.
 */
export function settleLimits(
  actions: readonly ChannelAction[],
  party: string,
  words: readonly LimitWord[],
): SettledLimit[] {
  const told = words.map((word) => ({ ...word, party }));
  const known = [...wordsIn(actions).filter((word) => word.party !== party), ...told];
  const { limits } = reduceChannel(actions);
  return [...Map.groupBy(known, ({ type, clock }) => `${type} ${clock}`).values()].flatMap((spoken) => {
    const proposals = spoken.filter(({ said }) => said === 'propose').sort(later);
    const [latest] = proposals;
    if (latest === undefined) return [];
    const { type, clock, minutes } = latest;
    const agreements = spoken.filter((one) => one.said === 'agree' && one.minutes === minutes && one.at > latest.at);
    const agreed = new Set([latest.party, ...agreements.map((one) => one.party)]);
    const now = limits.find((one) => one.type === type && one.clock === clock);
    const held = new Set(now?.agreed).symmetricDifference(agreed).size === 0 && now?.source === latest.source;
    const same = minutes === null ? now === undefined : now?.minutes === minutes && held;
    return same ? [] : [latest, ...agreements].map(asAction);
  });
}

function later(a: Spoken, b: Spoken): number {
  return a.at === b.at ? (a.party < b.party ? 1 : -1) : a.at < b.at ? 1 : -1;
}

function asAction({ said, party, type: of, clock, minutes, source, at }: Spoken): SettledLimit {
  return said === 'propose'
    ? { at, body: { type: 'propose-limit', party, of, clock, minutes, source } }
    : { at, body: { type: 'agree-limit', party, of, clock, minutes: minutes ?? 0 } };
}
