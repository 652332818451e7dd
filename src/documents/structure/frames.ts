import { type Aside, type Draft, setAside } from './draft.ts';
import { PATTERNS } from './patterns.ts';
import { isCapitals, namesWork } from './titles.ts';

/** Lines from the top within which a letterhead stands. */
const TOP = 14;

/** Marks the frame of an official paper: letterhead, addressees, recipients, signatures. */
export function setFramesAside(drafts: readonly Draft[]): void {
  markLetterhead(drafts);
  markLists(drafts, PATTERNS.addressee, 'addressees');
  markLists(drafts, PATTERNS.recipients, 'recipients');
  markSignatures(drafts);
  markClosingPlace(drafts);
}

/** Offices in capitals above or beside the document's number and motto. */
function markLetterhead(drafts: readonly Draft[]): void {
  const top = drafts.slice(0, TOP);
  const last = top.findLastIndex((draft) => draft.aside === 'number' || draft.aside === 'motto');
  for (const draft of top.slice(0, Math.max(0, last))) {
    if (namesWork(draft.core)) return;
    if (draft.marker === null && isHead(draft.core)) setAside(draft, 'letterhead');
  }
}

/** An office in capitals, or a short line without a stop (a motto). */
function isHead(core: string): boolean {
  return core.length <= 60 ? !/[.:;。：；]$/.test(core) : core.length <= 90 && isCapitals(core);
}

/** "Kính gửi:", "Nơi nhận:" with the list under them. */
function markLists(drafts: readonly Draft[], opener: RegExp, aside: Aside): void {
  for (let i = 0; i < drafts.length; i++) {
    const core = (drafts[i] as Draft).core.replace(/^[-–•]\s*/, '');
    if (core.length > 160 || !opener.test(core)) continue;
    setAside(drafts[i] as Draft, aside);
    for (let j = i + 1; j < drafts.length; j++) {
      const next = drafts[j] as Draft;
      if (next.core.length > 120 || !/^[-–•+]/.test(next.core)) break;
      setAside(next, aside);
      if (/[.。]$/.test(next.core)) break;
    }
  }
}

/** A place alone on the line above a closing date. */
function markClosingPlace(drafts: readonly Draft[]): void {
  for (let i = Math.max(1, drafts.length - 6); i < drafts.length; i++) {
    const { core, marker, role } = drafts[i - 1] as Draft;
    const dated = /timestamp|place-date/.test((drafts[i] as Draft).aside ?? '');
    if (dated && role !== 'furniture' && marker === null && !namesWork(core) && isPlace(core)) {
      setAside(drafts[i - 1] as Draft, 'place-date');
    }
  }
}

function isPlace(core: string): boolean {
  return /^\p{Lu}[^.:;,。；：]{1,30}$/u.test(core) && !isCapitals(core);
}

/** A signature block: its opening ("T/M …", "For the Republic of …") with the offices and names under it. */
function markSignatures(drafts: readonly Draft[]): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.core.length > 140 || !PATTERNS.signature.test(draft.core) || /[.;,]$/.test(draft.core)) continue;
    const next = drafts[i + 1];
    if (next && !next.afterBlank && !isNameOrOffice(next) && !PATTERNS.signature.test(next.core)) continue;
    setAside(draft, 'signature');
    for (let j = i + 1; j < Math.min(drafts.length, i + 7) && isNameOrOffice(drafts[j] as Draft); j++) {
      setAside(drafts[j] as Draft, 'signature');
    }
  }
}

function isNameOrOffice({ core, marker }: Draft): boolean {
  if (core.length > 120 || marker?.value != null || /[.:;。；：]$/.test(core) || namesWork(core)) return false;
  const cells = core.split(/\s{3,}|\t+/);
  return cells.every(
    (cell) => isCapitals(cell) || /^(?:\p{Lu}[\p{L}'.-]*\s*){1,6}$/u.test(cell) || PATTERNS.signature.test(cell),
  );
}
