import type { Language } from '../../kernel/index.ts';
import CUES from '../data/relation-cues.json' with { type: 'json' };

export type CueName = keyof typeof CUES;

function wordsOf(name: CueName, language: Language): readonly string[] {
  return language === 'und' ? CUES[name].en : CUES[name][language];
}

const patterns = new Map<string, RegExp>();

/** One pattern for all cues of a kind in plain text, the longer ones first. */
function patternOf(name: CueName, language: Language): RegExp {
  const key = `${name} ${language}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const words = wordsOf(name, language).toSorted((one, other) => other.length - one.length);
  const form = words.join('|');
  const pattern = new RegExp(language === 'zh' ? form : `(?<= )(?:${form})(?= )`, 'gu');
  patterns.set(key, pattern);
  return pattern;
}

/** The same quotes are asked for many cues in a row; the cache is emptied before it grows large. */
const MOST_CACHED = 2_000;
const plainTexts = new Map<string, string>();

function plain(text: string): string {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  const read = ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
  if (plainTexts.size >= MOST_CACHED) plainTexts.clear();
  plainTexts.set(text, read);
  return read;
}

/** The first cue of a kind that a text holds as words, or null. */
export function cueIn(name: CueName, text: string, language: Language): string | null {
  return plain(text).match(patternOf(name, language))?.[0] ?? null;
}

/** The cue of a kind that an action begins with, after words of manner and aspect of up to so many characters. */
export function cueAtStart(name: CueName, text: string, language: Language, reach = 30): string | null {
  return cueIn(name, text.slice(0, reach), language);
}

const raw = new Map<string, RegExp>();

/** Where in a text the cues of a kind begin. UTF-16 units. */
export function cuesIn(name: CueName, text: string, language: Language): number[] {
  const key = `${name} ${language}`;
  const form = wordsOf(name, language).join('|');
  const pattern =
    raw.get(key) ?? new RegExp(language === 'zh' ? form : `(?<![\\p{L}\\p{M}])(?:${form})(?![\\p{L}\\p{M}])`, 'giu');
  raw.set(key, pattern);
  return [...text.matchAll(pattern)].map(({ index }) => index);
}

/** Whether a word is a cue of a kind. */
export function isCue(name: CueName, word: string, language: Language): boolean {
  return wordsOf(name, language).includes(word);
}
