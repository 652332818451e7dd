import type { Language, Span } from '../../kernel/index.ts';

const LETTERS = /[\p{L}\p{M}]+/gu;
const HAN = /\p{Script=Han}/gu;
/** Letters of an English word that tell it from others well enough. */
const STEM = 7;

/** What a piece is made of: letters, in Chinese one character. */
export const PIECE_SIGNS = { words: /[\p{L}\p{M}]/u, characters: /\p{Script=Han}/u } as const;

/**
 * Where the stem of an English word ends: `hospitals` and `hospital`, `education` and `educational` are one.
 * @param last the word's last UTF-16 unit
 */
export function stemEnd(last: number, start: number, end: number): number {
  if (end - start > STEM) return start + STEM;
  return end - start > 3 && last === PLURAL ? end - 1 : end;
}
const PLURAL = 's'.charCodeAt(0);

function stem(word: string): string {
  return word.slice(0, stemEnd(word.charCodeAt(word.length - 1), 0, word.length));
}

/** Chinese and Persian put the object before the verb as well as behind it. */
const BEFORE: readonly Language[] = ['zh', 'fa'];

/** The words of a clause that say what its act is done to, those of the act itself aside. */
export function objectOf(text: string, span: Span, action: Span, language: Language): string {
  const after = text.slice(action.end, span.end);
  return BEFORE.includes(language) ? `${text.slice(span.start, action.start)} ${after}` : after;
}

/**
 * The pieces that the model's words are made of, in the order of the text: stems, in Chinese characters.
 * @param object what stands after the head verb of a clause
 */
export function sectorPieces(object: string, language: Language): string[] {
  const text = object.normalize('NFC').toLowerCase();
  if (language === 'zh') return text.match(HAN) ?? [];
  const words = text.match(LETTERS) ?? [];
  return language === 'en' ? words.map(stem) : words;
}

/** The words and pairs of neighbouring words (Chinese: two and three characters) the model learns from, each once. */
export function sectorWords(object: string, language: Language): string[] {
  const pieces = sectorPieces(object, language);
  const joined = (size: number, by: string): string[] =>
    pieces.slice(size - 1).map((_, at) => pieces.slice(at, at + size).join(by));
  return [...new Set(language === 'zh' ? [...joined(2, ''), ...joined(3, '')] : [...pieces, ...joined(2, ' ')])];
}
