/** Codes of states and what all parties are called: the gold and the reader know these alike. */
const CANONICAL = /^(?:[a-z]{2}|both|all-part.*|relevant-agenc.*|agenc.*-relevant)$/;

/** The actors of a matched unit by the gold and by the reader, as ids that can be compared. */
export interface ActorPair {
  readonly gold: readonly string[];
  readonly found: readonly string[];
}

interface Choice {
  readonly found: string;
  readonly gold: string;
  readonly together: number;
}

function shareAWord(one: string, other: string): boolean {
  const words = new Set(one.split('-'));
  return other.split('-').some((word) => words.has(word));
}

/** Which ids may name one body: neither stands on the other side anywhere, they share a word and stand for each other in a unit. */
function choices(pairs: readonly ActorPair[]): Choice[] {
  const golds = new Set(pairs.flatMap(({ gold }) => gold));
  const founds = new Set(pairs.flatMap(({ found }) => found));
  const met = new Map<string, Choice>();
  for (const pair of pairs) {
    for (const found of pair.found) {
      for (const gold of pair.gold) {
        if (golds.has(found) || founds.has(gold) || CANONICAL.test(found) || CANONICAL.test(gold)) continue;
        if (!shareAWord(found, gold)) continue;
        const key = `${found} ${gold}`;
        met.set(key, { found, gold, together: (met.get(key)?.together ?? 0) + 1 });
      }
    }
  }
  return [...met.values()].sort((a, b) => b.together - a.together || (a.found + a.gold < b.found + b.gold ? -1 : 1));
}

/**
 * In how many units the same bodies act where the ids of bodies in no register are made up by the gold and by the reader
 * each: within one text, one id of the reader stands for one of the gold throughout, those that meet most often first. Codes of states
 * and of all parties must be the same. It measures who acts, not how a department's name is put into English.
 */
export function sameBodies(pairs: readonly ActorPair[]): number {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { found, gold } of choices(pairs)) {
    if (names.has(found) || taken.has(gold)) continue;
    names.set(found, gold);
    taken.add(gold);
  }
  const key = (ids: readonly string[]): string => [...new Set(ids)].sort().join(', ');
  return pairs.filter(({ gold, found }) => key(gold) === key(found.map((id) => names.get(id) ?? id))).length;
}
