import type { TokenType } from './token.ts';

/** A word, a number or a mark of a text, before phrases are known. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Lower case. */
  readonly word: string;
  readonly type: TokenType;
  readonly capital: boolean;
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

/** Strings of one character, made once: Chinese words and marks come back on every line. */
const SINGLE = new Array<string | undefined>(65536);

function sliced(text: string, start: number, end: number): string {
  if (end > start + 1) return text.slice(start, end);
  const code = text.charCodeAt(start);
  const known = SINGLE[code];
  if (known !== undefined) return known;
  const made = text.charAt(start);
  SINGLE[code] = made;
  return made;
}

/** The words, numbers and marks of a text in order; a Chinese character is a word. Linear. */
export function piecesOf(text: string): Piece[] {
  if (!asked) askClasses();
  const lower = text.toLowerCase();
  const same = lower.length === text.length;
  const found: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = CLASS[text.charCodeAt(at)] as number;
    if (kind === SPACE) {
      at += 1;
      continue;
    }
    const end = kind === LETTER ? wordEnd(text, at) : kind === DIGIT ? numberEnd(text, at) : at + 1;
    const word = same ? sliced(lower, at, end) : text.slice(at, end).toLowerCase();
    const type: TokenType = kind === MARK ? 'mark' : kind === DIGIT ? 'number' : 'word';
    found.push({
      start: at,
      end,
      word,
      type,
      capital: kind === LETTER && same && lower.charCodeAt(at) !== text.charCodeAt(at),
    });
    at = end;
  }
  return found;
}
