const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const HAN = '〇一二三四五六七八九';
/** Letters in the order Vietnamese lists use them; `f j w z` come in lists of English habit and keep their own order. */
const VIETNAMESE_LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** Persian, Arabic and full-width digits as 0–9; everything else stays. */
export function plainDigits(words: string): string {
  return words.replace(/[۰-۹٠-٩０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= 0xff10 ? 0xff10 : code >= 0x6f0 ? 0x6f0 : 0x660));
  });
}

/** Value of a Roman numeral up to 399, or null where the letters form none. */
export function romanValue(words: string): number | null {
  const upper = words.toUpperCase();
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(upper) || upper === '') return null;
  let total = 0;
  for (let i = 0; i < upper.length; i++) {
    const value = ROMAN[upper[i] as string] as number;
    const next = ROMAN[upper[i + 1] ?? ''] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}

/** Value of a Chinese number below one hundred (`十二`, `二十一`), or null. */
export function hanValue(words: string): number | null {
  if (!/^[〇一二三四五六七八九十]{1,3}$/.test(words)) return null;
  const ten = words.indexOf('十');
  if (ten < 0) return words.length === 1 ? HAN.indexOf(words) : null;
  const tens = ten === 0 ? 1 : HAN.indexOf(words[0] as string);
  const ones = ten === words.length - 1 ? 0 : HAN.indexOf(words[ten + 1] as string);
  return tens * 10 + ones;
}

/** Place of a list letter, 1-based, in the Latin and in the Vietnamese order. */
export function letterValues(letter: string): { latin: number | null; vietnamese: number | null } {
  const lower = letter.toLowerCase();
  const latin = /^[a-z]$/.test(lower) ? lower.charCodeAt(0) - 96 : null;
  const vietnamese = VIETNAMESE_LETTERS.indexOf(lower) + 1;
  return { latin, vietnamese: vietnamese > 0 ? vietnamese : null };
}
