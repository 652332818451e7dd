import { foldForSearch, type Span } from '../../kernel/index.ts';
import type { WorkType } from '../../vocabulary/index.ts';
import type { Document, Line } from '../model.ts';
import type { Described } from './model.ts';
import { spanIn, type TextLine } from './text-lines.ts';
import { endingCue, TYPE_CUES } from './words.ts';
import { datesIn } from './work-date.ts';

const TITLE_LENGTH = 400;
/** A title that is only mentioned is cut here. */
const MENTION_LENGTH = 260;
const SUBJECT = /^(?:V\/v|Về việc|Re:|Subject:)[:\s]*/iu;

/** A title, and the index of the line it begins in; -1 where it is only a name for the document. */
export interface FoundTitle extends Described<string> {
  readonly line: number;
}

/** The first of: what `V/v` announces, a line that opens with the words of its type, a heading, a mention in the text, the name. */
export function titleOf(document: Document, lines: readonly TextLine[], type: WorkType): FoundTitle {
  const subject = lines.findIndex(({ words }) => SUBJECT.test(words));
  if (type === 'directive' && subject >= 0) {
    const { words, span } = joinWrapped(lines, subject);
    const value = words.replace(SUBJECT, '').trim();
    return title(document, value.charAt(0).toUpperCase() + value.slice(1), span, subject, 0.95, 'title-subject');
  }
  const own = TYPE_CUES.filter((cue) => cue.type === type);
  const named = lines.findIndex(
    ({ words, folded }) =>
      isShort(words) && (own.some((cue) => folded.startsWith(cue.words)) || endingCue(words)?.type === type),
  );
  if (named >= 0) {
    const { words, span } = joinWrapped(lines, named);
    return title(document, words, span, named, 0.9, 'title-line');
  }
  const mention = type === 'interview' || type === 'article' ? null : mentionOf(document, lines, own);
  if (mention) return mention;
  const heading = lines.findIndex(({ line, words, row }) => !row && isTitleLike(line, words));
  const head = lines[heading];
  if (head) return title(document, head.words, head.line.span, heading, 0.8, 'title-heading');
  return title(document, document.name.replace(/\.[^.]+$/, ''), null, -1, 0.3, 'title-file');
}

function title(
  { text }: Document,
  value: string,
  span: Span | null,
  line: number,
  confidence: number,
  why: string,
): FoundTitle {
  return { value, span, words: span === null ? '' : text.slice(span.start, span.end), line, confidence, why };
}

/** Short enough for a title; a long one holds no sentence. */
function isShort(words: string): boolean {
  return words.length <= MENTION_LENGTH || (words.length <= TITLE_LENGTH && !/[.;。；؛]/u.test(words));
}

function isTitleLike(line: Line, words: string): boolean {
  const first = line.role === 'heading' || (line.role === 'paragraph' && !/[.;:!?。؟]$/u.test(words));
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return first && letters >= 20 && isShort(words) && !/@|https?:|\d{2}:\d{2}/.test(words);
}

/**
 * A short title goes on in the next line or two, as far as these are no sentence, date or number; where the next line says the
 * same and more, it is the title.
 */
function joinWrapped(lines: readonly TextLine[], index: number): { words: string; span: Span } {
  const first = lines[index] as TextLine;
  let words = first.words;
  let { start, end } = first.line.span;
  for (const next of lines.slice(index + 1, index + 3)) {
    if (
      words.length > 60 ||
      endingCue(words) !== undefined ||
      words.length + next.words.length > TITLE_LENGTH + 120 ||
      next.row ||
      endsTitle(next.words)
    )
      break;
    const again = next.folded.includes(foldForSearch(words).text);
    words = again ? next.words : `${words} ${next.words}`;
    if (again) start = next.line.span.start;
    end = next.line.span.end;
  }
  return { words, span: { start, end } };
}

function endsTitle(line: string): boolean {
  const sentence = /[.;:。；：]$/u.test(line) || line.length > TITLE_LENGTH + 120;
  const point = /^\(?[\dIVX]+[.)]|^[-–•]/u.test(line);
  return line === '' || sentence || point || datesIn(line).length > 0 || SHOUTED.test(line);
}

/** Names of offices stand in capitals beside a title. */
const SHOUTED = /^(?:ĐẢNG|TỈNH|ỦY|CỘNG HÒA|UBND|BỘ)\s[\p{Lu}\s]+$/u;

/** The name of the document where its opening only mentions it: from the words of its type to the end of the clause. */
function mentionOf(
  document: Document,
  lines: readonly TextLine[],
  own: readonly { words: string }[],
): FoundTitle | null {
  for (const [index, line] of lines.entries()) {
    const at = Math.min(...own.map(({ words }) => line.folded.indexOf(words)).filter((found) => found >= 0));
    if (!Number.isFinite(at)) continue;
    const words = line.words.slice(foldForSearch(line.words).at(at));
    const clause = /^[^.;:。؛]*/u.exec(words)?.[0].trim() ?? '';
    const cut =
      clause.length > MENTION_LENGTH ? `${clause.slice(0, clause.lastIndexOf(' ', MENTION_LENGTH))} …` : clause;
    return title(document, cut, spanIn(document, line, clause), index, 0.6, 'title-mention');
  }
  return null;
}
