import { type Language, TextUnits } from '../../kernel/index.ts';
import { WordTable } from '../lexicon/word-table.ts';
import { PIECE_SIGNS, sectorPieces, stemEnd } from './sector-words.ts';

const [UNASKED, OTHER, PIECE, HALF] = [0, 1, 2, 3];

/** What each UTF-16 unit is: of a piece, half of a character, or neither; asked of Unicode when it first comes. */
function asked(classes: Uint8Array, unit: number, sign: RegExp): number {
  const found = unit >= 0xd800 && unit <= 0xdfff ? HALF : sign.test(String.fromCharCode(unit)) ? PIECE : OTHER;
  classes[unit] = found;
  return found;
}

/** Numbers the pieces of clauses, by their letters in the text: cutting each out and looking it up takes three times as long. */
export class PieceNumbers {
  readonly #language: Language;
  readonly #table: WordTable;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #sign: RegExp;
  readonly #classes = new Uint8Array(65536);
  readonly #texts = new TextUnits();
  #found = new Uint16Array(256);

  /** `numbers`: of the pieces to be known, from 1. */
  constructor(numbers: ReadonlyMap<string, number>, language: Language) {
    this.#language = language;
    this.#numbers = numbers;
    this.#table = new WordTable(numbers);
    this.#sign = PIECE_SIGNS[language === 'zh' ? 'characters' : 'words'];
  }

  /** The numbers of the pieces of an object in order, 0 for one not known, with a 0 behind the last; until the next are asked for. */
  read(object: string): { readonly numbers: Uint16Array; readonly count: number } {
    const text = object.normalize('NFC').toLowerCase();
    if (this.#found.length <= text.length) this.#found = new Uint16Array(2 * text.length);
    const units = this.#texts.of(text);
    const count = this.#language === 'zh' ? this.#characters(units, text.length) : this.#words(units, text.length);
    const whole = count < 0 ? this.#oneByOne(object) : count;
    this.#found[whole] = 0;
    return { numbers: this.#found, count: whole };
  }

  #classOf(unit: number): number {
    const known = this.#classes[unit] as number;
    return known === UNASKED ? asked(this.#classes, unit, this.#sign) : known;
  }

  /** -1 where the text has characters of two units. */
  #words(units: Uint16Array, length: number): number {
    let count = 0;
    for (let at = 0; at < length; ) {
      const kind = this.#classOf(units[at] as number);
      if (kind === HALF) return -1;
      const start = at++;
      if (kind !== PIECE) continue;
      while (at < length && this.#classOf(units[at] as number) === PIECE) at++;
      const end = this.#language === 'en' ? stemEnd(units[at - 1] as number, start, at) : at;
      this.#found[count++] = this.#table.known(units, start, end);
    }
    return count;
  }

  #characters(units: Uint16Array, length: number): number {
    let count = 0;
    for (let at = 0; at < length; at++) {
      const kind = this.#classOf(units[at] as number);
      if (kind === HALF) return -1;
      if (kind === PIECE) this.#found[count++] = this.#table.known(units, at, at + 1);
    }
    return count;
  }

  #oneByOne(object: string): number {
    const pieces = sectorPieces(object, this.#language);
    for (const [at, piece] of pieces.entries()) this.#found[at] = this.#numbers.get(piece) ?? 0;
    return pieces.length;
  }
}
