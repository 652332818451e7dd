/**
 * A function that remembers what it answered: the same words come back again and again in a text. Where more than `most`
 * answers are kept it begins anew, so that no text fills the memory.
 */
export function remembered<T>(most: number, answer: (words: string) => T): (words: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (words) => {
    const kept = known.get(words);
    if (kept !== undefined) return kept.value;
    const value = answer(words);
    if (known.size >= most) known.clear();
    known.set(words, { value });
    return value;
  };
}
