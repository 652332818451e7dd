import type { Language, Span } from '../../kernel/index.ts';

const LETTERS = /[\p{L}\p{M}]+/gu;
const HAN = /\p{Script=Han}/u;
/** Letters of an English word that tell it from others well enough. */
const STEM = 7;

/** `hospitals` and `hospital`, `education` and `educational` are one. */
function stem(word: string): string {
  if (word.length > STEM) return word.slice(0, STEM);
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}

function chinese(text: string): string[] {
  const found: string[] = [];
  const characters = [...text].filter((character) => HAN.test(character));
  for (let at = 0; at + 1 < characters.length; at++) {
    const two = `${characters[at]}${characters[at + 1]}`;
    found.push(two);
    if (at + 2 < characters.length) found.push(two + characters[at + 2]);
  }
  return found;
}

/** Chinese and Persian put the object before the verb as well as behind it. */
const BEFORE: readonly Language[] = ['zh', 'fa'];

/** The words of a clause that say what its act is done to, those of the act itself aside. */
export function objectOf(text: string, span: Span, action: Span, language: Language): string {
  const after = text.slice(action.end, span.end);
  return BEFORE.includes(language) ? `${text.slice(span.start, action.start)} ${after}` : after;
}

/**
 * The words and pairs of neighbouring words (Chinese: two and three characters) by which the model knows what an object
 * is about, each once, in the order of the text.
 * @param object what stands after the head verb of a clause
 */
export function sectorWords(object: string, language: Language): string[] {
  const text = object.normalize('NFC').toLowerCase();
  if (language === 'zh') return [...new Set(chinese(text))];
  const words = (text.match(LETTERS) ?? []).map((word) => (language === 'en' ? stem(word) : word));
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return [...new Set([...words, ...pairs])];
}
