import titles from '../data/titles.json' with { type: 'json' };

const WORDS = Object.values(titles.words).flat();
const LATIN = new RegExp(
  `(?:^|[\\s"“«:#])(?:${WORDS.filter((word) => /^\p{Script=Latin}/u.test(word)).join('|')})(?![\\p{L}])`,
  'iu',
);
const OTHER = new RegExp(WORDS.filter((word) => !/^\p{Script=Latin}/u.test(word)).join('|'), 'u');

/** True where a short line names a kind of work (`THÔNG CÁO CHUNG`, `Joint Statement`, `联合公报`). */
export function namesWork(words: string): boolean {
  return LATIN.test(words) || OTHER.test(words);
}

/** True for words without a small letter. */
export function isCapitals(words: string): boolean {
  return /\p{Lu}{2}/u.test(words) && words === words.toUpperCase();
}
