import type { Document } from '../../documents/index.ts';
import type { Language } from '../../kernel/index.ts';
import { chineseSkeletons, latinForChinese, latinForPersian, persianSkeleton } from '../names/skeleton.ts';
import { foldWord, plainLatin } from '../words/fold.ts';
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch } from './pair.ts';
import { sentencePairs } from './sentence-pairs.ts';

type Known = Exclude<Language, 'und'>;

/** How a language names one of the sides of a text; the first group is the name. */
const ONE_SIDE: Readonly<Record<Known, RegExp>> = {
  en: /\b[Tt]he (\p{Lu}[\p{L}-]+)(?: \p{Lu}[\p{L}-]+)? [Ss]ide(?!s)\b/gu,
  vi: /(?<!\p{L})[Pp]hía (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})/gu,
  zh: /(?<=^|[，。；：、）)\s])(\p{Script=Han}{1,4}?)方(?=\p{Script=Han})/gu,
  fa: /(?<!\p{L})(?<!دو[ \u200c])(?:طرف|جانب) (?!(?:های|دیگر|مقابل|دو|یکدیگر|که|ها)(?!\p{L}))(\p{L}{3,})/gu,
};

/** Chinese words that end in 方 and name no side. */
const NO_SIDE =
  /^(?:双|各|一|对|多|三|四|有关|相关|地|东|西|南|北|前|后|上|下|大|官|警|军|校|我|任何一|另一|两|北|远|全|联合|部|平|立|处|何|己|甲|乙|买|卖|资|院|医|药|配|秘)$/u;

interface SideName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function sidesIn({ text, language }: Pick<Stretch, 'text' | 'language'>): SideName[] {
  const pattern = ONE_SIDE[language === 'und' ? 'en' : language];
  return [...text.matchAll(pattern)]
    .filter(([, name = '']) => !NO_SIDE.test(name))
    .map((match) => ({
      name: foldWord(match[1] as string),
      start: match.index,
      end: match.index + match[0].length,
    }));
}

/** Names of sides by which a version is read: two at most. */
type Names = readonly string[];

/** The names a version gives its sides, the commoner first; none where it names more than two. */
function sideNames(document: Document): Names {
  const { text, language } = document;
  const counts = new Map<string, number>();
  for (const { name } of sidesIn({ text, language })) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  const [, second, third] = sorted;
  if (third !== undefined && third[1] === second?.[1]) return [];
  return sorted.slice(0, 2).map(([name]) => name);
}

/** Letters of an English adjective that its country has too (`Oduvian`, `Oduvia`). */
const STEM = 4;

/** The sides named in a text in order, by the side's own name or by the name alone, as indexes into the names. */
function mentions(text: string, names: Names): string {
  const folded = foldWord(text);
  const found = names.flatMap((name, index) => {
    const stem = /^[a-z]/u.test(name) && !name.includes(' ') ? name.slice(0, Math.max(STEM, name.length - 3)) : name;
    const places: Array<readonly [number, number]> = [];
    for (let at = folded.indexOf(stem); at >= 0; at = folded.indexOf(stem, at + stem.length)) places.push([at, index]);
    return places;
  });
  return found
    .sort(([one], [other]) => one - other)
    .map(([, index]) => index)
    .join('');
}

/** How far the passages for one way to pair the names must outweigh those against it, and the other way. */
const LEAD = 2;

/** Passages that name sides in the same order where side `b[0]` is side `a[0]`, less those that do not. */
function agreement(pairs: readonly Pair[], a: Names, b: Names): number {
  const whole = a.length === 2;
  let sum = 0;
  for (const pair of pairs) {
    const [one, other] = [mentions(pair.a.text, a), mentions(pair.b.text, b)].map((sequence) =>
      whole ? sequence : sequence.replace(/1/gu, ''),
    );
    if (whole ? one !== '' && other !== '' : one !== '' || other !== '') sum += one === other ? 1 : -1;
  }
  return sum;
}

/** What a name that sounds alike in both versions adds to the way that pairs it. */
const ALIKE = 2;
/** Letters or consonants that two forms of a name must begin with alike. */
const PREFIX = 2;

function beginAlike(one: string, other: string): boolean {
  const size = Math.min(one.length, other.length);
  return size >= PREFIX && one.slice(0, Math.max(PREFIX, size - 1)) === other.slice(0, Math.max(PREFIX, size - 1));
}

/** Forms under which a name may be met in the other script. */
function sounds(name: string, script: 'latin' | 'han' | 'arabic', other: 'latin' | 'han' | 'arabic'): string[] {
  if (script === 'arabic') return name.split(' ').slice(0, 1).map(persianSkeleton);
  if (script === 'han') return chineseSkeletons(name);
  if (other === 'arabic') return latinForPersian(name);
  // Pinyin writes one sound as `ng`.
  return other === 'han' ? latinForChinese(name.replace(/ng(?![aeiou])/gu, 'n')) : [plainLatin(name)];
}

function scriptOf(name: string): 'latin' | 'han' | 'arabic' {
  if (/\p{Script=Han}/u.test(name)) return 'han';
  return /\p{Script=Arabic}/u.test(name) ? 'arabic' : 'latin';
}

