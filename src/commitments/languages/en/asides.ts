import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { attitudeNounAt, type FrameMatch } from './frame.ts';
import { MODALS, NOR_REACH } from './sentence-words.ts';
import { complementAt } from './undertaking.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';
import { isAnd, skipAdverbs } from './words.ts';

const REACH = 30;

/**
 * "for, and coordinate with the ministries in, reviewing …": two words share what follows the second comma.
 * The token after that comma, or `at` where nothing is shared.
 */
export function skipShared(tokens: readonly Token[], at: number): number {
  if (!isCue(tokens[at - 1], 'preposition') || !isAnd(tokens[at + 1])) return at;
  for (let i = at + 2; i < Math.min(at + REACH, tokens.length) && !isMark(tokens[i], ';:.'); i += 1)
    if (isMark(tokens[i], ',') && isCue(tokens[i - 1], 'preposition')) return i + 1;
  return at;
}

const BINDING = new Set('committing pledging agreeing undertaking vowing resolving promising recommitting'.split(' '));
const AFFIRMING = new Set(
  'reaffirming affirming reiterating renewing expressing confirming underlining restating'.split(' '),
);

/** ", pledging to …", "and reaffirming their commitment to …": an undertaking said beside the main verb; null where none is. */
export function besides(tokens: readonly Token[], at: number): FrameMatch | null {
  const verb = skipAdverbs(tokens, at);
  const word = tokens[verb]?.word ?? '';
  const told = { first: verb, verb, plain: false, directs: false, duty: false } as const;
  if (AFFIRMING.has(word)) {
    const felt = attitudeNounAt(tokens, verb);
    return felt === null || felt.complement === 'object' || felt.kind === 'position' ? null : { ...felt, ...told };
  }
  if (!BINDING.has(word) || tokens[verb + 1]?.word !== 'to') return null;
  const complement = complementAt(tokens, verb + 2);
  return complement === 'object' ? null : { ...told, id: 'commit', kind: 'commitment', complement, next: verb + 2 };
}

/** "while committing to …" */
export function whileBinding(tokens: readonly Token[], at: number): FrameMatch | null {
  const word = tokens[at]?.word;
  return word === 'while' || word === 'whilst' ? besides(tokens, at + 1) : null;
}

const CLAUSE = /^(?:while|whilst|as|given|where|if|although|though|despite|considering|because|since|in|with)$/;

/** "concurred that, while prices rise, they would …": the first token after such an aside, or `at` where there is none. */
export function skipSubordinate(tokens: readonly Token[], at: number): number {
  if (!isMark(tokens[at], ',') || !CLAUSE.test(tokens[at + 1]?.word.split(' ')[0] ?? '')) return at;
  for (let i = at + 2; i < Math.min(at + REACH, tokens.length) && !isMark(tokens[i], ';:.'); i += 1)
    if (isMark(tokens[i], ',')) return i + 1;
  return at;
}

/** `agreed to "discuss ways and means" to …`: the verb behind the opening quotation mark. */
export function inQuotes(tokens: readonly Token[], at: number): number {
  return isMark(tokens[at], '"“') && verbOf(tokens[skipAdverbs(tokens, at + 1)], 'base') !== null ? at + 1 : at;
}

/** Whether words of purpose, relation or result stand here. */
export function subordinatesAt(tokens: readonly Token[], at: number): boolean {
  return isCue(tokens[at], 'purpose') || isCue(tokens[at], 'relative') || isCue(tokens[at], 'result');
}

/** Whether a clause with "that", or one with "to" and a verb, begins behind an object. */
export function saysFor(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word === 'that') return true;
  return tokens[at]?.word === 'to' && verbOf(tokens[skipAdverbs(tokens, at + 1)], 'base') !== null;
}

/** The verb behind ", nor will we …"; null where none stands there. */
export function norGroup(tokens: readonly Token[], at: number): VerbGroup | null {
  if (tokens[at]?.word !== 'nor' || !MODALS.has(tokens[at + 1]?.word ?? '')) return null;
  for (let i = at + 2; i < Math.min(at + NOR_REACH, tokens.length); i += 1) {
    const group = verbGroupAt(tokens, i, 'base');
    if (group !== null && !isCue(tokens[i], 'party')) return group;
  }
  return null;
}
