import { type RefObject, useEffect, useMemo } from 'react';
import type { Span } from '../../../kernel/index.ts';
import { useLight } from './lights.ts';

/** Reads `120-180`, offsets of the text, as a link to a place gives them. */
export function placeIn(at: string | undefined): Span | null {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(at ?? '') ?? [];
  const span = { start: Number(start), end: Number(end) };
  return start === undefined || span.end <= span.start ? null : span;
}

/** Lights the place a link points to, and brings it into sight once. */
export function useCitedPlace(
  article: RefObject<HTMLElement | null>,
  at: string | undefined,
  show: (span: Span) => void,
  drawn: unknown,
): void {
  const spans = useMemo(() => {
    const place = placeIn(at);
    return place === null ? [] : [place];
  }, [at]);
  useLight(article, 'cited', spans, drawn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place moves the window
  useEffect(() => {
    const [place] = spans;
    if (place) requestAnimationFrame(() => show(place));
  }, [spans]);
}
