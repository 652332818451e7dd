import type { Span } from '../../kernel/index.ts';
import type { Document, LineHints } from '../model.ts';
import { parseText } from '../parse-text.ts';

/**
 * A stretch of a document as a document of its own: its text is exactly the slice, read anew; what the format said of lines
 * and pages goes along.
 */
export function takePart(document: Document, span: Span): Document {
  const { name, format, encoding, sha256, scan } = document;
  const text = document.text.slice(span.start, span.end);
  const hints = format === 'txt' ? undefined : hintsWithin(document, span);
  const part = parseText(text, { name, format, encoding, sha256, ...(hints && { hints }) });
  const first = document.pages.findLast(({ start }) => start <= span.start);
  const pages = [
    ...(first ? [{ start: 0, number: first.number }] : []),
    ...document.pages
      .filter(({ start }) => start > span.start && start < span.end)
      .map(({ start, number }) => ({ start: start - span.start, number })),
  ];
  if (scan === undefined) return { ...part, pages };
  const within = scan.pages.map((page) => ({
    ...page,
    words: page.words
      .filter((word) => word.span.start >= span.start && word.span.end <= span.end)
      .map((word) => ({
        ...word,
        span: { start: word.span.start - span.start, end: word.span.end - span.start },
      })),
  }));
  const numbers = new Set(pages.map(({ number }) => number));
  return {
    ...part,
    pages,
    scan: {
      ...scan,
      hints: { headings: hints?.headings ?? new Set(), asides: hints?.asides ?? new Set() },
      pages: within.filter(({ number, words }) => words.length > 0 || numbers.has(number)),
      pictures: [],
    },
  };
}

/** What was read of the lines of a stretch, by their numbers in it. */
function hintsWithin({ text, lines }: Document, span: Span): LineHints {
  const before = text.slice(0, span.start).split('\n').length - 1;
  const own = lines.filter((line) => line.span.start >= span.start && line.span.end <= span.end);
  const of = (role: string) => new Set(own.filter((line) => line.role === role).map(({ number }) => number - before));
  return { headings: of('heading'), asides: of('furniture') };
}
