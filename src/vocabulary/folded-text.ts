import { foldUnits } from './fold.ts';

const SPACE = 0x20;
const DASH = 0x2d;

/** Half-spaces, soft hyphens, second spaces and the spaces about a dash are passed over, in forms and texts alike. */
export function passedOver(units: Uint16Array, index: number): boolean {
  const unit = units[index] as number;
  if (unit === SPACE) {
    const before = index === 0 ? 0 : (units[index - 1] as number);
    return before === DASH || before === SPACE || (units[index + 1] as number) === DASH;
  }
  return unit === 0x200c || unit === 0xad || unit === 0x640;
}

const PASSED = /\p{Pd}|[\u200c\u00ad\u0640]|\s\s/u;

/** The units of a form by which a trie finds it. */
export function keyOf(form: string): Uint16Array {
  const units = foldUnits(form.normalize('NFC'), 'bare');
  if (!PASSED.test(form)) return units;
  const padded = new Uint16Array(units.length + 1);
  padded.set(units);
  return units.filter((_, index) => !passedOver(padded, index));
}

/** Zeros behind the text, so that readers may look a few units ahead. */
const PADDING = 8;

let lastText = '';
let lastUnits = new Uint16Array(1024);

/**
 * The units of a text folded bare, and some zeros behind them. The array is longer than the text and is used again for the
 * next: read it before another text is folded. A text asked for twice in a row is folded once.
 */
export function foldedOf(text: string): Uint16Array {
  if (text === lastText) return lastUnits;
  if (lastUnits.length < text.length + PADDING) lastUnits = new Uint16Array(2 * text.length + PADDING);
  foldUnits(text, 'bare', lastUnits);
  lastUnits.fill(0, text.length, text.length + PADDING);
  lastText = text;
  return lastUnits;
}
