import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import { ChosenCard, SmallCard } from './card.tsx';
import { layCards } from './lay-cards.ts';
import type { Reading } from './use-reading.ts';

const SMALL_HEIGHT = 58;
const GAP = 8;
/** Cards this far outside the window are not drawn. */
const MARGIN = 1200;

/** Where each quote begins, measured once per layout of the text. */
function useAnchors(
  article: RefObject<HTMLElement | null>,
  lit: Reading['lit'],
  span: unknown,
): ReadonlyMap<string, number> {
  const [anchors, setAnchors] = useState<ReadonlyMap<string, number>>(new Map());
  const [size, setSize] = useState(0);
  useEffect(() => {
    const host = article.current;
    if (!host) return;
    const observer = new ResizeObserver(([entry]) =>
      setSize(Math.round((entry?.contentRect.width ?? 0) * 8 + (entry?.contentRect.height ?? 0))),
    );
    observer.observe(host);
    return () => observer.disconnect();
  }, [article]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new size, other lit rows or a dragged span move the quotes
  useLayoutEffect(() => {
    const host = article.current;
    if (!host) return;
    const top = host.getBoundingClientRect().top;
    const found = new Map<string, number>();
    for (const mark of host.querySelectorAll<HTMLElement>('mark[data-opens]')) {
      for (const id of mark.dataset.opens?.split(' ') ?? []) {
        if (!found.has(id)) found.set(id, (mark.getClientRects()[0]?.top ?? top) - top);
      }
    }
    setAnchors(found);
  }, [article, lit, size, span]);
  return anchors;
}

/** The stretch of the column that is near the window, in steps, so that scrolling seldom draws. */
function useNear(column: RefObject<HTMLElement | null>): { readonly from: number; readonly to: number } {
  const [near, setNear] = useState({ from: -MARGIN, to: 2 * MARGIN });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = -(column.current?.getBoundingClientRect().top ?? 0);
      const from = Math.floor(top / (MARGIN / 2)) * (MARGIN / 2) - MARGIN;
      const to = from + window.innerHeight + 2.5 * MARGIN;
      setNear((now) => (now.from === from && now.to === to ? now : { from, to }));
    };
    const scroll = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', scroll, { passive: true });
    window.addEventListener('resize', scroll);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', scroll);
      window.removeEventListener('resize', scroll);
    };
  }, [column]);
  return near;
}

/** The cards in the margin, each beside its quote, none over another. */
export function CardColumn({
  reading,
  article,
}: {
  readonly reading: Reading;
  readonly article: RefObject<HTMLElement | null>;
}) {
  const { t } = useSpeech();
  const { lit, chosen, choose, draft } = reading;
  const column = useRef<HTMLOListElement>(null);
  const chosenBox = useRef<HTMLLIElement>(null);
  const [chosenHeight, setChosenHeight] = useState(220);
  const anchors = useAnchors(article, lit, draft?.span);
  const near = useNear(column);
  const chosenId = chosen?.id ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another chosen card is another box to watch
  useLayoutEffect(() => {
    const box = chosenBox.current;
    if (!box) return;
    const measure = () => setChosenHeight(box.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [chosenId, anchors]);

  const cards = useMemo(
    () =>
      lit
        .filter((row) => anchors.has(row.id))
        .map((row) => ({
          id: row.id,
          row,
          top: anchors.get(row.id) ?? 0,
          height: row.id === chosenId ? chosenHeight : SMALL_HEIGHT,
        })),
    [lit, anchors, chosenId, chosenHeight],
  );
  const places = useMemo(() => layCards(cards, chosenId, GAP), [cards, chosenId]);
  const shown = cards.filter(({ id }) => {
    const top = places.get(id) ?? 0;
    return id === chosenId || (top > near.from && top < near.to);
  });
  return (
    <ol ref={column} className="reader-cards" aria-label={t('reader.cards')}>
      {shown.map(({ id, row }) => (
        <li
          key={id}
          ref={id === chosenId ? chosenBox : undefined}
          className="card-place"
          style={{ transform: `translateY(${Math.round(places.get(id) ?? 0)}px)` }}
        >
          {id === chosenId ? (
            <ChosenCard reading={reading} row={row} />
          ) : (
            <SmallCard row={row} aside={reading.mode !== 'look'} onChoose={choose} />
          )}
        </li>
      ))}
    </ol>
  );
}
