import { conceptMarks } from '../concepts/marks.ts';
import common from '../data/common-words.json' with { type: 'json' };

/** A register of a few units tells little of what is rare: it counts as if it held so many units of any statement. */
export const BACKGROUND_UNITS = 300;

type Listed = keyof typeof common;

let shares: ReadonlyMap<string, number> | null = null;

function read(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [language, words] of Object.entries(common) as Array<[Listed, Readonly<Record<string, number>>]>) {
    for (const [form, share] of Object.entries(words)) {
      for (const key of conceptMarks(form, language).flatMap(({ keys }) => keys)) {
        found.set(key, Math.max(found.get(key) ?? 0, share));
      }
    }
  }
  return found;
}

/** Units of the background that have a key. */
export function backgroundCount(key: string): number {
  shares ??= read();
  return (shares.get(key) ?? 0) * BACKGROUND_UNITS;
}
