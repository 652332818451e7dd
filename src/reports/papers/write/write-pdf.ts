import PDFDocument from 'pdfkit';
import type { Grid, Line, Part, Setting } from '../setting.ts';
import type { Faces } from './faces.ts';
import { languageTag } from './language-tag.ts';
import { asArtifact, drawLines, drawRule, MM, openPages, type Pages, RULE_SPACE, type Tag } from './pdf-pages.ts';
import { type SetLine, setLines } from './typeset.ts';

const TAGS = { title: 'H1', 'heading-1': 'H2', 'heading-2': 'H3', text: 'P', item: 'P' } as const;
/** Space inside the cells of a grid, in points: beside the words, and above and below them. */
const INSIDE = { head: [0, 0], foot: [0, 0], pair: [2 * MM, 0], table: [1.2 * MM, 0.7 * MM] } as const;

/**
 * A paper as PDF, page by page as its setting has it: faces embedded, structure, language and title given.
 * @param made the moment it says it was made, so that the same paper gives the same bytes
 */
export async function writePaperPdf(
  setting: Setting,
  faces: Faces,
  made: Date,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const pdf = new PDFDocument({
    ...{ autoFirstPage: false, tagged: true, displayTitle: true, pdfVersion: '1.7', bufferPages: false },
    lang: languageTag(setting.language),
    info: { Title: setting.title, Creator: 'Servanda', Producer: 'Servanda', CreationDate: made, ModDate: made },
  });
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
  let count = 0;
  pdf.on('pageAdded', () => {
    count += 1;
  });
  const pages = openPages(pdf, faces, setting);
  for (const sheet of setting.sheets) {
    pages.begin(sheet);
    for (const [index, part] of sheet.parts.entries()) drawPart(pages, part, sheet.parts[index + 1]);
  }
  pages.root.end();
  pdf.end();
  return { bytes: await whole, pages: count };
}

function drawPart(pages: Pages, part: Part, next: Part | undefined): void {
  if (part.kind === 'grid') drawGrid(pages, part);
  else if (part.kind === 'line') drawParagraph(pages, part, next);
  else {
    pages.y += part.before ?? 0;
    if (pages.y + RULE_SPACE > pages.bottom) pages.turn();
    drawRule(pages, part, pages.left, pages.width, pages.y);
    pages.y += RULE_SPACE;
  }
}

/** A paragraph over as many pages as it takes, never one line of it alone. */
function drawParagraph(pages: Pages, line: Line, next: Part | undefined): void {
  const lines = setLines(line, pages.width, pages.measure);
  const tag = tagFor(pages, line);
  pages.root.add(tag);
  pages.y += pages.y > pages.top || pages.fresh ? line.before : 0;
  let rest = lines;
  const wanted = heightOf(lines.slice(0, 2)) + (line.keepNext && next !== undefined ? leastOf(pages, next) : 0);
  if (pages.y + wanted > pages.bottom && pages.y > pages.top) pages.turn();
  while (rest.length > 0) {
    const room = Math.max(1, fitting(rest, pages.bottom - pages.y));
    const here = rest.length - room === 1 && room > 2 ? room - 1 : room;
    drawLines(pages, tag, rest.slice(0, here), pages.left, pages.y);
    pages.y += heightOf(rest.slice(0, here));
    rest = rest.slice(here);
    if (rest.length > 0) pages.turn();
  }
  pages.y += line.after;
  tag.end();
}

/** What has to stand below words that stay with what follows: two lines of it, or a whole row. */
function leastOf(pages: Pages, next: Part): number {
  if (next.kind === 'line') return next.before + heightOf(setLines(next, pages.width, pages.measure).slice(0, 2));
  return next.kind === 'grid' ? layRow(pages, next, 0).height : 0;
}

function tagFor({ pdf }: Pages, { role, letters }: Line): Tag {
  const languages = new Set(letters.map(({ language }) => language));
  const [only] = languages;
  return pdf.struct(TAGS[role], languages.size === 1 && only !== undefined ? { lang: languageTag(only) } : {});
}

