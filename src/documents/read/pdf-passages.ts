import type { Message } from '../../kernel/index.ts';
import { readMarker } from '../structure/marker.ts';
import { lossMessage } from './losses.ts';
import type { PageWriter } from './page-writer.ts';
import { joinCutRows } from './pdf-cut-rows.ts';
import { median, type PrintedLine, setBelow } from './pdf-lines.ts';
import { runningLines } from './pdf-running.ts';
import { cellsOf, tablesApart } from './pdf-tables.ts';

/** What was mended or moved on the way from lines to passages: for each thing the page it stands on. */
export interface Mended {
  readonly hyphens: number[];
  readonly footnotes: number[];
  readonly tables: number[];
}

/** What is said of it. */
export function mendedMessages({ hyphens, footnotes, tables }: Mended): Message[] {
  return [
    ...lossMessage({ severity: 'warning', id: 'document.tables-as-lines', at: 'page' }, tables),
    ...lossMessage({ severity: 'info', id: 'document.hyphens-joined', at: 'page' }, hyphens),
    ...lossMessage({ severity: 'info', id: 'document.footnotes-at-end', at: 'page' }, footnotes),
  ];
}

/** One page as lines, with its number in the file and its height in points. */
export interface PrintedPage {
  readonly number: number;
  readonly lines: readonly PrintedLine[];
  readonly height: number;
}

/** Writes the lines of all pages as passages, one a line; a passage cut by a page goes on below for the pipeline to join. */
export function writePassages(pages: readonly PrintedPage[], out: PageWriter): Mended {
  const mended: Mended = { hyphens: [], footnotes: [], tables: [] };
  const size = median(pages.flatMap((page) => page.lines.map((line) => line.size)));
  const compounds = hyphenated(pages);
  const notes: { words: string; page: number }[] = [];
  const running = runningLines(pages);
  const stretches = joinCutRows(
    pages.map((page) => tablesApart(page.lines.filter((line) => !running.has(line) && !isNote(line, page, size)))),
  );
  for (const [index, page] of pages.entries()) {
    const { number } = page;
    const set = (lines: readonly PrintedLine[]) => gather(lines, size, compounds, () => mended.hyphens.push(number));
    out.page(number);
    const head = page.lines.filter((line) => running.has(line) && line.y > page.height / 2);
    const foot = page.lines.filter((line) => running.has(line) && line.y <= page.height / 2);
    for (const line of head) out.aside(line.words);
    for (const stretch of stretches[index] ?? []) {
      if (stretch.cells === null) for (const { words, heading } of set(stretch.lines)) out.passage(words, heading);
      else {
        out.table(stretch.cells);
        mended.tables.push(number);
      }
    }
    for (const line of foot) out.aside(line.words);
    const small = page.lines.filter((line) => !running.has(line) && isNote(line, page, size));
    notes.push(...withSigns(set(small)).map((words) => ({ words, page: number })));
  }
  for (const { words, page } of notes) {
    out.page(page);
    out.passage(words);
    mended.footnotes.push(page);
  }
  return mended;
}

/** Smaller letters near the foot of the page that begin with a figure or sign. */
function isNote(line: PrintedLine, page: PrintedPage, size: number): boolean {
  if (line.size > size * 0.88 || line.y > page.height * 0.4 || line.y < page.height * 0.04) return false;
  const first = page.lines.find(
    (other) => other.size <= size * 0.88 && other.y <= page.height * 0.4 && /^[\d*†]/.test(other.words),
  );
  return first !== undefined && line.y <= first.y + 1;
}

/** Notes with their signs: one raised so high that it stands on a line of its own belongs to the words after it. */
function withSigns(passages: readonly Passage[]): string[] {
  const notes: string[] = [];
  let sign = '';
  for (const { words } of passages) {
    if (/^[\d*†‡]{1,3}$/.test(words)) sign = `${words} `;
    else {
      notes.push(sign + words);
      sign = '';
    }
  }
  return sign === '' ? notes : [...notes, sign.trim()];
}

