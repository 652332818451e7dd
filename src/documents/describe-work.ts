import { foldForSearch, type Span } from '../kernel/index.ts';
import { countryMatcher, WORK_TYPES, type WorkType } from '../vocabulary/index.ts';
import CUES from './data/work-cues.json' with { type: 'json' };
import type { Document, Line } from './model.ts';
import { datesIn } from './work-date.ts';

/** What a document says of itself; a person may correct every part. */
export interface WorkDescription {
  readonly title: string;
  readonly type: WorkType;
  /** ISO date of the signing or issue; null where the opening names no full date. */
  readonly date: string | null;
  /** ISO 3166 codes of the states that are its parties, the most named first. */
  readonly parties: readonly string[];
}

/** The opening of a document: where it says what it is. UTF-16 units. */
const OPENING = 4_000;
const HEADER_LINES = 24;
const TITLE_LENGTH = 260;

/** A registry number says what an office issues: `Số 12-CV/TU`, `14/KH-UBND`. */
const NUMBERED: readonly (readonly [RegExp, WorkType])[] = [
  [/\d+\s*[-/]\s*(?:CV|CT|QĐ|KL|TB|UBHC|UBND)\b/u, 'directive'],
  [/\d+\s*[-/]\s*KH\b/u, 'plan'],
  [/\d+\s*[-/]\s*BB\b/u, 'minutes'],
];

interface Cue {
  readonly type: WorkType;
  readonly words: string;
}

const cues: readonly Cue[] = Object.entries(CUES).flatMap(([type, words]) =>
  words.map((word) => ({
    type: WORK_TYPES.find((known) => known === type) ?? 'other',
    words: foldForSearch(word).text,
  })),
);

/** Proposes the title, type, date and parties of a work from the opening of a document. */
export function describeWork(document: Document): WorkDescription {
  const lines = document.lines.slice(0, HEADER_LINES);
  const texts = lines.map((line) => wordsOf(document, line));
  const type = typeOf(texts);
  const title = titleOf(document, lines, texts, type);
  return { title: title.text, type, date: dateOf(document, texts, type, title.line), parties: partiesOf(document) };
}

