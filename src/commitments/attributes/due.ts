import { asciiFirst, everyMatch, type Language, type Span } from '../../kernel/index.ts';
import { fold } from '../../vocabulary/index.ts';
import type { Due } from '../model.ts';
import { apply, type Interval, type Mode } from './due/calendar.ts';
import { en } from './due/en.ts';
import { fa } from './due/fa.ts';
import type { DateForm, DueGrammar } from './due/grammar.ts';
import { vi } from './due/vi.ts';
import { zh } from './due/zh.ts';

/** A due time found in a text, before it is known which clause it belongs to. */
export interface DueMatch extends Due {
  readonly span: Span;
  readonly type: 'dated' | 'undated' | 'haste';
}

interface Compiled {
  readonly grammar: DueGrammar;
  readonly pattern: RegExp;
  /** Characters of the blank between the words before or after a date and the date. */
  readonly gap: number;
  /** Quick to look for, in the text as it stands: without one of these there is no date, nothing undated. */
  readonly dateNeeds: RegExp;
  readonly undatedNeeds: RegExp;
  readonly leads: readonly (readonly [RegExp, Mode])[];
  readonly tails: readonly (readonly [RegExp, Mode])[];
  readonly dates: readonly { readonly pattern: RegExp; readonly form: DateForm }[];
  readonly undated: RegExp;
  readonly past: RegExp;
}

const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';

/** All that folds to a digit. */
const DIGIT = '[0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]';

