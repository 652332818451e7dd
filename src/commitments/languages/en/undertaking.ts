import type { Kind } from '../../../vocabulary/index.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { afterEnclosed, isAnd, skipAdverbs } from './words.ts';

/** `to strengthen`, `to strengthening`, `that …`, or an object, after introducing words. */
export function complementAt(tokens: readonly Token[], at: number): 'action' | 'ing' | 'clause' | 'object' {
  const token = tokens[at];
  if (token === undefined || isMark(token, ':')) return 'action';
  if (token.word === 'that') return 'clause';
  const verb = verbOf(tokens[skipAdverbs(tokens, at)]);
  if (verb?.forms.includes('ing')) return 'ing';
  return verb?.forms.includes('base') || isCue(token, 'aspect') || isCue(token, 'negation') ? 'action' : 'object';
}

/** What a verb and the words after it introduce. */
export interface Found {
  readonly id: string;
  readonly kind: Kind;
  readonly complement: 'action' | 'ing' | 'object' | 'clause';
  readonly next: number;
  /** The noun that says what is felt ("support"), where the unit begins with it. */
  readonly noun?: number;
  /** Tells one's own body to act, though the verb mostly invites others. */
  readonly directs?: boolean;
}

/** Steps over ", subject to …," between introducing words and what they govern. */
export function skipAside(tokens: readonly Token[], at: number): number {
  if (!isMark(tokens[at], ',')) return at;
  for (let i = at + 1; i < Math.min(at + 24, tokens.length) && !isMark(tokens[i], ';:'); i += 1) {
    if (
      isMark(tokens[i], ',') &&
      (verbOf(tokens[skipAdverbs(tokens, i + 1)], 'base') !== null ||
        isCue(tokens[i + 1], 'aspect') ||
        isCue(tokens[i + 1], 'negation') ||
        tokens[i + 1]?.word === 'to')
    )
      return i + 1;
  }
  return at;
}

const REFLEXIVE = new Set(['themselves', 'itself', 'ourselves', 'himself', 'herself']);

/** "agreed on the following measures:", "upon the items below: (a)": the first item begins there; else -1. */
function listOpens(tokens: readonly Token[], at: number): number {
  const colon = tokens.findIndex((token, i) => i > at && i < at + 7 && isMark(token, ':'));
  if (colon < 0 || !tokens.slice(at, colon).some(({ word }) => /\b(?:following|below)\b/.test(word))) return -1;
  let item = afterEnclosed(tokens, colon + 1);
  while (tokens[item]?.enclosed || tokens[item]?.type === 'mark') item += 1;
  return tokens[item]?.word === 'to' ? item + 1 : item;
}

/** "look to the Bank to play …": somebody named is to act. */
function looksTo(tokens: readonly Token[], from: number): boolean {
  const named = isCue(tokens[from], 'determiner') || tokens[from]?.capital === true;
  return named && tokens.slice(from + 1, from + 9).some(({ word }) => word === 'to');
}

/** What may be pledged outright: "promise $20 billion". */
const OBJECTS = new Set(['pledge', 'commit', 'decide', 'promise']);

/** "agreed and determined to …": both verbs govern what follows. */
function skipJoined(tokens: readonly Token[], at: number): number {
  return isAnd(tokens[at]) && JOINED.test(tokens[at + 1]?.word ?? '') && tokens[at + 2]?.word === 'to' ? at + 2 : at;
}
const JOINED =
  /^(?:agreed|decided|determined|resolved|pledged|committed|undertook|concurred|agree|decide|determine|resolve|pledge|commit|undertake|intend|intended|plan|planned)$/;

const NEEDED =
  /^(?:necessary|essential|important|vital|crucial|imperative|indispensable|desirable|advisable|appropriate|critical|needed|required|useful|urgent)$/;
const IS = /^(?:is|was|would be|will be|remains|remained)$/;

/** "agreed that it is essential to |expand …": where the act begins that is said to be needed; -1 where none is. */
export function neededAt(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.word !== 'it' || !IS.test(tokens[from + 1]?.word ?? '')) return -1;
  const at = skipAdverbs(tokens, from + 2);
  const to = NEEDED.test(tokens[at]?.word ?? '') ? at + 1 : -1;
  return to >= 0 && tokens[to]?.word === 'to' && complementAt(tokens, to + 1) === 'action' ? to + 1 : -1;
}

