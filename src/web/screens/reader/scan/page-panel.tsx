import { ZoomIn, ZoomOut } from 'lucide-react';
import {
  type CSSProperties,
  memo,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from 'react-aria-components';
import type { Span } from '../../../../kernel/index.ts';
import { useSpeech } from '../../../app/locale.tsx';
import { Failure } from '../../../parts/states.tsx';
import './scan.css';
import { type Box, linesOf, type Word, wordsIn, wordUnder } from './scan-words.ts';
import { pictureOf, type Scanned } from './use-scan.ts';
import { showOnPanel, useSynchrony } from './use-synchrony.ts';

/** How wide a page is drawn, as a share of the panel. */
const ZOOMS = [1, 1.4, 2, 2.8];
/** A pointer this near a word, in hundredths of the page's width, points at it. */
const REACH = 1.2;

interface Shape {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

function place({ left, top, width, height }: Box, page: Shape): CSSProperties {
  const share = (value: number, whole: number) => `${((100 * value) / whole).toFixed(3)}%`;
  return {
    left: share(left, page.width),
    top: share(top, page.height),
    width: share(width, page.width),
    height: share(height, page.height),
  };
}

/** One page with its doubtful words marked; drawn again only when something on it changed. */
const Page = memo(function Page({
  expressionId,
  page,
  words,
}: {
  readonly expressionId: string;
  readonly page: Shape;
  readonly words: readonly Word[];
}) {
  const { t } = useSpeech();
  return (
    <>
      <img
        className="page-picture"
        src={pictureOf(expressionId, page.number)}
        alt={t('scan.page-picture-of', { page: page.number })}
        width={page.width}
        height={page.height}
        loading="lazy"
        decoding="async"
        draggable={false}
      />
      {words
        .filter(({ state }) => state !== 'sure')
        .map((word) => (
          <i key={word.index} className={`scan-box ${word.state}`} style={place(word.box, page)} />
        ))}
    </>
  );
});

/** The word under the pointer. */
function pointedAt(event: PointerEvent<HTMLElement>, page: Shape, words: readonly Word[]): Word | null {
  const { left, top, width } = event.currentTarget.getBoundingClientRect();
  const scale = page.width / width;
  const reach = (page.width * REACH) / 100;
  return wordUnder(words, (event.clientX - left) * scale, (event.clientY - top) * scale, reach);
}

interface Props {
  readonly scanned: Scanned;
  readonly article: RefObject<HTMLElement | null>;
  /** On a small screen only a part of the page is shown, large enough to be read. */
  readonly narrow: boolean;
  /** The words of the chosen commitment. */
  readonly lit: Span | null;
  /** The word that is being put right. */
  readonly current: Word | null;
  readonly onChoose: (word: Word) => void;
}

function Pages({ scanned, lit, current, onChoose }: Omit<Props, 'article' | 'narrow'>) {
  const { scan, words, pointed, point, expressionId } = scanned;
  const byPage = useMemo(() => Map.groupBy(words, ({ page }) => page), [words]);
  const lines = useMemo(() => (lit ? linesOf(wordsIn(words, lit)) : []), [words, lit]);
  return (scan?.pages ?? []).map((page) => {
    const own = byPage.get(page.number) ?? [];
    return (
      <div
        key={page.number}
        className="scan-page"
        data-page={page.number}
        onPointerMove={(event) => event.pointerType === 'mouse' && point(pointedAt(event, page, own))}
        onPointerLeave={() => point(null)}
        onPointerUp={(event) => {
          const word = pointedAt(event, page, own);
          if (word) onChoose(word);
        }}
      >
        <Page expressionId={expressionId} page={page} words={own} />
        {lines
          .filter((line) => line.page === page.number)
          .map((line) => (
            <i key={`${line.top}-${line.left}`} className="scan-box lit" style={place(line, page)} />
          ))}
        {pointed?.page === page.number && <i className="scan-box pointed" style={place(pointed.box, page)} />}
        {current?.page === page.number && <i className="scan-box current" style={place(current.box, page)} />}
      </div>
    );
  });
}

/** The pictures of the pages beside their text. */
export function PagePanel({ article, narrow, ...props }: Props) {
  const { t } = useSpeech();
  const { scanned, current } = props;
  const { pointed } = scanned;
  const panel = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(narrow ? 2 : 0);
  useSynchrony(panel, article, scanned);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another word moves the panel
  useEffect(() => {
    if (current) showOnPanel(panel.current, scanned, current, true);
  }, [current, zoom]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another word moves the panel
  useEffect(() => {
    if (pointed) showOnPanel(panel.current, scanned, pointed, true);
  }, [pointed]);
  if (scanned.error && !scanned.scan) return <Failure error={scanned.error} />;
  return (
    <div className="scan-panel">
      <div className="scan-zoom">
        <Button
          className="button small icon"
          aria-label={t('scan.smaller')}
          isDisabled={zoom === 0}
          onPress={() => setZoom(zoom - 1)}
        >
          <ZoomOut size={14} aria-hidden />
        </Button>
        <Button
          className="button small icon"
          aria-label={t('scan.larger')}
          isDisabled={zoom === ZOOMS.length - 1}
          onPress={() => setZoom(zoom + 1)}
        >
          <ZoomIn size={14} aria-hidden />
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region is moved by the arrow keys */}
      <section ref={panel} className="scan-pages" tabIndex={0} aria-label={t('scan.page-picture')}>
        <div style={{ width: `${100 * (ZOOMS[zoom] ?? 1)}%` }}>
          <Pages {...props} />
        </div>
      </section>
    </div>
  );
}
