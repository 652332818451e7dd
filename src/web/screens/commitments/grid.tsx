import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, Check, Minus } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Column } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Row } from '../../data/queries.ts';
import { Cell } from './cell.tsx';
import type { RegisterView } from './use-register.ts';
import type { Selection } from './use-selection.ts';

const ROW_HEIGHT = 64;
const HEAD_HEIGHT = 34;

/** Widths in rem; the quote takes what is left. */
const WIDTHS: Readonly<Record<Column, number>> = {
  quote: 0,
  work: 9.5,
  date: 7,
  path: 5.5,
  page: 4.5,
  kind: 6.5,
  strength: 8.5,
  actors: 7.5,
  action: 12,
  due: 8,
  targets: 9,
  review: 7,
  sector: 8,
  instruments: 14,
  mechanisms: 14,
  places: 12,
  decision: 8.5,
  confidence: 6,
  language: 7,
  file: 10,
  sha256: 12,
  start: 5.5,
  end: 5.5,
};

const QUOTE_WIDTH = 14;
const TICK_WIDTH = 2.25;

/** Columns of one row: all rows are as wide as the grid, or wider where the chosen columns need it. */
function rowShape(columns: readonly Column[]): CSSProperties {
  const widths = columns.map((column) =>
    column === 'quote' ? `minmax(${QUOTE_WIDTH}rem, 1fr)` : `${WIDTHS[column]}rem`,
  );
  const least = columns.reduce((sum, column) => sum + (WIDTHS[column] || QUOTE_WIDTH), TICK_WIDTH);
  return { gridTemplateColumns: [`${TICK_WIDTH}rem`, ...widths].join(' '), width: `max(100%, ${least}rem)` };
}

/** A tick that is no control of its own: the grid's keys and the cell's click work it. */
function Tick({ on, some = false }: { readonly on: boolean; readonly some?: boolean }) {
  return (
    <span data-selected={on || undefined} data-indeterminate={some || undefined}>
      <span className="checkbox-box">{some ? <Minus size={12} /> : <Check size={12} strokeWidth={3} />}</span>
    </span>
  );
}

function HeadCell({ column, register }: { readonly column: Column; readonly register: RegisterView }) {
  const { t } = useSpeech();
  const { sort, order } = register.search;
  const sorted = sort === column ? (order ?? 'asc') : null;
  const press = () => {
    if (sorted === 'asc') register.change({ sort: column, order: 'desc' });
    else if (sorted === 'desc') register.change({ sort: undefined, order: undefined });
    else register.change({ sort: column, order: 'asc' });
  };
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are not there cannot be table rows
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={sorted === null ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
      className="grid-head-cell"
    >
      <Button className="sort-button" onPress={press}>
        {t(`column.${column}`)}
        {sorted && <Arrow size={12} aria-hidden />}
      </Button>
    </div>
  );
}

/** The row a key leads to, or null where it is no key of movement. */
function rowFor(key: string, active: number, page: number, total: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}

interface GridProps {
  readonly register: RegisterView;
  /** Null where nothing can be done with rows: those of a past day. */
  readonly selection: Selection | null;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onConfirm: (row: Row) => void;
}

/** The register as a table of which only the rows in sight are drawn. */
export function Grid({ register, selection, scroller, onConfirm }: GridProps) {
  const { t } = useSpeech();
  const navigate = useNavigate();
  const { total, columns, rowAt, near, search } = register;
  const [active, setActive] = useState(-1);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => near(first, last), [near, first, last]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index));
    setActive(next);
    rows.scrollToIndex(next);
  };
  const open = (index: number) => {
    const row = rowAt(index);
    if (row) void navigate({ to: '/commitments/$id', params: { id: row.id }, search: { asOf: search.asOf } });
  };
  const key = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW_HEIGHT) - 2);
    const row = rowAt(active);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = rowFor(event.key, active, page, total);
    if (target !== null) go(target);
    else if (event.key === 'Enter') open(active);
    else if (event.key === ' ' && active >= 0) selection?.toggle(active, event.shiftKey);
    else if (event.key === 'c' && row) onConfirm(row);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out the rows that are out of sight
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className="grid"
      aria-label={t('register.table')}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable={selection !== null}
      aria-activedescendant={items.some((item) => item.index === active) ? `row-${active}` : undefined}
      onKeyDown={key}
      onFocus={(event) => event.target === event.currentTarget && active < 0 && total > 0 && setActive(0)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="row" tabIndex={-1} aria-rowindex={1} className="grid-row grid-head" style={rowShape(columns)}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="columnheader" tabIndex={-1} className="grid-tick">
          {selection && (
            <Button
              className="tick-button"
              aria-label={t('register.select-all')}
              aria-pressed={selection.rows.size > 0}
              onPress={() => void selection.all()}
            >
              <Tick
                on={selection.rows.size > 0 && selection.rows.size >= total}
                some={selection.rows.size > 0 && selection.rows.size < total}
              />
            </Button>
          )}
        </div>
        {columns.map((column) => (
          <HeadCell key={column} column={column} register={register} />
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className="grid-body" style={{ height: rows.getTotalSize() }}>
        {items.map((item) => (
          <GridRow
            key={item.index}
            index={item.index}
            top={item.start - HEAD_HEIGHT}
            row={rowAt(item.index)}
            columns={columns}
            query={search.q}
            active={item.index === active}
            selected={selection === null ? null : selection.rows.has(rowAt(item.index)?.id ?? '')}
            onOpen={() => open(item.index)}
            onToggle={(through) => selection?.toggle(item.index, through)}
          />
        ))}
      </div>
    </div>
  );
}

interface GridRowProps {
  readonly index: number;
  readonly top: number;
  readonly row: Row | undefined;
  readonly columns: readonly Column[];
  readonly query: string | undefined;
  readonly active: boolean;
  readonly selected: boolean | null;
  readonly onOpen: () => void;
  readonly onToggle: (through: boolean) => void;
}

function GridRow({ index, top, row, columns, query, active, selected, onOpen, onToggle }: GridRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    <div
      role="row"
      id={`row-${index}`}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      className={`grid-row ${row?.decision ?? 'waiting'}${active ? ' active' : ''}`}
      style={{ ...rowShape(columns), transform: `translateY(${top}px)` }}
      onClick={() => document.getSelection()?.isCollapsed !== false && onOpen()}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys */}
      <div
        role="gridcell"
        tabIndex={-1}
        className="grid-tick"
        onClick={(event) => {
          event.stopPropagation();
          onToggle(event.shiftKey);
        }}
      >
        {selected !== null && <Tick on={selected} />}
      </div>
      {columns.map((column) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        <div key={column} role="gridcell" tabIndex={-1} className={`grid-cell cell-${column}`}>
          {row ? <Cell row={row} column={column} query={query} /> : <span className="skeleton grid-skeleton" />}
        </div>
      ))}
    </div>
  );
}