/** "agreed to", "agreed that", "agreed on the need to", "pledged $100 million" */
export function undertaking(tokens: readonly Token[], at: number, lemma: string): Found | null {
  let next = skipAdverbs(tokens, at + 1);
  if (REFLEXIVE.has(tokens[next]?.word ?? '')) next += 1;
  next = skipJoined(tokens, skipAside(tokens, next));
  if (tokens[next]?.word === 'in' && tokens[next + 1]?.word === 'principle') next += 2;
  const word = tokens[next]?.word;
  if (word === 'at' && lemma === 'aim' && complementAt(tokens, next + 1) === 'ing')
    return { id: lemma, kind: 'commitment', complement: 'ing', next: next + 1 };
  if (lemma === 'look' && word === 'to' && looksTo(tokens, next + 1))
    return { id: 'look-to', kind: 'support', complement: 'object', next: next + 1 };
  if (lemma === 'look' && (word !== 'to' || complementAt(tokens, next + 1) !== 'action')) return null;
  if (word === 'to' || word === 'and to') {
    const complement = complementAt(tokens, next + 1);
    if (complement === 'object' && isCue(tokens[next + 1], 'determiner') && lemma === 'agree')
      return { id: 'agree-to', kind: 'commitment', complement, next: next + 1 };
    return {
      id: lemma,
      kind: 'commitment',
      complement: complement === 'object' && !lemma.endsWith('commit') ? 'action' : complement,
      next: next + 1,
    };
  }
  if (word === 'not to') return { id: lemma, kind: 'commitment', complement: 'action', next };
  if (word === 'that') {
    const needed = lemma === 'agree' || lemma === 'decide' || lemma === 'concur' ? neededAt(tokens, next + 1) : -1;
    if (needed >= 0) return { id: `${lemma}-need`, kind: 'commitment', complement: 'action', next: needed };
    return {
      id: lemma,
      kind: lemma === 'agree' || lemma === 'decide' ? 'commitment' : 'position',
      complement: 'clause',
      next: next + 1,
    };
  }
  if (word === 'as follows') return { id: lemma, kind: 'commitment', complement: 'action', next: next + 1 };
  if (isMark(tokens[next], ':')) return { id: lemma, kind: 'commitment', complement: 'action', next: next + 1 };
  if (word === 'in' && (lemma === 'agree' || lemma === 'concur') && complementAt(tokens, next + 1) === 'ing')
    return { id: lemma, kind: 'commitment', complement: 'ing', next: next + 1 };
  if (word === 'on' || word === 'upon') {
    const list = listOpens(tokens, next + 1);
    if (list >= 0) return { id: lemma, kind: 'commitment', complement: 'action', next: list };
    const after = tokens.slice(next + 1, next + 7);
    if (after.some(({ word }) => /\bfollowing\b/.test(word)) && after.length < 5) return null;
    if ((lemma === 'agree' || lemma === 'concur') && complementAt(tokens, next + 1) === 'ing')
      return { id: lemma, kind: 'commitment', complement: 'ing', next: next + 1 };
    const need = after.findIndex((token) => token.word === 'need' || token.word === 'necessity');
    if (need >= 0 && tokens[next + 2 + need]?.word === 'to')
      return { id: `${lemma}-need`, kind: 'commitment', complement: 'action', next: next + 3 + need };
    const weighing = after.some((token) =>
      /^(?:importance|significance|value|relevance|centrality|role)$/.test(token.word),
    );
    return { id: `${lemma}-on`, kind: weighing ? 'position' : 'commitment', complement: 'object', next: next + 1 };
  }
  if (
    OBJECTS.has(lemma) &&
    next < tokens.length &&
    !isCue(tokens[next], 'preposition') &&
    (tokens[next]?.type !== 'mark' || isMark(tokens[next], '$€£¥'))
  ) {
    return { id: lemma, kind: 'commitment', complement: 'object', next };
  }
  return null;
}

/** "confirm to work towards …": what is confirmed is an act. */
export function confirmsAct(tokens: readonly Token[], at: number, lemma: string): boolean {
  return CONFIRMS.test(lemma) && tokens[at + 1]?.word === 'to' && complementAt(tokens, at + 2) === 'action';
}
const CONFIRMS = /^(?:re)?(?:confirm|affirm|declare)$/;
