import type { Span } from '../../../kernel/index.ts';
import { doubtOf, isDoubtful } from '../../../register/index.ts';
import type { Look } from '../../app/search.ts';
import type { ReaderRow, ReaderText } from '../../data/queries.ts';

/** A sentence or commitment that a number of the meter counts. */
export interface Place {
  readonly key: string;
  readonly span: Span;
  readonly words: string;
  /** Of a sentence the rule that says what became of it; null of a commitment. */
  readonly reason: string | null;
  readonly row: ReaderRow | null;
}

/** What a number of the meter counts: commitments with the most doubtful first, sentences in the order of the text. */
export function placesToLook(text: ReaderText, look: Look): readonly Place[] {
  if (look === 'undecided') return byDoubt(text, ({ decision, anchored }) => decision === 'undecided' && anchored);
  if (look === 'doubtful') return [...sentencesOf(text, 'unread'), ...byDoubt(text, isDoubtful)];
  return sentencesOf(text, look);
}

function sentencesOf({ sentences, text }: ReaderText, state: string): Place[] {
  return sentences
    .filter((sentence) => sentence.state === state)
    .map(({ span, reason }) => ({
      ...{ key: `s${span.start}`, span, reason, row: null },
      words: text.slice(span.start, span.end),
    }));
}

function byDoubt({ commitments }: ReaderText, wanted: (row: ReaderRow) => boolean): Place[] {
  return commitments
    .filter(wanted)
    .toSorted((a, b) => doubtOf(b) - doubtOf(a) || a.span.start - b.span.start)
    .map((row) => ({ key: row.id, span: row.span, words: row.quote, reason: null, row }));
}

/** The place after the one looked at; where that has been settled meanwhile, the one that took its place. Null after the last. */
export function nextPlace(
  places: readonly Place[],
  looked: { readonly key: string; readonly at: number } | null,
): { readonly place: Place; readonly at: number } | null {
  const still = looked === null ? -1 : places.findIndex(({ key }) => key === looked.key);
  const at = looked === null ? 0 : still < 0 ? looked.at : still + 1;
  const place = places[at];
  return place ? { place, at } : null;
}
