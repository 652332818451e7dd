import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Span } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Passage as PassageData, ReaderRow } from '../../data/queries.ts';
import { Passage } from './passage.tsx';
import { rowShapes } from './table-rows.ts';
import './text.css';
import type { Reading } from './use-reading.ts';

interface Content {
  readonly passage: PassageData;
  readonly rows: readonly ReaderRow[];
  readonly furniture: readonly Span[];
}

const NO_ROWS: readonly never[] = [];

function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Each passage with the lit commitments over it; furniture that lies inside another passage is drawn there. */
function arrange(passages: readonly PassageData[], lit: readonly ReaderRow[]): Content[] {
  const sorted = [...passages].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const content: (Content & { rows: ReaderRow[]; furniture: Span[] })[] = [];
  let reach = -1;
  for (const passage of sorted) {
    const host = content.at(-1);
    if (host && passage.role === 'furniture' && passage.span.end <= reach) host.furniture.push(passage.span);
    else content.push({ passage, rows: [], furniture: [] });
    reach = Math.max(reach, passage.span.end);
  }
  let first = 0;
  for (const row of lit) {
    while (first < content.length && (content[first] as Content).passage.span.end <= row.span.start) first++;
    for (let index = first; index < content.length; index++) {
      const each = content[index] as (typeof content)[number];
      if (each.passage.span.start >= row.span.end) break;
      if (touches(each.passage.span, row.span)) each.rows.push(row);
    }
  }
  return content.map((each) => ({
    passage: each.passage,
    rows: each.rows.length === 0 ? NO_ROWS : each.rows,
    furniture: each.furniture.length === 0 ? NO_ROWS : each.furniture,
  }));
}

/** Keeps the list of a passage the same object as long as it holds the same rows, so that the passage is not redrawn. */
function useSteady(content: readonly Content[]): readonly Content[] {
  const before = useRef<ReadonlyMap<number, Content>>(new Map());
  return useMemo(() => {
    const same = <T,>(a: readonly T[], b: readonly T[]) =>
      a.length === b.length && a.every((each, index) => each === b[index]);
    const steady = content.map((each) => {
      const old = before.current.get(each.passage.index);
      return old &&
        old.passage === each.passage &&
        same(old.rows, each.rows) &&
        old.furniture.length === each.furniture.length
        ? old
        : each;
    });
    before.current = new Map(steady.map((each) => [each.passage.index, each]));
    return steady;
  }, [content]);
}

/** The commitments whose words were clicked; a second click on the same words takes the one around it. */
function useClicks(article: RefObject<HTMLElement | null>, { chosen, choose, mode }: Reading): void {
  useEffect(() => {
    const host = article.current;
    if (!host || mode === 'edit') return;
    const click = (event: MouseEvent) => {
      const mark = (event.target as Element).closest<HTMLElement>('mark[data-ids]');
      if (!mark || !document.getSelection()?.isCollapsed) return;
      const ids = mark.dataset.ids?.split(' ') ?? [];
      const next = ids[(ids.indexOf(chosen?.id ?? '') + 1) % ids.length];
      if (next) choose(next);
    };
    host.addEventListener('click', click);
    return () => host.removeEventListener('click', click);
  }, [article, chosen?.id, choose, mode]);
}

/** The text as the signatories wrote it. */
export function TextColumn({
  reading,
  article,
}: {
  readonly reading: Reading;
  readonly article: RefObject<HTMLElement | null>;
}) {
  const { t } = useSpeech();
  const { text, lit, chosen, draft } = reading;
  const chosenId = chosen?.id ?? null;
  const span = draft?.span;
  const rows = useMemo(
    () => (span ? lit.map((row) => (row.id === chosenId ? { ...row, span } : row)) : lit),
    [lit, chosenId, span],
  );
  const content = useSteady(useMemo(() => arrange(text.provisions, rows), [text.provisions, rows]));
  const shapes = useMemo(() => rowShapes(text.text, text.provisions), [text.text, text.provisions]);
  useClicks(article, reading);
  return (
    <article ref={article} className="reader-text" aria-label={t('reader.text')} lang={text.expression.language}>
      {content.map((each) => (
        <Passage
          key={each.passage.index}
          passage={each.passage}
          text={text.text}
          rows={each.rows}
          furniture={each.furniture}
          row={shapes.get(each.passage.index) ?? null}
          chosen={each.rows.some((row) => row.id === chosenId) ? chosenId : null}
        />
      ))}
    </article>
  );
}
