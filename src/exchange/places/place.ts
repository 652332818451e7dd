import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/index.ts';
import { wordsOf } from '../../register/index.ts';

/** A commitment as one node names it to another: its words, where they stand, and the work they stand in. */
export interface Reference {
  readonly quote: string;
  readonly language: string;
  /** Label of its provision. */
  readonly path: string;
  /** Offset in the text of the file, UTF-16 units, and the SHA-256 of the file's bytes. */
  readonly start?: number;
  readonly sha256?: string;
  /** The words before and after it. */
  readonly prefix?: string;
  readonly suffix?: string;
  readonly work: { readonly title: string; readonly date: string | null; readonly parties: readonly string[] };
}

/** A commitment of ours it could be. */
export interface PlaceCandidate extends Omit<Required<Reference>, 'work'> {
  readonly id: string;
  /** The entry of the register it is a citation of; itself where it is one. */
  readonly entry: string;
  readonly title: string;
  readonly date: string | null;
  readonly parties: readonly string[];
}

export interface FoundPlace {
  readonly commitment: string;
  /** By the same file and offset, or by the same words in the same work. */
  readonly found: 'file' | 'words';
}

/** The name of a reference: the same words in the same place of the same work are one. */
export function referenceKey({ quote, language, path, start = 0, work }: Reference): string {
  const { date, parties } = work;
  const named = { quote: wordsOf(quote), language, path, start, date, parties: [...parties].sort() };
  return createHash('sha256').update(canonicalJson(named)).digest('hex');
}

/** Whether a work here is the one a reference names: of one day between the same parties; without a day, of one title. */
export function isSameWork(
  { work }: Pick<Reference, 'work'>,
  of: Pick<PlaceCandidate, 'title' | 'date' | 'parties'>,
): boolean {
  const named = work.parties.length > 0 && of.parties.length > 0;
  if (named && [...work.parties].sort().join() !== [...of.parties].sort().join()) return false;
  if (work.date !== null && of.date !== null) return work.date === of.date;
  return wordsOf(work.title) === wordsOf(of.title);
}

/**
 * The one commitment of ours that a reference names. Words alone are not enough: they stand in the same file at the same offset, or
 * in the same work; of several the words around them, the provision, the offset and the title decide. Null where that leaves none,
 * or more than one: then people say.
 */
export function placeOf(reference: Reference, candidates: readonly PlaceCandidate[]): FoundPlace | null {
  const words = wordsOf(reference.quote);
  const same = candidates.filter((one) => one.language === reference.language && wordsOf(one.quote) === words);
  const { start, sha256 } = reference;
  const inFile = same.filter((one) => one.sha256 === sha256 && one.start === start);
  const exact = theOne(inFile);
  if (exact !== null) return { commitment: exact, found: 'file' };
  const inWork = same.filter((one) => one.sha256 === sha256 || isSameWork(reference, one));
  const around = (one: PlaceCandidate) =>
    wordsOf(one.prefix) === wordsOf(reference.prefix ?? '') && wordsOf(one.suffix) === wordsOf(reference.suffix ?? '');
  const tests = [
    around,
    (one: PlaceCandidate) => one.path === reference.path,
    (one: PlaceCandidate) => one.start === start,
    (one: PlaceCandidate) => wordsOf(one.title) === wordsOf(reference.work.title),
  ];
  let left = inWork;
  for (const test of tests) {
    if (theOne(left) !== null) break;
    const kept = left.filter(test);
    if (kept.length > 0) left = kept;
  }
  const commitment = theOne(left);
  return commitment === null ? null : { commitment, found: 'words' };
}

/** The entry all of them are of; null where they are of none, or of several. */
function theOne(candidates: readonly PlaceCandidate[]): string | null {
  const [first, ...others] = new Set(candidates.map(({ entry }) => entry));
  return first === undefined || others.length > 0 ? null : first;
}
