import type { Draft } from './draft.ts';
import { OPEN_ENDINGS } from './endings.ts';

const TERMINAL = /[.!?…。！？؟:：;；][)\]"'”’»）】』」*]*$/;
const FULL_STOP = /[.!?…。！？؟][)\]"'”’»）】』」*]*$/;
const LOWER = /^["'“‘«(]?\p{Ll}/u;

/**
 * Joins lines that a page break, a hard wrap or a wrapped title cut apart: sets `joins` to the index of the line
 * continued. Runs before headings are told, and knows nothing of them.
 */
export function joinLines(drafts: readonly Draft[]): void {
  const width = wrapWidth(drafts);
  const openers = usualOpeners(drafts);
  let before = -1;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.role === 'furniture') {
      if (i > 0 && continuesFurniture(drafts[i - 1] as Draft, draft)) draft.joins = i - 1;
      continue;
    }
    const previous = drafts[before];
    if (previous && draft.marker === null && continues(previous, draft, width, openers)) draft.joins = before;
    before = i;
  }
}

function continuesFurniture(previous: Draft, draft: Draft): boolean {
  return previous.role === 'furniture' && !draft.afterBlank && previous.markup.open && draft.marker === null;
}

function continues(previous: Draft, draft: Draft, width: number, openers: ReadonlySet<string>): boolean {
  if (!draft.afterBlank) {
    if (previous.markup.open || (previous.markup.breaks && !FULL_STOP.test(previous.core))) return true;
    if (width > 0 && isFull(previous, draft, width)) return true;
  }
  if (draft.markup.heading || previous.markup.heading) return false;
  if (previous.core.length < 25 && !LOWER.test(draft.core)) return false;
  if (LOWER.test(draft.core)) return !FULL_STOP.test(previous.core) && !/[:：]$/.test(previous.core);
  return !TERMINAL.test(previous.core) && isUnfinished(previous, draft, openers);
}

/** A line as long as the page allows: the next line's first word would not have fitted any more. */
function isFull(previous: Draft, draft: Draft, width: number): boolean {
  const space = draft.core.search(/[\s，。、；]/);
  const word = space < 0 ? draft.core.length : space;
  return previous.indent + previous.core.length + 1 + Math.min(word, 30) > width;
}

/**
 * Ends in the middle of a sentence: after a comma, a word that cannot close one, or a name cut in two, and what follows
 * does not open the way this document's paragraphs usually do.
 */
function isUnfinished(previous: Draft, draft: Draft, openers: ReadonlySet<string>): boolean {
  if (previous.core.length < 80) return false;
  if (openers.has(opener(draft.core))) return false;
  if (/[,，、،]$/.test(previous.core)) return true;
  if (/[㐀-鿿]$/.test(previous.core)) return true;
  const last = /[\p{L}\p{M}]+$/u.exec(previous.core)?.[0] ?? '';
  return OPEN_ENDINGS.has(last.toLowerCase()) || /^\p{Lu}\p{Ll}/u.test(last);
}

function opener(core: string): string {
  return core.split(/\s+/, 2).join(' ').toLowerCase();
}

/** First two words that open three or more lines of the document. */
function usualOpeners(drafts: readonly Draft[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const draft of drafts) {
    const key = opener(draft.core.slice(0, 80));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key));
}

/**
 * The column at which a hard-wrapped text breaks its lines, or 0 for a text with one paragraph a line. Wrapped means:
 * most lines that have a neighbour below without a blank line between are nearly as long as the longest.
 */
function wrapWidth(drafts: readonly Draft[]): number {
  const lengths: number[] = [];
  for (let i = 0; i + 1 < drafts.length; i++) {
    if (!(drafts[i + 1] as Draft).afterBlank)
      lengths.push((drafts[i] as Draft).indent + (drafts[i] as Draft).core.length);
  }
  if (lengths.length < 3) return 0;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] as number;
  const longest = lengths.at(-1) as number;
  if (width > 130 || longest > width * 1.6) return 0;
  const near = lengths.filter((length) => length > width * 0.78).length;
  return near / lengths.length > 0.5 && width >= 30 ? width : 0;
}
