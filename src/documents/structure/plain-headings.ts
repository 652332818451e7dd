import type { Draft } from './draft.ts';
import { weight } from './headings.ts';
import type { Layout } from './layout.ts';
import { PATTERNS } from './patterns.ts';
import { isCapitals, namesWork } from './titles.ts';

/** Longest unnumbered heading inside a text, and at its top, in letters. */
const INSIDE = 90;
const ATOP = 500;
const STOP = /[.!?。！？؟;；,，،]["”»]?$/;

/**
 * Unnumbered headings: Markdown and bold titles, lines in capitals, titles at the top of a work, short lines on their
 * own. Runs after the joins, so that a wrapped title is weighed whole.
 */
export function tellPlainHeadings(drafts: readonly Draft[], layout: Layout): void {
  let opening = true;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.aside === 'signature' || draft.aside === 'recipients') opening = true;
    if (draft.role === 'furniture' || draft.joins >= 0) continue;
    if (draft.marker !== null) {
      opening = false;
      continue;
    }
    const words = fullWords(drafts, i);
    if (looksLikeHeading(drafts, i, words, opening, layout)) {
      draft.role = 'heading';
      opening ||= draft.markup.heading || draft.markup.bold || isCapitals(words);
    } else opening = false;
  }
}

function looksLikeHeading(
  drafts: readonly Draft[],
  at: number,
  words: string,
  opening: boolean,
  layout: Layout,
): boolean {
  const { markup, afterBlank } = drafts[at] as Draft;
  const size = weight(words);
  if (STOP.test(words)) return (markup.heading || (markup.bold && namesWork(words))) && size < 200;
  if (PATTERNS.subject.test(words) || markup.heading) return true;
  if (/\s\|\s/.test(words)) return false;
  if ((markup.bold || isCapitals(words)) && size < 300) return true;
  const body = nextBody(drafts, at);
  if (body === null || !/^["“«'《]?[\p{Lu}\p{Lo}]/u.test(words)) return false;
  if (/[:：]$/.test(words)) return size <= 60 && announces(body, words);
  if (opening && size < ATOP) return true;
  if (size > INSIDE || words.split(/\s+/).length > 14) return false;
  return (afterBlank || !layout.spaced) && layout.width === 0 ? true : afterBlank;
}

/** "On gates:" before a passage heads it; "The two sides agreed:" and whatever stands before a list only introduce. */
function announces(body: Draft, words: string): boolean {
  return body.marker === null && /^[\p{Lu}\p{Lo}]/u.test(body.core) && !PATTERNS.introduction.test(words);
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
  for (let i = at + 1; i < drafts.length && words.length < 600; i++) {
    const next = drafts[i] as Draft;
    if (next.role === 'furniture') continue;
    if (next.joins < 0) break;
    words += ` ${next.core}`;
  }
  return words;
}
