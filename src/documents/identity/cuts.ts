import type { Span } from '../../kernel/index.ts';
import type { WorkType } from '../../vocabulary/index.ts';
import type { Document } from '../model.ts';
import { parseText } from '../parse-text.ts';
import { describeFile, describeWork } from './describe-work.ts';
import type { Cut, PartRelation, WorkPart } from './model.ts';
import { signatoriesOf } from './signatories.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { TYPE_CUES, WORDS } from './words.ts';

/** Works that come with another: what was agreed on. A plan or minutes too, where a signed letter goes before them. */
const AGREED: ReadonlySet<WorkType> = new Set(['joint-statement', 'communique']);
const CARRIED: ReadonlySet<WorkType> = new Set([...AGREED, 'plan', 'minutes']);
const ISSUED: ReadonlySet<WorkType> = new Set(['directive', 'plan', 'minutes', 'other']);
const PAPERS: ReadonlySet<WorkType> = new Set(['article', 'interview']);

const TITLE_LENGTH = 320;
/** Less than this before a statement is its lead-in, not a work. UTF-16 units. */
const SHORTEST_LETTER = 200;
const SHORTEST_ARTICLE = 600;
/** From here on a cut is made at once. */
const SURE_AT = 0.84;
const CUTS = 8;
/** Lines within which a letter closes: recipients, signature. */
const CLOSING = 14;
const RECIPIENTS = /^(?:noi nhan|cc|copy to|抄送|رونوشت)\s*[:：]?/u;
/** Lines looked at closely; a text that names works on more is a list of them. */
const CANDIDATES = 60;
/** A title block is no longer than this. */
const TITLE_BLOCK = 6;

/**
 * Where further works begin in a text: a heading that names an agreed text, with what speaks for it: numbering that begins
 * again, a signature before it, words that say it is attached. In the order of the text; empty for a text of one work.
 */
export function findCuts(document: Document): Cut[] {
  const lines = textLines(document);
  const cuts: Cut[] = [];
  let from = 0;
  let looked = 0;
  for (const [at, line] of lines.entries()) {
    if (inTitle(lines, from, at) || cuts.length === CUTS || looked === CANDIDATES) continue;
    const type = namedBy(line);
    if (type === null) continue;
    looked++;
    const cut = cutAt(document, lines, { from, at, type, carrier: cuts[0]?.relation ?? null });
    if (cut === null) continue;
    cuts.push(cut);
    from = at;
  }
  return cuts;
}

/** Lines of one title block may all name the work. */
function inTitle(lines: readonly TextLine[], from: number, at: number): boolean {
  return at < from + TITLE_BLOCK && !lines.slice(from, at).some(({ line }) => line.label !== null);
}

interface Candidate {
  /** Index of the line the work before begins with, and of the line that may begin another. */
  readonly from: number;
  readonly at: number;
  readonly type: WorkType;
  /** What the first work of the file does with those after it, where that is known already. */
  readonly carrier: PartRelation | null;
}

function cutAt(document: Document, lines: readonly TextLine[], { from, at, type, carrier }: Candidate): Cut | null {
  const { words, line } = lines[at] as TextLine;
  const start = lines[from]?.line.span.start ?? 0;
  const signs = signsOf(document, lines, { from, at });
  const enough = AGREED.has(type) ? signs.length >= 2 : signs.includes('signed-before') && signs.length >= 2;
  if (!enough || line.span.start - start < SHORTEST_LETTER) return null;
  const before = carrier ?? relationOf(document, { start, end: line.span.start });
  const paper = before === 'reproduces';
  if (before === null || (paper && line.span.start - start < SHORTEST_ARTICLE)) return null;
  const confidence = Math.min(0.97, 0.4 + 0.22 * signs.length);
  const sure = confidence >= SURE_AT && before === 'annexes';
  return { at: line.span.start, relation: before, words, span: line.span, confidence, signs, sure };
}

