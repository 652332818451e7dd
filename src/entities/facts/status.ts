import type { Span } from '../../kernel/index.ts';
import type { FactStatus } from '../model.ts';
import type { Passage } from '../names/found.ts';
import { regexOf } from '../names/knowledge.ts';
import type { Surroundings } from './facts-of.ts';

/** The kind of the commitment that a stretch of the sentence lies in: what was recorded is done, what is undertaken planned. */
export function statusByReading(span: Span, { flat, reading, sentence }: Surroundings): FactStatus | null {
  const raw = flat.raw(span);
  const around = reading.candidates.filter(
    (one) => one.sentence === sentence && one.span.start < raw.end && raw.start < one.span.end,
  );
  if (around.some(({ kind }) => kind === 'commitment' || kind === 'support')) return 'planned';
  return around.some(({ kind }) => kind === 'record') ? 'done' : null;
}

/** The due time of the commitment a stretch lies in, or null. */
export function dueByReading(span: Span, { flat, reading, sentence }: Surroundings) {
  const raw = flat.raw(span);
  const due = reading.candidates.find(
    (one) => one.sentence === sentence && one.span.start < raw.end && raw.start < one.span.end && one.due !== null,
  )?.due;
  return due ?? null;
}

/** Where in a stretch before a name (or after it) one of some words stands. */
export function wordsNear(
  { text, language }: Passage,
  words: readonly string[],
  { start, end }: Span,
  reach: { readonly before: number; readonly after: number },
): Span | null {
  const from = Math.max(0, start - reach.before);
  const to = Math.min(text.length, end + reach.after);
  for (const match of text.slice(from, to).matchAll(regexOf(language, words, { flags: 'giu' }))) {
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    if (!(span.start >= start && span.end <= end) && !/[;.；。]/.test(between(text, span, { start, end }))) return span;
  }
  return null;
}

function between(text: string, a: Span, b: Span): string {
  return a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
}

/** The smallest stretch that holds all the given ones. */
export function spanning(...spans: readonly (Span | null)[]): Span {
  const given = spans.filter((span) => span !== null);
  return { start: Math.min(...given.map(({ start }) => start)), end: Math.max(...given.map(({ end }) => end)) };
}
