import { foldForSearch } from '../../kernel/index.ts';
import type { NamedEntry } from './actions.ts';

/** Two entries that may be one, with why: the same form, or mostly the same words. */
export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  /** 0..1; 1 where they share a form. */
  readonly score: number;
}

/** Shared words over all words of both names: where one name has all words of the other, and where each has words of its own. */
const SIMILAR = 0.6;
const REWORDED = 0.8;
/** A word in more entries than this tells none apart. */
const COMMON = 60;

function wordsOf(form: string): Set<string> {
  const folded = foldForSearch(form)
    .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (!/\p{Script=Han}/u.test(folded))
    return new Set(folded.split(' ').filter((word) => word.length > 1 || /\d/.test(word)));
  const letters = [...folded.replace(/ /g, '')];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

function numbers(words: ReadonlySet<string>): string {
  return [...words]
    .filter((word) => /\d/.test(word))
    .sort()
    .join(' ');
}

/** Whether a name has a word that the other lacks, little words such as `of` and `for` aside. */
function hasOwn(words: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...words].some((word) => !other.has(word) && (word.length > 3 || /\p{Script=Han}/u.test(word)));
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  if (shared < 2 || numbers(a) !== numbers(b)) return 0;
  const score = shared / (a.size + b.size - shared);
  // One word in the place of another mostly tells two apart: the consulate of this state and of that.
  const exchanged = hasOwn(a, b) && hasOwn(b, a);
  return exchanged && score < REWORDED ? 0 : score;
}

interface Form {
  readonly id: string;
  readonly kind: string;
  readonly words: ReadonlySet<string>;
  readonly key: string;
}

/**
 * Entries of one kind whose names are the same or nearly so; each pair once, the surest first. Names for other years or
 * other ordinals are other entries. Entries that came together (both from the profile) are told by `settled`.
 */
export function findDuplicates(
  entries: readonly NamedEntry[],
  settled: (a: string, b: string) => boolean = () => false,
): DuplicatePair[] {
  const forms: Form[] = entries.flatMap(({ id, kind, names }) =>
    Object.values(names)
      .flat()
      .map((form) => ({ id, kind, words: wordsOf(form), key: foldForSearch(form).text.trim() })),
  );
  const byWord = new Map<string, Form[]>();
  for (const form of forms) {
    for (const word of form.words) {
      const found = byWord.get(word);
      if (found) found.push(form);
      else byWord.set(word, [form]);
    }
  }
  const best = new Map<string, DuplicatePair>();
  for (const form of forms) {
    const near = new Set(
      [...form.words].flatMap((word) => {
        const found = byWord.get(word) ?? [];
        return found.length > COMMON ? [] : found;
      }),
    );
    for (const other of near) {
      if (other.id <= form.id || other.kind !== form.kind || settled(form.id, other.id)) continue;
      const score = form.key === other.key ? 1 : similarity(form.words, other.words);
      const pair = `${form.id} ${other.id}`;
      if (score >= SIMILAR && score > (best.get(pair)?.score ?? 0)) best.set(pair, { a: form.id, b: other.id, score });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.a < b.a ? -1 : 1));
}
