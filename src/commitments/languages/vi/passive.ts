import { frameOf, isMark, type Token, verbOf } from '../../lexicon/token.ts';

const REACH = 30;

/** "Thời gian cụ thể sẽ được thống nhất …": the verb of a promise whose doer is not its subject, or -1. */
export function passiveVerbAt(tokens: readonly Token[], from: number): number {
  for (let i = from + 1; i < Math.min(from + REACH, tokens.length) && !isMark(tokens[i], ',;:.'); i += 1) {
    if (tokens[i]?.word !== 'sẽ' || !/^(?:được|do)$/.test(tokens[i + 1]?.word ?? '')) continue;
    for (let verb = i + 2; verb < tokens.length && !isMark(tokens[verb], ',;.'); verb += 1) {
      if (verbOf(tokens[verb]) !== null || frameOf(tokens[verb]) !== null) return verb;
    }
    return -1;
  }
  return -1;
}
