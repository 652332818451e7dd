import type { Draft } from './draft.ts';
import { setFurnitureAside } from './furniture.ts';
import { tellNumberedHeadings } from './headings.ts';
import { joinLines } from './joins.ts';
import { readLayout } from './layout.ts';
import { readMarker } from './marker.ts';
import { Outline, type Place } from './outline.ts';
import { tellPlainHeadings } from './plain-headings.ts';
import { sectionStyles } from './sections.ts';
import { dropFalseMarkers } from './sequence.ts';

/**
 * Gives every line its role, label and join, and says where the marked lines stand. Order matters: furniture first (so
 * that a page number does not part a paragraph), then joins, then numbering, then headings, which need to know what
 * stands under them.
 */
export function structureDrafts(drafts: readonly Draft[]): ReadonlyMap<number, Place> {
  for (const draft of drafts) draft.marker = readMarker(draft.core);
  setFurnitureAside(drafts);
  dropFalseMarkers(drafts);
  const layout = readLayout(drafts);
  joinLines(drafts, layout);
  const outline = new Outline(sectionStyles(drafts));
  numberLines(drafts, outline);
  tellNumberedHeadings(drafts, outline.places);
  tellPlainHeadings(drafts, layout);
  for (const draft of drafts) if (draft.joins >= 0 && draft.role !== 'furniture') draft.role = 'continuation';
  return outline.places;
}

function numberLines(drafts: readonly Draft[], outline: Outline): void {
  let before: Draft | null = null;
  let signed = false;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    signed ||= draft.aside === 'signature' || draft.aside === 'recipients';
    if (draft.role === 'furniture') continue;
    // What follows a signature is another work, what follows a heading marked as such another part: numbering begins anew.
    if ((signed || (draft.markup.heading && draft.marker === null)) && draft.joins < 0) outline.restart();
    signed &&= draft.joins >= 0;
    if (draft.joins < 0 && draft.marker === null) outline.closeBullets();
    if (draft.joins < 0 && draft.marker !== null) {
      draft.label = outline.place(draft, i, before !== null && /[:：]$/.test(before.core));
    }
    before = draft;
  }
}
