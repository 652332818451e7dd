import type { Document } from '../documents/index.ts';
import { simplified } from '../vocabulary/index.ts';
import type { BodyName, Candidate } from './model.ts';

/** A text as the rules read it, and a way back to what it says itself. */
export interface Legible {
  /** The document itself, or the same with simplified characters for traditional ones, at the same offsets. */
  readonly document: Document;
  /** The candidate with the words of the text itself. */
  candidate(read: Candidate): Candidate;
  /** The names with the words of the text itself. */
  names(read: readonly BodyName[]): readonly BodyName[];
}

/** Makes a document legible for rules that know simplified Chinese only; any other document is read as it is. */
export function legible(document: Document): Legible {
  const chinese = document.sentences.some(({ language }) => language === 'zh');
  const text = chinese ? simplified(document.text) : document.text;
  if (text === document.text) return { document, candidate: (read) => read, names: (read) => read };
  const own = (words: string, from: number) => {
    const at = text.indexOf(words, from);
    return at < 0 ? words : document.text.slice(at, at + words.length);
  };
  const candidate = (read: Candidate): Candidate => {
    const from = document.sentences[read.sentence]?.span.start ?? 0;
    const all = (words: readonly string[]) => words.map((one) => own(one, from));
    return {
      ...read,
      quote: document.text.slice(read.span.start, read.span.end),
      action: own(read.action, read.span.start),
      due: read.due && { ...read.due, text: own(read.due.text, from) },
      instruments: all(read.instruments),
      mechanisms: all(read.mechanisms),
      places: all(read.places),
      targets: read.targets.map((target) => ({ ...target, text: own(target.text, from) })),
      why: read.why.map((reason) => ({ ...reason, words: own(reason.words, reason.span?.start ?? from) })),
    };
  };
  const names = (read: readonly BodyName[]) => read.map((name) => ({ ...name, words: own(name.words, 0) }));
  return { document: { ...document, text }, candidate, names };
}
