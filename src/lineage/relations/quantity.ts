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

/** Of texts in two languages the only amount of each is compared, where both are of one order: 40 and 60 scholarships. */
const ALIKE = 5;

function onlyAmounts(a: LineageUnit, b: LineageUnit): QuantityDrift | null {
  const [before, ...moreBefore] = amounts(a).values();
  const [after, ...moreAfter] = amounts(b).values();
  if (before === undefined || after === undefined || moreBefore.length > 0 || moreAfter.length > 0) return null;
  if (before === after || Math.max(before, after) > ALIKE * Math.min(before, after)) return null;
  return { more: after > before, words: `${before} → ${after}` };
}

/** Compares the amounts of two units; null where they name none alike, or the same. */
export function quantityDrift(a: LineageUnit, b: LineageUnit): QuantityDrift | null {
  if (a.language !== b.language) return onlyAmounts(a, b);
  const later = amounts(b);
  for (const [unit, before] of amounts(a)) {
    const after = later.get(unit);
    if (after !== undefined && after !== before) return { more: after > before, words: `${before} → ${after} ${unit}` };
  }
  return null;
}
