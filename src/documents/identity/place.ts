import { eitherCase } from '../../kernel/index.ts';
import type { Document } from '../model.ts';
import type { Described } from './model.ts';
import { spanIn, type TextLine } from './text-lines.ts';
import { WORDS } from './words.ts';
import { findDates } from './work-date.ts';

const DATE = '\u0001';
const PATTERNS = WORDS.place.patterns.map(
  (source) => new RegExp(eitherCase(source).replace('{date}', `(?:ngày |on |این )*${DATE}`), 'u'),
);
/** Where more words follow in the line, it is a sentence of the text, not a dateline. */
const DATELINE = 80;

/** The place that stands beside the date of signing or issue: in a dateline of the head or the end, else in a first sentence. */
export function placeOf(
  document: Document,
  lines: readonly TextLine[],
  closing: readonly TextLine[],
  date: Described<string> | null,
): Described<string> | null {
  const all = [...lines, ...closing.filter(({ line }) => !lines.some((one) => one.line.number === line.number))];
  for (const long of [false, true]) {
    for (const line of all.filter(({ words }) => words.length >= DATELINE === long)) {
      const found = placeIn(line, date?.value ?? null);
      if (found === null) continue;
      const span = spanIn(document, line, found);
      const words = document.text.slice(span.start, span.end);
      return { value: found, span, words, confidence: long ? 0.7 : 0.95, why: long ? 'place-sentence' : 'place-line' };
    }
  }
  return null;
}

function placeIn({ words }: TextLine, date: string | null): string | null {
  for (const found of findDates(words)) {
    if (found.date === null || (date !== null && found.date !== date)) continue;
    const { start, end } = found.span;
    const marked = `${words.slice(0, start).replace(/(?:ngày|Ngày)\s*$/u, '')}${DATE}${words.slice(end)}`;
    for (const pattern of PATTERNS) {
      const place = pattern.exec(marked)?.[1]?.trim();
      if (place !== undefined && !/\d/.test(place)) return place;
    }
  }
  return null;
}
