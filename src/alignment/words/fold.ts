/** Letters that Persian texts write in two ways, and marks that carry no meaning for comparing. */
const PERSIAN: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\u064a\u0649\u06d2]/gu, 'ی'],
  [/\u0643/gu, 'ک'],
  [/[\u0629\u06c0\u06d5]/gu, 'ه'],
  [/[\u0622\u0623\u0625\u0671]/gu, 'ا'],
  [/\u0624/gu, 'و'],
  [/\u0626/gu, 'ی'],
  [/[\u064b-\u0652\u0670\u0640\u0621]/gu, ''],
  [/\u200c/gu, ' '],
];

/** Vietnamese tone marks stand on either vowel of `oa, oe, uy`; the older place is folded into the newer. */
const TONES: ReadonlyArray<readonly [RegExp, string]> = [
  [/òa/gu, 'oà'],
  [/óa/gu, 'oá'],
  [/ỏa/gu, 'oả'],
  [/õa/gu, 'oã'],
  [/ọa/gu, 'oạ'],
  [/òe/gu, 'oè'],
  [/óe/gu, 'oé'],
  [/ỏe/gu, 'oẻ'],
  [/ọe/gu, 'oẹ'],
  [/ùy/gu, 'uỳ'],
  [/úy/gu, 'uý'],
  [/ủy/gu, 'uỷ'],
  [/ũy/gu, 'uỹ'],
  [/ụy/gu, 'uỵ'],
];

function apply(text: string, rules: ReadonlyArray<readonly [RegExp, string]>): string {
  return rules.reduce((folded, [pattern, by]) => folded.replace(pattern, by), text);
}

/** ASCII digits for the digits of any script the four languages use. */
export function foldDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩０-９]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = code >= 0xff10 ? 0xff10 : code >= 0x06f0 ? 0x06f0 : 0x0660;
    return String.fromCharCode(48 + code - zero);
  });
}

/** Lower case, one form for each letter; for comparing words only, offsets are not kept. */
export function foldWord(text: string): string {
  if (/^[a-z]+$/u.test(text)) return text;
  const lower = foldDigits(text.normalize('NFKC')).toLowerCase();
  if (/[\u0600-\u06ff\u200c]/u.test(lower)) return apply(lower, PERSIAN);
  return /[òóỏõọùúủũụ][aey]/u.test(lower) ? apply(lower, TONES) : lower;
}

/** Text without case or accents in plain Latin letters: `Đặng` → `dang`. */
export function plainLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase();
}
