import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { expressionQuery, type ReaderText } from '../../data/queries.ts';
import { Shortcuts } from '../../parts/shortcuts.tsx';
import { Failure, Skeleton } from '../../parts/states.tsx';
import { useMedia } from '../../parts/use-media.ts';
import { CardColumn } from './card-column.tsx';
import { placesOf } from './caret.ts';
import { useCitedPlace } from './cited-place.ts';
import { CoverageMeter } from './coverage.tsx';
import { useFind } from './find.ts';
import { IdentityPanel, openFields } from './identity/identity-panel.tsx';
import { useIdentity } from './identity/use-identity.ts';
import { Legend } from './legend.tsx';
import { useLight } from './lights.ts';
import { MarkButton, useMarking } from './mark-selection.tsx';
import { Outline } from './outline.tsx';
import './reader.css';
import { ReaderBar } from './reader-bar.tsx';
import { ReaderHead } from './reader-head.tsx';
import { useScanInReader } from './scan/use-scan-in-reader.tsx';
import { Sheet } from './sheet.tsx';
import { SpanHandles } from './span-handles.tsx';
import { TextColumn } from './text-column.tsx';
import { useCoverage } from './use-coverage.ts';
import { READER_SHORTCUTS, useReaderKeys } from './use-reader-keys.ts';
import { type Reading, useReading } from './use-reading.ts';

/** Brings a place of the text into the middle of the window, unless it is in good sight already. */
function showRange(range: Range | null): void {
  const rect = range?.getBoundingClientRect();
  if (!rect) return;
  const room = window.innerHeight;
  if (rect.top > 150 && rect.bottom < room * 0.7) return;
  window.scrollTo({ top: window.scrollY + rect.top - room * 0.35 });
}

/** Follows the chosen commitment with the window. */
function useFollow(reading: Reading, show: (span: Span) => void): void {
  const { chosen } = reading;
  const span = chosen?.span;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice moves the window, not a change of the chosen one
  useEffect(() => {
    if (span) requestAnimationFrame(() => show(span));
  }, [chosen?.id]);
}

/** Shows the place of the text that the address names, once. */
function usePlace({ search, text }: Reading, show: (span: Span) => void): void {
  const { at } = search;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is shown when the text or the place is another
  useEffect(() => {
    if (at !== undefined && at < text.text.length) requestAnimationFrame(() => show({ start: at, end: at + 1 }));
  }, [at, text.expression.id]);
}

/** One key confirms all that the file says of itself. */
function identityKeys({ identity, decide }: ReturnType<typeof useIdentity>, text: string) {
  const open = identity ? openFields(identity) : [];
  const fields = open.map(({ field }) => field);
  return { confirmIdentity: () => (fields.length > 0 ? decide({ type: 'confirm', fields }, text) : undefined) };
}

function Reader({ text }: { readonly text: ReaderText }) {
  const { t } = useSpeech();
  const article = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [shortcuts, setShortcuts] = useState(false);
  const narrow = useMedia('(max-width: 859px)');
  const wide = useMedia('(min-width: 1240px)');
  const reading = useReading(text);
  const show = (span: Span) => showRange(article.current && placesOf(article.current)(span));
  useFollow(reading, show);
  usePlace(reading, show);
  const coverage = useCoverage(reading, show);
  const found = useFind(text.text, reading.search.q, show);
  const drawn = useMemo(() => ({ lit: reading.lit, draft: reading.draft }), [reading.lit, reading.draft]);
  useLight(article, 'found', found.spans, drawn);
  const [shown, setShown] = useState<readonly Span[]>([]);
  const light = (span: Span) => {
    setShown([span]);
    show(span);
  };
  useLight(article, 'covered', shown.length > 0 ? shown : coverage.spans, drawn);
  const identity = useIdentity(text.expression.id);
  useCitedPlace(article, reading.search.place, show, drawn);
  const marking = useMarking(article, reading);
  const scan = useScanInReader(reading, article, { drawn, narrow, show });
  useReaderKeys(reading, {
    mark: () => void marking.mark(),
    find: () => field.current?.focus(),
    shortcuts: () => setShortcuts(true),
    ...scan.keys,
    ...identityKeys(identity, t('identity.confirmed')),
    doubtful: () => {
      setShown([]);
      coverage.choose('doubtful');
    },
  });
  const cards = !narrow && (wide || !scan.picture);
  return (
    <div className="reader">
      <title>{`${text.work.title} · Servanda`}</title>
      <ReaderHead text={text}>
        {identity.identity && (
          <IdentityPanel
            identity={identity.identity}
            open={reading.search.what === 'open'}
            show={light}
            decide={identity.decide}
          />
        )}
      </ReaderHead>
      <CoverageMeter text={text} coverage={coverage} look={reading.search.coverage} />
      <ReaderBar reading={reading} hits={found} field={field} onShortcuts={() => setShortcuts(true)}>
        {scan.buttons}
      </ReaderBar>
      <div className={scan.picture ? 'reader-columns with-picture' : 'reader-columns'}>
        {scan.picture}
        {wide && !scan.picture && (
          <nav className="reader-outline" aria-label={t('reader.outline')}>
            <Legend />
            <Outline text={text} />
          </nav>
        )}
        <div className="reader-middle">
          {(!wide || scan.picture) && <Legend />}
          <div className="reader-sheet">
            <TextColumn reading={reading} article={article} />
            {reading.draft && <SpanHandles reading={reading} draft={reading.draft} article={article} />}
            <MarkButton {...marking} />
          </div>
        </div>
        {scan.words ?? (cards && <CardColumn reading={reading} article={article} />)}
      </div>
      {!cards && !scan.words && <Sheet reading={reading} />}
      <Shortcuts list={READER_SHORTCUTS} open={shortcuts} onClose={() => setShortcuts(false)} />
    </div>
  );
}

/** The text of one language version with everything found in it. */
export function ReaderScreen() {
  const { expressionId } = useParams({ from: '/read/$expressionId' });
  const query = useQuery(expressionQuery(expressionId));
  if (query.data) return <Reader key={expressionId} text={query.data} />;
  return (
    <div className="page">
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Skeleton lines={14} />}
    </div>
  );
}
