import type { Draft } from './draft.ts';
import { endsOpen } from './endings.ts';
import type { Marker } from './marker.ts';

/** Lines further down in which the second point of an enumeration by words must come. */
const REACH = 80;
const HIGHEST_DECIMAL = 60;
const COUNTED_BY_LETTER = /[aiAI]/;

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
    if (isPlausible(drafts, i, marker, last)) remember(marker, last);
    else draft.marker = null;
  }
}

function remember(marker: Marker, last: Map<string, number>): void {
  last.set(marker.style, marker.value as number);
  if (marker.otherStyle !== null)
    last.set(marker.otherStyle, Math.max(marker.otherValue ?? 0, last.get(marker.otherStyle) ?? 0));
  // A part that begins again lets what is counted inside it begin again.
  for (const style of last.keys())
    if (style.length > marker.style.length && style.startsWith(marker.style)) last.delete(style);
}

function isPlausible(drafts: readonly Draft[], at: number, marker: Marker, last: ReadonlyMap<string, number>): boolean {
  const loose = isLoose(drafts, at);
  if (marker.style === 'ordinal') return hasFellow(drafts, at, last.get('ordinal'));
  if (marker.absolute) return fitsDecimals(marker.absolute, last, loose);
  if (COUNTED_BY_LETTER.test(marker.style) && marker.style.length < 4) {
    return follows(marker.style, marker.value, last, 1) || follows(marker.otherStyle, marker.otherValue, last, 1);
  }
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

/** `4.1` needs a 4 (or a 4.x) before it, or opens a numbering of its own with x.1. */
function fitsDecimals(numbers: readonly number[], last: ReadonlyMap<string, number>, loose: boolean): boolean {
  const final = numbers.at(-1) as number;
  if (final > HIGHEST_DECIMAL || final === 0) return false;
  const before = last.get('1.'.repeat(numbers.length));
  if (loose) return final === 1 || final === (before ?? 0) + 1;
  if (final === 1 || before !== undefined) return true;
  return ['1.', '1)', '1-', '1/', '1、', 'article', 'section', 'chapter', 'part'].some(
    (style) => last.get(style) === numbers[0],
  );
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
