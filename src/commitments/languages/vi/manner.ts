import { isCue, type Token } from '../../lexicon/token.ts';

/** A word of manner, aspect or negation before a verb. */
export function isManner(token: Token | undefined): boolean {
  return isCue(token, 'adverb') || isCue(token, 'aspect') || isCue(token, 'negation');
}

export function isAnd(token: Token | undefined): boolean {
  return token?.word === 'và';
}
