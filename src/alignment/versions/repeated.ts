import type { VersionFinding } from './model.ts';
import { type Pair, placeAt, type Stretch, wholePlace } from './pair.ts';

/** Words that join two things of a list. */
const JOINS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['and', 'or']),
  vi: new Set(['và', 'hoặc']),
  fa: new Set(['و', 'یا']),
};
const CHINESE = /([\p{Script=Han}]{3,10})(?:和|与|及|或|以及)\1/gu;
/** Letters of a single word whose repetition is no idiom (`more and more`, `again and again`). */
const WORD = 7;
/** Most words compared on either side of the joining word. */
const LONGEST = 5;

function repetitions({ text, language }: Stretch): Array<{ start: number; end: number; words: number }> {
  if (language === 'zh') {
    return [...text.matchAll(CHINESE)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      words: 2,
    }));
  }
  const joins = JOINS[language];
  if (joins === undefined) return [];
  const tokens = [...text.matchAll(/[\p{L}\p{M}\p{N}\u200c'’-]+/gu)];
  return tokens.flatMap((token, at) => {
    if (!joins.has(token[0].toLowerCase())) return [];
    for (let size = LONGEST; size > 0; size -= 1) {
      const [before, after] = [tokens.slice(at - size, at), tokens.slice(at + 1, at + 1 + size)];
      if (at < size || after.length < size) continue;
      if (!before.every((word, index) => word[0].toLowerCase() === after[index]?.[0].toLowerCase())) continue;
      if (size === 1 && (tokens[at - 1]?.[0].length ?? 0) < WORD) continue;
      const last = after.at(-1) as RegExpExecArray;
      return [{ start: (before[0] as RegExpExecArray).index, end: last.index + last[0].length, words: size }];
    }
    return [];
  });
}

/** `state companies and state companies`: one of two things is lost behind a repetition that the other side has not. */
export function findRepetitions(pair: Pair): VersionFinding[] {
  const [a, b] = [repetitions(pair.a), repetitions(pair.b)];
  const lost = (own: typeof a, other: typeof a, side: 'a' | 'b'): VersionFinding[] =>
    [
      ...own.filter(({ words }) => words > 1).slice(other.filter(({ words }) => words > 1).length),
      ...own.filter(({ words }) => words === 1).slice(other.length),
    ].map(({ start, end, words }) => {
      const place = placeAt(pair[side], start, end);
      const whole = wholePlace(pair[side === 'a' ? 'b' : 'a']);
      return {
        ...{ type: 'omitted', severity: words > 1 ? 'major' : 'minor', side, rule: 'omitted/repeated' },
        ...(side === 'a' ? { a: place, b: whole } : { a: whole, b: place }),
        details: { words: place.quote },
      };
    });
  return [...lost(a, b, 'a'), ...lost(b, a, 'b')];
}
