import { isRow } from '../../kernel/index.ts';
import type { Draft } from './draft.ts';
import { endsOpen, opensWithConnector } from './endings.ts';
import { columns, type Layout } from './layout.ts';
import { isCapitals, namesWork } from './titles.ts';

const TERMINAL = /[.!?…。！？؟:：;；][)\]"'”’»）】』」]*$/;
const FULL_STOP = /[.!?…。！？؟][)\]"'”’»）】』」]*$/;
const LOWER = /^["'“‘«(]?\p{Ll}/u;
/** Words of this length and more can be a paragraph that a page break cut. */
const LONG = 80;

/**
 * Joins lines that a page break, a hard wrap or a wrapped title cut apart: sets `joins` to the index of the line
 * continued. Runs before headings are told, and knows nothing of them.
 */
export function joinLines(drafts: readonly Draft[], layout: Layout): void {
  const openers = usualOpeners(drafts);
  let before = -1;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.role === 'furniture') {
      if (i > 0 && continuesFurniture(drafts[i - 1] as Draft, draft)) draft.joins = i - 1;
      continue;
    }
    const previous = drafts[before];
    if (previous && draft.marker === null && continues(previous, draft, layout, openers)) draft.joins = before;
    before = i;
  }
}

function continuesFurniture(previous: Draft, draft: Draft): boolean {
  return previous.role === 'furniture' && !draft.afterBlank && previous.markup.open && draft.marker === null;
}

function continues(previous: Draft, draft: Draft, layout: Layout, openers: ReadonlySet<string>): boolean {
  if (draft.markup.heading || previous.markup.heading || isRow(previous.core) || isRow(draft.core)) return false;
  if (!draft.afterBlank && continuesBelow(previous, draft, layout)) return true;
  if (LOWER.test(draft.core)) {
    if (FULL_STOP.test(previous.core) || /[:：]$/.test(previous.core)) return false;
    if (/^\(.*\)$/.test(draft.core)) return endsOpen(previous.core);
    return previous.core.length >= 25 || !draft.afterBlank || isTitleOf(previous, draft);
  }
  return !TERMINAL.test(previous.core) && isUnfinished(previous, draft, openers);
}

/** "JOINT STATEMENT", and on the next line "between the Government of …". */
function isTitleOf(previous: Draft, draft: Draft): boolean {
  return (isCapitals(previous.core) || namesWork(previous.core)) && opensWithConnector(draft.core);
}

/** Reasons that hold only for a line directly below: open mark-up, a full line, a wrapped title, a wrapped text. */
function continuesBelow(previous: Draft, draft: Draft, { width, spaced }: Layout): boolean {
  if (previous.markup.open || (previous.markup.breaks && !TERMINAL.test(previous.core))) return true;
  if (isCapitals(previous.core) && isCapitals(draft.core)) {
    return endsOpen(previous.core) || opensWithConnector(draft.core);
  }
  if (width === 0 || isCapitals(previous.core)) return false;
  if (isFull(previous, draft, width)) return true;
  return spaced && draft.indent > 0 && previous.marker !== null && !TERMINAL.test(previous.core);
}

/** A line as long as the page allows: the next line's first word would not have fitted any more. */
function isFull(previous: Draft, draft: Draft, width: number): boolean {
  const space = draft.core.search(/[\s，。、；]/);
  const word = space < 0 ? draft.core.length : space;
  return columns(previous) + 1 + Math.min(word, 30) > width - 2;
}

/**
 * Ends in the middle of a sentence: after a comma, a word that cannot close one, or a name cut in two, and what follows
 * does not open the way this document's paragraphs usually do.
 */
function isUnfinished(previous: Draft, draft: Draft, openers: ReadonlySet<string>): boolean {
  const words = previous.core;
  if (words.length < 25 || openers.has(opener(draft.core))) return false;
  if (endsOpen(words)) return true;
  if (inTitleCase(words)) return false;
  const running = previous.joins >= 0 || previous.marker !== null || /[.;:。；，][\s\S]{10}/.test(words);
  if (!running) return false;
  if (/[\u3400-\u9fff]$/.test(words)) return !draft.afterBlank || words.length > 20;
  if (words.length < LONG) return false;
  return /[,，、،]$/.test(words) || /(?<=\s)\p{Lu}\p{Ll}+$/u.test(words);
}

/** "Joint Statement: Vision for the Region": every long word has a capital, as in titles and never in running text. */
function inTitleCase(words: string): boolean {
  return !/(?<![\p{L}’'-])\p{Ll}[\p{Ll}’'-]{3,}/u.test(words) && /\p{Lu}\p{Ll}{3}/u.test(words);
}

function opener(core: string): string {
  return core.slice(0, 60).split(/\s+/, 2).join(' ').toLowerCase();
}

/** First two words that open three or more lines of the document. */
function usualOpeners(drafts: readonly Draft[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const draft of drafts) {
    const key = opener(draft.core);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const usual = new Set<string>();
  for (const [key, count] of counts) if (count >= 3) usual.add(key);
  return usual;
}
