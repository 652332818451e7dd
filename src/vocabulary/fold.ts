import { TextUnits, unitAt } from '../kernel/index.ts';

/**
 * Two foldings that keep the length of a text, so that offsets found in the folded text hold in the text itself.
 * `case`: small letters, one kind of quotation mark, dash, digit and space, Persian letters for Arabic ones.
 * `bare`: the same, and no diacritics (`Đồng Đăng` → `dong dang`).
 */
export type Folding = 'case' | 'bare';

/** What a character is for the boundaries of words: none of one, part of one, or a word by itself (Chinese). */
export const OUTSIDE = 0;
export const IN_WORD = 1;
export const ALONE = 2;

const ONE_FOR_MANY: Record<string, string> = {
  '"': '“”„‟«»『』「」《》″',
  "'": '‘’‚‛`´ʼ',
  '-': '‐‑‒–—―−－〜',
  ' ': '\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\n\r',
  ی: 'يىې',
  ک: 'كڪ',
  ه: 'ةۀە',
  ا: 'أإآٱ',
  و: 'ؤ',
};

function foldCharacter(character: string, bare: boolean): string {
  const wide = character.normalize('NFKC');
  const narrow = wide.length === 1 && character >= '\uff01' && character <= '\uff5e' ? wide : character;
  const small = narrow.toLowerCase();
  if (!bare) return small.length === 1 ? small : narrow;
  if (small === 'đ' || small === 'ð') return 'd';
  const base = small.normalize('NFD').replace(/\p{M}/gu, '');
  return base.length === 1 ? base : small.length === 1 ? small : narrow;
}

function buildTable(bare: boolean): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) table[code] = code;
  const ranges = [
    [0x41, 0x5a],
    [0xc0, 0x24f],
    [0x370, 0x52f],
    [0x1e00, 0x1fff],
    [0xff01, 0xff5e],
  ] as const;
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      table[code] = foldCharacter(String.fromCharCode(code), bare).charCodeAt(0);
    }
  }
  for (const [one, many] of Object.entries(ONE_FOR_MANY)) {
    for (const character of many) table[character.charCodeAt(0)] = one.charCodeAt(0);
  }
  for (let digit = 0; digit < 10; digit++) {
    for (const zero of [0x660, 0x6f0, 0xff10]) table[zero + digit] = 0x30 + digit;
  }
  return table;
}

const TABLES: Record<Folding, Uint16Array> = { case: buildTable(false), bare: buildTable(true) };

/** Folds units of a text, one for each of its own, in place. */
export function foldUnits(units: Uint16Array, length: number, folding: Folding): void {
  const table = TABLES[folding];
  for (let at = 0; at < length; at++) units[at] = table[units[at] as number] as number;
}

/** True where a stretch of a text, folded, is exactly `folded`. */
export function foldsTo(text: string, start: number, end: number, folded: string, folding: Folding): boolean {
  const { length } = folded;
  if (end - start !== length) return false;
  const table = TABLES[folding];
  for (let at = 0; at < length; at++) if (table[unitAt(text, start + at)] !== unitAt(folded, at)) return false;
  return true;
}

const texts = new TextUnits();

/** The folded text, as long as the text; the text itself where nothing is to fold. */
export function fold(text: string, folding: Folding): string {
  const table = TABLES[folding];
  const units = texts.of(text);
  const { length } = text;
  let folded = '';
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    const to = table[unit] as number;
    if (to === unit) continue;
    folded += text.slice(kept, at) + String.fromCharCode(to);
    kept = at + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(65536);
  const word = /[\p{L}\p{N}\p{M}]/u;
  for (let code = 0x30; code < 0x2e80; code++) {
    if (word.test(String.fromCharCode(code))) classes[code] = IN_WORD;
  }
  classes[0x200c] = IN_WORD;
  for (let code = 0x2e80; code < 0xa000; code++) classes[code] = code < 0x3040 ? OUTSIDE : ALONE;
  for (let code = 0xf900; code < 0xfb00; code++) classes[code] = ALONE;
  for (let code = 0xfb50; code < 0xff00; code++) if (word.test(String.fromCharCode(code))) classes[code] = IN_WORD;
  return classes;
}

/** For each UTF-16 unit one of OUTSIDE, IN_WORD, ALONE. */
export const WORD_CLASSES = buildClasses();

/** True where `offset` lies between two words (or beside Chinese, or at an end). */
export function isBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  return !(WORD_CLASSES[unitAt(text, offset - 1)] === IN_WORD && WORD_CLASSES[unitAt(text, offset)] === IN_WORD);
}

const TONES: Record<string, string> = { '\u0300': 'f', '\u0301': 's', '\u0303': 'x', '\u0309': 'r', '\u0323': 'j' };

/**
 * Vietnamese with the tone of each syllable written at its end, so that `hoà` and `hòa`, `Uỷ` and `Ủy` become equal.
 * For comparing, not for offsets.
 */
export function evenTones(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    let tone = '';
    const rest = word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (mark) => {
      tone = TONES[mark] ?? '';
      return '';
    });
    return tone === '' ? word : rest.normalize('NFC') + tone;
  });
}

/** A name in lower-case kebab letters without diacritics: `Cao Bằng` → `cao-bang`. */
export function kebab(name: string): string {
  return fold(name.normalize('NFC'), 'bare')
    .replace(/['’]s\b/g, 's')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
