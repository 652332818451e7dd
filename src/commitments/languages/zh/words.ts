import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';

/** Ends a part of a sentence. */
export function isBreak(token: Token | undefined): boolean {
  return isMark(token, '，；：。,;:');
}

export function isManner(token: Token | undefined): boolean {
  return isCue(token, 'adverb') || isCue(token, 'aspect');
}

/** Skips words of manner; the last stays where it is itself the only verb. */
export function skipManner(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isManner(tokens[at])) at += 1;
  if (at > from && verbOf(tokens[at]) === null && verbOf(tokens[at - 1]) !== null) return at - 1;
  return at;
}
