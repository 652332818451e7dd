import { scanDates } from '../../commitments/index.ts';
import type { Span } from '../../kernel/index.ts';
import type { FactStatus } from '../model.ts';
import type { FoundName, Passage } from '../names/found.ts';
import { knowledgeOf, regexOf } from '../names/knowledge.ts';
import type { FoundFact, Surroundings } from './facts-of.ts';
import { ordinalNumber } from './numbers.ts';
import { dueByReading, spanning, statusByReading, wordsNear } from './status.ts';

/** How far from a mechanism's name its ordinal may stand, in characters. */
const REACH = 48;
const CLAUSE = 260;

interface Told {
  readonly span: Span;
  readonly ordinal: number | null;
  /** The year in the name of a meeting (`Spring Meeting 2027`). */
  readonly year?: string;
}

/** A year straight behind a mechanism's name. */
const YEAR = /^(?: năm| سال)? ?((?:19|20)\d{2})年?(?![\d]| ?[-–—] ?\d)/u;

/** Ordinals and words for `the next session`, in order. */
function told({ text, language }: Passage): Told[] {
  const { ordinal, next } = knowledgeOf(language).sessions;
  const numbered = [...text.matchAll(regexOf(language, ordinal, { flags: 'giu' }))].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    ordinal: ordinalNumber(match.slice(1).find((group) => group !== undefined) ?? '', language),
  }));
  const coming = [...text.matchAll(regexOf(language, next, { flags: 'giu' }))].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    ordinal: null,
  }));
  return [...numbered.filter((one) => one.ordinal !== null), ...coming];
}

/** Meetings told apart by their year. */
function yearly({ text }: Passage, found: readonly FoundName[]): Told[] {
  return found.flatMap(({ kind, span }) => {
    const match = kind === 'mechanism' ? YEAR.exec(text.slice(span.end, span.end + 12)) : null;
    if (match === null) return [];
    return [{ span: { start: span.end, end: span.end + match[0].length }, ordinal: null, year: match[1] ?? '' }];
  });
}

function gap(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** The mechanism an ordinal counts: the one whose name holds it, else the nearest of the same clause. */
function counted(one: Told, found: readonly FoundName[], text: string): number | null {
  let best: { at: number; gap: number } | null = null;
  for (const [at, { kind, span }] of found.entries()) {
    if (kind !== 'mechanism') continue;
    const distance = gap(span, one.span);
    const between = text.slice(Math.min(span.end, one.span.end), Math.max(span.start, one.span.start));
    if (distance > REACH || (distance > 0 && /[;.；。]/.test(between))) continue;
    if (best === null || distance < best.gap) best = { at, gap: distance };
  }
  return best?.at ?? null;
}

function hostNear({ text, language }: Passage, span: Span): { host: string; span: Span } | null {
  const { host } = knowledgeOf(language).sessions;
  const from = Math.max(0, span.start - CLAUSE);
  for (const match of text.slice(from, span.end + CLAUSE).matchAll(regexOf(language, host))) {
    const name = match.slice(1).find((group) => group !== undefined);
    const start = from + match.index;
    if (name !== undefined) return { host: name.trim(), span: { start, end: start + match[0].length } };
  }
  return null;
}

function statusOf(passage: Passage, span: Span, around: Surroundings): FactStatus {
  const { held, planned } = knowledgeOf(passage.language).sessions;
  const reach = { before: CLAUSE, after: CLAUSE };
  const read = statusByReading(span, around);
  if (read === 'done') return 'done';
  if (wordsNear(passage, held, span, { before: 80, after: 80 })) return 'done';
  return read ?? (wordsNear(passage, planned, span, reach) ? 'planned' : 'stated');
}

/** The days of a session: those of the undertaking to hold it, else a date of the same clause. */
function daysOf(passage: Passage, span: Span, status: FactStatus, around: Surroundings) {
  const due = status === 'planned' ? dueByReading(span, around) : null;
  if (due !== null && (due.from !== null || due.to !== null)) return { from: due.from, to: due.to, span: null };
  const dates = scanDates(passage.text, passage.language, around.date)
    .filter((date) => gap(date.span, span) <= CLAUSE && (date.from !== null || date.to !== null))
    .sort((a, b) => gap(a.span, span) - gap(b.span, span));
  const [date] = dates;
  return date === undefined ? { from: null, to: null, span: null } : date;
}

function wholeYear(year: string) {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Meetings of mechanisms: which, when, who is host, held or planned. */
export function sessionFacts(passage: Passage, found: readonly FoundName[], around: Surroundings): FoundFact[] {
  const facts: FoundFact[] = [];
  const years = yearly(passage, found);
  for (const one of [...told(passage), ...years]) {
    const mention = counted(one, found, passage.text);
    if (mention === null) continue;
    const name = found[mention] as FoundName;
    const whole = spanning(one.span, name.span);
    const status = one.ordinal === null && one.year === undefined ? 'planned' : statusOf(passage, whole, around);
    const year = one.year ?? (years.length === 1 ? years[0]?.year : undefined);
    const read = daysOf(passage, whole, status, around);
    const days = read.from === null && read.to === null && year ? { ...read, ...wholeYear(year) } : read;
    const host = hostNear(passage, whole);
    const value = {
      type: 'session',
      ordinal: one.ordinal,
      from: days.from,
      to: days.to,
      host: host?.host ?? null,
    } as const;
    const span = spanning(whole, days.span, host?.span ?? null);
    facts.push({ mention, value, status, span, confidence: name.entries.length > 0 ? 0.85 : 0.65 });
  }
  return facts;
}
