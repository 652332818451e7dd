import type { Draft } from './draft.ts';
import { setFurnitureAside } from './furniture.ts';
import { tellNumberedHeadings, tellPlainHeadings } from './headings.ts';
import { joinLines } from './joins.ts';
import { readMarker } from './marker.ts';
import { Outline, type Place } from './outline.ts';

/**
 * Gives every line its role, label and join. Order matters: furniture first (so that a page number does not part a
 * paragraph), then joins, then numbering, then headings, which need to know what stands under them.
 * Returns where the marked lines stand.
 */
export function structureDrafts(drafts: readonly Draft[]): ReadonlyMap<number, Place> {
  for (const draft of drafts) draft.marker = readMarker(draft.core);
  setFurnitureAside(drafts);
  dropFalseMarkers(drafts);
  joinLines(drafts);
  const outline = new Outline();
  numberLines(drafts, outline);
  tellNumberedHeadings(drafts, outline.places);
  tellPlainHeadings(drafts);
  for (const draft of drafts) if (draft.joins >= 0 && draft.role !== 'furniture') draft.role = 'continuation';
  return outline.places;
}

/** Inside a wrapped paragraph a line may begin with "5. " by chance: without a blank line or a full stop before, a number that fits no list is none. */
function dropFalseMarkers(drafts: readonly Draft[]): void {
  const last = new Map<string, number>();
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.role === 'furniture') continue;
    const marker = draft.marker;
    if (!marker || marker.value === null) continue;
    const previous = drafts[i - 1];
    const loose =
      previous !== undefined &&
      !draft.afterBlank &&
      /[\p{L}\p{N},،，]$/u.test(previous.core) &&
      previous.core.length > 40;
    const expected = last.get(marker.style);
    const fits =
      marker.value === 1 || (expected !== undefined && marker.value > expected && marker.value <= expected + 2);
    if ((loose && !fits) || (marker.absolute && !fitsDecimals(marker.absolute, last))) draft.marker = null;
    else last.set(marker.style, marker.value);
  }
}

/** `4.1` needs a 4 (or a 4.x) before it, or opens a numbering of its own with 1.1. */
function fitsDecimals(numbers: readonly number[], last: ReadonlyMap<string, number>): boolean {
  const final = numbers.at(-1) as number;
  if (final > 60) return false;
  const known =
    last.get('1.') ??
    last.get('1)') ??
    last.get('article') ??
    last.get('1、') ??
    last.get('section') ??
    last.get('chapter');
  return numbers[0] === known || final === 1 || last.has('1.'.repeat(numbers.length));
}

function numberLines(drafts: readonly Draft[], outline: Outline): void {
  let before: Draft | null = null;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.role === 'furniture') continue;
    if (draft.joins >= 0) {
      before = draft;
      continue;
    }
    if (draft.marker === null) outline.closeBullets();
    else draft.label = outline.place(draft, i, before !== null && /[:：]$/.test(before.core));
    before = draft;
  }
}
