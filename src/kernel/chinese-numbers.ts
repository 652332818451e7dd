const NUMERALS = '〇一二三四五六七八九';

/** `零` and `○` are zero as well. */
function digitOf(numeral: string): number {
  return Math.max(0, NUMERALS.indexOf(numeral));
}

/** A text with its Chinese numerals as the digits 0–9, place by place (`二〇二六` is `2026`); all else stays. */
export function chineseDigits(text: string): string {
  return text.replace(/[〇零○一二三四五六七八九]/g, (numeral) => String(digitOf(numeral)));
}

/** The value of a Chinese number up to 99 (`二十一` is 21). */
export function chineseNumber(words: string): number {
  const [tens = '', ones] = words.split('十');
  return ones === undefined ? digitOf(tens) : (tens === '' ? 1 : digitOf(tens)) * 10 + digitOf(ones);
}
