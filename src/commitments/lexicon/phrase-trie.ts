/** A tree of words: phrases that begin alike share their beginning. */
interface Node<T> {
  readonly next: Map<string, Node<T>>;
  values: T[] | null;
}

export interface Match<T> {
  /** How many words the phrase has. */
  readonly length: number;
  readonly values: readonly T[];
}

/** Finds the longest known phrase at a place of a word sequence, in time of that phrase's length. */
export class PhraseTrie<T> {
  readonly #root: Node<T> = { next: new Map(), values: null };

  add(words: readonly string[], value: T): void {
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), values: null };
        node.next.set(word, next);
      }
      node = next;
    }
    if (node.values === null) node.values = [value];
    else node.values.push(value);
  }

  /** The longest phrase that begins at `words[at]`, or null. */
  longest(words: readonly { readonly word: string }[], at: number): Match<T> | null {
    let node = this.#root.next.get(words[at]?.word ?? '');
    let found: Match<T> | null = null;
    for (let i = at + 1; node !== undefined; i += 1) {
      if (node.values !== null) found = { length: i - at, values: node.values };
      const word = words[i];
      if (word === undefined) break;
      node = node.next.get(word.word);
    }
    return found;
  }
}
