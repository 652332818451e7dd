import type { Draft } from './draft.ts';
import type { Place } from './outline.ts';

/** Longest title of a numbered heading, in letters (a Chinese character counts as three). */
const TITLE = 170;
/** Longest title that ends in a full stop. */
const STOPPED = 110;
const HEAVY = 700;

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
  const title = wrapped(drafts, line).slice(marker.text.length).trim();
  const division = /^(?:article|chapter|part|section|annex)$/.test(marker.style);
  if (title === '') return division || /^[一I]/.test(marker.style) ? 'title' : 'text';
  if ((draft.markup.heading || draft.markup.bold) && weight(title) <= TITLE && !/[;；,，]$/.test(title)) return 'title';
  if (weight(title) > TITLE || /[.!?。！？؟;；][\s”"]+\S/.test(title)) return 'text';
  if (marker.style === 'ordinal' || !hasBody(drafts, line, places)) return 'text';
  if (/[;；,，:：、]$/.test(title)) return 'text';
  if (!/[.。…!?！？؟]["”]?$/.test(title)) return 'title';
  return weight(title) > STOPPED ? 'text' : 'stopped';
}

/** A marked line with the lines that go on with it, so that its end is where it ends. */
function wrapped(drafts: readonly Draft[], line: number): string {
  let words = (drafts[line] as Draft).core;
  for (let i = line + 1; i < drafts.length && words.length <= HEAVY; i++) {
    const next = drafts[i] as Draft;
    if (next.joins < line) break;
    words += ` ${next.core}`;
  }
  return words;
}

/** Length in Latin letters: a Chinese character says as much as three. Counts no further than any heading goes. */
export function weight(words: string): number {
  let total = 0;
  for (let i = 0; i < words.length && total <= HEAVY; i++) total += words.charCodeAt(i) >= 0x3400 ? 3 : 1;
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
