import type { Span } from './span.ts';

/** A text as search sees it, with the way back. */
export interface FoldedText {
  readonly text: string;
  /** Offset in the original of the character at a folded offset; `at(text.length)` is the original's length. */
  at(offset: number): number;
}

const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ە: 'ه',
  ـ: '',
};

/** Characters inside a word that search does not see: zero-width joiners and marks, soft hyphens. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const MARKS = /\p{M}+/gu;

function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return '';
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '');
  let folded = '';
  for (const letter of plain) folded += LETTERS[letter] ?? digit(letter) ?? punctuation(letter);
  return folded;
}

/** Arabic and Persian digits as ASCII ones. */
function digit(letter: string): string | undefined {
  const code = letter.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return undefined;
}

function punctuation(letter: string): string {
  if (/\s/.test(letter)) return ' ';
  if (/[“”„‟«»「」『』]/.test(letter)) return '"';
  if (/[‘’‚‛]/.test(letter)) return "'";
  return /\p{Pd}/u.test(letter) ? '-' : letter;
}

const known = new Map<string, string>();

function foldKnown(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = foldCharacter(character);
    known.set(character, folded);
  }
  return folded;
}

/**
 * Folds a text for search: no case, no diacritics (Vietnamese with đ as d), one form of Persian and Arabic letters and
 * of all digits, half-width for full-width, no zero-width characters, any run of blanks as one space. Chinese stays as it is.
 */
export function foldForSearch(text: string): FoldedText {
  let folded = '';
  let last = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    for (const letter of foldKnown(character)) {
      if (letter === ' ' && last === ' ') continue;
      for (let unit = 0; unit < letter.length; unit++) offsets.push(offset);
      folded += letter;
      last = letter;
    }
    offset += character.length;
  }
  offsets.push(text.length);
  return { text: folded, at: (index) => offsets[index] ?? text.length };
}

/**
 * The terms of a search, folded: words parted by blanks (a zero-width non-joiner parts words too), and what stands in
 * quotation marks as one term. All of them must be found.
 */
export function searchTerms(query: string): string[] {
  const folded = foldForSearch(query.replaceAll('\u200c', ' ')).text;
  const terms = [...folded.matchAll(/"([^"]+)"|([^\s"]+)/g)].map(([, phrase, word]) => (phrase ?? word ?? '').trim());
  return [...new Set(terms)].filter((term) => term !== '');
}

/** Where the terms of a search stand in a text, in order, overlaps joined; empty where one of them is missing. */
export function findTerms(text: string, query: string): Span[] {
  const folded = foldForSearch(text);
  const found: Span[] = [];
  for (const term of searchTerms(query)) {
    let index = folded.text.indexOf(term);
    if (index < 0) return [];
    for (; index >= 0; index = folded.text.indexOf(term, index + term.length)) {
      found.push({ start: folded.at(index), end: endOf(folded, index + term.length) });
    }
  }
  return join(found.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** The end of a match: where the next character begins that is not part of the last one matched (`ﬁ`, a mark). */
function endOf(folded: FoldedText, end: number): number {
  const last = folded.at(end - 1);
  let next = end;
  while (next < folded.text.length && folded.at(next) === last) next++;
  return folded.at(next);
}

function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}
