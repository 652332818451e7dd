import type { Message } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import { unpack } from './archive.ts';
import { Numbering, value } from './docx-numbering.ts';
import { listOf, readStyles, type Style } from './docx-styles.ts';
import { attribute, child, children, descendants, ELEMENT, type Node, parseXml } from './dom.ts';
import type { Extract } from './extract.ts';
import { lossMessage } from './losses.ts';
import { PageWriter } from './page-writer.ts';
import { type Cell, columnsOf, laysOut } from './table-cells.ts';

const PARTS = /^word\/(?:document|numbering|styles|footnotes|endnotes|header\d*|footer\d*)\.xml$/;
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
const WARNINGS = new Set([
  'document.tables-as-lines',
  'document.tracked-changes-accepted',
  'document.hidden-text-left-out',
]);

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
  /** Words of a paragraph whose end was deleted: the next one goes on with them. */
  private carried = '';
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
    this.out.passage(this.carried);
    this.carried = '';
  }

  private paragraph(node: Node): void {
    const properties = child(node, 'w:pPr');
    const style = this.styleOf(value(child(properties, 'w:pStyle')));
    const own = this.words(node);
    const list = listOf(properties) ?? style.list;
    const boxes = boxesIn(node);
    const marker = list && list.id !== '0' && own.trim() !== '' ? this.numbering.next(list.id, list.depth) : '';
    const words = this.carried + (marker === '' || this.carried !== '' ? own : `${marker} ${own}`);
    this.carried = '';
    const mark = child(properties, 'w:rPr');
    if (child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined) {
      this.lose('document.tracked-changes-accepted', this.out.next);
      this.carried = words;
    } else this.out.passage(words, style.heading);
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
        if (boxesIn(node).length === 0) this.lose('document.pictures-left-out', this.out.next);
        return '';
      case 'w:r':
        if (isHidden(node)) {
          if (this.words(node).trim() !== '') this.lose('document.hidden-text-left-out', this.out.next);
          return '';
        }
        return this.words(node);
      default:
        return TRANSPARENT.has(node.nodeName) ? this.words(node) : '';
    }
  }

  private table(node: Node): void {
    const rows = this.rows(node).map((row) => inside(row, 'w:tc'));
    const cells = rows.map((row) => row.map((cell) => this.cell(cell)));
    if (laysOut(cells)) {
      for (const cell of rows.flat()) this.blocks(cell);
      return;
    }
    const line = this.out.table(columnsOf(cells));
    this.lose('document.tables-as-lines', line);
  }

  /** The rows of a table but those whose deletion is accepted. */
  private rows(table: Node): Node[] {
    return inside(table, 'w:tr').filter((row) => {
      const deleted = child(child(row, 'w:trPr'), 'w:del') !== undefined;
      if (deleted) this.lose('document.tracked-changes-accepted', this.out.next);
      return !deleted;
    });
  }

  private cell(cell: Node): Cell {
    const properties = child(cell, 'w:tcPr');
    const merged = child(properties, 'w:vMerge');
    return {
      paragraphs: descendants(cell, 'w:p')
        .map((paragraph) => this.words(paragraph).trim())
        .filter(Boolean),
      columns: Number(value(child(properties, 'w:gridSpan')) ?? 1),
      continues: merged !== undefined && value(merged) !== 'restart',
    };
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

/** The text boxes of a paragraph; each is kept twice in the file, the second time for older programs. */
function boxesIn(node: Node): Node[] {
  return children(node).flatMap((part) =>
    part.nodeName === 'w:txbxContent' ? [part] : part.nodeName === 'mc:Fallback' ? [] : boxesIn(part),
  );
}

/** Words that Word neither shows nor prints. */
function isHidden(run: Node): boolean {
  const hidden = child(child(run, 'w:rPr'), 'w:vanish');
  return hidden !== undefined && !/^(?:0|false|off)$/.test(value(hidden) ?? '');
}

/** The children of a name, also those that something around them only wraps. */
function inside(parent: Node, name: string): Node[] {
  return children(parent).flatMap((node) =>
    node.nodeName === name ? [node] : TRANSPARENT.has(node.nodeName) ? inside(node, name) : [],
  );
}
