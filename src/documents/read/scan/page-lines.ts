import { median, type PrintedLine } from '../pdf-lines.ts';
import type { PrintedPage } from '../pdf-passages.ts';
import type { SeenLine, SeenPage, SeenWord } from './recogniser.ts';

/** A recognised line as the passages are made of, with its words. */
export interface ScannedLine extends PrintedLine {
  readonly seen: readonly SeenWord[];
}

export interface ScannedPage extends Omit<PrintedPage, 'number'> {
  readonly lines: readonly ScannedLine[];
  /** Marks beside lines that were taken for dust or a shadow and left out. */
  readonly strays: number;
}

/** Lines of the same font come out this much higher or lower; in Arabic script nothing can be told from it. */
const SAME_SIZE = 1.4;
/** Height of the margins that hold page numbers, and what a page number may be wide, as shares of the page. */
const MARGIN = 0.08;
const NUMBER_WIDTH = 0.12;
/** A row is this much higher than the font's size. */
const ROW = 1.15;
const ARABIC = /[\u0600-\u06ff]/g;

/**
 * Lines in reading order, in points (`unit` points a pixel) from the lower left corner, the page turned upright: a
 * line's place is told as it would be on a straight page. Right-to-left pages are mirrored, so that lines begin at the
 * left here too.
 */
export function pageLines(seen: SeenPage, width: number, height: number, unit: number): ScannedPage {
  const slope = median(seen.lines.filter((line) => line.words.length > 3).map(slopeOf));
  const mirrored = isArabic(seen);
  const body = median(seen.lines.map((line) => line.rowAttributes.rowHeight));
  const lines: ScannedLine[] = [];
  let column = 0;
  let strays = 0;
  for (const line of seen.lines) {
    const { bbox, baseline, rowAttributes } = line;
    const { words: text, seen: words, strays: beside } = cellLine(line);
    strays += beside;
    if (words.length === 0) continue;
    // The recogniser guesses the baseline of Arabic script badly; the middle of the line is steadier.
    const foot = mirrored ? (bbox.y0 + bbox.y1) / 2 : (baseline.y0 + baseline.y1) / 2;
    const middle = (bbox.x0 + bbox.x1) / 2;
    const y = (height - (foot - slope * (middle - width / 2))) * unit;
    const shift = slope * (foot - height / 2);
    const [left, right] = mirrored
      ? [width - bbox.x1 - shift, width - bbox.x0 - shift]
      : [bbox.x0 + shift, bbox.x1 + shift];
    const ratio = rowAttributes.rowHeight / body;
    const same = mirrored || (ratio < SAME_SIZE && ratio > 1 / SAME_SIZE);
    const size = (body * (same ? 1 : ratio) * unit) / ROW;
    const before = lines.at(-1);
    if (before && y > before.y + size) column += 1;
    const small = (bbox.x1 - bbox.x0) / width < NUMBER_WIDTH && text.length <= 7;
    const aside = small && (foot > height * (1 - MARGIN) || foot < height * MARGIN);
    lines.push({ words: text, left: left * unit, right: right * unit, y, size, column, aside, seen: words });
  }
  return { lines, height: height * unit, strays };
}

/** The words of a line of one cell, with what they say and how many marks beside them were left out. */
export function cellLine({ words, rowAttributes }: SeenLine): {
  readonly words: string;
  readonly seen: readonly SeenWord[];
  readonly strays: number;
} {
  const seen = widen(withoutStrays(words, rowAttributes.rowHeight));
  return { words: setWords(seen), seen, strays: words.length - seen.length };
}

/** A word without letter or figure that stands this far from the line, in line heights, and is this doubtful, is dust. */
const STRAY_GAP = 0.6;
const STRAY_CONFIDENCE = 80;

/** A line without the bars and dots that dust and shadows leave at its ends. */
function withoutStrays(words: readonly SeenWord[], height: number): readonly SeenWord[] {
  const isStray = (word: SeenWord | undefined, next: SeenWord | undefined) =>
    word !== undefined &&
    !/[\p{L}\p{N}]/u.test(word.text) &&
    word.confidence < STRAY_CONFIDENCE &&
    (next === undefined || gap(word, next) > height * STRAY_GAP);
  let [start, end] = [0, words.length];
  while (start < end && isStray(words[start], words[start + 1])) start += 1;
  while (start < end && isStray(words[end - 1], words[end - 2])) end -= 1;
  return words.slice(start, end);
}

/** The space between two words of a line, whichever stands first. */
function gap({ bbox: a }: SeenWord, { bbox: b }: SeenWord): number {
  return Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
}

function slopeOf({ baseline }: SeenLine): number {
  return (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
}

function isArabic({ lines }: SeenPage): boolean {
  const text = lines.flatMap((line) => line.words.map((word) => word.text)).join('');
  return (text.match(ARABIC)?.length ?? 0) > text.length / 2;
}

const HAN = /[\u2e80-\u9fff\uff00-\uffef]/;
const NARROW = /[:;,!?()]/;

/** The words of a line; Chinese is written without spaces, which the recogniser puts between its characters. */
function setWords(words: readonly SeenWord[]): string {
  let text = '';
  for (const word of words) {
    const tight = HAN.test(text.at(-1) ?? '') || HAN.test(word.text.charAt(0));
    text += text === '' || tight ? word.text : ` ${word.text}`;
  }
  return text;
}

/**
 * The recogniser gives the wide marks of Chinese as narrow ones of the same shape (`；` as `;`): beside a Chinese
 * character they are wide again.
 */
function widen(words: readonly SeenWord[]): SeenWord[] {
  return words.map((word, i) => {
    const before = words[i - 1]?.text.at(-1) ?? '';
    const after = words[i + 1]?.text.charAt(0) ?? '';
    const around = `${before || ' '}${word.text}${after || ' '}`;
    const text = [...word.text]
      .map((mark, at) => {
        const beside = HAN.test(around.charAt(at)) || HAN.test(around.charAt(at + 2));
        return NARROW.test(mark) && beside ? String.fromCharCode(mark.charCodeAt(0) + 0xfee0) : mark;
      })
      .join('');
    return { ...word, text };
  });
}