interface Passage {
  words: string;
  readonly heading: boolean;
}

function gather(
  lines: readonly PrintedLine[],
  size: number,
  compounds: ReadonlySet<string>,
  onHyphen: () => void,
): Passage[] {
  const passages: Passage[] = [];
  const edges = columnEdges(lines);
  const spacing = lineSpacing(lines);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as PrintedLine;
    const before = lines[i - 1];
    const last = passages.at(-1);
    if (before && last && goesOn(before, line, edges.get(line.column) as Edges, spacing)) {
      last.words = attach(last.words, line.words, compounds, onHyphen);
    } else {
      const heading = line.size > size * 1.15 && line.words.length < 160;
      for (const words of sides(line, edges.get(line.column) as Edges)) passages.push({ words, heading });
    }
  }
  return passages;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function columnEdges(lines: readonly PrintedLine[]): Map<number, Edges> {
  const edges = new Map<number, Edges>();
  for (const column of new Set(lines.map((line) => line.column))) {
    const own = lines.filter((line) => line.column === column);
    edges.set(column, {
      left: median(own.map((line) => line.left)),
      right: Math.max(...own.map((line) => line.right)),
    });
  }
  return edges;
}

/** The distance of lines inside a passage: what a fifth of all gaps stay below, since gaps between passages are wider. */
function lineSpacing(lines: readonly PrintedLine[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const gap = (lines[i - 1] as PrintedLine).y - (lines[i] as PrintedLine).y;
    if (gap > 0) gaps.push(gap);
  }
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 5)] ?? 0;
}

/** The next line belongs to the passage: same column and size, no gap, no marker, and the line above runs to the edge. */
function goesOn(before: PrintedLine, line: PrintedLine, edges: Edges, spacing: number): boolean {
  if (before.column !== line.column || Math.abs(before.size - line.size) > line.size * 0.1) return false;
  if (before.y - line.y > spacing * 1.3 || readMarker(line.words) !== null) return false;
  const letter = line.size * 0.5;
  if (hasCells(line, edges) || hasCells(before, edges)) return false;
  const first = (/^\S+/.exec(line.words)?.[0].length ?? 0) * letter;
  const full = before.right + Math.min(first, letter * 14) >= edges.right - letter;
  const indented = line.left - before.left > line.size * 0.9 && line.left - edges.left > line.size * 0.9;
  return full && !(indented && readMarker(before.words) === null);
}

/** Wide gaps part cells; in a justified line, which fills its column from edge to edge, they only stretch it. */
function hasCells({ words, left, right, size }: PrintedLine, edges: Edges): boolean {
  return /\s{3}/.test(words) && (left - edges.left > size || edges.right - right > size);
}

/** Two columns on one line, as in a letterhead and over signatures: the words of each. */
function sides(line: PrintedLine, edges: Edges): string[] {
  const cells = cellsOf(line);
  return cells.length === 2 && hasCells(line, edges) ? cells : [line.words];
}

/** Joins a line to the passage; a word hyphenated at the break is made whole unless it is written with its hyphen elsewhere. */
function attach(words: string, next: string, compounds: ReadonlySet<string>, onHyphen: () => void): string {
  const head = /(\p{Ll}{2,})[-\u00ad]$/u.exec(words)?.[1];
  const tail = /^\p{Ll}+/u.exec(next)?.[0];
  if (head !== undefined && tail !== undefined) {
    if (compounds.has(`${head}-${tail}`.toLowerCase())) return words + next;
    onHyphen();
    return words.slice(0, -1) + next;
  }
  return setBelow(words, next);
}

function hyphenated(pages: readonly PrintedPage[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const page of pages) {
    for (const line of page.lines) {
      for (const match of line.words.matchAll(/\p{L}{2,}-\p{L}+/gu)) found.add(match[0].toLowerCase());
    }
  }
  return found;
}
