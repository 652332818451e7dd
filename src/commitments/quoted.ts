import type { Span } from '../kernel/index.ts';

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '「': '」', '„': '“', '"': '"', '‘': '’' };
/** By the mark that closes a quotation, that which opens it. */
const OPENING = new Map(
  Object.entries(PAIRS)
    .filter(([opens, closes]) => opens !== closes)
    .map(([opens, closes]) => [closes, opens]),
);
const STOP = /[.。;；,，…\s]/u;

/**
 * A sentence quoted as a whole (“The two sides will …”), or one that begins or ends a longer quotation, without the marks:
 * what stands between quotation marks inside a sentence is a name, but here it is what is said.
 */
export function withoutQuotes(text: string, { start, end }: Span): Span {
  const closing = PAIRS[text[start] ?? ''];
  if (closing !== undefined) {
    const inside = text.slice(start + 1, end);
    const at = inside.indexOf(closing);
    if (at < 0) return { start: start + 1, end };
    for (let i = at + 1; i < inside.length; i += 1) if (!STOP.test(inside[i] ?? '')) return { start, end };
    return { start: start + 1, end: start + 1 + at };
  }
  const opening = OPENING.get(text[end - 1] ?? '');
  return opening !== undefined && !text.slice(start, end).includes(opening) ? { start, end: end - 1 } : { start, end };
}
