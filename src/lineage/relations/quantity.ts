import { digitNumbers } from '../../alignment/index.ts';
import type { LineageUnit } from '../model.ts';
import { isCue } from './cues.ts';

/** An amount that both units name, and how it moved. */
export interface QuantityDrift {
  readonly more: boolean;
  readonly words: string;
}

/** Amounts by the word behind them (`120 suất`, `8 billion dollars`): dates, times and ordinals are no amounts. */
function amounts({ quote, language }: LineageUnit): Map<string, number> {
  const text = quote.normalize('NFC');
  const found = new Map<string, number>();
  for (const { keys, end } of digitNumbers(text, language)) {
    const next = /^[\s-]*(\p{Script=Han}|[\p{L}\p{M}]+)/u.exec(text.slice(end))?.[1]?.toLowerCase();
    const value = Number(keys.find((key) => key.startsWith('n:'))?.slice(2));
    if (next === undefined || !Number.isFinite(value) || isCue('time', next, language)) continue;
    if (!found.has(next)) found.set(next, value);
  }
  return found;
}

/** Compares the amounts of two units of one language; null where they name none alike, or the same. */
export function quantityDrift(a: LineageUnit, b: LineageUnit): QuantityDrift | null {
  if (a.language !== b.language) return null;
  const later = amounts(b);
  for (const [unit, before] of amounts(a)) {
    const after = later.get(unit);
    if (after !== undefined && after !== before) return { more: after > before, words: `${before} → ${after} ${unit}` };
  }
  return null;
}
