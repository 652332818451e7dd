import type { Message } from '../../kernel/index.ts';
import type { LineHints } from '../model.ts';
import { readMarker } from '../structure/marker.ts';
import { attribute, children, ELEMENT, type Node, TEXT } from './dom.ts';
import { type Counting, countAs } from './list-numbers.ts';
import { lossMessage } from './losses.ts';
import { PageWriter } from './page-writer.ts';
import { type Cell, columnsOf, laysOut } from './table-cells.ts';

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT SVG CANVAS VIDEO AUDIO FORM BUTTON INPUT SELECT TEXTAREA NAV'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FIGCAPTION FOOTER HEADER HTML HR LI MAIN OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL H1 H2 H3 H4 H5 H6'.split(
    ' ',
  ),
);
const TYPES: Readonly<Record<string, Counting>> = {
  '1': 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Lines of a page with its block structure, and what was left out of them. */
export interface PageText {
  readonly text: string;
  readonly hints: LineHints;
  readonly messages: readonly Message[];
}

/** Writes the words of an HTML element as lines: one passage a block, one line a list item or table row. */
export function htmlText(root: Node): PageText {
  const walk = new Walk();
  walk.block(root);
  walk.flush();
  const { tables, pictures } = walk;
  const messages = [
    ...lossMessage({ severity: 'warning', id: 'document.tables-as-lines', at: 'line' }, tables),
    ...lossMessage({ severity: 'info', id: 'document.pictures-left-out', at: 'line' }, pictures),
  ];
  return { text: walk.out.text, hints: walk.out.hints, messages };
}

class Walk {
  readonly out = new PageWriter();
  /** Lines on which they stood. */
  readonly tables: number[] = [];
  readonly pictures: number[] = [];
  private words = '';

  /** Ends the passage begun. */
  flush(heading = false): void {
    this.out.passage(this.words, heading);
    this.words = '';
  }

  block(node: Node): void {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) this.words += (child.textContent ?? '').replace(/\s+/g, ' ');
      else if (child.nodeType === ELEMENT) this.element(child);
    }
  }

  private element(node: Node): void {
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name) || attribute(node, 'hidden') !== null || attribute(node, 'aria-hidden') === 'true') return;
    if (name === 'BR') this.words += '\n';
    else if (name === 'IMG') this.pictures.push(this.out.next);
    else if (name === 'SUP' && /^\s*\[?\d+\]?\s*$/.test(node.textContent ?? '')) return;
    else if (!BLOCKS.has(name)) this.block(node);
    else this.blockElement(node, name);
  }

  private blockElement(node: Node, name: string): void {
    this.flush();
    if (name === 'OL' || name === 'UL') this.list(node, name === 'OL', 0);
    else if (name === 'TABLE' && !laysOut(cellsOf(node))) this.table(node);
    else {
      if (name === 'PRE') this.words += node.textContent ?? '';
      else this.block(node);
      this.flush(/^H[1-6]$/.test(name));
    }
  }

  private list(node: Node, ordered: boolean, depth: number): void {
    const counting = TYPES[attribute(node, 'type') ?? '1'] ?? 'decimal';
    let value = Number(attribute(node, 'start') ?? 1);
    if (depth === 0) this.out.gap();
    for (const item of children(node)) {
      if (item.nodeName.toUpperCase() === 'LI') {
        value = Number(attribute(item, 'value') ?? value);
        this.item(item, ordered ? `${countAs(counting, value)}.` : depth % 2 === 0 ? '-' : '+', depth);
        value += 1;
      } else this.element(item);
    }
    if (depth === 0) this.out.gap();
  }

  private item(item: Node, marker: string, depth: number): void {
    const nested: Node[] = [];
    const before = this.words;
    this.words = '';
    for (const child of item.childNodes) {
      const name = child.nodeName.toUpperCase();
      if (child.nodeType === ELEMENT && (name === 'OL' || name === 'UL')) nested.push(child);
      else if (child.nodeType === TEXT) this.words += (child.textContent ?? '').replace(/\s+/g, ' ');
      else if (child.nodeType === ELEMENT) this.words += ` ${inline(child)}`;
    }
    const words = this.words.trim();
    this.words = before;
    if (words !== '') this.out.line(readMarker(words) ? words : `${marker} ${words}`);
    for (const list of nested) this.list(list, list.nodeName.toUpperCase() === 'OL', depth + 1);
  }

  private table(node: Node): void {
    this.tables.push(this.out.table(columnsOf(cellsOf(node))));
  }
}

function inline(node: Node): string {
  const name = node.nodeName.toUpperCase();
  if (SKIPPED.has(name)) return '';
  if (name === 'BR') return ' ';
  let words = '';
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) words += (child.textContent ?? '').replace(/\s+/g, ' ');
    else if (child.nodeType === ELEMENT)
      words += BLOCKS.has(child.nodeName.toUpperCase()) ? ` ${inline(child)} ` : inline(child);
  }
  return words;
}

function rows(table: Node): Node[] {
  return children(table).flatMap((part) => {
    const name = part.nodeName.toUpperCase();
    return name === 'TR' ? [part] : /^T(?:BODY|HEAD|FOOT)$/.test(name) ? children(part) : [];
  });
}

/** The cells of a table, row by row, with those that a cell above reaches down to. */
function cellsOf(table: Node): Cell[][] {
  const reaching: { left: number; columns: number }[] = [];
  return rows(table).map((row) => {
    const cells: Cell[] = [];
    let column = 0;
    const pass = () => {
      for (let above = reaching[column]; above && above.left > 0; above = reaching[column]) {
        above.left -= 1;
        cells.push({ paragraphs: [], columns: above.columns, continues: true });
        column += above.columns;
      }
    };
    for (const node of children(row)) {
      pass();
      const columns = spanOf(node, 'colspan');
      reaching[column] = { left: spanOf(node, 'rowspan') - 1, columns };
      cells.push({ paragraphs: paragraphsOf(node), columns, continues: false });
      column += columns;
    }
    pass();
    return cells;
  });
}

/** Larger spans are mistakes. */
const WIDEST = 100;

function spanOf(cell: Node, name: 'colspan' | 'rowspan'): number {
  const span = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, WIDEST) : 1;
}

/** The words of a cell, one entry a block or line in it. */
function paragraphsOf(cell: Node): string[] {
  const blocks = children(cell).filter(({ nodeName }) => /^(?:P|DIV|LI|UL|OL)$/i.test(nodeName));
  return blocks.length > 0 && blocks.length === children(cell).length
    ? blocks
        .flatMap((block) => (/^(?:UL|OL)$/i.test(block.nodeName) ? children(block) : [block]))
        .map((block) => inline(block).trim())
        .filter(Boolean)
    : [inline(cell).trim()].filter(Boolean);
}
