import { createElement, memo, type ReactNode } from 'react';
import { direction, type Span } from '../../../kernel/index.ts';
import type { Passage as PassageData, ReaderRow } from '../../data/queries.ts';
import { lineClass } from '../../parts/ladder.tsx';
import { type Segment, segmentPassage } from './segments.ts';
import type { RowShape } from './table-rows.ts';

interface Props {
  readonly passage: PassageData;
  /** The document's whole text. */
  readonly text: string;
  readonly rows: readonly ReaderRow[];
  readonly furniture: readonly Span[];
  readonly chosen: string | null;
  /** Where it is a row of a table. */
  readonly row: RowShape | null;
}

function levelOf(row: ReaderRow): string {
  return lineClass(row.kind, row.strength);
}

function MarkedSegment({
  segment,
  words,
  rows,
  chosen,
}: { readonly segment: Segment; readonly words: string } & Pick<Props, 'rows' | 'chosen'>) {
  const over = segment.ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const top = over[0];
  const part = segment.part === 'text' ? '' : ` ${segment.part}`;
  const plain = (
    <span data-o={segment.start} className={part === '' ? undefined : part.trim()}>
      {words}
    </span>
  );
  if (!top || segment.part === 'furniture' || segment.part === 'bar') return plain;
  const lit = chosen !== null && segment.ids.includes(chosen);
  const classes = ['line', levelOf(top), top.decision, over.length > 1 ? 'nested' : '', lit ? 'chosen' : ''];
  return (
    <mark
      data-o={segment.start}
      data-ids={segment.ids.join(' ')}
      data-opens={segment.opens.length > 0 ? segment.opens.join(' ') : undefined}
      className={classes.filter((name) => name !== '').join(' ') + part}
    >
      {words}
    </mark>
  );
}

/** The segments of a row, cell by cell; what parts the cells stays in the text and is not shown. */
function inCells(segments: readonly Segment[], said: (segment: Segment) => ReactNode): ReactNode[] {
  const cells: { at: number; words: ReactNode[] }[] = [];
  for (const segment of segments) {
    const opens = segment.part === 'bar' && segment !== segments.at(-1);
    if (opens || cells.length === 0) cells.push({ at: segment.start, words: [] });
    cells.at(-1)?.words.push(said(segment));
  }
  return cells.map(({ at, words }) => (
    <span key={at} className="cell">
      {words}
    </span>
  ));
}

function elementOf(passage: PassageData): string {
  return passage.role === 'heading' ? `h${Math.min(6, passage.level + 2)}` : passage.role === 'furniture' ? 'div' : 'p';
}

/** A heading, item or paragraph with its commitments lit. Drawn again only when something in it changed. */
export const Passage = memo(function Passage({ passage, text, rows, furniture, chosen, row }: Props) {
  const segments = segmentPassage(passage, rows, furniture, row?.bars);
  const said = (segment: Segment) => (
    <MarkedSegment
      key={segment.start}
      segment={segment}
      words={text.slice(segment.start, segment.end)}
      rows={rows}
      chosen={chosen}
    />
  );
  const content: ReactNode[] = row === null ? segments.map(said) : inCells(segments, said);
  return createElement(
    elementOf(passage),
    {
      id: `at-${passage.index}`,
      className: `passage ${passage.role}${row === null ? '' : ` row ${row.kind}`}`,
      lang: passage.language === 'und' ? undefined : passage.language,
      dir: direction(passage.language),
      style: row
        ? { '--columns': row.columns }
        : passage.role === 'item'
          ? { '--level': Math.min(3, passage.level) }
          : undefined,
    },
    ...content,
  );
});
