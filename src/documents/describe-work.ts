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
  const type = typeOf(document, lines);
  return {
    title: titleOf(document, lines, type),
    type,
    date: dateOf(document, lines),
    parties: partiesOf(document),
  };
}

function wordsOf(document: Document, { span }: { span: Span }): string {
  return document.text
    .slice(span.start, span.end)
    .replace(/\\(?=\*)|[*~#_|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function typeOf(document: Document, lines: readonly Line[]): WorkType {
  const texts = lines.map((line) => wordsOf(document, line));
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

/** The first of: a line that opens with the words of its type, what `V/v` announces, a heading, the phrase in the text, the name. */
function titleOf(document: Document, lines: readonly Line[], type: WorkType): string {
  const texts = lines.map((line) => wordsOf(document, line));
  const subject = texts.findIndex((text) => /^(?:V\/v|Về việc|Re:|Subject:)/iu.test(text));
  if (type === 'directive' && subject >= 0) return joinWrapped(texts, subject).replace(/^V\/v:?\s*/iu, '');
  const own = cues.filter((cue) => cue.type === type);
  const named = texts.findIndex(
    (text) => text.length <= TITLE_LENGTH && own.some(({ words }) => foldForSearch(text).text.startsWith(words)),
  );
  if (named >= 0) return (texts[named] as string).length < 40 ? joinWrapped(texts, named) : (texts[named] as string);
  const heading = lines.findIndex((line, index) => isTitleLike(line, texts[index] as string));
  const phrase = phraseOf(texts, own);
  if (type === 'interview' || type === 'article' || phrase === null) {
    if (heading >= 0) return texts[heading] as string;
  }
  return phrase ?? document.name.replace(/\.[^.]+$/, '');
}

function isTitleLike(line: Line, text: string): boolean {
  const first = line.role === 'heading' || (line.role === 'paragraph' && !/[.;:!?。؟]$/u.test(text));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return first && letters >= 20 && text.length <= TITLE_LENGTH && !/@|https?:|\d{2}:\d{2}/.test(text);
}

/** A short title goes on in the next line or two, as far as these are no sentence, date or number. */
function joinWrapped(texts: readonly string[], index: number): string {
  let title = texts[index] as string;
  for (const next of texts.slice(index + 1, index + 3)) {
    const stops = /[.;:。]$/u.test(next) || /^\(?[\dIVX]+[.)]|^[-–•]/u.test(next) || datesIn(next).length > 0;
    if (next.length === 0 || stops || next.length > TITLE_LENGTH || title.length + next.length > TITLE_LENGTH) break;
    title = `${title} ${next}`;
    if (title.length > 60) break;
  }
  return title;
}

/** The name of the document where its opening only mentions it: from the words of its type to the end of the clause. */
function phraseOf(texts: readonly string[], own: readonly Cue[]): string | null {
  for (const text of texts) {
    const folded = foldForSearch(text);
    const at = Math.min(...own.map(({ words }) => folded.text.indexOf(words)).filter((index) => index >= 0));
    if (!Number.isFinite(at)) continue;
    const phrase = /^[^.;:。؛]*/u.exec(text.slice(folded.at(at)))?.[0].trim() ?? '';
    return phrase.length > TITLE_LENGTH ? `${phrase.slice(0, phrase.lastIndexOf(' ', TITLE_LENGTH))} …` : phrase;
  }
  return null;
}

/** A line that is little else than a place and a date says when; otherwise the first full date of the opening. */
function dateOf(document: Document, lines: readonly Line[]): string | null {
  const texts = lines.map((line) => wordsOf(document, line)).filter(isDateline);
  // A page of a news site shows the day it was fetched beside the day it was written, both with the hour.
  const clocked = texts.filter((text) => /\d{1,2}:\d{2}/.test(text)).map((text) => datesIn(text)[0] as string);
  if (clocked.length > 1) return clocked.sort()[0] as string;
  const last = document.lines.slice(-6).map((line) => wordsOf(document, line));
  const found = texts[0] ?? last.find(isDateline);
  if (found !== undefined) return datesIn(found)[0] ?? null;
  return datesIn(document.text.slice(0, OPENING))[0] ?? null;
}

/** `Hanoi, 13 December 2023`: one date and a few words beside it; Chinese is counted in characters. */
function isDateline(text: string): boolean {
  if (text.length >= 80 || datesIn(text).length !== 1) return false;
  const words = text.match(/\p{Script=Han}|\p{L}+/gu) ?? [];
  return words.length <= 8;
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
