import type { Language, Span } from '../../kernel/index.ts';
import type { WorkType } from '../../vocabulary/index.ts';
import type { Document, Provision } from '../model.ts';
import type { Described, Rendering } from './model.ts';
import { patterns, WORDS } from './words.ts';

const { rendering } = WORDS;
const SAID = (['machine-translation', 'unofficial-translation', 'official-translation', 'translation'] as const).map(
  (kind) => ({ kind, patterns: patterns(rendering[kind]) }),
);
const EQUAL = patterns(rendering.equal);

/** Where a file speaks of its own translation: its first and last words. UTF-16 units. */
const FRAME = 1_200;
/** A passage of this many letters in another language is one that was left untranslated, not a name or title. */
const LONG = 60;
/** A Persian text this long without one half-space was not written by a Persian hand. */
const PERSIAN = 2_000;

/**
 * Whether a text is the original or a translation: what it says of itself, passages left in another language, the languages
 * of its parties. Null where nothing tells.
 */
export function renderingOf(
  document: Document,
  type: WorkType,
  parties: readonly string[],
  number: unknown,
): Described<Rendering> | null {
  const said = saidOf(document);
  if (said) return said;
  const left = untranslated(document);
  if (left) return byWhatIsLeft(document, left);
  const equal = found(document, EQUAL, Math.max(0, document.text.length - FRAME));
  if (equal) return { ...equal, value: 'original', confidence: 0.85, why: 'rendering-equal' };
  if (number !== null && (type === 'directive' || type === 'plan')) return unsaid('original', 0.9, 'rendering-office');
  return byParties(document.language, parties);
}

function saidOf(document: Document): Described<Rendering> | null {
  for (const { kind, patterns } of SAID) {
    const words = found(document, patterns, Math.max(0, document.text.length - FRAME)) ?? found(document, patterns, 0);
    if (words) return { ...words, value: kind, confidence: 0.95, why: 'rendering-said' };
  }
  return null;
}

function found(
  { text }: Document,
  list: readonly RegExp[],
  from: number,
): Pick<Described<never>, 'words' | 'span'> | null {
  for (const pattern of list) {
    const match = pattern.exec(text.slice(from, from + FRAME));
    if (match) return place(text, { start: from + match.index, end: from + match.index + match[0].length });
  }
  return null;
}

function place(text: string, span: Span) {
  return { span, words: text.slice(span.start, span.end) };
}

/** Paragraphs and points in another language than the text, the first first. */
export function untranslated({ text, provisions, language }: Document): readonly Provision[] | null {
  const left = provisions.filter(
    (one) =>
      one.role !== 'furniture' &&
      one.language !== language &&
      one.language !== 'und' &&
      (text.slice(one.span.start, one.span.end).match(/\p{L}/gu)?.length ?? 0) >= LONG,
  );
  return left.length > 0 ? left : null;
}

/** What is left in another language shows a translation; a Persian text without half-spaces shows one by a machine. */
function byWhatIsLeft({ text, language }: Document, [first]: readonly Provision[]): Described<Rendering> | null {
  if (first === undefined) return null;
  const words = place(text, first.span);
  const machine = language === 'fa' && text.length >= PERSIAN && !text.includes('\u200c');
  if (machine) return { ...words, value: 'machine-translation', confidence: 0.75, why: 'rendering-left-machine' };
  return { ...words, value: 'translation', confidence: 0.8, why: 'rendering-left' };
}

/** A text in the language of one of its parties is likely theirs; in another, likely a translation. */
function byParties(language: Language, parties: readonly string[]): Described<Rendering> | null {
  const own: readonly string[] | undefined = (WORDS.languages as Record<string, unknown>)[language] as
    | readonly string[]
    | undefined;
  const read = Object.values(WORDS.languages).flatMap((states) => (Array.isArray(states) ? states : []));
  if (own === undefined || parties.length === 0 || !parties.some((party) => read.includes(party))) return null;
  if (parties.some((party) => own.includes(party))) return unsaid('original', 0.6, 'rendering-party');
  return parties.every((party) => read.includes(party)) ? unsaid('translation', 0.6, 'rendering-no-party') : null;
}

function unsaid(value: Rendering, confidence: number, why: string): Described<Rendering> {
  return { value, span: null, words: '', confidence, why };
}
