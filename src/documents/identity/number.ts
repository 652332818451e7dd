import type { Document } from '../model.ts';
import type { Described } from './model.ts';
import { spanIn, type TextLine } from './text-lines.ts';
import { patterns, WORDS } from './words.ts';

const PATTERNS = patterns(WORDS.number.patterns);
const LONGEST_LINE = 90;

/** The number and notation an office gave the paper (`716-CV/TU`, `国发〔2024〕7号`), from a short line of the head. */
export function numberOf(document: Document, lines: readonly TextLine[]): Described<string> | null {
  for (const line of lines.filter(({ words }) => words.length <= LONGEST_LINE)) {
    for (const pattern of PATTERNS) {
      const value = pattern.exec(line.words)?.[1]?.trim();
      if (value === undefined) continue;
      const span = spanIn(document, line, value);
      return { value, span, words: document.text.slice(span.start, span.end), confidence: 0.95, why: 'number-line' };
    }
  }
  return null;
}
