import { TextUnits } from '../kernel/index.ts';
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
  const composed = form.normalize('NFC');
  const units = forms.of(composed).slice(0, composed.length);
  foldUnits(units, units.length, 'bare');
  if (!PASSED.test(form)) return units;
  const padded = new Uint16Array(units.length + 1);
  padded.set(units);
  return units.filter((_, index) => !passedOver(padded, index));
}

const forms = new TextUnits();
const texts = new TextUnits();
let lastText = '';
let lastUnits = texts.of('');

/**
 * The units of a text folded bare, and some zeros behind them. The array is longer than the text and is used again for the
 * next: read it before another text is folded. A text asked for twice in a row is folded once.
 */
export function foldedOf(text: string): Uint16Array {
  if (text === lastText) return lastUnits;
  lastUnits = texts.of(text);
  foldUnits(lastUnits, text.length, 'bare');
  lastText = text;
  return lastUnits;
}
