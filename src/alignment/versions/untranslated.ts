import type { Language } from '../../kernel/index.ts';
import type { FindingSeverity, VersionFinding } from './model.ts';
import { type Pair, placeAt, type Stretch, wholePlace } from './pair.ts';

/** Letters a passage needs before its language is a finding. */
const LETTERS = 12;

/** Letters it needs where both languages are written in Latin letters: short headings are easily mistaken. */
const LATIN_LETTERS = 40;
const LATIN: ReadonlySet<Language> = new Set(['vi', 'en']);

function foreign({ language, document, text }: Stretch): boolean {
  if (language === document.language) return false;
  const enough = LATIN.has(language) && LATIN.has(document.language) ? LATIN_LETTERS : LETTERS;
  return text.replace(/[^\p{L}]/gu, '').length >= enough;
}

/** A passage in another language than the rest of its version. */
function wholePassage(pair: Pair): VersionFinding[] {
  const same = pair.a.document.language !== pair.b.document.language && pair.a.text.trim() === pair.b.text.trim();
  const left = ({ language, document, text }: Stretch): boolean =>
    same && language !== document.language && text.replace(/[^\p{L}]/gu, '').length >= LETTERS;
  const [a, b] = [foreign(pair.a) || left(pair.a), foreign(pair.b) || left(pair.b)];
  if (!a && !b) return [];
  return [
    {
      ...{
        type: 'untranslated',
        severity: 'major',
        side: a && b ? 'both' : a ? 'a' : 'b',
        rule: 'untranslated/passage',
      },
      a: wholePlace(pair.a),
      b: wholePlace(pair.b),
      details: { language: (a ? pair.a : pair.b).language },
    },
  ];
}

/** Latin words in a row, with the marks between them; an aside in brackets does not break the row. */
const LATIN_RUN =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}'’.]*(?:[\s\-–,/]+(?:[(（][^()（）\p{Script=Latin}]{1,24}[)）][\s\-–,/]*)?\p{Script=Latin}[\p{Script=Latin}\p{M}'’.]*)*/gu;
const ABBREVIATION = /^[\p{Lu}\d.&/\s-]+$/u;

/** Chinese or Persian in a row, with the marks between. */
const HAN_RUN = /\p{Script=Han}[\p{Script=Han}、，]*/gu;
const PERSIAN_RUN =
  /\p{Script=Arabic}[\p{Script=Arabic}\p{M}\u200c]*(?:[\s،]+\p{Script=Arabic}[\p{Script=Arabic}\p{M}\u200c]*)*/gu;
const FEWEST_LETTERS = 4;

function runs(text: string, pattern: RegExp): Array<{ start: number; end: number }> {
  return [...text.matchAll(pattern)]
    .filter(([words]) => words.length >= FEWEST_LETTERS)
    .map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }));
}

/** Words in a script that is not the passage's own. */
function scriptRuns({ text, language }: Stretch): Array<{ start: number; end: number }> {
  return [...(language === 'zh' ? [] : runs(text, HAN_RUN)), ...(language === 'fa' ? [] : runs(text, PERSIAN_RUN))];
}

/** Latin words inside a Persian or Chinese sentence; abbreviations and addresses are usual there. */
function latinRuns(stretch: Stretch): Array<{ start: number; end: number }> {
  const strange: ReadonlySet<Language> = new Set(['fa', 'zh']);
  if (!strange.has(stretch.language)) return [...vietnameseRuns(stretch), ...englishRuns(stretch)];
  return [...stretch.text.matchAll(LATIN_RUN)]
    .filter(([words]) => words.length > 3 && !ABBREVIATION.test(words) && !/https?|www|@/u.test(words))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const VIETNAMESE_WORD = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưăĐƠƯĂ]/u;
const FEWEST_WORDS = 4;
const FEWEST_ENGLISH = 3;

/** A word that only one of the two languages in Latin letters can have, or that either may. */
type Tongue = 'vi' | 'en' | 'either';

