import type { Parties } from './parties.ts';

const WORD = '[\\p{Script=Arabic}\\u200c]{3,20}';
/** Words for the kind of state before its name. */
const KIND = '(?:جمهوری(?: اسلامی| دموکراتیک| فدرال| خلق)?|پادشاهی|امارت|سلطنت|فدراسیون|کنفدراسیون|استان|ولایت)';
/** "جمهوری کوهسار و جمهوری دشتان", "استان الف … و استان ب": two parties named side by side. */
const PAIR = new RegExp(
  `${KIND} (${WORD})(?: [\\p{Script=Arabic}\\u200c]+){0,3}? (?:و|با|به) (?:دولت )?${KIND} (${WORD})`,
  'u',
);

const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  'آ:a ا:a ب:b پ:p ت:t ث:s ج:j چ:ch ح:h خ:kh د:d ذ:z ر:r ز:z ژ:zh س:s ش:sh ص:s ض:z ط:t ظ:z غ:gh ف:f ق:q ک:k ك:k گ:g ل:l م:m ن:n و:u ه:h ی:i ي:i ئ:i'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);
const VOWELS = new Set(['a', 'u', 'i']);

/**
 * A Persian name in Latin letters, as ids are written: `دشتان` → `dashtan`. Persian leaves out short vowels: of two
 * consonants at the beginning, or three together, one is followed by an `a`.
 */
function romanised(name: string): string {
  const letters = [...name.replaceAll('\u200c', '')].map((letter) => LETTERS[letter] ?? '');
  let words = '';
  let run = 0;
  for (const [at, letter] of letters.entries()) {
    const next = letters[at + 1] ?? '';
    const glides = VOWELS.has(letter) && letter !== 'a' && (at === 0 || next === 'a');
    const vowel = VOWELS.has(letter) && !glides;
    if (!vowel && ((words.length > 0 && run === at && run === 1) || run === 2)) {
      words += 'a';
      run = 0;
    }
    words += glides ? (letter === 'u' ? 'v' : 'y') : letter;
    run = vowel ? 0 : run + 1;
  }
  return words;
}

/** The two parties a Persian title names where they are no known states, with the adjectives of their names (`طرف دشتانی`). */
export function persianParties(title: string): Parties['unknown'] {
  const [, one, two] = PAIR.exec(title) ?? [];
  if (one === undefined || two === undefined || one === two) return [];
  return [one, two].map((name) => ({
    id: romanised(name),
    forms: new RegExp(`(?<![\\p{Script=Arabic}\\u200c])${name}\\u200c?(?:ی|ای)?(?![\\p{Script=Arabic}\\u200c])`, 'gu'),
  }));
}
