import { isCue, type Token } from '../../lexicon/token.ts';
import type { VerbPhrase } from './verb-phrase.ts';
import { isBreak } from './words.ts';

/** Whether an object follows a verb that is also a noun: "研究商签…", not "合作机制". */
export function takesObject(tokens: readonly Token[], phrase: VerbPhrase): boolean {
  const next = tokens[phrase.last + 1];
  return (
    !isBreak(next) && next?.type === 'word' && !/^(?:的|机制|领域|水平|和|及|与|潜力|前景|成果|伙伴)/.test(next.word)
  );
}

/** "加强合作是…": the action is talked about. */
export function isTopic(tokens: readonly Token[], phrase: VerbPhrase): boolean {
  for (let i = phrase.last + 1; i < tokens.length && !isBreak(tokens[i]); i += 1)
    if (tokens[i]?.word === '是' || isCue(tokens[i], 'past')) return true;
  return false;
}
