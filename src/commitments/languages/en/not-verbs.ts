import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import type { Found } from './undertaking.ts';
import { isAnd, skipAdverbs } from './words.ts';

/** "the Master Plan", "the United States": a word of a name, written with a capital after another, is no finite verb. */
export function isNameNotVerb(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return at > 1 && token?.capital === true && before?.type === 'word' && before.capital && !isCue(before, 'party');
}

/** Participles that stand before what has grown: "… and strengthened collaboration". */
const GROWN = /^(?:strengthened|enhanced|deepened|expanded|developed|restored|renewed|improved|increased|intensified)$/;

/** "shared prosperity", "attached as an annex", "taxes and charges,": forms of verbs that say nothing there. */
export function saysNothing(tokens: readonly Token[], at: number, lemma: string): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.word === 'shared') return next?.type === 'word' && !isCue(next, 'determiner') && next.word !== 'that';
  if (token?.word === 'attached')
    return isCue(next, 'preposition') || /^(?:to|as|hereto|herewith)$/.test(next?.word ?? '');
  if (GROWN.test(token?.word ?? '') && (isAnd(tokens[at - 1]) || isMark(tokens[at - 1], ',')))
    return next?.type === 'word' && !isCue(next, 'determiner') && !isCue(next, 'preposition') && !next.capital;
  if (lemma === 'make' && token?.word === 'made') return isCue(next, 'preposition');
  if (next?.word === 'of' && token?.word.endsWith('s')) return true;
  return lemma === 'charge' && isMark(next, ',;.');
}

/** "Advanced economies are recovering, but …": what goes on, with nothing that it is done to. */
export function goesOnIdly(tokens: readonly Token[], verb: number): boolean {
  const next = tokens[verb + 1];
  return next === undefined || isMark(next, ',;.');
}

/** "will be developing …": an undertaking as a thing that goes on; `be` is the token of that word. */
export function goingOn(tokens: readonly Token[], be: number, modal: string): Found | null {
  if (tokens[be]?.word !== 'be') return null;
  const verb = skipAdverbs(tokens, be + 1);
  if (verbOf(tokens[verb], 'ing') === null) return null;
  return { id: modal, kind: 'commitment', complement: 'ing', next: be + 1 };
}
