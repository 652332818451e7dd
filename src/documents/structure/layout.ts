import type { Draft } from './draft.ts';

/** How a text sets its paragraphs. */
export interface Layout {
  /** The column at which a hard-wrapped text breaks its lines; 0 for a text with one paragraph a line. */
  readonly width: number;
  /** Blank lines part the paragraphs. */
  readonly spaced: boolean;
}

/** Longest line a hard-wrapped text has, in columns. */
const WIDEST = 130;
const NARROWEST = 30;

/**
 * Tells a hard-wrapped text from one with a paragraph a line. Wrapped means: most lines with a neighbour directly
 * below are nearly as long as the longest.
 */
export function readLayout(drafts: readonly Draft[]): Layout {
  const lengths: number[] = [];
  let blanks = 0;
  let stops = 0;
  for (let i = 1; i < drafts.length; i++) {
    const before = drafts[i - 1] as Draft;
    if ((drafts[i] as Draft).afterBlank) blanks += 1;
    else if (before.role !== 'furniture') {
      lengths.push(columns(before));
      if (/[.!?。！？؟]["”’»)]*$/.test(before.core)) stops += 1;
    }
  }
  // Where most lines end with their sentence, nothing wraps them.
  const wrapped = stops * 2 <= lengths.length;
  const width = wrapped ? wrapWidth(lengths) : 0;
  return { width: runsOver(drafts, width) ? 0 : width, spaced: blanks * 2 > drafts.length };
}

/** Short titles over paragraphs of one line each look wrapped, but for the lines that are far longer. */
function runsOver(drafts: readonly Draft[], width: number): boolean {
  if (width === 0) return false;
  const lines = drafts.filter(({ role }) => role !== 'furniture');
  const over = lines.filter((draft) => columns(draft) > width * 1.5).length;
  return over * 5 > lines.length;
}

/** Columns a line fills: an East Asian character takes two. */
export function columns(draft: Draft): number {
  let total = draft.indent;
  for (let i = 0; i < draft.core.length; i++) total += draft.core.charCodeAt(i) >= 0x2e80 ? 2 : 1;
  return total;
}

function wrapWidth(lengths: number[]): number {
  if (lengths.length < 3) return 0;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.96)] as number;
  if (width > WIDEST || width < NARROWEST || (lengths.at(-1) as number) > width * 1.5) return 0;
  const near = lengths.filter((length) => length > width * 0.75).length;
  return near * 2 > lengths.length ? width : 0;
}
