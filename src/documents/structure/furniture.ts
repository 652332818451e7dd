import { type Aside, type Draft, setAside } from './draft.ts';
import { setFramesAside } from './frames.ts';
import { setPageAside } from './page.ts';
import { PATTERNS } from './patterns.ts';

/** Longest line that can be a page number, stamp, caption, number or place and date. */
const SHORT = 200;
/** Two columns of a letterhead on one line. */
const COLUMNS = /\s{3,}|\t+/;

/**
 * Marks the lines that are not part of the statement as furniture: page numbers, ornaments, captions, contact lines,
 * time stamps, document numbers, place and date, mottos by their own words; frames (letterhead, addressees, signatures)
 * and the page around an article by where they stand.
 */
export function setFurnitureAside(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.core.length > SHORT) continue;
    const aside = asideOf(draft.core) ?? columnAside(draft.core);
    if (aside) setAside(draft, aside);
  }
  setFramesAside(drafts);
  setPageAside(drafts);
}

function asideOf(core: string): Aside | null {
  if (core === '' || PATTERNS.ornament.test(core)) return 'ornament';
  if (core.length < 40 && PATTERNS.pageNumber.test(core)) return 'page';
  if (PATTERNS.contents.test(core)) return 'contents';
  if (PATTERNS.caption.test(core)) return 'caption';
  if (PATTERNS.contact.test(core) || PATTERNS.pageTool.test(core)) return 'contact';
  if (PATTERNS.timestamp.test(core) || PATTERNS.dateline.test(core)) return 'timestamp';
  if (PATTERNS.number.test(core)) return 'number';
  if (PATTERNS.placeDate.test(core)) return 'place-date';
  return PATTERNS.motto.test(core) ? 'motto' : null;
}

function columnAside(core: string): Aside | null {
  if (!COLUMNS.test(core)) return null;
  for (const cell of core.split(COLUMNS)) {
    const aside = asideOf(cell);
    if (aside === 'number' || aside === 'motto' || aside === 'place-date') return aside;
  }
  return null;
}
