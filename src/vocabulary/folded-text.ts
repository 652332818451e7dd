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

/** The units of a form by which a trie finds it. */
export function keyOf(form: string): Uint16Array {
  const units = foldUnits(form.normalize('NFC'), 'bare');
  const padded = new Uint16Array(units.length + 1);
  padded.set(units);
  return units.filter((_, index) => !passedOver(padded, index));
}

let lastText = '';
let lastUnits = new Uint16Array(1024);

/**
 * The units of a text folded bare, and a 0 behind them. The array is longer than the text and is used again for the
 * next: read it before another text is folded. A text asked for twice in a row is folded once.
 */
export function foldedOf(text: string): Uint16Array {
  if (text === lastText) return lastUnits;
  if (lastUnits.length <= text.length) lastUnits = new Uint16Array(2 * text.length + 1);
  foldUnits(text, 'bare', lastUnits);
  lastUnits[text.length] = 0;
  lastText = text;
  return lastUnits;
}