function soundAlike(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  const [scriptA, scriptB] = [scriptOf(a), scriptOf(b)];
  if (scriptA === scriptB && scriptA !== 'latin') return a === b;
  const theirs = sounds(b, scriptB, scriptA);
  return sounds(a, scriptA, scriptB).some((one) => theirs.some((other) => beginAlike(one, other)));
}

/** How much speaks for pairing the names as they stand. */
function votes(pairs: readonly Pair[], a: Names, b: Names): number {
  const alike = a.filter((name, index) => soundAlike(name, b[index])).length;
  return agreement(pairs, a, b) + ALIKE * alike;
}

/** The names of B in the order of those of A: passages that translate each other decide. None where they do not. */
function matchSides(pairs: readonly Pair[], a: Names, b: Names): Names {
  if (a.length + b.length < 3) return [];
  const [first = '', second = ''] = b;
  const crossed = [second, first];
  if (a.length === 1 || b.length === 2) {
    const [one, other] = [votes(pairs, a, b), votes(pairs, a, crossed)];
    if (Math.max(one, other) < LEAD || Math.abs(one - other) < LEAD) return [];
    return one > other ? b : crossed;
  }
  const turned = matchSides(
    pairs.map((pair) => ({ a: pair.b, b: pair.a })),
    b,
    a,
  );
  if (turned.length === 0) return [];
  return turned[0] === a[0] ? [first] : ['', first];
}

/** Marks that end a clause; who is named right behind one, or at the very beginning, is the one that acts. */
const OPENS = /(?:^|[.;:。；：؛])\s*(?:\(?[\p{N}\p{L}]{1,3}[.)）、]\s*)?$/u;

/** Words for both sides together. */
const BOTH_SIDES: Readonly<Record<Known, RegExp>> = {
  en: /\b(?:The two|Both|the two|both) (?:sides|parties)\b/gu,
  vi: /(?<!\p{L})[Hh]ai bên(?!\p{L})/gu,
  zh: /双方/gu,
  fa: /(?<!\p{L})(?:دو طرف|طرفین|هر دو طرف|دو جانب)(?!\p{L})/gu,
};
const BOTH = 2;
const UNKNOWN = -1;

interface Actor {
  readonly start: number;
  readonly end: number;
  /** Index of the side's name, `BOTH`, or `UNKNOWN`. */
  readonly index: number;
}

/** Who acts at the beginning of each clause, where the clause begins with a side. */
function acting(stretch: Stretch, names: Names): Actor[] {
  const { text, language } = stretch;
  const both = [...text.matchAll(BOTH_SIDES[language === 'und' ? 'en' : language])].map((match) => ({
    ...{ start: match.index, end: match.index + match[0].length, index: BOTH },
  }));
  const one = sidesIn(stretch).map(({ name, start, end }) => {
    const index = names.indexOf(name);
    return { start, end, index: index < 0 ? UNKNOWN : index };
  });
  return [...both, ...one]
    .filter(({ start }) => OPENS.test(text.slice(0, start)))
    .sort((first, second) => first.start - second.start);
}

/** One side against both, or one side against the other where it is known which is which. */
function differ(one: Actor, other: Actor): boolean {
  if ((one.index === BOTH) !== (other.index === BOTH)) return true;
  return one.index !== other.index && one.index !== UNKNOWN && other.index !== UNKNOWN;
}

function otherSide(pair: Pair, one: Omit<Actor, 'index'>, other: Omit<Actor, 'index'>): VersionFinding {
  return {
    ...{ type: 'meaning-shift', severity: 'critical', side: 'both', rule: 'actor/other' },
    a: inContext(pair.a, one.start, one.end),
    b: inContext(pair.b, other.start, other.end),
    details: { a: pair.a.text.slice(one.start, one.end), b: pair.b.text.slice(other.start, other.end) },
  };
}

/** A sentence that names one side in both versions, wherever it stands, and not the same. */
function onlySides(pair: Pair, namesA: Names, namesB: Names): VersionFinding[] {
  return sentencePairs(pair).flatMap((sentences) => {
    const [mine, theirs] = [sidesIn(sentences.a), sidesIn(sentences.b)];
    const [one, other] = [mine[0], theirs[0]];
    if (mine.length !== 1 || theirs.length !== 1 || one === undefined || other === undefined) return [];
    const [indexA, indexB] = [namesA.indexOf(one.name), namesB.indexOf(other.name)];
    return indexA < 0 || indexB < 0 || indexA === indexB ? [] : [otherSide(sentences, one, other)];
  });
}

/**
 * Undertakings of one side in one version, and of the other side or of both in the other version: at the beginning of a
 * clause, or in a sentence that names one side only.
 */
export function findOtherSides(pairs: readonly Pair[], a: Document, b: Document): VersionFinding[] {
  const [namesA, namesB] = [sideNames(a), sideNames(b)];
  const matched = matchSides(pairs, namesA, namesB);
  return pairs.flatMap((pair) => {
    if (pair.a.language === pair.b.language) return [];
    const [mine, theirs] = [acting(pair.a, namesA), acting(pair.b, matched)];
    const opening = mine.flatMap((one, at): VersionFinding[] => {
      const other = theirs[at];
      const told = mine.length === theirs.length && other !== undefined && differ(one, other);
      return told ? [otherSide(pair, one, other)] : [];
    });
    const known = new Set(opening.map(({ a: place }) => place?.span.start));
    return [...opening, ...onlySides(pair, namesA, matched).filter((one) => !known.has(one.a?.span.start))];
  });
}
