import { rowLine } from '../page-writer.ts';
import { cellsIn, type Frame, framesOf, isRowOfItsOwn, paragraphs } from '../pdf-grids.ts';
import { columnsOf } from '../table-cells.ts';
import type { DrawnLines } from './drawn-lines.ts';
import { cellLine, type ScannedLine } from './page-lines.ts';
import type { Raster } from './raster.ts';
import type { PixelBox, SeenLine, SeenWord } from './recogniser.ts';

const WHITE = 255;
/** As dark as this is ink. */
const INK = 150;
/** A table has so many columns and rows at least: smaller frames are stamps and boxes. */
const LEAST = 3;
/** Lines so near each other are one, in heights of letters. */
const NEAR = 0.5;
/** So much of a letter's height beside the lines of a cell is left out with them. */
const EDGE = 0.2;

/** A table drawn on a scanned page. Places of its frame are those of the straightened page, in pixels from the lower left. */
export interface ScannedTable {
  readonly frame: Frame;
  readonly slope: number;
}

/**
 * The tables drawn with lines on a page.
 * @param letter height of its letters in pixels
 */
export function tablesOn({ rules, slope }: DrawnLines, letter: number): ScannedTable[] {
  return framesOf(rules, Math.max(4, letter * NEAR))
    .filter(({ xs, ys }) => xs.length > LEAST && ys.length > LEAST)
    .map((frame) => ({ frame, slope }));
}

/** The box on the page around a stretch of the straightened page. */
function boxOn(
  { width, height }: Raster,
  slope: number,
  left: number,
  right: number,
  top: number,
  bottom: number,
): PixelBox {
  const corners = [left, right].flatMap((x) =>
    [height - top, height - bottom].map((y) => [x - slope * (y - height / 2), y + slope * (x - width / 2)] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const within = (at: number, most: number) => Math.max(0, Math.min(most, Math.round(at)));
  return {
    ...{ x0: within(Math.min(...xs), width), y0: within(Math.min(...ys), height) },
    ...{ x1: within(Math.max(...xs), width), y1: within(Math.max(...ys), height) },
  };
}

/** The page with its tables painted over, to be read without them. */
export function withoutTables(page: Raster, tables: readonly ScannedTable[]): Raster {
  const grey = page.grey.slice();
  const { width, height } = page;
  for (const { frame, slope } of tables) {
    const [from, to] = [Math.max(0, Math.floor(frame.left) - 4), Math.min(width - 1, Math.ceil(frame.right) + 4)];
    for (let x = from; x <= to; x++) {
      const shift = slope * (x - width / 2);
      const first = Math.max(0, Math.floor(height - frame.top + shift) - 4);
      const last = Math.min(height - 1, Math.ceil(height - frame.bottom + shift) + 4);
      for (let y = first; y <= last; y++) grey[y * width + x] = WHITE;
    }
  }
  return { ...page, grey };
}

/** A cut of a picture with white around it, and whether anything is written there. */
function cut(
  { width, grey }: Raster,
  { x0, y0, x1, y1 }: PixelBox,
  white: number,
): { picture: Raster; blank: boolean } {
  const [across, down] = [x1 - x0 + 2 * white, y1 - y0 + 2 * white];
  const out = new Uint8Array(across * down).fill(WHITE);
  let ink = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const value = grey[y * width + x] as number;
      out[(y - y0 + white) * across + x - x0 + white] = value;
      if (value < INK) ink += 1;
    }
  }
  return { picture: { width: across, height: down, grey: out }, blank: ink < white };
}

/** Reads one column of text in a cut of the page; places are those of the cut. */
export type ReadCell = (picture: Raster) => Promise<readonly SeenLine[]>;

/** The rows of a table, a line each, with the words seen in them; and how many marks were taken for dust. */
export async function readTable(
  page: Raster,
  { frame, slope }: ScannedTable,
  { letter, unit, read }: { readonly letter: number; readonly unit: number; readonly read: ReadCell },
): Promise<{ readonly lines: ScannedLine[]; readonly strays: number }> {
  const { xs, ys } = frame;
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const seen = new Map<string, { readonly paragraphs: string[]; readonly words: SeenWord[] }>();
  const white = Math.ceil(letter / 2);
  const inset = Math.ceil(letter * EDGE);
  let strays = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const isHome = (r: number, c: number) => frame.home(r, c).join() === `${row},${column}`;
      if (!isHome(row, column)) continue;
      let [r, c] = [row, column];
      while (r + 1 < rows && isHome(r + 1, column)) r += 1;
      while (c + 1 < columns && isHome(row, c + 1)) c += 1;
      const edges = [xs[column], xs[c + 1], ys[row], ys[r + 1]] as [number, number, number, number];
      const [across, down] = [edges[1] - edges[0], edges[2] - edges[3]].map(
        (size) => inset + Math.abs(slope) * size,
      ) as [number, number];
      const box = boxOn(page, slope, edges[0] + down, edges[1] - down, edges[2] - across, edges[3] + across);
      const { picture, blank } = cut(page, box, white);
      if (blank) continue;
      const lines = (await read(picture)).map(cellLine).filter((line) => line.seen.length > 0);
      strays += lines.reduce((sum, line) => sum + line.strays, 0);
      const [left, top] = [box.x0 - white, box.y0 - white];
      const words = lines.flatMap((line) =>
        line.seen.map(({ bbox, ...word }) => ({
          ...word,
          bbox: { x0: bbox.x0 + left, y0: bbox.y0 + top, x1: bbox.x1 + left, y1: bbox.y1 + top },
        })),
      );
      seen.set(`${row},${column}`, { paragraphs: paragraphs(lines), words });
    }
  }
  const cells = cellsIn(frame, (row, column) => seen.get(`${row},${column}`)?.paragraphs ?? []);
  const own = [...cells.keys()].filter((row) => isRowOfItsOwn(cells[row] ?? []));
  const lines = columnsOf(cells.filter(isRowOfItsOwn)).map((words, at): ScannedLine => {
    const row = own[at] as number;
    const there = Array.from({ length: columns }, (_, column) => seen.get(`${row},${column}`)?.words ?? []).flat();
    const y = (ys[row + 1] as number) * unit;
    return { words: rowLine(words), left: 0, right: 0, y, size: letter * unit, column: 0, table: [words], seen: there };
  });
  return { lines, strays };
}
