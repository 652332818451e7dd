import type { Language } from '../../kernel/index.ts';
import { fold } from '../../vocabulary/index.ts';
import { knowledgeOf } from '../names/knowledge.ts';

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const HAN = '〇一二三四五六七八九';

function roman(words: string): number | null {
  if (!/^[ivxlc]+$/.test(words)) return null;
  const values = [...words].map((letter) => ROMAN[letter] as number);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Chinese numbers up to 999. */
function han(words: string): number | null {
  if (!/^[〇一二三四五六七八九十百]+$/.test(words)) return null;
  let total = 0;
  let digit = 0;
  for (const sign of words) {
    if (sign === '百' || sign === '十') {
      total += (digit || 1) * (sign === '百' ? 100 : 10);
      digit = 0;
    } else digit = HAN.indexOf(sign);
  }
  return total + digit;
}

/** The number an ordinal says, in words, digits of any script, Roman or Chinese numerals; null where it says none. */
export function ordinalNumber(words: string, language: Language): number | null {
  const plain = fold(words.normalize('NFC'), 'case').trim();
  const digits = /^\d{1,3}/.exec(plain)?.[0];
  if (digits !== undefined) return Number(digits);
  const { numbers } = knowledgeOf(language).sessions;
  const bare = plain.replace(/[\u200c ]?(?:مین|ین)$/u, '');
  const [first = ''] = plain.split(' ');
  return numbers[plain] ?? numbers[bare] ?? roman(plain) ?? han(plain) ?? numbers[first] ?? null;
}
