import type { Draft } from './draft.ts';
import type { Place } from './outline.ts';
import { PATTERNS } from './patterns.ts';

/** Longest title of a numbered heading, in letters (a Chinese character counts as three). */
const TITLE = 170;

/** What a marked line looks like: surely a title, one that ends in a stop, or running text. */
type Look = 'title' | 'stopped' | 'text';

/**
 * Tells headings from items among the marked lines. A list decides together: where most of its members are bare titles
 * with a body under them, a member that ends in a full stop is a title too; and the other way round.
 */
export function tellNumberedHeadings(drafts: readonly Draft[], places: ReadonlyMap<number, Place>): void {
  const lists = new Map<number, { line: number; look: Look }[]>();
  for (const [line, place] of places) {
    const look = lookOf(drafts, line, places);
    const members = lists.get(place.list);
    if (members) members.push({ line, look });
    else lists.set(place.list, [{ line, look }]);
  }
  for (const members of lists.values()) {
    const titles = members.filter((member) => member.look === 'title').length;
    const texts = members.filter((member) => member.look === 'text').length;
    for (const { line, look } of members) {
      const title = look === 'title' ? titles >= texts || titles > 1 : look === 'stopped' && titles > texts;
      (drafts[line] as Draft).role = title ? 'heading' : 'item';
    }
  }
}

function lookOf(drafts: readonly Draft[], line: number, places: ReadonlyMap<number, Place>): Look {
  const draft = drafts[line] as Draft;
  const marker = draft.marker;
  if (!marker || marker.value === null) return 'text';
  const title = draft.core.slice(marker.text.length).trim();
  const division = /^(?:article|chapter|part|section|annex)$/.test(marker.style);
  if (title === '') return division ? 'title' : 'text';
  if (weight(title) > TITLE || /[.!?。！？؟;；][\s”"]+\S/.test(title)) return 'text';
  if (marker.style === 'ordinal' || !hasBody(drafts, line, places)) return 'text';
  if (/[;；,，:：、]$/.test(title)) return 'text';
  return /[.。…!?！？؟]["”]?$/.test(title) ? 'stopped' : 'title';
}

/** Length in Latin letters: a Chinese character says as much as three. */
export function weight(words: string): number {
  let total = 0;
  for (let i = 0; i < words.length; i++) total += words.charCodeAt(i) >= 0x3400 ? 3 : 1;
  return total;
}

/** Something stands under it: an unmarked passage, or a marker one level deeper. */
function hasBody(drafts: readonly Draft[], line: number, places: ReadonlyMap<number, Place>): boolean {
  const own = places.get(line) as Place;
  for (let i = line + 1; i < drafts.length; i++) {
    const next = drafts[i] as Draft;
    if (next.role === 'furniture' || next.joins >= 0) continue;
    const place = places.get(i);
    return place === undefined || place.depth > own.depth;
  }
  return false;
}

/** Unnumbered headings: Markdown and bold titles, lines in capitals, titles at the top, short lines that announce a passage. */
export function tellPlainHeadings(drafts: readonly Draft[]): void {
  let opening = true;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.role === 'furniture') continue;
    if (draft.marker !== null || draft.joins >= 0) {
      if (draft.marker !== null) opening = false;
      continue;
    }
    if (looksLikeHeading(drafts, i, opening)) draft.role = 'heading';
    else opening = false;
    if (draft.role === 'heading' && isWholeTitle(draft)) opening = true;
  }
}

function isWholeTitle(draft: Draft): boolean {
  return draft.markup.heading || draft.markup.bold || isCapitals(draft.core);
}

function looksLikeHeading(drafts: readonly Draft[], at: number, opening: boolean): boolean {
  const draft = drafts[at] as Draft;
  const words = fullWords(drafts, at);
  if (/[.!?。！？؟;；,，،]["”»]?$/.test(words)) return draft.markup.heading && weight(words) < TITLE;
  if (PATTERNS.subject.test(words) || draft.markup.heading) return true;
  if (draft.markup.bold && weight(words) < 300) return true;
  if (isCapitals(words) && weight(words) < 300) return true;
  const body = nextBody(drafts, at);
  if (body === null) return false;
  if (/[:：]$/.test(words))
    return weight(words) <= 60 && body.marker === null && /^[\p{Lu}\p{Lo}]/u.test(body.core) && !isSpeech(words);
  if (opening && /^["“«']?[\p{Lu}\p{Lo}]/u.test(words) && weight(words) < 500) return true;
  return weight(words) <= 90 && draft.afterBlank && /^[\p{Lu}\p{Lo}]/u.test(words) && words.split(/\s+/).length <= 14;
}

/** "The two sides agreed:" introduces; it does not head. */
function isSpeech(words: string): boolean {
  return /(?:agree[ds]?|decide[ds]?|that|nhất trí|thống nhất|sau|như sau|following|follows|同意|决定|如下)\s*[:：]$/iu.test(
    words,
  );
}

function nextBody(drafts: readonly Draft[], at: number): Draft | null {
  for (let i = at + 1; i < drafts.length; i++) {
    const next = drafts[i] as Draft;
    if (next.role !== 'furniture' && next.joins < 0) return next;
  }
  return null;
}

function fullWords(drafts: readonly Draft[], at: number): string {
  let words = (drafts[at] as Draft).core;
  for (let i = at + 1; i < drafts.length && (drafts[i] as Draft).joins >= 0 && words.length < 600; i++) {
    if ((drafts[i] as Draft).role !== 'furniture') words += ` ${(drafts[i] as Draft).core}`;
  }
  return words;
}

function isCapitals(words: string): boolean {
  return /\p{Lu}{2}/u.test(words) && words === words.toUpperCase();
}
