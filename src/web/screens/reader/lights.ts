import { type RefObject, useEffect } from 'react';
import type { Span } from '../../../kernel/index.ts';
import { placesOf } from './caret.ts';

/**
 * Lights spans of the text through the browser's highlight registry: nothing is added to the page, so thousands of
 * hits cost no more than a few. `name` is the `::highlight()` the style sheet knows.
 */
export function useLight(
  article: RefObject<HTMLElement | null>,
  name: string,
  spans: readonly Span[],
  drawn: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the text was drawn again, its nodes are others
  useEffect(() => {
    const host = article.current;
    if (!host || !('highlights' in CSS) || spans.length === 0) return;
    const place = placesOf(host);
    CSS.highlights.set(name, new Highlight(...spans.flatMap((span) => place(span) ?? [])));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [article, name, spans, drawn]);
}
