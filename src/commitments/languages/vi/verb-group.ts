import type { VerbSense } from '../../lexicon/sense.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { isAnd, skipManner } from './words.ts';

/** Head verbs of an action with the manner before them. Token indices. */
export interface VerbGroup {
  readonly start: number;
  readonly first: number;
  readonly last: number;
  readonly next: number;
  readonly senses: readonly VerbSense[];
  /** Words of manner or aspect stand before the verb. */
  readonly manner: boolean;
}

const AFTER_VERB = new Set(['tốt', 'hiệu quả', 'có hiệu quả', 'hơn nữa', 'mạnh mẽ', 'sâu sắc']);

/** The verb group at `from`, or null. "kế thừa, bảo vệ và phát huy tốt …" is one group: its verbs share one object. */
export function verbGroupAt(tokens: readonly Token[], from: number): VerbGroup | null {
  const first = skipManner(tokens, from);
  const head = verbOf(tokens[first]);
  if (head === null) return null;
  const senses = [head];
  let last = first;
  let pending = false;
  for (let i = first + 1; i < tokens.length; ) {
    while (AFTER_VERB.has(tokens[i]?.word ?? '')) i += 1;
    const comma = isMark(tokens[i], ',');
    const and = isAnd(tokens[i]);
    if (!comma && !and) break;
    const verb = skipManner(tokens, i + 1);
    const sense = verbOf(tokens[verb]);
    if (sense === null || (comma && isCue(tokens[i + 1], 'aspect'))) break;
    senses.push(sense);
    pending = comma;
    if (and) {
      last = verb;
      pending = false;
    } else if (!isMark(tokens[verb + 1], ',') && !isAnd(tokens[verb + 1])) {
      if (head.leading || sense.leading) senses.pop();
      else last = verb;
      pending = false;
      break;
    }
    i = verb + 1;
  }
  if (pending) senses.length = 1;
  return { start: from, first, last, next: last + 1, senses, manner: first > from };
}
