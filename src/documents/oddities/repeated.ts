import { foldForSearch, type Language } from '../../kernel/index.ts';
import { flatten } from '../flatten.ts';
import type { Document } from '../model.ts';
import { type Oddity, type OddityReader, type OddUnit, placeAt } from './model.ts';

/** Words (Chinese: characters) of one shingle, and how many of the shorter undertaking's shingles the other must hold. */
const SHINGLE = 3;
const SHARED = 0.72;
/** Undertakings shorter than this are alike by chance. */
const SHORTEST: Readonly<Record<'letters' | 'words', number>> = { letters: 14, words: 10 };
/** Undertakings told again much later are emphasis, not an oversight. */
const NEAR = 12;

interface Worded extends OddUnit {
  readonly shingles: ReadonlySet<string>;
  readonly short: boolean;
  /** What stands in quotation marks, joined: other names make another undertaking. */
  readonly named: string;
}

/** An undertaking (an invitation, say) that stands twice near each other in nearly the same words. */
export const saidTwice: OddityReader = (document, units) => {
  const worded = units.map((unit) => wordedOf(document, unit)).filter(({ short }) => !short);
  const found: Oddity[] = [];
  for (const [at, one] of worded.entries()) {
    const again = worded.slice(at + 1, at + 1 + NEAR).find((other) => isAgain(one, other));
    if (again === undefined) continue;
    found.push({
      rule: 'said-twice',
      details: {},
      places: [placeAt(document, one.span), placeAt(document, again.span)],
    });
  }
  return found;
};

function isAgain(one: Worded, other: Worded): boolean {
  if (other.span.start < one.span.end) return false;
  const [small, large] = one.shingles.size < other.shingles.size ? [one, other] : [other, one];
  if (small.shingles.size * 2 < large.shingles.size || !sameActors(one, other)) return false;
  if (one.named !== other.named) return false;
  const shared = [...small.shingles].filter((shingle) => large.shingles.has(shingle)).length;
  return shared >= SHARED * small.shingles.size;
}

/** What the two sides say of each other in turn is no repetition. */
function sameActors(one: OddUnit, other: OddUnit): boolean {
  return one.actors.length === 0 || other.actors.length === 0 || one.actors.join() === other.actors.join();
}

function wordedOf(document: Document, unit: OddUnit): Worded {
  const { text } = flatten(document, unit.span);
  const words = wordsOf(text, document.language);
  const named = (text.match(/[“«《"][^”»》"]+/gu) ?? []).join();
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE).join(' '));
  const letters = document.language === 'zh';
  return { ...unit, named, shingles, short: words.length < (letters ? SHORTEST.letters : SHORTEST.words) };
}

function wordsOf(text: string, language: Language): string[] {
  const folded = foldForSearch(text).text;
  return folded.match(language === 'zh' ? /\p{Script=Han}|[\p{L}\p{N}]+/gu : /[\p{L}\p{N}]+/gu) ?? [];
}
