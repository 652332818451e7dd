import type { Letters, Line } from '../setting.ts';
import { CHINESE } from './faces.ts';

/** The face that letters are drawn with. */
export type FaceName = 'regular' | 'bold' | 'italic' | 'boldItalic' | 'chinese' | 'chineseBold';

/** Letters of one face on one line; widths in points. */
export interface Stretch {
  readonly text: string;
  readonly face: FaceName;
  readonly letters: Letters;
  readonly width: number;
}

/** One line as it is drawn: `extra` points are added at each of its `gaps`. */
export interface SetLine {
  readonly stretches: readonly Stretch[];
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** From the left edge of the column. */
  readonly x: number;
  readonly extra: number;
}

/** How wide text is in a face at a size, in points. */
export type Measure = (text: string, face: FaceName, size: number) => number;

const MM = 72 / 25.4;
/** Height of a line of Times in parts of its size. */
const LINE_HEIGHT = 1.15;
/** Signs that begin no line, and that end none. */
const NOT_FIRST = /^[，。；：、！？）」』》〕〉】,.;:!?)\]}”’…]/u;
const NOT_LAST = /[（「『《〔〈【(“‘]$/u;

interface Token {
  readonly parts: readonly Stretch[];
  readonly width: number;
  readonly blank: boolean;
}

/** Breaks a paragraph into lines of a column. @param width of the column, in points */
export function setLines(line: Line, width: number, measure: Measure): SetLine[] {
  const tokens = tokensOf(line.letters, measure, width - line.indent * MM);
  const rows: Token[][] = [[]];
  const room = (index: number) => width - line.indent * MM - (index === 0 ? line.firstLine * MM : 0);
  for (const token of tokens) {
    const row = rows.at(-1) as Token[];
    const used = row.reduce((sum, one) => sum + one.width, 0);
    if (!token.blank && row.length > 0 && used + token.width > room(rows.length - 1) + 0.01) rows.push([token]);
    else if (!(token.blank && row.length === 0 && rows.length > 1)) row.push(token);
  }
  return rows.map((row, index) => placed(trimmed(row), line, room(index), index, index === rows.length - 1));
}

function trimmed(row: readonly Token[]): Token[] {
  const last = row.findLastIndex(({ blank }) => !blank);
  return row.slice(0, last + 1);
}

function placed(row: readonly Token[], line: Line, room: number, index: number, last: boolean): SetLine {
  const size = Math.max(...line.letters.map((one) => one.size), 1);
  const height = 'exact' in line.leading ? line.leading.exact : size * LINE_HEIGHT * line.leading.times;
  const stretches = merged(row.flatMap(({ parts }) => parts));
  const width = row.reduce((sum, one) => sum + one.width, 0);
  const gaps = gapsOf(stretches);
  const extra = line.align === 'both' && !last && gaps > 0 ? (room - width) / gaps : 0;
  const start = line.indent * MM + (index === 0 ? line.firstLine * MM : 0);
  const shift = line.align === 'centre' ? (room - width) / 2 : line.align === 'right' ? room - width : 0;
  return { stretches, width, height, size, x: start + shift, extra };
}

/** Where a line may be drawn out: at its blanks, and between Chinese signs. */
export function gapsOf(stretches: readonly Stretch[]): number {
  const gaps = stretches.reduce((sum, one) => sum + gapsIn(one), 0);
  // Nothing follows the last sign.
  return stretches.at(-1)?.face.startsWith('chinese') ? gaps - 1 : gaps;
}

export function gapsIn({ text, face }: Stretch): number {
  return face.startsWith('chinese') ? [...text].length : text.split(' ').length - 1;
}

function merged(parts: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    if (before !== undefined && before.face === part.face && before.letters === part.letters) {
      whole[whole.length - 1] = { ...before, text: before.text + part.text, width: before.width + part.width };
    } else whole.push(part);
  }
  return whole;
}

/** Words, blanks and Chinese signs; what may not begin or end a line hangs on its neighbour. */
function tokensOf(letters: readonly Letters[], measure: Measure, room: number): Token[] {
  const tokens: Token[] = [];
  for (const one of letters) {
    for (const text of one.text.match(
      / +|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]|[^ \u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]+/gu,
    ) ?? []) {
      for (const piece of fitting(text, one, measure, room)) push(tokens, piece);
    }
  }
  return tokens;
}

function push(tokens: Token[], part: Stretch): void {
  const before = tokens.at(-1);
  const blank = part.text.trim() === '' && !part.text.includes('\u00a0');
  const words = before?.parts.map(({ text }) => text).join('') ?? '';
  const apart = blank || before === undefined || before.blank;
  const chinese = CHINESE.test(part.text) || CHINESE.test(words.slice(-1));
  const hangs = !apart && (NOT_FIRST.test(part.text) || NOT_LAST.test(words) || !chinese);
  if (hangs && before !== undefined) {
    tokens[tokens.length - 1] = { parts: [...before.parts, part], width: before.width + part.width, blank: false };
  } else tokens.push({ parts: [part], width: part.width, blank });
}

/** A word that is wider than the column is cut where it no longer fits. */
function fitting(text: string, letters: Letters, measure: Measure, room: number): Stretch[] {
  const face = faceOf(letters, CHINESE.test(text));
  const whole = { text, face, letters, width: measure(text, face, letters.size) };
  if (whole.width <= room || text.length < 2) return [whole];
  const pieces: Stretch[] = [];
  const cut = (piece: string) => pieces.push({ text: piece, face, letters, width: measure(piece, face, letters.size) });
  let piece = '';
  for (const sign of text) {
    if (piece !== '' && measure(piece + sign, face, letters.size) > room) {
      cut(piece);
      piece = '';
    }
    piece += sign;
  }
  cut(piece);
  return pieces;
}

function faceOf({ bold, italic, face }: Letters, chinese: boolean): FaceName {
  if (chinese) return bold || face === 'SimHei' ? 'chineseBold' : 'chinese';
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}
