import { type RefObject, useEffect, useMemo } from 'react';
import { offsetAt } from '../caret.ts';
import { useLight } from '../lights.ts';
import { wordAt } from './scan-words.ts';
import type { Scanned } from './use-scan.ts';

/** The word under the pointer in the text is pointed at on its page too; `on` while the page is in sight. */
export function usePointing(article: RefObject<HTMLElement | null>, { words, point }: Scanned, on: boolean): void {
  useEffect(() => {
    const host = article.current;
    if (!host || !on || words.length === 0) return;
    let frame = 0;
    const move = ({ clientX, clientY, pointerType }: PointerEvent) => {
      if (pointerType !== 'mouse') return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const offset = offsetAt(clientX, clientY);
        const word = offset === null ? null : wordAt(words, offset);
        point(word !== null && offset !== null && offset < word.span.end ? word : null);
      });
    };
    const leave = () => {
      cancelAnimationFrame(frame);
      point(null);
    };
    host.addEventListener('pointermove', move);
    host.addEventListener('pointerleave', leave);
    return () => {
      leave();
      host.removeEventListener('pointermove', move);
      host.removeEventListener('pointerleave', leave);
    };
  }, [article, words, point, on]);
}

/** Lights the doubtful words of the text, and the one pointed at on its page. */
export function useWordLights(
  article: RefObject<HTMLElement | null>,
  { doubtful, pointed }: Scanned,
  on: boolean,
  drawn: unknown,
): void {
  const spans = useMemo(() => (on ? doubtful.map(({ span }) => span) : []), [doubtful, on]);
  const here = useMemo(() => (on && pointed ? [pointed.span] : []), [pointed, on]);
  useLight(article, 'doubtful', spans, drawn);
  useLight(article, 'pointed', here, drawn);
}
