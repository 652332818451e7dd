import type { LineHints } from '../model.ts';
import { type Draft, type Markup, setAside } from './draft.ts';

const NO_MARKUP: Markup = { heading: false, bold: false, open: false, breaks: false };
const DEBRIS = /[*#~_\\>|]/;
const NO_HINTS: LineHints = { headings: new Set(), asides: new Set() };
const LF = 10;
const CR = 13;

function isBlank(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  if (code < 0xa0) return false;
  return code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f) || code === 0x202f;
}

/** Words of a line without mark-up debris: `# `, `**…**`, `~~3~~`, `\*`, `> `, table bars at the edges. */
export function withoutDebris(line: string): string {
  if (!DEBRIS.test(line)) return line;
  return line
    .replace(/^(?:>\s*)+/, '')
    .replace(/^#{1,6}\s+/, '')
    .replace(/\*\*|~~|__/g, '')
    .replace(/\\([\\*_#~.()[\]+-])/g, '$1')
    .replace(/^[*_]+(?=\S)|[*_]+$/g, '')
    .replace(/^\|\s*|\s*\|$/g, '')
    .trim();
}

function readMarkup(raw: string, breaks: boolean, state: { bold: boolean }): Markup {
  const marks = raw.includes('**') ? raw.split('**').length - 1 : 0;
  const wasOpen = state.bold;
  if (marks % 2 === 1) state.bold = !state.bold;
  if (marks === 0 && !breaks && !wasOpen && raw.charCodeAt(0) !== 35) return NO_MARKUP;
  const bold = (raw.startsWith('**') || wasOpen) && (raw.endsWith('**') || state.bold);
  return { heading: /^#{1,6}\s/.test(raw), bold, open: state.bold, breaks };
}

/**
 * Cuts a text into its lines that are not blank. A line ends at LF, CR LF or CR; numbers count blank lines too, as an
 * editor shows them. `hints` is what the file's format says of lines.
 */
export function readLines(text: string, hints: LineHints = NO_HINTS): Draft[] {
  const drafts: Draft[] = [];
  const state = { bold: false };
  let number = 0;
  let blank = true;
  let from = 0;
  const size = text.length;
  while (from < size) {
    number += 1;
    let to = from;
    let code = 0;
    while (to < size) {
      code = text.charCodeAt(to);
      if (code === LF || code === CR) break;
      to += 1;
    }
    const draft = readLine(text, from, to, number, blank, state);
    blank = draft === null;
    if (draft === null) state.bold = false;
    else drafts.push(withHints(draft, hints));
    from = to + (code === CR && text.charCodeAt(to + 1) === LF ? 2 : 1);
  }
  return drafts;
}

function withHints(draft: Draft, hints: LineHints): Draft {
  if (hints.asides.has(draft.number)) setAside(draft, 'running-head');
  return hints.headings.has(draft.number) ? { ...draft, markup: { ...draft.markup, heading: true } } : draft;
}

function readLine(
  text: string,
  from: number,
  to: number,
  number: number,
  afterBlank: boolean,
  state: { bold: boolean },
): Draft | null {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  if (start === end) return null;
  const raw = text.slice(start, end);
  return {
    number,
    span: { start: from, end: to },
    start,
    end,
    core: withoutDebris(raw),
    indent: start - from,
    afterBlank,
    markup: readMarkup(raw, to - end >= 2, state),
    role: 'paragraph',
    aside: null,
    marker: null,
    label: null,
    joins: -1,
  };
}
