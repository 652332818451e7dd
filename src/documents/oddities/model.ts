import type { Span } from '../../kernel/index.ts';
import type { Document } from '../model.ts';

export const ODDITY_RULES = [
  'same-ordinal',
  'said-twice',
  'numbering-jumps',
  'numbering-repeats',
  'no-such-date',
  'letters-composed-two-ways',
  'letters-of-two-scripts',
  'quotation-open',
  'bracket-open',
  'duty-without-subject',
  'duty-without-period',
  'left-in-other-language',
  'debris',
] as const;
export type OddityRule = (typeof ODDITY_RULES)[number];

/** Words of the text. */
export interface OddPlace {
  readonly span: Span;
  /** Exactly the slice of the text. */
  readonly quote: string;
}

/** Something odd in a source, shown to people and never mended. */
export interface Oddity {
  readonly rule: OddityRule;
  /** Fill in the message `oddity.<rule>`. */
  readonly details: Readonly<Record<string, string | number>>;
  /** At least one, in the order of the text. */
  readonly places: readonly OddPlace[];
}

/** An undertaking read in the text, as far as oddities need it. */
export interface OddUnit {
  readonly span: Span;
  readonly actors: readonly string[];
}

/** Finds one kind of oddity, or a few that are read together. */
export type OddityReader = (document: Document, units: readonly OddUnit[]) => Oddity[];

/** A place with its exact words, blanks at its ends left out. */
export function placeAt({ text }: Document, { start, end }: Span): OddPlace {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return { span: { start: from, end: Math.max(from, to) }, quote: text.slice(from, Math.max(from, to)) };
}
