import type { Language, Span } from '../../../kernel/index.ts';

export type Edge = 'start' | 'end';

/** How far around an edge words are looked for: longer than any sentence's word. */
const WINDOW = 400;

/** Bounds of the words around an offset, in UTF-16 units of the text. */
function wordsAround(text: string, offset: number, language: Language): Span[] {
  const from = Math.max(0, offset - WINDOW);
  const segmenter = new Intl.Segmenter(language === 'und' ? undefined : language, { granularity: 'word' });
  return [...segmenter.segment(text.slice(from, offset + WINDOW))]
    .filter((word) => word.isWordLike)
    .map((word) => ({ start: from + word.index, end: from + word.index + word.segment.length }));
}

/** The nearest place where a span may begin (before a word) or end (after one). */
export function snapEdge(text: string, offset: number, edge: Edge, language: Language): number {
  const words = wordsAround(text, offset, language);
  const distance = (word: Span) => Math.abs(word[edge] - offset);
  const nearest = words.reduce<Span | null>(
    (best, word) => (!best || distance(word) < distance(best) ? word : best),
    null,
  );
  return nearest ? nearest[edge] : offset;
}

/** Moves one edge of a span by a word; the span never turns around, nor leaves the text. */
export function moveEdge(text: string, span: Span, edge: Edge, step: 1 | -1, language: Language): Span {
  const places = wordsAround(text, span[edge], language).map((word) => word[edge]);
  const next = step > 0 ? places.find((place) => place > span[edge]) : places.findLast((place) => place < span[edge]);
  const moved = next === undefined ? span : { ...span, [edge]: next };
  return moved.start < moved.end ? moved : span;
}

/** A selection made by hand, both ends at words: leading and trailing blanks and marks fall away. */
export function snapSpan(text: string, span: Span, language: Language): Span | null {
  const segmenter = new Intl.Segmenter(language === 'und' ? undefined : language, { granularity: 'word' });
  const from = Math.max(0, span.start - 60);
  const touched = [...segmenter.segment(text.slice(from, span.end + 60))]
    .filter((word) => word.isWordLike)
    .map((word) => ({ start: from + word.index, end: from + word.index + word.segment.length }))
    .filter((word) => word.end > span.start && word.start < span.end);
  const [first] = touched;
  const last = touched.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}
