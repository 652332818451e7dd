import type { Message } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import { unpack } from './archive.ts';
import { Numbering, value } from './docx-numbering.ts';
import { listOf, readStyles, type Style } from './docx-styles.ts';
import { attribute, child, children, descendants, ELEMENT, type Node, parseXml } from './dom.ts';
import type { Extract } from './extract.ts';
import { lossMessage } from './losses.ts';
import { PageWriter } from './page-writer.ts';

const PARTS = /^word\/(?:document|numbering|styles|footnotes|endnotes|header\d*|footer\d*)\.xml$/;
/** A table with longer cells only lays the page out; its cells are read as passages. */
const LONGEST_CELL = 600;
/** Elements that only wrap others. */
const TRANSPARENT = new Set(
  'w:r w:hyperlink w:smartTag w:sdt w:sdtContent w:customXml w:fldSimple w:moveTo w:dir w:bdo mc:AlternateContent mc:Choice'.split(
    ' ',
  ),
);
const PIECES: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '',
};
const WARNINGS = new Set(['document.tables-as-lines', 'document.tracked-changes-accepted']);

/**
 * Reads a Word file: paragraphs with the numbers Word gives them, tables as lines, footnotes at the end; tracked changes
 * are read as accepted. What was changed, moved or left out comes back as messages.
 */
export function readDocx(file: SourceFile): Extract {
  const parts = unpack(file, 'docx', PARTS, 'word/document.xml');
  const root = (name: string): Node | undefined => {
    const xml = parts.get(`word/${name}.xml`);
    return xml === undefined ? undefined : children(parseXml(xml))[0];
  };
  const walk = new Walk(new Numbering(root('numbering')), readStyles(root('styles')));
  const body = child(root('document'), 'w:body');
  if (body) walk.blocks(body);
  walk.notes(root('footnotes'), 'w:footnote');
  walk.notes(root('endnotes'), 'w:endnote');
  const running = [...parts.keys()].filter((name) => /\/(?:header|footer)\d*\.xml$/.test(name));
  const count = running.filter((name) => /<w:t[ >]/.test(parts.get(name) ?? '')).length;
  const heads: Message = { severity: 'info', id: 'document.running-heads-left-out', details: { count } };
  const messages = [...walk.messages(), ...(count > 0 ? [heads] : [])];
  return { text: walk.out.text, encoding: null, hints: walk.out.hints, messages };
}

class Walk {
  readonly out = new PageWriter();
  /** Lines of what was lost or moved, by message. */
  private readonly lost = new Map<string, number[]>();
  private readonly numbering: Numbering;
  private readonly styleOf: (id: string | null) => Style;

  constructor(numbering: Numbering, styleOf: (id: string | null) => Style) {
    this.numbering = numbering;
    this.styleOf = styleOf;
  }

  private lose(id: string, line: number): void {
    this.lost.set(id, [...(this.lost.get(id) ?? []), line]);
  }

  messages(): Message[] {
    return [...this.lost].flatMap(([id, lines]) =>
      lossMessage({ severity: WARNINGS.has(id) ? 'warning' : 'info', id, at: 'line' }, lines),
    );
  }

  blocks(parent: Node): void {
    for (const node of children(parent)) {
      if (node.nodeName === 'w:p') this.paragraph(node);
      else if (node.nodeName === 'w:tbl') this.table(node);
      else if (TRANSPARENT.has(node.nodeName)) this.blocks(node);
    }
  }

  private paragraph(node: Node): void {
    const properties = child(node, 'w:pPr');
    const style = this.styleOf(value(child(properties, 'w:pStyle')));
    const words = this.words(node);
    const list = listOf(properties) ?? style.list;
    const boxes = descendants(node, 'w:txbxContent');
    const marker = list && list.id !== '0' && words.trim() !== '' ? this.numbering.next(list.id, list.depth) : '';
    this.out.passage(marker === '' ? words : `${marker} ${words}`, style.heading);
    for (const box of boxes) this.blocks(box);
  }

  /** The words of a paragraph or run; line breaks inside it stay line breaks. */
  private words(node: Node): string {
    let words = '';
    for (const part of node.childNodes) {
      if (part.nodeType !== ELEMENT) continue;
      words += PIECES[part.nodeName] ?? this.piece(part);
    }
    return words;
  }

  private piece(node: Node): string {
    switch (node.nodeName) {
      case 'w:t':
        return node.textContent ?? '';
      case 'w:br':
        return attribute(node, 'w:type') === 'page' ? ' ' : '\n';
      case 'w:del':
      case 'w:moveFrom':
        this.lose('document.tracked-changes-accepted', this.out.next);
        return '';
      case 'w:ins':
        this.lose('document.tracked-changes-accepted', this.out.next);
        return this.words(node);
      case 'w:drawing':
      case 'w:pict':
        if (descendants(node, 'w:txbxContent').length === 0) this.lose('document.pictures-left-out', this.out.next);
        return '';
      default:
        return TRANSPARENT.has(node.nodeName) ? this.words(node) : '';
    }
  }

  private table(node: Node): void {
    const rows = children(node, 'w:tr').map((row) => descendants(row, 'w:tc'));
    const cells = rows.flat();
    const data = rows.length > 1 && cells.length > rows.length && cells.every((cell) => size(cell) < LONGEST_CELL);
    if (!data) {
      for (const cell of cells) this.blocks(cell);
      return;
    }
    const line = this.out.table(rows.map((row) => row.map((cell) => this.cell(cell))));
    this.lose('document.tables-as-lines', line);
  }

  private cell(cell: Node): string {
    return descendants(cell, 'w:p')
      .map((paragraph) => this.words(paragraph).trim())
      .filter(Boolean)
      .join(' ');
  }

  /** Footnotes follow the text, each on its own line with its number. */
  notes(root: Node | undefined, name: string): void {
    // The lines that part notes from the text are kept among the notes, with a type.
    const all = root ? children(root, name) : [];
    const notes = all.filter(
      (note) => Number(attribute(note, 'w:id')) > 0 && !/[sS]eparator|Notice/.test(attribute(note, 'w:type') ?? ''),
    );
    for (const [index, note] of notes.entries()) {
      const words = descendants(note, 'w:p')
        .map((paragraph) => this.words(paragraph).trim())
        .join(' ');
      this.lose('document.footnotes-at-end', this.out.next);
      this.out.passage(`[${index + 1}] ${words}`);
    }
  }
}

function size(cell: Node): number {
  return (cell.textContent ?? '').length;
}
