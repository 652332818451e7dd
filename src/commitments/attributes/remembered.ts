/**
 * A function that remembers what it answered: the same words come back again and again in a text. Where more than `most`
 * answers are kept it begins anew, so that no text fills the memory.
 */
export function remembered<K, T>(most: number, answer: (asked: K) => T): (asked: K) => T {
  const known = new Map<K, T>();
  return (asked) => {
    const kept = known.get(asked);
    if (kept !== undefined || known.has(asked)) return kept as T;
    const value = answer(asked);
    if (known.size >= most) known.clear();
    known.set(asked, value);
    return value;
  };
}
