/** A half-open range `[start, end)` in UTF-16 units of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The exact characters a span covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

export function length(span: Span): number {
  return span.end - span.start;
}

/** Number of UTF-16 units two spans share; 0 where they do not touch. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Shared length over joint length (Jaccard index), 0..1. */
export function intersectionOverUnion(a: Span, b: Span): number {
  const shared = overlap(a, b);
  return shared === 0 ? 0 : shared / (length(a) + length(b) - shared);
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same range counted in code points of the text, as the Web Annotation model counts: letters beyond the basic plane are one each. */
export function codePointSpan(text: string, { start, end }: Span): Span {
  const before = codePoints(text, 0, start);
  return { start: before, end: before + codePoints(text, start, end) };
}

function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) count += 1;
  return count;
}
