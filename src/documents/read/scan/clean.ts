import { type DrawnLines, drawnLines } from './drawn-lines.ts';
import type { Raster } from './raster.ts';

/** Side of the squares in which the paper's own grey is measured, in pixels. */
const TILE = 32;
/** The share of a square's pixels that are surely paper. */
const PAPER = 0.25;
const WHITE = 245;
/** Darker than this is ink once the paper is white, lighter than that is paper; between them lie the edges of letters. */
const INK = 185;
const FAINT = 212;
/** A speck is at most this share of the square of a letter's height. */
const SPECK = 0.012;
/** An upright line this many letters high is no letter. */
const BAR = 3;
/** Marks of more ink than this count no more for it: a picture among the letters. */
const LARGE = 400;

/** A picture with white paper and no dust, and how high its letters are. */
export interface CleanPage {
  readonly raster: Raster;
  /** Middle height of what stands on the page, in pixels; 0 on a blank page. */
  readonly letter: number;
  /** Lines drawn on it, before what looks like a bar was taken away. */
  readonly drawn: DrawnLines;
}

/** Makes the paper white (shadows of the fold and the lid go), and takes away dust, upright bars and what is left of shadows. */
export function clean(raster: Raster): CleanPage {
  const page = whiten(raster);
  const marks = marksOf(page);
  const letter = letterHeight(marks);
  const drawn = letter === 0 ? { rules: [], slope: 0 } : drawnLines(page, letter);
  const speck = Math.max(1, Math.floor(letter * letter * SPECK));
  for (const mark of marks) {
    const bar = mark.height > letter * BAR && mark.width < letter;
    const shadow = mark.edge && mark.size > letter * letter;
    if (mark.size <= speck || bar || shadow) for (const at of mark.pixels) page.grey[at] = WHITE;
  }
  return { raster: page, letter, drawn };
}

/** The height half of the ink stands in marks lower than: dust is much, but holds little ink. 0 on a blank page. */
function letterHeight(marks: readonly Mark[]): number {
  const inside = marks.filter((mark) => mark.size > 5 && !mark.edge).sort((a, b) => a.height - b.height);
  if (inside.length < 3) return 0;
  const weight = (mark: Mark) => Math.min(mark.size, LARGE);
  let left = inside.reduce((sum, mark) => sum + weight(mark), 0) / 2;
  let next = 0;
  for (; left > 0; next++) left -= weight(inside[next] as Mark);
  return (inside[next - 1] as Mark).height;
}

/** Divides by the grey of the paper around each pixel, taken between the middles of the squares. */
function whiten({ width, height, grey }: Raster): Raster {
  const columns = Math.ceil(width / TILE);
  const paper = papers({ width, height, grey }, columns);
  const lastColumn = columns - 1;
  const lastRow = paper.length / columns - 1;
  const out = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    const downwards = Math.min(lastRow, Math.max(0, (y + 0.5) / TILE - 0.5));
    const row = Math.floor(downwards);
    const below = Math.min(row + 1, lastRow);
    const v = downwards - row;
    for (let x = 0; x < width; x++) {
      const across = Math.min(lastColumn, Math.max(0, (x + 0.5) / TILE - 0.5));
      const column = Math.floor(across);
      const next = Math.min(column + 1, lastColumn);
      const u = across - column;
      const at = (r: number, c: number) => paper[r * columns + c] as number;
      const above = at(row, column) * (1 - u) + at(row, next) * u;
      const under = at(below, column) * (1 - u) + at(below, next) * u;
      const white = above * (1 - v) + under * v;
      const value = ((grey[y * width + x] as number) * WHITE) / white;
      out[y * width + x] = value > FAINT ? WHITE : value;
    }
  }
  return { width, height, grey: out };
}

/** The grey of the paper in each square, row by row. */
function papers({ width, height, grey }: Raster, columns: number): Float32Array {
  const rows = Math.ceil(height / TILE);
  const found = new Float32Array(rows * columns);
  const counts = new Uint32Array(256);
  for (let tile = 0; tile < found.length; tile++) {
    const left = (tile % columns) * TILE;
    const top = Math.floor(tile / columns) * TILE;
    const right = Math.min(width, left + TILE);
    const bottom = Math.min(height, top + TILE);
    counts.fill(0);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++)
        counts[grey[y * width + x] as number] = (counts[grey[y * width + x] as number] as number) + 1;
    }
    let value = 255;
    let seen = counts[255] as number;
    while (value > 0 && seen < (right - left) * (bottom - top) * PAPER) seen += counts[--value] as number;
    // A square that is dark all over is a picture or a bar, not paper.
    found[tile] = Math.max(value, 60);
  }
  return found;
}

/** Ink that hangs together. */
interface Mark {
  readonly pixels: readonly number[];
  readonly size: number;
  readonly width: number;
  readonly height: number;
  /** It runs over the edge of the picture. */
  readonly edge: boolean;
}

/** Specks, and letters with their heights; of large marks only what is needed is kept. */
function marksOf({ width, height, grey }: Raster): Mark[] {
  const seen = new Uint8Array(grey.length);
  const marks: Mark[] = [];
  for (let start = 0; start < grey.length; start++) {
    if (seen[start] === 1 || (grey[start] as number) >= INK) continue;
    const pixels = flood(grey, seen, width, start);
    let top = height;
    let bottom = 0;
    let left = width;
    let right = 0;
    for (const at of pixels) {
      const y = Math.floor(at / width);
      const x = at - y * width;
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    const edge = left === 0 || top === 0 || right === width - 1 || bottom === height - 1;
    const [across, down] = [right - left + 1, bottom - top + 1];
    const kept = edge || pixels.length < 64 || down > across * BAR ? pixels : [];
    marks.push({ pixels: kept, size: pixels.length, width: across, height: down, edge });
  }
  return marks;
}

/** All ink pixels reached from one, over corners too. */
function flood(grey: Uint8Array, seen: Uint8Array, width: number, start: number): number[] {
  const found = [start];
  seen[start] = 1;
  for (let i = 0; i < found.length; i++) {
    const at = found[i] as number;
    const x = at % width;
    for (let row = at - width; row <= at + width; row += width) {
      if (row < 0 || row >= grey.length + width) continue;
      for (let step = x === 0 ? 0 : -1; step <= (x === width - 1 ? 0 : 1); step++) {
        const next = row + step;
        if (next < 0 || next >= grey.length || seen[next] === 1 || (grey[next] as number) >= INK) continue;
        seen[next] = 1;
        found.push(next);
      }
    }
  }
  return found;
}
