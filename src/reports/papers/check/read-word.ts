import { unpack, type XmlNode, xml } from '../../../documents/index.ts';
import type { SeenParagraph, SeenPlace, SeenRun, SeenSection, SeenTable, SeenWord } from './model.ts';
import { paragraphOver, readStyles, runOver, type Styles, TWIP, value } from './read-styles.ts';

const { attribute, child, children, descendants } = xml;
const PARTS =
  /^word\/(?:document|styles|header\d*|footer\d*|_rels\/document\.xml\.rels|_rels\/document)\.?(?:xml|xml\.rels)?$/;

interface Going {
  readonly styles: Styles;
  readonly paragraphs: SeenParagraph[];
  readonly tables: SeenTable[];
  readonly sections: XmlNode[];
}

/**
 * Reads the measures of a Word file: pages, paragraphs with what counts for them, and tables.
 * @throws Problem `file-damaged` where it is no Word file
 */
export function readWord(file: { readonly name: string; readonly bytes: Uint8Array }): SeenWord {
  const parts = unpack(file, 'docx', PARTS, 'word/document.xml');
  const styles = readStyles(parts.get('word/styles.xml'));
  const going: Going = { styles, paragraphs: [], tables: [], sections: [] };
  const body = descendants(xml.parseXml(parts.get('word/document.xml') ?? ''), 'w:body')[0];
  if (body !== undefined) readBlocks(body, null, going);
  const last = child(body, 'w:sectPr');
  if (last !== undefined) going.sections.push(last);
  const targets = relations(parts.get('word/_rels/document.xml.rels'));
  const bands = (id: string | null) => {
    const text = parts.get(`word/${targets.get(id ?? '') ?? ''}`);
    const root = text === undefined ? undefined : children(xml.parseXml(text))[0];
    const own: Going = { styles, paragraphs: [], tables: [], sections: [] };
    if (root !== undefined) readBlocks(root, null, own);
    return own.paragraphs;
  };
  return {
    paragraphs: going.paragraphs,
    tables: going.tables,
    sections: going.sections.map((one) => sectionOf(one, bands)),
  };
}

function relations(text: string | undefined): ReadonlyMap<string | null, string> {
  if (text === undefined) return new Map();
  const all = descendants(xml.parseXml(text), 'Relationship');
  return new Map(all.map((one) => [attribute(one, 'Id'), attribute(one, 'Target') ?? '']));
}

function readBlocks(parent: XmlNode, place: SeenPlace | null, going: Going): void {
  for (const node of children(parent)) {
    if (node.nodeName === 'w:p') readParagraph(node, place, going);
    else if (node.nodeName === 'w:tbl' && place === null) readTable(node, going);
    else if (node.nodeName === 'w:tbl' || node.nodeName === 'w:tr' || node.nodeName === 'w:tc')
      readBlocks(node, place, going);
    else if (node.nodeName === 'w:sdt') {
      const content = child(node, 'w:sdtContent');
      if (content !== undefined) readBlocks(content, place, going);
    }
  }
}

function readTable(node: XmlNode, going: Going): void {
  const table = going.tables.length;
  const rows = children(node, 'w:tr');
  const kept = (row: XmlNode, name: string) => {
    const flag = child(child(row, 'w:trPr'), name);
    return flag !== undefined && !['0', 'false'].includes(value(flag) ?? '');
  };
  const inside = child(child(child(node, 'w:tblPr'), 'w:tblBorders'), 'w:insideH');
  going.tables.push({
    columns: Math.max(0, ...rows.map((row) => children(row, 'w:tc').length)),
    rows: rows.length,
    lined:
      inside !== undefined
        ? !['none', 'nil'].includes(value(inside) ?? '')
        : child(child(node, 'w:tblPr'), 'w:tblStyle') !== undefined,
    headRepeats: rows[0] !== undefined && kept(rows[0], 'w:tblHeader'),
    rowsWhole: rows.every((row) => kept(row, 'w:cantSplit')),
    section: going.sections.length,
  });
  rows.forEach((row, index) => {
    for (const [column, cell] of children(row, 'w:tc').entries())
      readBlocks(cell, { table, row: index, column }, going);
  });
}

function readParagraph(node: XmlNode, place: SeenPlace | null, going: Going): void {
  const props = child(node, 'w:pPr');
  const [style, letters] = going.styles.paragraph(value(child(props, 'w:pStyle')));
  const look = paragraphOver(style, props);
  const runs = descendants(node, 'w:r').flatMap((run): SeenRun[] => {
    const own = child(run, 'w:rPr');
    const text = textOf(run);
    const base = going.styles.run(letters, value(child(own, 'w:rStyle')));
    return text === '' ? [] : [{ ...runOver(base, own), text }];
  });
  const border = child(props, 'w:pBdr');
  const drawn = ['w:drawing', 'w:pict', 'mc:AlternateContent'].some((name) => descendants(node, name).length > 0);
  going.paragraphs.push({
    ...look,
    ...{ runs, text: runs.map((run) => (run.caps ? run.text.toLocaleUpperCase('vi') : run.text)).join(''), place },
    ruled:
      drawn ||
      (border !== undefined && (child(border, 'w:bottom') !== undefined || child(border, 'w:top') !== undefined)),
    section: going.sections.length,
  });
  const section = child(props, 'w:sectPr');
  if (section !== undefined) going.sections.push(section);
}

/** The words of a run; a field that gives the page's number is written `{PAGE}`. */
function textOf(run: XmlNode): string {
  let text = '';
  for (const node of children(run)) {
    if (node.nodeName === 'w:t') text += node.textContent ?? '';
    else if (node.nodeName === 'w:tab') text += '\t';
    else if (node.nodeName === 'w:br') text += '\n';
    else if (node.nodeName === 'w:instrText' && /\bPAGE\b/.test(node.textContent ?? '')) text += '{PAGE}';
  }
  return text;
}

function sectionOf(node: XmlNode, bands: (id: string | null) => SeenParagraph[]): SeenSection {
  const [size, margin] = [child(node, 'w:pgSz'), child(node, 'w:pgMar')];
  const length = (of: XmlNode | undefined, name: string) =>
    Math.round(Number((of && attribute(of, name)) ?? 0) * TWIP * 10) / 10;
  const band = (kind: 'w:headerReference' | 'w:footerReference', type: string) =>
    bands(
      children(node, kind).flatMap((one) => (attribute(one, 'w:type') === type ? [attribute(one, 'r:id')] : []))[0] ??
        null,
    );
  const first = [...band('w:headerReference', 'first'), ...band('w:footerReference', 'first')];
  return {
    ...{ width: length(size, 'w:w'), height: length(size, 'w:h') },
    ...{ top: length(margin, 'w:top'), bottom: length(margin, 'w:bottom') },
    ...{ left: length(margin, 'w:left'), right: length(margin, 'w:right') },
    headerEdge: length(margin, 'w:header'),
    titlePage:
      child(node, 'w:titlePg') !== undefined &&
      value(child(node, 'w:titlePg')) !== 'false' &&
      value(child(node, 'w:titlePg')) !== '0',
    header: band('w:headerReference', 'default'),
    footer: band('w:footerReference', 'default'),
    firstHasNumber: first.some(({ text }) => text.includes('{PAGE}')),
  };
}
