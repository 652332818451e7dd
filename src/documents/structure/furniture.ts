import type { Draft } from './draft.ts';
import { PATTERNS } from './patterns.ts';

/** Longest line that can be a page number, stamp, caption, number or signature. */
const SHORT = 200;

/** Marks the lines of a document that are not part of its statement as furniture. */
export function setFurnitureAside(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.core.length <= SHORT && isFurniture(draft.core)) draft.role = 'furniture';
  }
  markRunningHeads(drafts);
  markLead(drafts);
  markAddressees(drafts);
  markSignatures(drafts);
  markRelated(drafts);
  markByline(drafts);
}

function isFurniture(core: string): boolean {
  return (
    core === '' ||
    (core.length < 40 && PATTERNS.pageNumber.test(core)) ||
    PATTERNS.ornament.test(core) ||
    PATTERNS.caption.test(core) ||
    PATTERNS.contact.test(core) ||
    PATTERNS.timestamp.test(core) ||
    PATTERNS.number.test(core) ||
    PATTERNS.placeDate.test(core) ||
    PATTERNS.motto.test(core)
  );
}

/** A short line that comes back again and again, figures aside, is a running head or foot. */
function markRunningHeads(drafts: readonly Draft[]): void {
  const seen = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.core.length > 80 || draft.marker !== null || /[.;:。；：]$/.test(draft.core)) continue;
    const key = draft.core.replace(/\d+/g, '#');
    const list = seen.get(key);
    if (list) list.push(draft);
    else seen.set(key, [draft]);
  }
  for (const list of seen.values()) if (list.length >= 3) for (const draft of list) draft.role = 'furniture';
}

/** The agency's words before the statement ("… presents the full text as follows:"), up to that line. */
function markLead(drafts: readonly Draft[]): void {
  const limit = Math.min(drafts.length, 25);
  for (let i = 0; i < limit; i++) {
    const core = (drafts[i] as Draft).core;
    if ((drafts[i] as Draft).marker?.value != null) return;
    if (core.length < 400 && PATTERNS.newsLead.test(core)) {
      for (let j = 0; j <= i; j++) if (j === i || !isTitle(drafts[j] as Draft)) (drafts[j] as Draft).role = 'furniture';
      return;
    }
  }
}

function isTitle(draft: Draft): boolean {
  return !/[.:。!?؟]$/.test(draft.core);
}

/** "Kính gửi:" and "Nơi nhận:" with the list under them. */
function markAddressees(drafts: readonly Draft[]): void {
  for (let i = 0; i < drafts.length; i++) {
    const core = (drafts[i] as Draft).core.replace(/^[-–•]\s*/, '');
    if (core.length > 160 || !(PATTERNS.addressee.test(core) || PATTERNS.recipients.test(core))) continue;
    (drafts[i] as Draft).role = 'furniture';
    for (let j = i + 1; j < drafts.length; j++) {
      const next = drafts[j] as Draft;
      if (next.core.length > 120 || !/^[-–•+]/.test(next.core)) break;
      next.role = 'furniture';
      if (/[.。]$/.test(next.core)) break;
    }
  }
}

/** A signature block: its opening ("T/M …"), the office in capitals, the name. */
function markSignatures(drafts: readonly Draft[]): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.core.length > 120 || !PATTERNS.signature.test(draft.core)) continue;
    draft.role = 'furniture';
    for (let j = i + 1; j < Math.min(drafts.length, i + 6); j++) {
      const next = drafts[j] as Draft;
      if (next.core.length > 60 || next.marker?.value != null || !isNameOrOffice(next.core)) break;
      next.role = 'furniture';
    }
  }
}

function isNameOrOffice(core: string): boolean {
  if (/[.:;。；：]$/.test(core)) return false;
  return core === core.toUpperCase() || /^(?:\p{Lu}[\p{L}'.-]*\s*){1,6}$/u.test(core);
}

/** From a "related articles" line on, nothing belongs to the document unless numbered points follow. */
function markRelated(drafts: readonly Draft[]): void {
  const at = drafts.findIndex(
    (draft, i) => i > 2 && draft.core.length < 60 && PATTERNS.relatedOpeners.test(draft.core),
  );
  if (at < 0) return;
  if (drafts.slice(at).some((draft) => draft.marker?.value != null && draft.core.length > 60)) {
    (drafts[at] as Draft).role = 'furniture';
    return;
  }
  for (let i = at; i < drafts.length; i++) (drafts[i] as Draft).role = 'furniture';
}

/** The agency's or author's name at the end: a short line without a full stop after the last sentence. */
function markByline(drafts: readonly Draft[]): void {
  let last = drafts.length - 1;
  while (last >= 0 && (drafts[last] as Draft).role === 'furniture') last -= 1;
  const draft = drafts[last];
  if (!draft || last < 3 || draft.core.length > 40 || draft.marker !== null) return;
  const before = drafts[last - 1] as Draft;
  const ends = before.role === 'furniture' || /[.。!?؟”"]$/.test(before.core);
  if (ends && draft.afterBlank && !/[.;:,。；：،]$/.test(draft.core)) draft.role = 'furniture';
}
