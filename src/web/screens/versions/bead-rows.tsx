import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Bead, Finding, Side, Versions } from '../../data/versions.ts';
import { BeadRow } from './bead-row.tsx';
import type { Comparison, LinkEnd } from './use-comparison.ts';

const NO_FINDINGS: readonly Finding[] = [];
/** Characters on a line of a column, and how high a line is: only the first guess of a row's height. */
const LINE = 58;
const LINE_HEIGHT = 25;

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The row each finding is of: the one that holds its words on either side. */
function findingsByRow({ a, b, beads, findings }: Versions): ReadonlyMap<number, readonly Finding[]> {
  const rowOf = { a: new Map<number, number>(), b: new Map<number, number>() };
  for (const [row, bead] of beads.entries()) {
    for (const side of ['a', 'b'] as const) for (const passage of bead[side]) rowOf[side].set(passage, row);
  }
  const rowWith = (finding: Finding, side: Side): number | undefined => {
    const span = finding[side]?.span;
    const passages = (side === 'a' ? a : b).passages;
    const at = span ? passages.findIndex((passage) => touches(passage.span, span)) : -1;
    return at < 0 ? undefined : rowOf[side].get(at);
  };
  const rows = new Map<number, Finding[]>();
  for (const finding of findings) {
    const on = new Set([rowWith(finding, 'a'), rowWith(finding, 'b')].filter((row) => row !== undefined));
    for (const row of on) rows.set(row, [...(rows.get(row) ?? []), finding]);
  }
  return rows;
}

function heightOf({ a, b }: Versions, bead: Bead): number {
  const lines = (side: Versions['a'], passages: readonly number[]) =>
    passages.reduce((sum, index) => {
      const span = side.passages[index]?.span;
      return sum + (span ? Math.ceil((span.end - span.start) / LINE) : 0);
    }, 0);
  return Math.max(1, lines(a, bead.a), lines(b, bead.b)) * LINE_HEIGHT + 18;
}

/** Where the list begins in the page; what stands above it may grow. */
function useOffset(list: React.RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setOffset(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return offset;
}

/** Both texts, passage beside passage: they scroll together because they are one list, of which only what is in sight is drawn. */
export function BeadRows({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useSpeech();
  const { versions, chosen, end } = comparison;
  const { beads } = versions;
  const list = useRef<HTMLDivElement>(null);
  const scrollMargin = useOffset(list);
  const byRow = useMemo(() => findingsByRow(versions), [versions]);
  const rows = useWindowVirtualizer({
    count: beads.length,
    estimateSize: (index) => heightOf(versions, beads[index] as Bead),
    overscan: 6,
    scrollMargin,
  });
  const key = chosen?.key ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice moves the window, not what is drawn anew
  useEffect(() => {
    const at = key === null ? undefined : [...byRow].find(([, found]) => found.some((one) => one.key === key))?.[0];
    if (at !== undefined) rows.scrollToIndex(at, { align: 'center' });
  }, [key, beads.length === 0]);

  const now = useRef(comparison);
  useEffect(() => {
    now.current = comparison;
  });
  const onChoose = useCallback((next: string) => now.current.choose(next), []);
  const onPick = useCallback((next: LinkEnd) => now.current.pick(next), []);
  const onUnlink = useCallback((bead: Bead) => now.current.unlink(bead), []);
  return (
    <section
      ref={list}
      className={`bead-rows${end ? ` linking-${end.side}` : ''}`}
      aria-label={t('versions.texts')}
      style={{ height: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map((item) => {
        const found = byRow.get(item.index) ?? NO_FINDINGS;
        return (
          <div
            key={item.key}
            ref={rows.measureElement}
            data-index={item.index}
            className="bead-place"
            style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
          >
            <BeadRow
              versions={versions}
              bead={beads[item.index] as Bead}
              findings={found}
              chosen={found.some((one) => one.key === key) ? key : null}
              end={end}
              onChoose={onChoose}
              onPick={onPick}
              onUnlink={onUnlink}
            />
          </div>
        );
      })}
    </section>
  );
}
