import type { TokenType } from './token.ts';

/** A word, a number or a mark of a text, before phrases are known. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Lower case. */
  readonly word: string;
  readonly type: TokenType;
}

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const HAN = 3;
const MARK = 4;

/** The class of every UTF-16 unit, asked of Unicode once, when the first text is read. */
const CLASS = new Uint8Array(65536);
let asked = false;

function askClasses(): void {
  asked = true;
  CLASS.fill(MARK);
  const tests: readonly (readonly [RegExp, number])[] = [
    [/[\p{L}\p{M}\u200c]/u, LETTER],
    [/\p{N}/u, DIGIT],
    [/\p{Script=Han}/u, HAN],
    [/\s/, SPACE],
  ];
  for (let code = 0; code < 65536; code += 1) {
    const char = String.fromCharCode(code);
    for (const [test, value] of tests) if (test.test(char)) CLASS[code] = value;
    if (code >= 0xd800 && code <= 0xdfff) CLASS[code] = LETTER;
  }
}

/** Marks that join letters within one word: hyphens, slash, ampersand. */
const JOINERS = new Set([...'-–/&'].map((char) => char.charCodeAt(0)));
/** Marks that stay within a number: "1088/2-1089", "3,2". */
const NUMERIC = new Set([...'.,/:-'].map((char) => char.charCodeAt(0)));
const PERCENT = 37;

function classAt(text: string, at: number): number {
  return at < text.length ? (CLASS[text.charCodeAt(at)] as number) : SPACE;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const kind = classAt(text, at);
    if (kind === LETTER || kind === DIGIT) at += 1;
    else if (kind === MARK && isApostrophe(text.charCodeAt(at))) at += 1;
    else if (
      kind === MARK &&
      JOINERS.has(text.charCodeAt(at)) &&
      (classAt(text, at + 1) === LETTER || classAt(text, at + 1) === DIGIT)
    )
      at += 2;
    else return at;
  }
}

function numberEnd(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    if (classAt(text, at) === DIGIT) at += 1;
    else if (NUMERIC.has(text.charCodeAt(at)) && classAt(text, at + 1) === DIGIT) at += 2;
    else break;
  }
  while (classAt(text, at) === LETTER) at += 1;
  return text.charCodeAt(at) === PERCENT ? at + 1 : at;
}

/** Where the pieces of a text stand, and of which class each is: read them before another text is cut. */
export interface Cuts {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly types: readonly TokenType[];
  count: number;
}

let cuts = cutsFor(512);

function cutsFor(most: number): Cuts {
  return { starts: new Int32Array(most), ends: new Int32Array(most), types: [], count: 0 };
}

/** Cuts a text into words, numbers and marks; a Chinese character is a word. Linear. */
export function cut(text: string): Cuts {
  if (!asked) askClasses();
  if (cuts.starts.length < text.length) cuts = cutsFor(2 * text.length);
  const { starts, ends } = cuts;
  const types = cuts.types as TokenType[];
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const kind = CLASS[text.charCodeAt(at)] as number;
    if (kind === SPACE) {
      at += 1;
      continue;
    }
    const end = kind === LETTER ? wordEnd(text, at) : kind === DIGIT ? numberEnd(text, at) : at + 1;
    starts[count] = at;
    ends[count] = end;
    types[count] = kind === MARK ? 'mark' : kind === DIGIT ? 'number' : 'word';
    count += 1;
    at = end;
  }
  cuts.count = count;
  return cuts;
}

/** The words, numbers and marks of a text in order. */
export function piecesOf(text: string): Piece[] {
  const { starts, ends, types, count } = cut(text);
  const found: Piece[] = [];
  for (let at = 0; at < count; at += 1) {
    const [start, end] = [starts[at] as number, ends[at] as number];
    found.push({ start, end, word: text.slice(start, end).toLowerCase(), type: types[at] as TokenType });
  }
  return found;
}
