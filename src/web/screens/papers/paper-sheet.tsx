import type { CSSProperties, ReactNode } from 'react';
import type { PaperSetting } from '../../data/papers.ts';

type Sheet = PaperSetting['sheets'][number];
type Part = Sheet['parts'][number];
type Line = Extract<Part, { kind: 'line' }>;
type Rule = Extract<Part, { kind: 'rule' }>;
type Grid = Extract<Part, { kind: 'grid' }>;

/** Lengths on the page follow the width that the sheet is shown at. */
const mm = (value: number) => `calc(var(--mm) * ${value})`;
const pt = (value: number) => mm(Math.round(value * 352.8) / 1000);

const TEXT_ALIGN = { left: 'left', centre: 'center', right: 'right', both: 'justify' } as const;
/** Times sets its lines so far apart, in parts of its size. */
const LINE_HEIGHT = 1.15;

function LineOf({ line }: { readonly line: Line }) {
  const style: CSSProperties = {
    textAlign: TEXT_ALIGN[line.align],
    textIndent: mm(line.firstLine),
    paddingInlineStart: mm(line.indent),
    marginBlock: `${pt(line.before)} ${pt(line.after)}`,
    lineHeight: 'exact' in line.leading ? pt(line.leading.exact) : String(LINE_HEIGHT * line.leading.times),
  };
  const words: ReactNode = line.letters.map((letters, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: letters of a line have no other name
      key={index}
      lang={letters.language}
      dir={letters.language === 'fa' ? 'rtl' : undefined}
      style={{
        fontSize: pt(letters.size),
        fontWeight: letters.bold ? 700 : 400,
        fontStyle: letters.italic ? 'italic' : 'normal',
        textDecoration: letters.underline ? 'underline' : undefined,
        color: letters.colour === undefined ? undefined : `#${letters.colour}`,
      }}
    >
      {letters.cites === undefined ? letters.text : <a href={`/commitments/${letters.cites}`}>{letters.text}</a>}
    </span>
  ));
  const size = pt(Math.max(...line.letters.map((one) => one.size), 1));
  const whole = { ...style, fontSize: size };
  if (line.role === 'title') return <h2 style={whole}>{words}</h2>;
  if (line.role === 'heading-1') return <h3 style={whole}>{words}</h3>;
  if (line.role === 'heading-2') return <h4 style={whole}>{words}</h4>;
  return <p style={whole}>{words}</p>;
}

function RuleOf({ rule }: { readonly rule: Rule }) {
  const { length, colour = '000000', weight = 0.75, before = 0 } = rule;
  const style = {
    width: length === 0 ? '100%' : mm(length),
    borderTop: `max(1px, ${pt(weight)}) solid #${colour}`,
    marginBlock: `${pt(before + 2)} ${pt(2)}`,
  };
  return <div className="paper-rule" style={style} />;
}

function Row({
  cells,
  index,
  grid,
}: {
  readonly cells: Grid['rows'][number];
  readonly index: number;
  readonly grid: Grid;
}) {
  const Cell = grid.purpose === 'table' && index === 0 ? 'th' : 'td';
  return (
    <tr>
      {cells.map(({ content }, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in order
        <Cell key={column} {...(Cell === 'th' && { scope: 'col' })}>
          {content.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in order
            <PartOf key={at} part={part} />
          ))}
        </Cell>
      ))}
    </tr>
  );
}

function GridOf({ grid }: { readonly grid: Grid }) {
  return (
    <table className={`paper-grid ${grid.purpose}`} {...(grid.purpose !== 'table' && { role: 'presentation' })}>
      <colgroup>
        {grid.columns.map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns stand in order
          <col key={index} style={{ width: mm(width) }} />
        ))}
      </colgroup>
      <tbody>
        {grid.rows.map((cells, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows stand in order
          <Row key={index} cells={cells} index={index} grid={grid} />
        ))}
      </tbody>
    </table>
  );
}

function PartOf({ part }: { readonly part: Part }) {
  if (part.kind === 'grid') return <GridOf grid={part} />;
  return part.kind === 'rule' ? <RuleOf rule={part} /> : <LineOf line={part} />;
}

/** A paper as it is set: the same measures that its Word and PDF files have, one long page a sheet. */
export function PaperSheets({ setting }: { readonly setting: PaperSetting }) {
  return setting.sheets.map((sheet, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: sheets stand in order
    <div className="paper-frame" key={index} style={{ '--paper-width': sheet.width } as CSSProperties}>
      <article
        className="paper-sheet"
        lang={setting.language}
        style={{
          minHeight: mm(sheet.height),
          padding: `${mm(sheet.margins.top)} ${mm(sheet.margins.right)} ${mm(sheet.margins.bottom)} ${mm(sheet.margins.left)}`,
        }}
      >
        {sheet.parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in order
          <PartOf key={at} part={part} />
        ))}
      </article>
    </div>
  ));
}
