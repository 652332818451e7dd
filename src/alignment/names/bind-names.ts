import type { Language } from '../../kernel/index.ts';
import type { Mark, Signature } from '../signature.ts';
import { chineseSkeletons, latinForChinese, latinForPersian, persianSkeleton } from './skeleton.ts';

/** Shorter skeletons fit too many words to mean anything. */
const SHORTEST = 2;

function namesOf(signatures: readonly Signature[]): string[] {
  const keys = signatures.flatMap(({ marks }) =>
    marks.flatMap((mark) => mark.keys.filter((key) => key.startsWith('s:'))),
  );
  return [...new Set(keys)];
}

function variantsOf(names: readonly string[], spell: (name: string) => string[]): Map<string, string[]> {
  const bySkeleton = new Map<string, string[]>();
  for (const name of names) {
    for (const skeleton of spell(name.slice(2))) {
      if (skeleton.length < SHORTEST) continue;
      const list = bySkeleton.get(skeleton);
      if (list === undefined) bySkeleton.set(skeleton, [name]);
      else list.push(name);
    }
  }
  return bySkeleton;
}

function boundMark(mark: Mark, variants: ReadonlyMap<string, string[]>): Mark {
  const names = variants.get(persianSkeleton(mark.form));
  if (names === undefined || mark.form.includes(' ') || mark.kind === 'number') return mark;
  return { ...mark, kind: mark.kind === 'word' ? 'name' : mark.kind, keys: [...mark.keys, ...names] };
}

function bindPersian(signature: Signature, variants: ReadonlyMap<string, string[]>, known: Map<Mark, Mark>): Signature {
  const marks = signature.marks.map((mark) => {
    const bound = known.get(mark) ?? boundMark(mark, variants);
    known.set(mark, bound);
    return bound;
  });
  return { ...signature, marks };
}

function bindChinese(
  signature: Signature,
  text: string,
  variants: ReadonlyMap<string, string[]>,
  known: Map<string, Mark>,
): Signature {
  const longest = 8;
  const found = new Set<string>();
  for (const run of chineseSkeletons(text)) {
    for (let start = 0; start < run.length; start += 1) {
      for (let size = SHORTEST; size <= Math.min(longest, run.length - start); size += 1) {
        for (const name of variants.get(run.slice(start, start + size)) ?? []) found.add(name);
      }
    }
  }
  const marks = [...found].map((key) => {
    const mark: Mark = known.get(key) ?? { kind: 'name', words: key.slice(2), form: key, keys: [key] };
    known.set(key, mark);
    return mark;
  });
  return { ...signature, marks: [...signature.marks, ...marks] };
}

/** Gives the words of a passage the keys of the Latin names they spell. */
export type NameBinder = (
  signature: Signature,
  passage: { readonly text: string; readonly language: Language },
) => Signature;

/** Knows the Latin names of `latin` in Persian or Chinese letters; other passages are given back as they are. */
export function nameBinder(latin: readonly Signature[]): NameBinder {
  const names = namesOf(latin);
  let persian: Map<string, string[]> | null = null;
  let chinese: Map<string, string[]> | null = null;
  const knownPersian = new Map<Mark, Mark>();
  const knownChinese = new Map<string, Mark>();
  return (signature, { text, language }) => {
    if (names.length === 0) return signature;
    if (language === 'fa') {
      persian ??= variantsOf(names, latinForPersian);
      return bindPersian(signature, persian, knownPersian);
    }
    if (language !== 'zh') return signature;
    chinese ??= variantsOf(names, latinForChinese);
    return bindChinese(signature, text, chinese, knownChinese);
  };
}

/**
 * Finds the Latin names of `latin` in the words of `other` where that is written in Persian or Chinese letters, and
 * gives those words the names' keys.
 */
export function bindNames(
  other: readonly Signature[],
  passages: ReadonlyArray<{ readonly text: string; readonly language: Language }>,
  latin: readonly Signature[],
): Signature[] {
  const bind = nameBinder(latin);
  return other.map((signature, line) => bind(signature, passages[line] as { text: string; language: Language }));
}
