import type { VerbForm, VerbSense } from '../../lexicon/sense.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { isAdverb, isAnd, skipAdverbs } from './words.ts';

/** A head verb, or verbs that share one object, with the words of manner before it. Token indices. */
export interface VerbGroup {
  /** First word of the quote: manner, aspect or negation. */
  readonly start: number;
  readonly first: number;
  readonly last: number;
  /** First token after the verbs. */
  readonly next: number;
  readonly senses: readonly VerbSense[];
}

interface Head {
  readonly at: number;
  readonly sense: VerbSense;
}

/** Aspect ("continue to"), negation and manner, then a verb in the wanted form. */
function headAt(tokens: readonly Token[], from: number, form: VerbForm): Head | null {
  let at = skipAdverbs(tokens, from);
  let wanted = form;
  for (let steps = 0; steps < 4; steps += 1) {
    if (isCue(tokens[at], 'aspect')) {
      const aspect = tokens[at] as Token;
      const after = skipAdverbs(tokens, at + 1);
      const ing = verbOf(tokens[after], 'ing');
      const base = verbOf(tokens[after], 'base');
      if (aspect.word.endsWith(' to') ? base === null && !isCue(tokens[after], 'aspect') : ing === null) break;
      wanted = aspect.word.endsWith(' to') ? 'base' : 'ing';
      at = after;
    } else if (isCue(tokens[at], 'negation')) at = skipAdverbs(tokens, at + 1);
    else break;
  }
  const sense = verbOf(tokens[at], wanted);
  return sense === null ? null : { at, sense };
}

/** `strengthening` as an aspect word: "continuing to", "continuing". */
function groupHead(tokens: readonly Token[], from: number, form: VerbForm): Head | null {
  return headAt(tokens, from, form);
}

/**
 * The verb group at `from`, or null where no known verb stands there in the wanted form.
 * "maintain and further strengthen" is one group, because the first verb has no object of its own.
 */
export function verbGroupAt(tokens: readonly Token[], from: number, form: VerbForm): VerbGroup | null {
  const head = groupHead(tokens, from, form);
  if (head === null) return null;
  const formOfList: VerbForm = head.sense.forms.includes('ing') ? 'ing' : 'base';
  const senses = [head.sense];
  let last = head.at;
  let pending = head.at;
  for (let i = head.at + 1; i < tokens.length; ) {
    let next = i;
    const comma = isMark(tokens[next], ',');
    if (comma) next += 1;
    const and = isAnd(tokens[next]) || tokens[next]?.word === 'or' || isMark(tokens[next], '/');
    if (and) next += 1;
    if (!comma && !and) break;
    const verb = skipAdverbs(tokens, next);
    const sense = verbOf(tokens[verb], formOfList);
    if (sense === null || (sense.alsoNoun && isCue(tokens[verb + 1], 'preposition'))) break;
    senses.push(sense);
    pending = verb;
    if (and) last = verb;
    i = verb + 1;
  }
  if (pending !== last) senses.length = 1;
  return { start: from, first: head.at, last, next: last + 1, senses };
}

/** Manner words that stand between a connective and the verb are part of the quote; the connective is not. */
export function isManner(token: Token | undefined): boolean {
  return isAdverb(token) || isCue(token, 'aspect') || isCue(token, 'negation');
}