/** Commonest little words of English, none of which is a Vietnamese syllable. */
const ENGLISH_WORD =
  /^(?:the|of|and|or|for|with|from|by|which|that|this|these|their|its|will|shall|are|is|be|been|between|each|other|both|into|under|within|through|including|agreed|sides?)$/iu;
/** Letters in a row that no Vietnamese syllable has. */
const ENGLISH_LETTERS = /[fjwz]|[bcdgklmnpqrstvx]{3,}|(?:tion|ment|ing|ity|ance|ence|ship|ive|ous|ally|ed)s?$/iu;

function tongueOf(word: string): Tongue {
  if (VIETNAMESE_WORD.test(word.normalize('NFC'))) return 'vi';
  if (/^\p{Lu}/u.test(word)) return 'either';
  return ENGLISH_WORD.test(word) || (word.length > 3 && ENGLISH_LETTERS.test(word)) ? 'en' : 'either';
}

/** Words in a row between two of a tongue, with none of the other tongue between them. */
function tongueRuns(text: string, tongue: 'vi' | 'en', fewest: number): Array<{ start: number; end: number }> {
  const found: Array<{ start: number; end: number }> = [];
  let run: RegExpExecArray[] = [];
  const close = (): void => {
    const marked = run.filter(([word]) => tongueOf(word) === tongue && !/^\p{Lu}/u.test(word));
    const [first, last] = [marked[0], marked.at(-1)];
    if (first !== undefined && last !== undefined && marked.length >= fewest)
      found.push({ start: first.index, end: last.index + last[0].length });
    run = [];
  };
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}’']*/gu)) {
    const before = run.at(-1);
    const gap = before === undefined ? '' : text.slice(before.index + before[0].length, match.index);
    const foreign = tongueOf(match[0]) === (tongue === 'vi' ? 'en' : 'vi');
    if (foreign || !/^[\s,–-]*$/u.test(gap)) close();
    if (!foreign) run.push(match);
  }
  close();
  return found;
}

/** Vietnamese words inside an English sentence; names in capitals may keep their marks. */
function vietnameseRuns({ language, text }: Stretch): Array<{ start: number; end: number }> {
  return language === 'en' ? tongueRuns(text, 'vi', FEWEST_WORDS) : [];
}

/** English words inside a Vietnamese sentence. */
function englishRuns({ language, text }: Stretch): Array<{ start: number; end: number }> {
  return language === 'vi' ? tongueRuns(text, 'en', FEWEST_ENGLISH) : [];
}

/** Words in small letters that make a stretch a piece of a sentence, not a name. */
const RUNNING_WORDS = 3;

/** A stretch of running words is as grave as a passage; a name left in its own letters is not. */
function graveness(words: string): FindingSeverity {
  const running = words.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}’']*/gu) ?? [];
  const characters = words.match(/\p{Script=Han}/gu) ?? [];
  const persian = words.match(/\p{Script=Arabic}+/gu) ?? [];
  return Math.max(running.length, persian.length) >= RUNNING_WORDS || characters.length > RUNNING_WORDS
    ? 'major'
    : 'minor';
}

function inside(pair: Pair, side: 'a' | 'b'): VersionFinding[] {
  return [...latinRuns(pair[side]), ...scriptRuns(pair[side])].map(({ start, end }) => {
    const place = placeAt(pair[side], start, end);
    const other = wholePlace(pair[side === 'a' ? 'b' : 'a']);
    return {
      ...{ type: 'untranslated', severity: graveness(place.quote), side, rule: 'untranslated/words' },
      ...(side === 'a' ? { a: place, b: other } : { a: other, b: place }),
      details: { words: place.quote },
    };
  });
}

/** Passages left in another language, and words left so inside a sentence. */
export function findUntranslated(pair: Pair): VersionFinding[] {
  const whole = wholePassage(pair);
  return [
    ...whole,
    ...(whole[0]?.side === 'a' || whole[0]?.side === 'both' ? [] : inside(pair, 'a')),
    ...(whole[0]?.side === 'b' || whole[0]?.side === 'both' ? [] : inside(pair, 'b')),
  ];
}
