import { type RefObject, useEffect, useRef } from 'react';
import type { Span } from '../../../../kernel/index.ts';
import { offsetAt, placesOf } from '../caret.ts';
import { type Word, wordAt, wordUnder } from './scan-words.ts';
import type { Scanned } from './use-scan.ts';

type Words = Pick<Scanned, 'scan' | 'words'>;

/** The line of the window, and of the panel, that is taken for the one being read. */
const READING_LINE = 0.35;

/** The page element of a word and how many pixels of the screen one of the page takes there. */
function placeOnPanel(
  panel: HTMLElement,
  word: Word,
  width: number,
): { top: number; left: number; scale: number } | null {
  const page = panel.querySelector<HTMLElement>(`[data-page="${word.page}"]`);
  if (!page) return null;
  const scale = page.offsetWidth / width;
  return { top: page.offsetTop + word.box.top * scale, left: page.offsetLeft + word.box.left * scale, scale };
}

function widthOf({ scan }: Words, word: Word): number {
  return scan?.pages.find(({ number }) => number === word.page)?.width ?? 1;
}

/** Moves the panel so that a word stands on its reading line; `gently` only where it is out of sight. */
export function showOnPanel(panel: HTMLElement | null, scanned: Words, word: Word, gently: boolean): void {
  const place = panel && placeOnPanel(panel, word, widthOf(scanned, word));
  if (!panel || !place) return;
  const { scrollTop, clientHeight, scrollLeft, clientWidth } = panel;
  const inSight = place.top > scrollTop + 20 && place.top < scrollTop + clientHeight - 40;
  const right = place.left + word.box.width * place.scale;
  const acrossInSight = place.left > scrollLeft && right < scrollLeft + clientWidth;
  panel.scrollTo({
    top: gently && inSight ? scrollTop : place.top - clientHeight * READING_LINE,
    left: acrossInSight ? scrollLeft : Math.max(0, place.left - clientWidth / 3),
  });
}

/** How far down the window a person reads: below the panel where that lies over the text. */
function readingLine(article: HTMLElement, panel: HTMLElement): number {
  const [text, picture] = [article.getBoundingClientRect(), panel.getBoundingClientRect()];
  const stacked = picture.right > text.left + 20 && picture.left < text.right - 20;
  return stacked ? picture.bottom + 48 : window.innerHeight * READING_LINE;
}

/** The word of the text that stands on the window's reading line. */
function wordBeingRead(article: HTMLElement, panel: HTMLElement, { words }: Words): Word | null {
  const { left, width } = article.getBoundingClientRect();
  const y = readingLine(article, panel);
  for (const down of [0, 24, -24, 48]) {
    const offset = offsetAt(left + width / 3, y + down);
    if (offset !== null) return wordAt(words, offset);
  }
  return null;
}

/** The word that stands on the panel's reading line. */
function wordOnPanel(panel: HTMLElement, { scan, words }: Words): Word | null {
  const y = panel.scrollTop + panel.clientHeight * READING_LINE;
  const pages = [...panel.querySelectorAll<HTMLElement>('[data-page]')];
  const page = pages.findLast((each) => each.offsetTop <= y) ?? pages[0];
  const number = Number(page?.dataset.page);
  const shape = scan?.pages.find((each) => each.number === number);
  if (!page || !shape) return null;
  const scale = page.offsetWidth / shape.width;
  const own = words.filter((word) => word.page === number);
  return wordUnder(own, shape.width / 3, (y - page.offsetTop) / scale, shape.width);
}

/**
 * Keeps the page picture at the place of the text that is read, and the text at the place of the picture: whichever a
 * person moves leads, the other follows.
 */
export function useSynchrony(
  panel: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
  { scan, words }: Words,
): void {
  const leader = useRef<'text' | 'picture'>('text');
  useEffect(() => {
    const host = panel.current;
    if (!host || words.length === 0) return;
    const scanned = { scan, words };
    let frame = 0;
    const lead = (event: Event) => {
      leader.current = host.contains(event.target as Node) ? 'picture' : 'text';
    };
    const follow = () => {
      frame = 0;
      const body = article.current;
      if (!body) return;
      if (leader.current === 'text') {
        const word = wordBeingRead(body, host, scanned);
        if (word) showOnPanel(host, scanned, word, false);
        return;
      }
      const word = wordOnPanel(host, scanned);
      const range = word && placesOf(body)(word.span as Span);
      if (range) window.scrollBy({ top: range.getBoundingClientRect().top - readingLine(body, host) });
    };
    const moved = (from: 'text' | 'picture') => () => {
      if (leader.current === from) frame ||= requestAnimationFrame(follow);
    };
    const [textMoved, pictureMoved] = [moved('text'), moved('picture')];
    const signs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
    for (const sign of signs) window.addEventListener(sign, lead, { passive: true, capture: true });
    window.addEventListener('scroll', textMoved, { passive: true });
    host.addEventListener('scroll', pictureMoved, { passive: true });
    follow();
    return () => {
      cancelAnimationFrame(frame);
      for (const sign of signs) window.removeEventListener(sign, lead, { capture: true });
      window.removeEventListener('scroll', textMoved);
      host.removeEventListener('scroll', pictureMoved);
    };
  }, [panel, article, scan, words]);
}
