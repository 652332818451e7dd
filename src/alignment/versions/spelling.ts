import { plainLatin } from '../words/fold.ts';
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch } from './pair.ts';

/** Shortest name whose spelling is compared, and letters that may differ for two to be one name. */
const SHORTEST = 4;
const LONG = 8;

interface Name {
  readonly plain: string;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

function namesOf({ text, language }: Stretch): Name[] {
  if (language === 'fa' || language === 'zh') return [];
  return [...text.matchAll(/\p{Lu}[\p{L}\p{M}]+/gu)]
    .filter(([word]) => word.length >= SHORTEST && !/^\p{Lu}+$/u.test(word))
    .map((match) => ({
      ...{ plain: plainLatin(match[0]), words: match[0], start: match.index, end: match.index + match[0].length },
    }));
}

/** Letters to add, drop or change to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next[j] = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1);
    }
    row = next;
  }
  return row[other.length] as number;
}

/** `Tavoria` and `Tavorian` are forms of one name, not spellings. */
function forms(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** Words behind which a place is named, never its people. */
const NAMED = /\b(?:city|town|province|district|port|county|commune|island|river|strait) of (?:the )?$/iu;

function misspelt(pairs: readonly Pair[], side: 'a' | 'b'): VersionFinding[] {
  const other = side === 'a' ? 'b' : 'a';
  const usual = new Set(pairs.flatMap((pair) => namesOf(pair[other]).map(({ plain }) => plain)));
  const own = new Map<string, number>();
  for (const pair of pairs) for (const { plain } of namesOf(pair[side])) own.set(plain, (own.get(plain) ?? 0) + 1);
  return pairs.flatMap((pair) => {
    const theirs = namesOf(pair[other]);
    return namesOf(pair[side]).flatMap((name): VersionFinding[] => {
      if (usual.has(name.plain) || (own.get(name.plain) as number) > 1) return [];
      const most = name.plain.length >= LONG ? 2 : 1;
      const named = NAMED.test(pair[side].text.slice(0, name.start));
      const meant = theirs.find(
        ({ plain }) => own.has(plain) && (named || !forms(plain, name.plain)) && distance(plain, name.plain) <= most,
      );
      if (meant === undefined || meant.plain.length < SHORTEST) return [];
      const place = inContext(pair[side], name.start, name.end);
      const partner = inContext(pair[other], meant.start, meant.end);
      return [
        {
          ...{ type: 'name-error', severity: 'major', side, rule: 'name/spelling' },
          ...(side === 'a' ? { a: place, b: partner } : { a: partner, b: place }),
          details: { found: name.words, usual: meant.words },
        },
      ];
    });
  });
}

/** Shortest name that is compared where either version has it once only. */
const ONCE = 5;

/** Names that either version spells once, in passages that translate each other, and otherwise than the other. */
function spelledApart(pairs: readonly Pair[]): VersionFinding[] {
  return pairs.flatMap((pair): VersionFinding[] => {
    const [a, b] = [namesOf(pair.a), namesOf(pair.b)];
    const own = (names: readonly Name[], others: readonly Name[]) =>
      names.filter(({ plain }) => plain.length >= ONCE && !others.some((other) => forms(other.plain, plain)));
    const theirs = own(b, a);
    return own(a, b).flatMap((name) => {
      const [meant, more] = theirs.filter(
        ({ plain }) => distance(plain, name.plain) === 1 && !inflected(plain, name.plain),
      );
      if (meant === undefined || more !== undefined) return [];
      return [
        {
          ...{ type: 'name-error', severity: 'major', side: 'both', rule: 'name/apart' },
          ...{ a: inContext(pair.a, name.start, name.end), b: inContext(pair.b, meant.start, meant.end) },
          details: { a: name.words, b: meant.words },
        },
      ];
    });
  });
}

/** Names that differ in their last letter or in a doubled one only: another language's ending, not a slip. */
function inflected(one: string, other: string): boolean {
  const single = (word: string): string => word.replace(/(\p{L})\1/gu, '$1').replace(/[hy]/gu, '');
  return one.slice(0, -1) === other.slice(0, -1) || single(one) === single(other);
}

/** A name in Latin letters spelt once otherwise than the other version and the rest of its own version spell it. */
export function findMisspeltNames(pairs: readonly Pair[]): VersionFinding[] {
  const found = [...misspelt(pairs, 'a'), ...misspelt(pairs, 'b')];
  const told = new Set(found.flatMap(({ a, b }) => [a?.span.start, b?.span.start]));
  const apart = spelledApart(pairs.filter(({ a, b }) => a.language !== b.language));
  return [...found, ...apart.filter(({ a, b }) => !told.has(a?.span.start) && !told.has(b?.span.start))];
}
