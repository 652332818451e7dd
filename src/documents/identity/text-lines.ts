import { foldForSearch, isRow, type Span } from '../../kernel/index.ts';
import type { Document, Line } from '../model.ts';

/** A line as the rules of this folder read it. */
export interface TextLine {
  readonly line: Line;
  /** Without mark-up debris, one blank between words. */
  readonly words: string;
  /** The words folded for search. */
  readonly folded: string;
  /** A row of a table. */
  readonly row: boolean;
}

/** Lines with their words, in order; made once for all rules. Words are made when asked for: most lines are never read here. */
export function textLines({ text, lines }: Document, from = 0, to = lines.length): TextLine[] {
  return lines.slice(from, to).map((line) => {
    let words: string | null = null;
    let folded: string | null = null;
    return {
      line,
      get words() {
        words ??= cleanWords(text.slice(line.span.start, line.span.end));
        return words;
      },
      get folded() {
        folded ??= foldForSearch(this.words).text;
        return folded;
      },
      get row() {
        return isRow(text.slice(line.span.start, line.span.end));
      },
    };
  });
}

/** Words without the debris of mark-up (`**`, `#`, `~~`, `\*`). */
export function cleanWords(words: string): string {
  return words
    .replace(/\\(?=\*)|[*~#_|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The span of some words of a line in the text; the whole line where debris stands between them. */
export function spanIn({ text }: Document, { line }: TextLine, words: string): Span {
  const at = text.slice(line.span.start, line.span.end).indexOf(words);
  return at < 0 ? line.span : { start: line.span.start + at, end: line.span.start + at + words.length };
}
