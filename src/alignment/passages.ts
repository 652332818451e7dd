import { type Document, detectLanguage } from '../documents/index.ts';
import type { Language } from '../kernel/index.ts';
import type { Passage } from './model.ts';

/** A passage and the number of its line in the file, 1-based, blank lines counted. */
export interface NumberedPassage extends Passage {
  readonly line: number;
}

/** The lines of a document that are not blank, with their language and label. */
export function passagesOf(document: Document): NumberedPassage[] {
  return document.lines.map(({ number, span, language, label, role }) => ({
    line: number,
    text: document.text.slice(span.start, span.end),
    language: language === 'und' ? document.language : language,
    label: role === 'heading' || role === 'item' ? label : null,
  }));
}

/** Words a line needs before its own language is believed against the file's. */
const WORDS = 6;

/** Lines of a file that holds one sentence a line; blank lines count. The language is read from the words. */
export function sentencePassages(lines: readonly string[]): NumberedPassage[] {
  const main = detectLanguage(lines.join('\n'));
  return lines.map((text, index) => ({ line: index + 1, text, language: languageOf(text, main) }));
}

function languageOf(text: string, main: Language): Language {
  const own = detectLanguage(text);
  if (own === 'und' || own === main) return main;
  const script = own === 'zh' || own === 'fa' || main === 'zh' || main === 'fa';
  return script || text.split(/\s+/u).length >= WORDS ? own : main;
}
