import { isCue, isMark, isUnknown, type Token } from '../../lexicon/token.ts';

/** Words ending in -ly that are not adverbs are listed as nouns; all others in -ly are manner. */
export function isAdverb(token: Token | undefined): boolean {
  if (token === undefined || token.type !== 'word') return false;
  if (isCue(token, 'adverb')) return true;
  return token.word.endsWith('ly') && isUnknown(token);
}

export function isAnd(token: Token | undefined): boolean {
  return token !== undefined && (token.word === 'and' || token.word === 'and also' || token.word === 'and further');
}

/** Skips adverbs, and adverbs joined by "and" or commas ("fully and effectively"). */
export function skipAdverbs(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length) {
    if (isAdverb(tokens[at])) at += 1;
    else if (at > from && (isAnd(tokens[at]) || isMark(tokens[at], ',')) && isAdverb(tokens[at + 1])) at += 2;
    else break;
  }
  return at;
}

/** What may begin the object of a verb: the test that tells "support the plan" from "support for the plan". */
export function beginsObject(token: Token | undefined): boolean {
  if (token === undefined || token.type === 'mark') return token !== undefined && '"“‘«'.includes(token.word);
  if (token.type === 'number' || isCue(token, 'determiner')) return true;
  return !isCue(token, 'preposition') && !isCue(token, 'coordinator') && !isCue(token, 'auxiliary');
}

/** Words that join sentences rather than say how something is done; they are no part of a quote. */
export const NOT_MANNER = new Set([
  'also',
  'therefore',
  'thus',
  'hereby',
  'then',
  'likewise',
  'too',
  'now',
  'already',
  'both',
  'again',
  'even',
]);

/** Skips "Furthermore," and its like. */
export function skipConnectives(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isCue(tokens[at], 'connective')) {
    if (isMark(tokens[at + 1], ',')) at += 2;
    else if (isCue(tokens[at], 'adverb')) break;
    else at += 1;
  }
  return at;
}

/** Steps over ", where appropriate," and its like after "and". */
export function skipInterjection(tokens: readonly Token[], at: number): number {
  if (!isMark(tokens[at], ',')) return at;
  for (let i = at + 1; i <= at + 8 && i < tokens.length; i += 1) {
    if (isMark(tokens[i], ';:.')) return at;
    if (isMark(tokens[i], ',')) return i + 1;
  }
  return at;
}

/** "announced that it will …": the subject of the clause around it. */
export function isSamePronoun(token: Token | undefined): boolean {
  return token !== undefined && (token.word === 'it' || token.word === 'he' || token.word === 'she');
}

/** Steps over a closing quotation mark, or the label of an item ("(b)"). */
export function afterEnclosed(tokens: readonly Token[], at: number): number {
  if (isMark(tokens[at + 1], ')') && /^(?:[a-z]|\d{1,2}|[ivx]{1,4})$/.test(tokens[at]?.word ?? '')) return at + 2;
  let next = at;
  while (next < at + 3 && tokens[next]?.enclosed) next += 1;
  return tokens[next]?.enclosed ? at : next;
}
