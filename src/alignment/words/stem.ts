import type { Language } from '../../kernel/index.ts';
import irregular from './data/english-irregular.json' with { type: 'json' };

const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries(irregular));

/** Endings of English words, longest first, with what stays in their place. */
function stemEnglish(word: string): string {
  const base = IRREGULAR.get(word) ?? word.replace(/['’]s?$/u, '');
  if (base.length < 4) return base;
  let stem = base
    .replace(/(ss|sh|ch|x)es$/u, '$1')
    .replace(/ies$/u, 'y')
    .replace(/([^su])s$/u, '$1');
  if (/(?:[aeiouy].*)(?:ed|ing)$/u.test(stem)) {
    stem = stem.replace(/(?:ed|ing)$/u, '').replace(/([^aeiouls])\1$/u, '$1');
  }
  return stem.replace(/ly$/u, '').replace(/e$/u, '').replace(/y$/u, 'i');
}

const PERSIAN_AFFIXES = /(?:هایشان|هایمان|هایی|های|هاست|ها|ترین|تر|شان|مان|اش)$/u;

function stemPersian(word: string): string {
  let stem = word;
  if (stem.length > 4) stem = stem.replace(/^(?:نمی|می)(?=..)/u, '');
  if (stem.length > 4) stem = stem.replace(PERSIAN_AFFIXES, '');
  if (stem.length > 3) stem = stem.replace(/ی$/u, '');
  return stem;
}

/** The part of a folded word that stays the same through its forms; Vietnamese and Chinese words do not change. */
export function stem(word: string, language: Language): string {
  if (language === 'en') return stemEnglish(word);
  return language === 'fa' ? stemPersian(word) : word;
}

/** Persian particles written apart that carry no meaning of their own. */
export const PERSIAN_PARTICLES: ReadonlySet<string> = new Set(
  'ها های هایی می نمی تر ترین ام ای ایم اید اند است هستند بود بودند شد شده شدند شود می‌شود کرد کرده کردند کند کنند کردن شدن خواهد خواهند را که از در به با و یا این ان یک برای'.split(
    ' ',
  ),
);
