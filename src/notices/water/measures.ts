import parameterData from './data/parameters.json' with { type: 'json' };
import unitData from './data/units.json' with { type: 'json' };
import { type Parameter, QUALITIES, type Quality } from './model.ts';

const UNITS = unitData.units as unknown as Readonly<Record<string, readonly [base: string, factor: number]>>;
const EXACT = parameterData.exact as Readonly<Record<string, string>>;

/** What a file means by a property: its address, title or short name; `other` where no known word stands in it. */
export function parameterOf(property: string): Parameter {
  const folded = property.trim().toLowerCase();
  const exact = Object.hasOwn(EXACT, folded) ? EXACT[folded] : undefined;
  const found = parameterData.parameters.find(({ words }) => words.some((word) => folded.includes(word)));
  return (exact ?? found?.id ?? 'other') as Parameter;
}

/** The address under which a parameter is known to others; null of what is only known by its name. */
export function definitionOf(parameter: Parameter): string | null {
  return parameterData.parameters.find(({ id }) => id === parameter)?.definition ?? null;
}

export function isKnownUnit(unit: string): boolean {
  return Object.hasOwn(UNITS, unit);
}

/** A value in another unit; null where it is not certain what one is in the other. */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const [a, b] = [from, to].map((unit) => (Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined));
  if (!a || !b || a[0] !== b[0]) return null;
  // Twelve figures are more than any gauge gives, and leave no trace of the factors.
  return Number(((value * a[1]) / b[1]).toPrecision(12));
}

/** The last word of a code or address (`…/quality/good`, `urn:…:good`). */
export function lastWord(text: string): string {
  return /[^/#:?=&\s]*$/.exec(text.trim().replace(/[/#]+$/, ''))?.[0] ?? '';
}

/** The quality a code or address names; null of one that is not in the list. */
export function qualityOf(text: string): Quality | null {
  const word = lastWord(text).toLowerCase();
  return QUALITIES.find((quality) => quality === word) ?? null;
}
