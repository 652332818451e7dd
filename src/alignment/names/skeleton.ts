import { plainLatin } from '../words/fold.ts';
import sounds from './data/hanzi-sounds.json' with { type: 'json' };

/**
 * Names are compared by what transliteration keeps: the order of their consonants, in classes that the scripts
 * confuse (b/p, d/t, g/k, l/r, v/f/w, all sibilants). One letter a class; vowels fall out; neighbours that are equal
 * are one.
 */
export type Skeleton = string;

function collapse(classes: string): Skeleton {
  return classes.replace(/(.)\1+/gu, '$1');
}

const PINYIN: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:zh|ch|sh|z|c|s|j|q|x)/u, 'S'],
  [/^[bp]/u, 'P'],
  [/^[dt]/u, 'T'],
  [/^[gk]/u, 'K'],
  [/^[fw]/u, 'F'],
  [/^[lr]/u, 'L'],
  [/^er$/u, 'L'],
  [/^h/u, 'H'],
  [/^m/u, 'M'],
  [/^n/u, 'N'],
];

function soundOf(pinyin: string): string {
  const rule = PINYIN.find(([pattern]) => pattern.test(pinyin));
  const coda = /[^n]ng?$/u.test(pinyin) ? 'N' : '';
  return (rule?.[1] ?? '') + coda;
}

const HANZI: ReadonlyMap<string, string> = new Map(
  Object.entries(sounds).flatMap(([pinyin, characters]) =>
    [...characters].map((character) => [character, soundOf(pinyin)] as const),
  ),
);

/** The stretches of a Chinese text written in characters that transliterate, as skeletons; two characters or more. */
export function chineseSkeletons(text: string): Skeleton[] {
  const runs: Skeleton[] = [];
  let run = '';
  let count = 0;
  for (const character of `${text}。`) {
    const sound = HANZI.get(character);
    if (sound !== undefined) {
      run += sound;
      count += 1;
    } else if (character !== '·') {
      if (count > 1 && run.length > 1) runs.push(collapse(run));
      run = '';
      count = 0;
    }
  }
  return runs;
}

const PERSIAN: Readonly<Record<string, string>> = {
  ...{ پ: 'P', ب: 'P', ت: 'T', ط: 'T', د: 'T', ک: 'K', ق: 'K', گ: 'K', غ: 'K', خ: 'K', ف: 'F', ل: 'L', ر: 'R' },
  ...{ ج: 'S', چ: 'S', ش: 'S', ژ: 'S', ز: 'S', س: 'S', ص: 'S', ث: 'S', ذ: 'S', ض: 'S', ظ: 'S' },
  ...{ م: 'M', ن: 'N', ه: 'H', ح: 'H' },
};

/** Consonants of a folded Persian word; `و` and `ی` count as vowels, a final `ه` is silent. */
export function persianSkeleton(word: string): Skeleton {
  const letters = word.replace(/ه$/u, '');
  return collapse([...letters].map((letter) => PERSIAN[letter] ?? '').join(''));
}

/** Spelling of Latin names, the longer groups first; what a group may sound like, separated by `|`. */
const LATIN: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:sch|tch|tsch|sh|zh|dge|dg|cz|sz)/u, 'S'],
  [/^th/u, 'T|S'],
  [/^ch/u, 'S|K'],
  [/^ph/u, 'F'],
  [/^gh/u, '|K'],
  [/^kh/u, 'K|H'],
  [/^ck/u, 'K'],
  [/^wh/u, 'V'],
  [/^wr/u, 'R'],
  [/^kn/u, 'N'],
  [/^x/u, 'KS|S'],
  [/^c(?=[eiy])/u, 'S'],
  [/^[ckq]/u, 'K'],
  [/^g(?=[eiy])/u, 'K|S'],
  [/^g/u, 'K'],
  [/^[jsz]/u, 'S'],
  [/^[bp]/u, 'P'],
  [/^[dt]/u, 'T'],
  [/^f/u, 'F'],
  [/^[vw]/u, 'V'],
  [/^l/u, 'L'],
  [/^r/u, 'R'],
  [/^m/u, 'M'],
  [/^n/u, 'N'],
  [/^h(?=[aeiouy])/u, 'H|'],
];

function latinVariants(word: string): string[] {
  let variants = [''];
  let rest = plainLatin(word).replace(/(.)\1+/gu, '$1');
  while (rest !== '') {
    const rule = LATIN.find(([pattern]) => pattern.test(rest));
    const taken = rule?.[0].exec(rest)?.[0].length ?? 1;
    if (rule !== undefined) {
      const sounds = rule[1].split('|');
      variants = variants.flatMap((variant) => sounds.map((sound) => variant + sound)).slice(0, 8);
    }
    rest = rest.slice(taken);
  }
  return variants;
}

/** What a Latin name may look like as a Persian skeleton. */
export function latinForPersian(word: string): Skeleton[] {
  return unique(latinVariants(word).map((variant) => collapse(variant.replaceAll('V', ''))));
}

/** What a Latin name may look like as a Chinese skeleton: r and l alike, r before consonants often silent. */
export function latinForChinese(word: string): Skeleton[] {
  const open = latinVariants(word).map((variant) => variant.replaceAll('V', 'F').replace(/M(?=P)/gu, 'N'));
  const silent = open.map((variant) => variant.replace(/R(?=[^L]|$)/gu, ''));
  return unique([...open, ...silent].map((variant) => collapse(variant.replaceAll('R', 'L'))));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