function wordsOf(document: Document, { span }: { span: Span }): string {
  return document.text
    .slice(span.start, span.end)
    .replace(/\\(?=\*)|[*~#_|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function typeOf(texts: readonly string[]): WorkType {
  for (const text of texts.filter((text) => text.length < 80)) {
    const numbered = NUMBERED.find(([form]) => form.test(text));
    if (numbered) return numbered[1];
  }
  const folded = texts.map((text) => foldForSearch(text).text);
  const opens = folded.map((text) => cues.find(({ words }) => text.startsWith(words))).find((cue) => cue !== undefined);
  if (opens) return opens.type;
  const opening = folded.join(' ').slice(0, OPENING);
  if (mentions(opening, 'interview')) return 'interview';
  const first = cues
    .map((cue) => ({ ...cue, at: opening.indexOf(cue.words) }))
    .filter(({ at, type }) => at >= 0 && type !== 'directive')
    .sort((a, b) => a.at - b.at)[0];
  return first?.type ?? 'other';
}

function mentions(opening: string, type: WorkType): boolean {
  return cues.some((cue) => cue.type === type && opening.includes(cue.words));
}

interface Title {
  readonly text: string;
  /** Index of the line it begins in; -1 where it is only a name for the document. */
  readonly line: number;
}

/** The first of: what `V/v` announces, a line that opens with the words of its type, a heading, a mention in the text, the name. */
function titleOf(document: Document, lines: readonly Line[], texts: readonly string[], type: WorkType): Title {
  const subject = texts.findIndex((text) => SUBJECT.test(text));
  if (type === 'directive' && subject >= 0) {
    const words = joinWrapped(texts, subject).replace(SUBJECT, '').trim();
    return { text: words.charAt(0).toUpperCase() + words.slice(1), line: subject };
  }
  const own = cues.filter((cue) => cue.type === type);
  const opens = (text: string) => own.some(({ words }) => foldForSearch(text).text.startsWith(words));
  const named = texts.findIndex((text) => text.length <= TITLE_LENGTH && opens(text));
  if (named >= 0) return { text: joinWrapped(texts, named), line: named };
  const heading = lines.findIndex((line, index) => isTitleLike(line, texts[index] as string));
  const mention = type === 'interview' || type === 'article' ? null : mentionOf(texts, own);
  if (mention === null && heading >= 0) return { text: texts[heading] as string, line: heading };
  return mention ?? { text: document.name.replace(/\.[^.]+$/, ''), line: -1 };
}

const SUBJECT = /^(?:V\/v|Về việc|Re:|Subject:)[:\s]*/iu;

function isTitleLike(line: Line, text: string): boolean {
  const first = line.role === 'heading' || (line.role === 'paragraph' && !/[.;:!?。؟]$/u.test(text));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return first && letters >= 20 && text.length <= TITLE_LENGTH && !/@|https?:|\d{2}:\d{2}/.test(text);
}

/**
 * A short title goes on in the next line or two, as far as these are no sentence, date or number; where the next line says the
 * same and more, it is the title.
 */
function joinWrapped(texts: readonly string[], index: number): string {
  let title = texts[index] as string;
  for (const next of texts.slice(index + 1, index + 3)) {
    if (title.length > 60 || title.length + next.length > 2 * TITLE_LENGTH || endsTitle(next)) break;
    title = foldForSearch(next).text.includes(foldForSearch(title).text) ? next : `${title} ${next}`;
  }
  return title;
}

function endsTitle(line: string): boolean {
  const sentence = /[.;:。；：]$/u.test(line) || line.length > 2 * TITLE_LENGTH;
  const point = /^\(?[\dIVX]+[.)]|^[-–•]/u.test(line);
  return line === '' || sentence || point || datesIn(line).length > 0 || SHOUTED.test(line);
}

/** Names of offices stand in capitals beside a title. */
const SHOUTED = /^(?:ĐẢNG|TỈNH|ỦY|CỘNG HÒA|UBND|BỘ)\s[\p{Lu}\s]+$/u;

/** The name of the document where its opening only mentions it: from the words of its type to the end of the clause. */
function mentionOf(texts: readonly string[], own: readonly Cue[]): Title | null {
  for (const [line, text] of texts.entries()) {
    const folded = foldForSearch(text);
    const at = Math.min(...own.map(({ words }) => folded.text.indexOf(words)).filter((index) => index >= 0));
    if (!Number.isFinite(at)) continue;
    const clause = /^[^.;:。؛]*/u.exec(text.slice(folded.at(at)))?.[0].trim() ?? '';
    const cut = clause.length > TITLE_LENGTH ? `${clause.slice(0, clause.lastIndexOf(' ', TITLE_LENGTH))} …` : clause;
    return { text: cut, line };
  }
  return null;
}

/**
 * A short line with one date says when: of an interview the one below its title, else the first of the head or the closing
 * lines; without one the first full date of the opening.
 */
function dateOf(document: Document, texts: readonly string[], type: WorkType, title: number): string | null {
  const short = (text: string) => text.length < (/\p{Script=Han}/u.test(text) ? 25 : 80);
  const dated = (text: string) => short(text) && datesIn(text).length === 1;
  const below = type === 'interview' ? texts.slice(title + 1).find(dated) : undefined;
  const last = document.lines.slice(-6).map((line) => wordsOf(document, line));
  const found = below ?? texts.find(dated) ?? last.find(dated);
  return datesIn(found ?? document.text.slice(0, OPENING))[0] ?? null;
}

/** The states named in the opening, at most four, each at least a third as often as the first. */
function partiesOf(document: Document): string[] {
  const counts = new Map<string, number>();
  for (const { value } of countryMatcher().scan(document.text.slice(0, OPENING))) {
    if (value.length === 1) counts.set(value[0] as string, (counts.get(value[0] as string) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const most = sorted[0]?.[1] ?? 0;
  return sorted
    .filter(([, count]) => count * 3 >= most && count > 1)
    .slice(0, 4)
    .map(([code]) => code);
}
