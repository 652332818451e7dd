import type { Span } from '../../kernel/index.ts';
import type { WorkType } from '../../vocabulary/index.ts';
import type { Document } from '../model.ts';
import type { Described } from './model.ts';
import type { TextLine } from './text-lines.ts';
import { type FoundDate, findDates } from './work-date.ts';

const OPENING = 4_000;
const CLOSING_LINES = 6;

/** The dates of a work: of its signing or issue, and of a publication on another day. */
export interface WorkDates {
  readonly date: Described<string> | null;
  readonly published: Described<string> | null;
}

/** A date in a line of the text; offsets of the text. */
interface Dated extends FoundDate {
  readonly date: string;
}

/**
 * A short line with one date says when: of an interview the one below its title, else the first of the head or the closing
 * lines; without one the first full date of the opening. A dateline at the end goes before a date with an hour in the head,
 * which tells when a page was published.
 */
export function datesOf(
  document: Document,
  lines: readonly TextLine[],
  closing: readonly TextLine[],
  type: WorkType,
  title: number,
): WorkDates {
  const dated = (line: TextLine) => dateline(document, line);
  const head = lines.flatMap((line) => dated(line) ?? []);
  const last = closing.slice(-CLOSING_LINES).flatMap((line) => dated(line) ?? []);
  const below = type === 'interview' ? lines.slice(title + 1).flatMap((line) => dated(line) ?? [])[0] : undefined;
  if (below) return { date: told(document, below, 0.85, 'date-below-title'), published: null };
  const signed = head.find((one) => !one.hour);
  const page = head.find((one) => one.hour);
  const line = signed ?? last.find((one) => !one.hour) ?? page ?? last[0];
  const date = line ? told(document, line, signed || last.length > 0 ? 0.95 : 0.7, 'date-line') : visitEnd(document);
  const published = page && date && page.date !== date.value ? told(document, page, 0.8, 'date-page') : null;
  return { date, published };
}

function told({ text }: Document, { date, span }: Dated, confidence: number, why: string): Described<string> {
  return { value: date, span, words: text.slice(span.start, span.end), confidence, why };
}

function dateline({ text }: Document, { line, words }: TextLine): (Dated & { hour: boolean }) | null {
  if (words.length >= (/\p{Script=Han}/u.test(words) ? 25 : 80)) return null;
  const raw = text.slice(line.span.start, line.span.end);
  const dates = findDates(raw).filter((found): found is Dated => found.date !== null);
  const [first] = dates;
  if (first === undefined || dates.length > 1) return null;
  return { date: first.date, span: within(first.span, line.span.start), hour: /(?<!\d)\d{1,2}:\d{2}(?!\d)/.test(raw) };
}

function within({ start, end }: Span, from: number): Span {
  return { start: from + start, end: from + end };
}

/** The first full date of the opening: mostly the last day of the visit at whose end the text was agreed. */
function visitEnd(document: Document): Described<string> | null {
  const opening = document.text.slice(0, OPENING);
  const found = findDates(opening).find((one): one is Dated => one.date !== null);
  return found ? told(document, found, 0.55, 'date-visit') : null;
}
