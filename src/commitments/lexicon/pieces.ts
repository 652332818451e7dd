import { TextUnits } from '../../kernel/index.ts';
import type { TokenType } from './token.ts';

/** A word, a number or a mark of a text, before phrases are known. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Lower case. */
  readonly word: string;
  readonly type: TokenType;
}

const UNASKED = 0;
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const HAN = 4;
const MARK = 5;

/** The types of pieces by the class of their first unit. */
const TYPES: readonly TokenType[] = ['mark', 'mark', 'word', 'number', 'word', 'mark'];

const TESTS: readonly (readonly [RegExp, number])[] = [
  [/\s/, SPACE],
  [/\p{Script=Han}/u, HAN],
  [/\p{N}/u, DIGIT],
  [/[\p{L}\p{M}\u200c]/u, LETTER],
];

/** The class of every UTF-16 unit that came so far. */
const CLASS = new Uint8Array(65536);

/** Asks Unicode for the class of a unit, when it comes first. */
function asked(unit: number): number {
  const char = String.fromCharCode(unit);
  const half = unit >= 0xd800 && unit <= 0xdfff;
  const found = half ? LETTER : (TESTS.find(([test]) => test.test(char))?.[1] ?? MARK);
  CLASS[unit] = found;
  return found;
}

function classOf(unit: number): number {
  const known = CLASS[unit] as number;
  return known === UNASKED ? asked(unit) : known;
}

/** Marks that join letters within one word: hyphens, slash, ampersand. */
function joins(unit: number): boolean {
  return unit === 0x2d || unit === 0x2013 || unit === 0x2f || unit === 0x26;
}

/** Marks that stay within a number: "1088/2-1089", "3,2". */
function staysInNumber(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x2f || unit === 0x3a || unit === 0x2d;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

const PERCENT = 37;

function wordEnd(units: Uint16Array, from: number): number {
  let at = from + 1;
  for (;;) {
    const unit = units[at] as number;
    const kind = classOf(unit);
    if (kind === LETTER || kind === DIGIT) at += 1;
    else if (kind !== MARK) return at;
    else if (isApostrophe(unit)) at += 1;
    else if (joins(unit)) {
      const next = classOf(units[at + 1] as number);
      if (next !== LETTER && next !== DIGIT) return at;
      at += 2;
    } else return at;
  }
}

function numberEnd(units: Uint16Array, from: number): number {
  let at = from + 1;
  for (;;) {
    const unit = units[at] as number;
    if (classOf(unit) === DIGIT) at += 1;
    else if (staysInNumber(unit) && classOf(units[at + 1] as number) === DIGIT) at += 2;
    else break;
  }
  while (classOf(units[at] as number) === LETTER) at += 1;
  return units[at] === PERCENT ? at + 1 : at;
}

/** Where the pieces of a text stand, and of which class each is: read them before another text is cut. */
export interface Cuts {
  /** The units of the text, with zeros behind. */
  units: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly classes: Uint8Array;
  count: number;
}

const texts = new TextUnits();
let cuts = cutsFor(512);

function cutsFor(most: number): Cuts {
  return {
    units: texts.of(''),
    starts: new Int32Array(most),
    ends: new Int32Array(most),
    classes: new Uint8Array(most),
    count: 0,
  };
}

/** Cuts a text into words, numbers and marks; a Chinese character is a word. Linear. */
export function cut(text: string): Cuts {
  const { length } = text;
  if (cuts.starts.length < length) cuts = cutsFor(2 * length);
  const { starts, ends, classes } = cuts;
  // No word or number goes over the zeros behind the text: they are marks.
  const units = texts.of(text);
  let count = 0;
  for (let at = 0; at < length; ) {
    const kind = classOf(units[at] as number);
    if (kind === SPACE) {
      at += 1;
      continue;
    }
    const end = kind === LETTER ? wordEnd(units, at) : kind === DIGIT ? numberEnd(units, at) : at + 1;
    starts[count] = at;
    ends[count] = end;
    classes[count] = kind;
    count += 1;
    at = end;
  }
  cuts.units = units;
  cuts.count = count;
  return cuts;
}

/** The type of a piece of some class. */
export function typeOf(kind: number): TokenType {
  return TYPES[kind] as TokenType;
}

/** The words, numbers and marks of a text in order. */
export function piecesOf(text: string): Piece[] {
  const { starts, ends, classes, count } = cut(text);
  const found: Piece[] = [];
  for (let at = 0; at < count; at += 1) {
    const [start, end] = [starts[at] as number, ends[at] as number];
    found.push({ start, end, word: text.slice(start, end).toLowerCase(), type: typeOf(classes[at] as number) });
  }
  return found;
}
