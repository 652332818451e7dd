import { coverageOf, type Rarity } from './coverage.ts';
import type { VersionFinding } from './model.ts';
import { type Pair, placeAt, type Stretch, wholePlace, wholeText } from './pair.ts';
import { sentencePairs, sentencesAlone } from './sentence-pairs.ts';

/** How rare words are in either version. */
export interface Rarities {
  readonly rarityA: Rarity;
  readonly rarityB: Rarity;
}

/** A sentence that no other translates is missing where the other passage says less than this of it. */
const SAID = 0.3;
/** A clause is missing where less than this is said of it: translators move words between clauses. */
const SAID_OF_CLAUSE = 0.1;
/** Known words a sentence or clause needs before its absence is a finding, and letters of a sentence. */
const WORDS = 3;
const CLAUSE_WORDS = 5;
const LETTERS: Readonly<Record<string, number>> = { zh: 8 };
const FEWEST_LETTERS = 25;

function lost(pair: Pair, side: 'a' | 'b', part: Stretch, what: 'sentence' | 'clause', share: number): VersionFinding {
  const place = wholeText(part);
  const whole = wholePlace(pair[side === 'a' ? 'b' : 'a']);
  const type = side === 'a' ? 'omitted' : 'added';
  return {
    ...{ type, severity: what === 'sentence' ? 'critical' : 'major', side: side === 'a' ? 'b' : 'a' },
    ...(side === 'a' ? { a: place, b: whole } : { a: whole, b: place }),
    ...{ rule: `${type}/${what}`, details: { percent: Math.round(share * 100) } },
  };
}

function sentences(pair: Pair, side: 'a' | 'b', rarity: Rarity): VersionFinding[] {
  const other = pair[side === 'a' ? 'b' : 'a'];
  return sentencesAlone(pair, side).flatMap((sentence) => {
    const letters = sentence.text.replace(/[^\p{L}]/gu, '').length;
    if (letters < (LETTERS[sentence.language] ?? FEWEST_LETTERS)) return [];
    const { known, share } = coverageOf(sentence.text, pair[side], other, rarity);
    return known >= WORDS && share < SAID ? [lost(pair, side, sentence, 'sentence', share)] : [];
  });
}

const CLAUSE = /[^,;:،؛，；：。]+/gu;

function clausesOf(sentence: Stretch): Stretch[] {
  return [...sentence.text.matchAll(CLAUSE)].map((match) => {
    const place = placeAt(sentence, match.index, match.index + match[0].length);
    return { ...sentence, span: place.span, text: place.quote };
  });
}

function clauses(pair: Pair, side: 'a' | 'b', rarity: Rarity): VersionFinding[] {
  const other = pair[side === 'a' ? 'b' : 'a'];
  return sentencePairs(pair).flatMap((sentence) => {
    const parts = clausesOf(sentence[side]);
    if (parts.length < 2) return [];
    return parts.flatMap((clause) => {
      const { known, share } = coverageOf(clause.text, pair[side], other, rarity);
      return known >= CLAUSE_WORDS && share < SAID_OF_CLAUSE ? [lost(pair, side, clause, 'clause', share)] : [];
    });
  });
}

/** Sentences and clauses of one version of which the passage that translates theirs says hardly anything. */
export function findLostSentences(pair: Pair, { rarityA, rarityB }: Rarities): VersionFinding[] {
  if (pair.a.language === pair.b.language) return [];
  return [
    ...sentences(pair, 'a', rarityA),
    ...sentences(pair, 'b', rarityB),
    ...clauses(pair, 'a', rarityA),
    ...clauses(pair, 'b', rarityB),
  ];
}