function ungrouped(pattern: string): string {
  return pattern.replace(/\((?!\?)/g, '(?:');
}

function sticky(pattern: string): RegExp {
  return new RegExp(pattern, 'uy');
}

function compile(grammar: DueGrammar, spaced: boolean): Compiled {
  const [open, close, gap] = spaced ? [BEFORE, AFTER, ' '] : ['', '', ''];
  const either = (list: readonly string[]) => list.map(ungrouped).join('|');
  const lead = `(?:(?<lead>${either(grammar.leads.map(([words]) => words))})${gap})`;
  const tail = `(?:${gap}(?<tail>${either(grammar.tails.map(([words]) => words))}))`;
  const date = `(?<date>${either(grammar.dates.map((form) => form.pattern))})`;
  return {
    grammar,
    pattern: asciiFirst(new RegExp(`${open}${lead}?${date}${tail}?${close}`, 'gu')),
    gap: gap.length,
    dateNeeds: new RegExp(`${DIGIT}|${grammar.dateNeeds}`, 'i'),
    undatedNeeds: new RegExp(grammar.undatedNeeds, 'i'),
    leads: grammar.leads.map(([words, mode]) => [sticky(words), mode]),
    tails: grammar.tails.map(([words, mode]) => [sticky(words), mode]),
    dates: grammar.dates.map((form) => ({ pattern: sticky(form.pattern), form })),
    undated: asciiFirst(
      new RegExp(
        `${open}(?:(?<undated>${ungrouped(grammar.undated)})|(?<haste>${ungrouped(grammar.haste)}))${close}`,
        'gu',
      ),
    ),
    past: new RegExp(`(?:${grammar.past})[^.;]{0,24}$`, 'u'),
  };
}

const GRAMMARS = { vi: compile(vi, true), en: compile(en, true), zh: compile(zh, false), fa: compile(fa, true) };

/** What a pattern finds at exactly a stretch of the text; its lookaheads see what follows. */
function at(pattern: RegExp, text: string, start: number, end: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  return found !== null && pattern.lastIndex === end ? found : null;
}

type Range = readonly [number, number] | undefined;

interface Ranges {
  readonly lead: Range;
  readonly date: Range;
  readonly tail: Range;
}

/** Where the parts of a match stand: lead, date and tail follow each other with a gap of known length. */
function rangesOf(match: RegExpExecArray, gap: number): Ranges {
  const { lead, date = '', tail } = match.groups ?? {};
  const start = match.index + (lead === undefined ? 0 : lead.length + gap);
  const end = match.index + match[0].length;
  return {
    lead: lead === undefined ? undefined : [match.index, match.index + lead.length],
    date: [start, start + date.length],
    tail: tail === undefined ? undefined : [end - tail.length, end],
  };
}

function modeAt(list: Compiled['leads'], text: string, range: Range): Mode | null {
  if (range === undefined) return null;
  for (const [pattern, mode] of list) if (at(pattern, text, range[0], range[1])) return mode;
  return null;
}

function dateAt(compiled: Compiled, text: string, range: Range, today: string | null): Interval | null {
  if (range === undefined) return null;
  for (const { pattern, form } of compiled.dates) {
    const found = at(pattern, text, range[0], range[1]);
    const interval = found && form.read(found.slice(1), today);
    if (interval) return interval;
  }
  return null;
}

/** A bare `năm 2027` straight after a name is part of the name (`Hội nghị Biển Hồ năm 2027`). */
function endsName(text: string, start: number): boolean {
  const before = /(\S+) ?["')]*\s$/u.exec(text.slice(Math.max(0, start - 40), start));
  return (
    before !== null && /^["'(]*\p{Lu}/u.test(before[1] ?? '') && !/^\p{Lu}[^.]*$/u.test(text.slice(0, start).trim())
  );
}

/** A date that opens a sentence (`In 2027, both sides will …`) is that of all its clauses. */
const OPENING = 3;

/** `Năm 2026 là năm kỷ niệm …`: what a year is says nothing of when something is due. */
const TOLD = /^\s?(?:là|is|marks|是|正值)(?!\p{L})|^(?:是|正值)/u;

function isToldOf(text: string, { start, end }: Span): boolean {
  return start <= OPENING && TOLD.test(text.slice(end, end + 8));
}

/** So far before a date stands what it is named with, and an anniversary it is of. */
const REACH = 40;
const FAR = 300;

/** Whether a date is that of what stands before it (`the programme for 2027`), not of an act. */
function isNamed({ named }: DueGrammar, text: string, { date }: Ranges): boolean {
  if (named === undefined || date === undefined) return false;
  const [start] = date;
  if (named.before.test(text.slice(Math.max(0, start - REACH), start))) return true;
  const { farther } = named;
  if (farther === undefined || !text.includes(farther.needs)) return false;
  return farther.ahead.test(text.slice(Math.max(0, start - FAR), start));
}

function dated(compiled: Compiled, text: string, folded: string, today: string | null): DueMatch[] {
  const matches: DueMatch[] = [];
  for (const match of everyMatch(compiled.pattern, folded)) {
    const ranges = rangesOf(match, compiled.gap);
    const date = dateAt(compiled, folded, ranges.date, today);
    const mode = modeAt(compiled.tails, folded, ranges.tail) ?? modeAt(compiled.leads, folded, ranges.lead);
    const { bare, alone } = compiled.grammar;
    if (isNamed(compiled.grammar, folded, ranges)) continue;
    if (date === null || (mode === null && !bare && !alone?.test(folded.slice(match.index)))) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (mode === null && (endsName(text, span.start) || isToldOf(text, span))) continue;
    const { from, to } = apply(mode ?? 'within', date);
    const over = today !== null && (to ?? from ?? today) < today && (to !== null || mode !== 'from');
    const begun = today === null || (from ?? to ?? today) <= today;
    if (over || (begun && mode !== 'from' && compiled.past.test(folded.slice(0, span.start)))) continue;
    matches.push({ type: 'dated', span, text: text.slice(span.start, span.end), from, to });
  }
  return matches;
}

const NO_MATCHES: readonly DueMatch[] = [];

/**
 * All words of a text that say when something is due.
 * @param text flat text of one sentence
 * @param today ISO date of the document, for `this year` and to leave out what is past; null where not known
 */
export function scanDue(text: string, language: Language, today: string | null): readonly DueMatch[] {
  const compiled = GRAMMARS[language === 'und' ? 'en' : language];
  const [mayDate, mayUndated] = [compiled.dateNeeds.test(text), compiled.undatedNeeds.test(text)];
  if (!mayDate && !mayUndated) return NO_MATCHES;
  const folded = fold(text, 'case');
  const matches = mayDate ? dated(compiled, text, folded, today) : [];
  if (!mayUndated) return matches;
  for (const match of everyMatch(compiled.undated, folded)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const type = match.groups?.haste === undefined ? 'undated' : 'haste';
    matches.push({ type, span, text: text.slice(span.start, span.end), from: null, to: null });
  }
  return matches;
}

/** A date as it stands, whatever the words about it make of it. */
export interface DateMatch extends Interval {
  /** Flat offsets, without the words before and after (`by`, `from`). */
  readonly span: Span;
}

/**
 * All dates of a text, past ones too.
 * @param text flat text of one sentence
 * @param today ISO date of the document, for `next year`; null where not known
 */
export function scanDates(text: string, language: Language, today: string | null): DateMatch[] {
  const compiled = GRAMMARS[language === 'und' ? 'en' : language];
  const folded = fold(text, 'case');
  return everyMatch(compiled.pattern, folded).flatMap((match) => {
    const range = rangesOf(match, compiled.gap).date;
    const date = dateAt(compiled, folded, range, today);
    return date === null || range === undefined ? [] : [{ ...date, span: { start: range[0], end: range[1] } }];
  });
}

/**
 * The due time of a clause: a date before a mere `soon`, words of the clause before those of its introduction.
 * @param taken spans of names and quoted titles, whose dates are their own
 */
export function readDue(
  matches: readonly DueMatch[],
  clause: Span,
  frame: Span | null,
  once: boolean,
  taken: readonly Span[],
): DueMatch | null {
  const free = matches.filter(({ span }) => !taken.some((name) => name.start <= span.start && span.end <= name.end));
  const within = (whole: Span | null) =>
    whole === null ? [] : free.filter(({ span }) => whole.start <= span.start && span.end <= whole.end);
  const opening = free.filter(
    ({ span, type }) => type === 'dated' && span.start <= OPENING && span.end <= clause.start,
  );
  const [own, around] = [within(clause), [...within(frame), ...opening]];
  return (
    own.find(({ type }) => type === 'dated') ??
    around.find(({ type }) => type === 'dated') ??
    own.find(({ type }) => type === 'undated' || (type === 'haste' && once)) ??
    around.find(({ type }) => type === 'undated') ??
    null
  );
}
