import type { PassageBead, PassageCitation } from './model.ts';
import type { LinkEdit } from './reduce.ts';

/** A bead as it stands: of the rules, or made by people's hands. */
export interface StandingBead extends PassageBead {
  readonly origin: 'rules' | 'person';
}

export interface EditedBeads {
  /** In the order of text a; what stands only in b comes after the passage of b before it. */
  readonly beads: readonly StandingBead[];
  /** Edits whose passages are not in the present texts any more. They are kept and hold again where the words come back. */
  readonly lost: number;
}

type Find = (citation: PassageCitation) => number | null;

/**
 * The beads of the rules with what people linked and unlinked by hand. Passages that people linked leave the beads of the
 * rules; those linked with each other, directly or through others, are one bead. A bead of the rules in which people
 * unlinked two passages falls apart.
 */
export function editBeads(
  beads: readonly PassageBead[],
  edits: readonly LinkEdit[],
  find: { readonly a: Find; readonly b: Find },
): EditedBeads {
  const { pairs, lost } = pairsOf(edits, find);
  const linked = [...pairs.values()].filter((pair) => pair.linked);
  const taken = { a: new Set(linked.map(({ a }) => a)), b: new Set(linked.map(({ b }) => b)) };
  const apart = (a: number, b: number) => pairs.get(`${a} ${b}`)?.linked === false;
  const kept = beads.flatMap((bead): StandingBead[] => {
    const left = { a: bead.a.filter((one) => !taken.a.has(one)), b: bead.b.filter((one) => !taken.b.has(one)) };
    if (!left.a.some((a) => left.b.some((b) => apart(a, b)))) return whole(bead, left);
    return [...left.a.map((one) => lone([one], [])), ...left.b.map((one) => lone([], [one]))];
  });
  return { beads: inOrder([...kept, ...components(linked)]), lost };
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly linked: boolean;
}

/** The last word on each two passages. */
function pairsOf(edits: readonly LinkEdit[], find: { readonly a: Find; readonly b: Find }) {
  const pairs = new Map<string, Pair>();
  let lost = 0;
  for (const { type, a, b } of edits) {
    const [inA, inB] = [a.map(find.a), b.map(find.b)];
    if ([...inA, ...inB].includes(null)) lost++;
    for (const one of inA) {
      for (const other of inB) {
        if (one === null || other === null) continue;
        const key = `${one} ${other}`;
        pairs.delete(key);
        pairs.set(key, { a: one, b: other, linked: type === 'link' });
      }
    }
  }
  return { pairs, lost };
}

function lone(a: readonly number[], b: readonly number[]): StandingBead {
  return { a, b, score: 1, why: [], origin: 'person' };
}

/** What is left of a bead of the rules; where one side is gone each passage of the other stands alone. */
function whole(bead: PassageBead, { a, b }: Pick<PassageBead, 'a' | 'b'>): StandingBead[] {
  if (a.length === bead.a.length && b.length === bead.b.length) return [{ ...bead, origin: 'rules' }];
  if (a.length > 0 && b.length > 0) return [{ ...bead, a, b, origin: 'rules' }];
  return [...a.map((one) => lone([one], [])), ...b.map((one) => lone([], [one]))];
}

/** Passages linked with each other, directly or through others. */
function components(pairs: readonly Pair[]): StandingBead[] {
  const groups: { a: Set<number>; b: Set<number> }[] = [];
  for (const { a, b } of pairs) {
    const touching = groups.filter((group) => group.a.has(a) || group.b.has(b));
    const joined = { a: new Set([a]), b: new Set([b]) };
    for (const group of touching) {
      for (const one of group.a) joined.a.add(one);
      for (const one of group.b) joined.b.add(one);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  const sorted = (set: ReadonlySet<number>) => [...set].sort((one, other) => one - other);
  return groups.map((group) => lone(sorted(group.a), sorted(group.b)));
}

function inOrder(beads: readonly StandingBead[]): StandingBead[] {
  const anchored = beads.filter(({ a }) => a.length > 0).sort((one, other) => first(one.a) - first(other.a));
  const alone = beads.filter(({ a }) => a.length === 0).sort((one, other) => first(one.b) - first(other.b));
  const placeOf = new Map<number, number>();
  for (const [place, { b }] of anchored.entries()) for (const one of b) placeOf.set(one, place);
  const after = Map.groupBy(alone, ({ b }) => {
    for (let before = first(b) - 1; before >= 0; before--) {
      const place = placeOf.get(before);
      if (place !== undefined) return place;
    }
    return -1;
  });
  return [...(after.get(-1) ?? []), ...anchored.flatMap((bead, place) => [bead, ...(after.get(place) ?? [])])];
}

const first = (passages: readonly number[]) => passages[0] ?? 0;
