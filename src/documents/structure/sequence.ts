import type { Draft } from './draft.ts';
import { endsOpen } from './endings.ts';
import type { Marker } from './marker.ts';

/** Lines further down in which the next point of an enumeration is looked for. */
const REACH = 80;
const HIGHEST_DECIMAL = 60;
/** Styles whose number a decimal may repeat. */
const PARENTS = ['1.', '1)', '1-', '1/', '1、', 'article', 'section', 'chapter', 'part'];

/**
 * Takes back markers that are none: a wrapped line that begins with "5. " or "Article 5", a decimal that fits no
 * section, a lone initial, "First of all," without a second point.
 */
export function dropFalseMarkers(drafts: readonly Draft[]): void {
  const last = new Map<string, number>();
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    const marker = draft.marker;
    if (draft.role === 'furniture' || marker?.value == null) continue;
    const read = oneReading(drafts, i, marker, last);
    if (isPlausible(drafts, i, read, last)) {
      draft.marker = read;
      last.set(read.style, read.value as number);
    } else draft.marker = null;
  }
}

/**
 * `(i)` is the ninth letter or the Roman one, `đ)` counts in the Vietnamese or the Latin order: what comes next decides,
 * then what went before.
 */
function oneReading(drafts: readonly Draft[], at: number, marker: Marker, last: ReadonlyMap<string, number>): Marker {
  const { otherStyle, otherValue, style, value } = marker;
  if (otherStyle === null || otherValue === null || value === null) return marker;
  const other: Marker = { ...marker, style: otherStyle, value: otherValue };
  for (let i = at + 1; i < Math.min(drafts.length, at + REACH); i++) {
    const next = (drafts[i] as Draft).marker;
    if (!next || next.value === null) continue;
    const goesOn = (wanted: string, number: number) =>
      (next.style === wanted && next.value === number) || (next.otherStyle === wanted && next.otherValue === number);
    const [one, two] = [goesOn(style, value + 1), goesOn(otherStyle, otherValue + 1)];
    if (one !== two) return one ? marker : other;
  }
  const before = (name: string) => last.get(name) ?? 0;
  return before(otherStyle) + 1 === otherValue && before(style) + 1 !== value ? other : marker;
}

function isPlausible(drafts: readonly Draft[], at: number, marker: Marker, last: ReadonlyMap<string, number>): boolean {
  const loose = isLoose(drafts, at);
  if (marker.style === 'ordinal') return hasFellow(drafts, at, last.get('ordinal'));
  if (marker.absolute) return fitsDecimals(marker, marker.absolute, last, loose);
  // "V. Orlan" opens a line as well as "V. FINAL PROVISIONS" does.
  if (/^\p{L}\.$/u.test(marker.text)) return follows(marker.style, marker.value, last, 1);
  return !loose || follows(marker.style, marker.value, last, 2);
}

/** The line above breaks off in the middle of a sentence and no blank line parts the two. */
function isLoose(drafts: readonly Draft[], at: number): boolean {
  const previous = drafts[at - 1];
  if (!previous || (drafts[at] as Draft).afterBlank || previous.role === 'furniture') return false;
  return endsOpen(previous.core) || (previous.core.length > 40 && /[\p{L}\p{N},，،]$/u.test(previous.core));
}

function follows(style: string | null, value: number | null, last: ReadonlyMap<string, number>, gap: number): boolean {
  if (style === null || value === null) return false;
  const before = last.get(style) ?? 0;
  return value === 1 || (value > before && value - before <= gap);
}

/** `4.1` opens or carries on a numbering; `4.2` may open one only with its stop, under a 4; "3.5 million" is a figure. */
function fitsDecimals(
  marker: Marker,
  numbers: readonly number[],
  last: ReadonlyMap<string, number>,
  loose: boolean,
): boolean {
  const final = numbers.at(-1) as number;
  if (final > HIGHEST_DECIMAL || final === 0) return false;
  const before = last.get(marker.style) ?? 0;
  if (final === 1 || final === before + 1) return true;
  if (loose || !/[.．)）、]$/.test(marker.text)) return !loose && final > before && final <= before + 2 && before > 0;
  return before > 0 || PARENTS.some((style) => last.get(style) === numbers[0]);
}

/** An enumeration by words has at least two points: the first needs a second below, a later one an earlier one above. */
function hasFellow(drafts: readonly Draft[], at: number, before: number | undefined): boolean {
  const value = (drafts[at] as Draft).marker?.value as number;
  if (value > 1) return before !== undefined && value > before && value - before <= 2;
  for (let i = at + 1; i < Math.min(drafts.length, at + REACH); i++) {
    const next = (drafts[i] as Draft).marker;
    if (next?.style === 'ordinal') return next.value === 2;
  }
  return false;
}
