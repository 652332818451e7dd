/** How a list counts: the names Word, HTML and OpenDocument use are mapped onto these. */
export type Counting =
  | 'decimal'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-roman'
  | 'upper-roman'
  | 'han'
  | 'circled'
  | 'bullet'
  | 'none';

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const HAN = '〇一二三四五六七八九';

/** The number of a list item (1-based) as the list writes it, without stops or brackets. */
export function countAs(counting: Counting, value: number): string {
  switch (counting) {
    case 'decimal':
      return String(value);
    case 'lower-letter':
      return letters(value);
    case 'upper-letter':
      return letters(value).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
    case 'han':
      return han(value);
    case 'circled':
      return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case 'bullet':
      return '-';
    case 'none':
      return '';
  }
}

/** a … z, then aa, bb … as word processors do. */
function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

function roman(value: number): string {
  let rest = value;
  let words = '';
  for (const [amount, letter] of ROMAN) {
    for (; rest >= amount; rest -= amount) words += letter;
  }
  return words;
}

function han(value: number): string {
  if (value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? HAN[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? HAN[ones] : ''}`;
}
