import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { skipAdverbs } from './words.ts';

/** What is to be done is the subject: "The next session will be held in …". Token indices. */
export interface PassiveMatch {
  readonly modal: number;
  readonly verb: number;
}

const REACH = 25;
const PRONOUNS = new Set(['it', 'this', 'these', 'those', 'there', 'that', 'which', 'who']);

/** What begins by itself. */
const BEGINS = /^(?:begin|start|commence)$/;

function isModal(token: Token | undefined, reported: boolean): boolean {
  const word = token?.word;
  return (
    word === 'will' || word === 'shall' || word === 'are to' || (reported && (word === 'would' || word === 'should'))
  );
}

/**
 * An act promised in the passive whose doer is not named, in the clause that begins at `from`; else null.
 * @param reported the clause tells what was agreed, so that "would be" promises as well
 */
export function passiveAt(tokens: readonly Token[], from: number, reported: boolean): PassiveMatch | null {
  const pronoun = PRONOUNS.has(tokens[from]?.word ?? '') && isModal(tokens[from + 1], reported);
  if (pronoun || isCue(tokens[from], 'preposition')) return null;
  for (let i = from + 1; i < Math.min(from + REACH, tokens.length); i += 1) {
    const token = tokens[i] as Token;
    if (isMark(token, ',;:.') || token.word === 'which' || token.word === 'that') return null;
    if (tokens[i + 1]?.word === 'hereby' && /^(?:is|are)$/.test(token.word) && verbOf(tokens[i + 2], 'participle'))
      return { modal: i, verb: i + 2 };
    if (reported && token.word === 'be' && verbOf(tokens[skipAdverbs(tokens, i + 1)], 'participle'))
      return { modal: i, verb: skipAdverbs(tokens, i + 1) };
    const due = token.word === 'is' && tokens[i + 1]?.word === 'to';
    if (token.enclosed || !(due || isModal(token, reported))) continue;
    const after = skipAdverbs(tokens, due ? i + 2 : i + 1);
    if (BEGINS.test(tokens[after]?.word ?? '') && isCue(tokens[from], 'thing')) return { modal: i, verb: after };
    if (tokens[after]?.word === 'take' && tokens[after + 1]?.word === 'place') return { modal: i, verb: after };
    if (tokens[after]?.word === 'continue' || tokens[after]?.word === 'continue to')
      return tokens[after + 1]?.word === 'be' ? { modal: i, verb: after + 2 } : null;
    if (tokens[after]?.word !== 'be') return null;
    const verb = skipAdverbs(tokens, after + 1);
    const sense = verbOf(tokens[verb], 'participle');
    return sense !== null && sense.strength !== 'support' ? { modal: i, verb } : null;
  }
  return null;
}