/** What the text before an agreed one is to it: a paper of an office annexes it, a page reproduces it; null where it is agreed itself. */
function relationOf(document: Document, span: Span): PartRelation | null {
  const { type } = describeFile(part(document, span));
  if (PAPERS.has(type.value) || type.why === 'type-mention') return 'reproduces';
  return ISSUED.has(type.value) ? 'annexes' : null;
}

const PREFIX = new RegExp(
  `^(?:${[...WORDS.annexed.fullText, ...WORDS.annexHeading].map(folded).join('|')})[ \\divxa-d.:()-]*`,
  'u',
);

function folded(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .toLowerCase();
}

/** The type of an agreed text that a line stands alone to name. */
function namedBy({ words, folded, line }: TextLine): WorkType | null {
  const title = line.role === 'heading' || line.role === 'paragraph';
  if (!title || line.label !== null || words.length > TITLE_LENGTH) return null;
  if (/^\p{Ll}|[;:,。；：，؛]$/u.test(words) || (line.role !== 'heading' && words.endsWith('.'))) return null;
  const own = folded.replace(PREFIX, '');
  const cue = TYPE_CUES.find((one) => own.startsWith(one.words) && CARRIED.has(one.type));
  if (cue === undefined) return null;
  // A sentence that goes on about a statement does not name one.
  return line.role === 'heading' || words.length < 160 || !/[.!?]\s/.test(words) ? cue.type : null;
}

function signsOf(document: Document, lines: readonly TextLine[], { from, at }: { from: number; at: number }): string[] {
  const before = lines.slice(from, at);
  const after = lines.slice(at + 1);
  const labels = (list: readonly TextLine[]) =>
    list.flatMap(({ line }) => (line.label !== null && /^[\p{N}\p{Lu}]+$/u.test(line.label) ? [line.label] : []));
  const [first] = labels(before);
  const again = first !== undefined && labels(before).length > 1 && labels(after)[0] === first;
  const close = before.slice(-CLOSING);
  const signed = close.some(({ folded }) => RECIPIENTS.test(folded)) || signatoriesOf(document, close) !== null;
  const told = lines.slice(0, at).some(({ folded }) => WORDS.annexed.attached.some((words) => folded.includes(words)));
  const full = lines.slice(Math.max(from, at - 3), at + 1).some((one) => startsFullText(one));
  const annex =
    at > from && PREFIX.test((lines[at - 1] as TextLine).folded) && (lines[at - 1] as TextLine).words.length < 60;
  return [
    ...(again ? ['numbering-again'] : []),
    ...(signed ? ['signed-before'] : []),
    ...(told ? ['attached'] : []),
    ...(full ? ['full-text'] : []),
    ...(annex ? ['annex-heading'] : []),
  ];
}

function startsFullText({ folded: words }: TextLine): boolean {
  return words.length < TITLE_LENGTH && WORDS.annexed.fullText.some((one) => words.includes(one));
}

function part({ text, name }: Document, { start, end }: Span): Document {
  return parseText(text.slice(start, end), { name });
}

/**
 * The works a file holds, in its order: usually one; more where a letter carries the text of a statement. Only cuts that are
 * sure are made. A carried text without a date is of the letter's day.
 */
export function workParts(document: Document): WorkPart[] {
  const cuts = findCuts(document).filter(({ sure }) => sure);
  if (cuts.length === 0) {
    const span = { start: 0, end: document.text.length };
    return [{ span, language: document.language, description: describeWork(document) }];
  }
  const starts = [0, ...cuts.map(({ at }) => at)];
  const parts = starts.map((start, index): WorkPart => {
    const end = starts[index + 1] ?? document.text.length;
    const work = part(document, { start, end });
    return { span: { start, end }, language: work.language, description: describeWork(work) };
  });
  const date = parts[0]?.description.date ?? null;
  return parts.map((part) => ({ ...part, description: { ...part.description, date: part.description.date ?? date } }));
}