function heightOf(lines: readonly SetLine[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

/** How many of the lines a height holds. */
function fitting(lines: readonly SetLine[], height: number): number {
  let used = 0;
  const full = lines.findIndex((line) => {
    used += line.height;
    return used > height + 0.01;
  });
  return full === -1 ? lines.length : full;
}

interface Laid {
  readonly cells: readonly (readonly {
    readonly part: Exclude<Part, Grid>;
    readonly lines: readonly SetLine[];
    readonly y: number;
  }[])[];
  readonly height: number;
}

function drawGrid(pages: Pages, grid: Grid): void {
  const { pdf } = pages;
  const table = grid.purpose === 'table';
  const tag = table ? pdf.struct('Table') : pages.root;
  if (table) pages.root.add(tag);
  const rows = grid.rows.map((_, index) => layRow(pages, grid, index));
  const head = table ? rows[0] : undefined;
  rows.forEach((row, index) => {
    const tagOf = table ? rowTag(pages, tag, index === 0) : () => pages.root;
    const turn = () => {
      pages.turn();
      if (head !== undefined && index > 0) drawAgain(pages, grid, head);
    };
    if (pages.y + row.height > pages.bottom && pages.y > pages.top) turn();
    let rest: Laid | null = row;
    while (rest !== null) {
      const [here, left] = cutRow(rest, pages.bottom - pages.y, INSIDE[grid.purpose][1]);
      drawRow(pages, grid, here, tagOf);
      if (left !== null) turn();
      rest = left;
    }
  });
  if (table) tag.end();
}

/** A row's cells as lines, each with its distance from the row's top. */
function layRow({ measure }: Pages, { columns, rows, purpose }: Grid, index: number): Laid {
  const [beside, above] = INSIDE[purpose];
  const heights: number[] = [];
  const cells = (rows[index] ?? []).map(({ content }, column) => {
    const width = (columns[column] ?? 0) * MM - 2 * beside;
    let y: number = above;
    const laid = content.map((part) => {
      if (part.kind === 'rule') {
        y += RULE_SPACE;
        return { part, lines: [], y: y - RULE_SPACE };
      }
      const lines = setLines(part, width, measure);
      const at = y + part.before;
      y = at + heightOf(lines) + part.after;
      return { part, lines, y: at };
    });
    heights.push(y + above);
    return laid;
  });
  return { cells, height: Math.max(0, ...heights) };
}

/** What of a row a height holds, and the rest: a row stays whole unless it is taller than a page. */
function cutRow(row: Laid, room: number, above: number): [Laid, Laid | null] {
  if (row.height <= room + 0.01) return [row, null];
  const [here, rest]: [Laid['cells'][number][], Laid['cells'][number][]] = [[], []];
  for (const content of row.cells) {
    const kept = content.map((one) => ({
      ...one,
      lines: one.lines.slice(0, fitting(one.lines, room - above - one.y)),
    }));
    let y = above;
    const left = content.flatMap(({ part, lines }, index) => {
      const after = lines.slice(kept[index]?.lines.length ?? 0);
      if (after.length === 0) return [];
      const at = y;
      y += heightOf(after);
      return [{ part, lines: after, y: at }];
    });
    here.push(kept);
    rest.push(left);
  }
  const tallest = Math.max(0, ...rest.flat().map(({ lines, y }) => y + heightOf(lines)));
  // Nothing of it fits: it is drawn over the edge rather than never.
  if (here.flat().every(({ lines }) => lines.length === 0)) return [row, null];
  return [{ cells: here, height: room }, tallest === 0 ? null : { cells: rest, height: tallest + above }];
}

type CellTag = (column: number) => Tag;

function rowTag({ pdf }: Pages, table: Tag, head: boolean): CellTag {
  const row = pdf.struct('TR');
  table.add(row);
  return () => {
    const cell = pdf.struct(head ? 'TH' : 'TD');
    row.add(cell);
    return cell;
  };
}

function drawRow(pages: Pages, grid: Grid, { cells, height }: Laid, tagOf: CellTag): void {
  const [beside] = INSIDE[grid.purpose];
  let x = pages.left;
  cells.forEach((content, column) => {
    const width = (grid.columns[column] ?? 0) * MM;
    const cell = tagOf(column);
    for (const { part, lines, y } of content) {
      if (part.kind === 'rule') drawRule(pages, part, x + beside, width - 2 * beside, pages.y + y);
      else {
        const tag = tagFor(pages, part);
        cell.add(tag);
        drawLines(pages, tag, lines, x + beside, pages.y + y);
        tag.end();
      }
    }
    x += width;
  });
  if (grid.purpose === 'table') drawBorders(pages, grid, height);
  pages.y += height;
}

/** The head row on the next page: seen, and not read out once more. */
function drawAgain(pages: Pages, grid: Grid, head: Laid): void {
  const { pdf } = pages;
  const [beside] = INSIDE[grid.purpose];
  asArtifact(pdf, 'Pagination', () => {
    let x = pages.left;
    head.cells.forEach((content, column) => {
      for (const { lines, y } of content) drawLines(pages, null, lines, x + beside, pages.y + y);
      x += (grid.columns[column] ?? 0) * MM;
    });
  });
  drawBorders(pages, grid, head.height);
  pages.y += head.height;
}

function drawBorders({ pdf, left, y }: Pages, { columns }: Grid, height: number): void {
  asArtifact(pdf, 'Layout', () => {
    let x = left;
    pdf.lineWidth(0.5);
    for (const column of columns) {
      pdf.rect(x, y, column * MM, height).stroke('#000000');
      x += column * MM;
    }
  });
}
