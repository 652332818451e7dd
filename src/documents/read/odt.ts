import type { Message } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import { unpack } from './archive.ts';
import { attribute, child, children, descendants, ELEMENT, type Node, parseXml, TEXT } from './dom.ts';
import type { Extract } from './extract.ts';
import { lossMessage } from './losses.ts';
import { OdtLists } from './odt-lists.ts';
import { PageWriter } from './page-writer.ts';
import { type Cell, columnsOf, laysOut } from './table-cells.ts';

const BLANKS: Readonly<Record<string, string>> = { 'text:tab': ' ', 'text:line-break': '\n' };
const COVERED = 'table:covered-table-cell';
const CELLS = new Set(['table:table-cell', COVERED]);
const BLOCKS = new Set(['text:section', 'text:index-body', 'draw:frame', 'draw:text-box', 'office:text']);

/**
 * Reads an OpenDocument text (ISO/IEC 26300): paragraphs, headings and lists with their numbers, tables as lines, notes
 * at the end; tracked deletions are left out as accepted.
 */
export function readOdt(file: SourceFile): Extract {
  const parts = unpack(file, 'odt', /^(?:content|styles)\.xml$/, 'content.xml');
  const root = (name: string): Node | undefined => {
    const xml = parts.get(`${name}.xml`);
    return xml === undefined ? undefined : children(parseXml(xml))[0];
  };
  const content = root('content');
  const walk = new Walk(new OdtLists([root('styles'), content]));
  const text = child(child(content, 'office:body'), 'office:text');
  if (text) walk.blocks(text);
  walk.writeNotes();
  return { text: walk.out.text, encoding: null, hints: walk.out.hints, messages: walk.messages() };
}

class Walk {
  readonly out = new PageWriter();
  private readonly lists: OdtLists;
  private readonly notes: string[] = [];
  /** Lines of what was moved, turned into text or left out. */
  private readonly noteLines: number[] = [];
  private readonly tables: number[] = [];
  private readonly pictures: number[] = [];
  private readonly changes: number[] = [];

  constructor(lists: OdtLists) {
    this.lists = lists;
  }

  messages(): Message[] {
    const lost: [readonly number[], Message['severity'], string][] = [
      [this.tables, 'warning', 'document.tables-as-lines'],
      [this.changes, 'warning', 'document.tracked-changes-accepted'],
      [this.pictures, 'info', 'document.pictures-left-out'],
      [this.noteLines, 'info', 'document.footnotes-at-end'],
    ];
    return lost.flatMap(([lines, severity, id]) => lossMessage({ severity, id, at: 'line' }, lines));
  }

  writeNotes(): void {
    for (const note of this.notes) {
      this.noteLines.push(this.out.next);
      this.out.passage(note);
    }
  }

  blocks(parent: Node): void {
    for (const node of children(parent)) this.block(node);
  }

  private block(node: Node): void {
    switch (node.nodeName) {
      case 'text:p':
        this.passage('', node, false);
        break;
      case 'text:h':
        this.passage(this.lists.outline(Number(attribute(node, 'text:outline-level') ?? 1)), node, true);
        break;
      case 'text:list':
        this.list(node, attribute(node, 'text:style-name'), 0);
        break;
      case 'table:table':
        this.table(node);
        break;
      case 'text:tracked-changes':
        break;
      default:
        if (BLOCKS.has(node.nodeName)) this.blocks(node);
    }
  }

  private passage(marker: string, node: Node, heading: boolean): void {
    const words = this.words(node);
    this.out.passage(marker === '' ? words : `${marker} ${words}`, heading);
  }

  private list(node: Node, style: string | null, depth: number): void {
    const first = this.lists.begin(style, depth, attribute(node, 'text:continue-numbering') === 'true');
    for (const item of children(node)) {
      const counts = item.nodeName === 'text:list-item';
      let marker = counts ? first.next(attribute(item, 'text:start-value')) : '';
      for (const part of children(item)) {
        if (part.nodeName === 'text:list') this.list(part, attribute(part, 'text:style-name') ?? style, depth + 1);
        else if (part.nodeName === 'text:p' || part.nodeName === 'text:h') {
          this.passage(marker, part, part.nodeName === 'text:h');
          marker = '';
        }
      }
    }
  }

  private table(node: Node): void {
    const rows = descendants(node, 'table:table-row').map((row) =>
      children(row).filter(({ nodeName }) => CELLS.has(nodeName)),
    );
    const cells = rows.map((row) => row.map((cell, column) => this.tableCell(cell, row[column - 1])));
    if (laysOut(cells)) {
      for (const cell of rows.flat()) this.blocks(cell);
      return;
    }
    this.tables.push(this.out.table(columnsOf(cells)));
  }

  /** A cell; one that another covers is covered from its left or from above. */
  private tableCell(cell: Node, left: Node | undefined): Cell {
    const covered = cell.nodeName === COVERED;
    const fromLeft = covered && left !== undefined && (left.nodeName === COVERED || spanOf(left) > 1);
    return { paragraphs: covered ? [] : this.paragraphs(cell), columns: 1, continues: covered && !fromLeft };
  }

  private paragraphs(cell: Node): string[] {
    return descendants(cell, 'text:p')
      .map((paragraph) => this.words(paragraph).trim())
      .filter(Boolean);
  }

  private words(node: Node): string {
    let words = '';
    for (const part of node.childNodes) {
      if (part.nodeType === TEXT) words += (part.textContent ?? '').replace(/\s+/g, ' ');
      else if (part.nodeType === ELEMENT) words += BLANKS[part.nodeName] ?? this.inline(part);
    }
    return words;
  }

  private inline(node: Node): string {
    switch (node.nodeName) {
      case 'text:s':
        return ' '.repeat(Number(attribute(node, 'text:c') ?? 1));
      case 'text:note':
        this.notes.push(
          `[${this.notes.length + 1}] ${this.paragraphs(child(node, 'text:note-body') ?? node).join(' ')}`,
        );
        return '';
      case 'draw:frame':
        if (descendants(node, 'draw:image').length > 0) this.pictures.push(this.out.next);
        else this.blocks(node);
        return '';
      case 'text:change':
      case 'text:change-start':
        this.changes.push(this.out.next);
        return '';
      case 'office:annotation':
        return '';
      default:
        return this.words(node);
    }
  }
}

function spanOf(cell: Node): number {
  return Number(attribute(cell, 'table:number-columns-spanned') ?? 1);
}
