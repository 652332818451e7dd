import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { direction, type Span } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { offsetAt, placesOf } from './caret.ts';
import type { Draft, Reading } from './use-reading.ts';
import { type Edge, moveEdge, snapEdge } from './words.ts';

interface Place {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Where the two ends of a span stand, in pixels from the corner of the text. */
function usePlaces(
  article: HTMLElement | null,
  span: Span,
  rightToLeft: boolean,
): Readonly<Record<Edge, Place>> | null {
  const [places, setPlaces] = useState<Readonly<Record<Edge, Place>> | null>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!article) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(article);
    return () => observer.disconnect();
  }, [article]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width breaks the lines elsewhere
  useLayoutEffect(() => {
    const rects = article && placesOf(article)(span)?.getClientRects();
    const [first] = rects ?? [];
    const last = rects?.[rects.length - 1];
    if (!article || !first || !last) return setPlaces(null);
    const corner = article.getBoundingClientRect();
    const place = (rect: DOMRect, x: number) => ({
      left: x - corner.left,
      top: rect.top - corner.top,
      height: rect.height,
    });
    setPlaces({
      start: place(first, rightToLeft ? first.right : first.left),
      end: place(last, rightToLeft ? last.left : last.right),
    });
  }, [article, span, width, rightToLeft]);
  return places;
}

interface Props {
  readonly reading: Reading;
  readonly draft: Draft;
  readonly article: RefObject<HTMLElement | null>;
}

/** The two ends of the quote being corrected: dragged with a pointer, or moved word by word with the arrow keys. */
export function SpanHandles({ reading, draft, article }: Props) {
  const { t } = useSpeech();
  const { chosen, redraft, text } = reading;
  const { span } = draft;
  const language = chosen?.language ?? 'und';
  const rightToLeft = direction(language) === 'rtl';
  const places = usePlaces(article.current, span, rightToLeft);
  const first = useRef<HTMLSpanElement>(null);
  const placed = places !== null;
  useEffect(() => {
    if (placed) first.current?.focus({ preventScroll: true });
  }, [placed]);
  if (!places) return null;

  const drag = (edge: Edge) => (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    // The handle lies over the letters: the caret is looked for in the middle of the line beside it.
    event.currentTarget.style.pointerEvents = 'none';
    const offset = offsetAt(event.clientX, event.clientY);
    event.currentTarget.style.pointerEvents = '';
    if (offset === null) return;
    const moved = { ...span, [edge]: snapEdge(text.text, offset, edge, language) };
    if (moved.start < moved.end && moved[edge] !== span[edge]) redraft({ span: moved });
  };
  const key = (edge: Edge) => (event: KeyboardEvent) => {
    const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
    // With Shift the keys mean the same wherever the focus is.
    if (event.shiftKey || (event.key !== forward && event.key !== back)) return;
    event.preventDefault();
    event.stopPropagation();
    redraft({ span: moveEdge(text.text, span, edge, event.key === forward ? 1 : -1, language) });
  };
  return (['start', 'end'] as const).map((edge) => (
    <span
      key={edge}
      ref={edge === 'start' ? first : undefined}
      role="slider"
      tabIndex={0}
      className={`handle ${edge}`}
      aria-label={t(`handle.${edge}`)}
      aria-valuemin={0}
      aria-valuemax={text.text.length}
      aria-valuenow={span[edge]}
      aria-valuetext={
        edge === 'start'
          ? text.text.slice(span.start, span.start + 30)
          : text.text.slice(Math.max(span.start, span.end - 30), span.end)
      }
      style={{ left: places[edge].left, top: places[edge].top, height: places[edge].height }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
      }}
      onPointerMove={drag(edge)}
      onKeyDown={key(edge)}
    />
  ));
}
