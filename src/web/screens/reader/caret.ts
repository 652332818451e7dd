import type { Span } from '../../../kernel/index.ts';

/** The offset in the document's text of a place in the page, or null outside the text. */
export function offsetOf(node: Node, within: number): number | null {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-o]');
  if (!holder) return null;
  const start = Number(holder.dataset.o);
  return node.nodeType === Node.TEXT_NODE
    ? start + within
    : start + (within > 0 ? (holder.textContent?.length ?? 0) : 0);
}

/** The offset under a point of the screen, or null where there is no text. */
export function offsetAt(x: number, y: number): number | null {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? offsetOf(caret.offsetNode, caret.offset) : null;
  }
  // Safari knows only the older name.
  const range = document.caretRangeFromPoint(x, y);
  return range ? offsetOf(range.startContainer, range.startOffset) : null;
}

/** The span of the document's text that is selected by hand, or null. */
export function selectedSpan(article: HTMLElement): Span | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return null;
  // A triple click ends before the next passage, not in the text: then the words that lie within count.
  const within = [...article.querySelectorAll<HTMLElement>('[data-o]')].filter((holder) =>
    range.intersectsNode(holder),
  );
  const [first] = within;
  const last = within.at(-1);
  if (!first || !last) return null;
  const start = offsetOf(range.startContainer, range.startOffset) ?? Number(first.dataset.o);
  const end = offsetOf(range.endContainer, range.endOffset) ?? Number(last.dataset.o) + (last.textContent?.length ?? 0);
  return start < end ? { start, end } : null;
}

/** Finds the places in the page for spans of the text. Made once for a text on screen, asked many times. */
export function placesOf(article: HTMLElement): (span: Span) => Range | null {
  const holders = [...article.querySelectorAll<HTMLElement>('[data-o]')].sort(
    (a, b) => Number(a.dataset.o) - Number(b.dataset.o),
  );
  const starts = holders.map((holder) => Number(holder.dataset.o));
  const holding = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return (span) => {
    const first = holders[holding(span.start)]?.firstChild;
    const last = holders[holding(span.end - 1)]?.firstChild;
    if (!first || !last) return null;
    const range = document.createRange();
    const place = (node: Node, offset: number, index: number) =>
      Math.max(0, Math.min(offset - (starts[index] as number), node.textContent?.length ?? 0));
    range.setStart(first, place(first, span.start, holding(span.start)));
    range.setEnd(last, place(last, span.end, holding(span.end - 1)));
    return range;
  };
}
