import type { Token } from '../../lexicon/token.ts';
import type { PredicateMatch } from './predicate.ts';
import { ATMOSPHERE, CONVENES, DAY, HELD, SETTING } from './sentence-signs.ts';
import { verbPhraseAt } from './verb-phrase.ts';

/**
 * Whether a part of a sentence with a party and a verb tells of the visit or meeting itself ("访问期间，双方签署…",
 * "两国领导人在友好气氛中…"). `tokens` are those of `text`, `match` is where its party and its verb stand.
 */
export function toldAsPast(text: string, tokens: readonly Token[], match: PredicateMatch): boolean {
  const before = text.slice(0, tokens[match.first]?.start ?? 0);
  if (SETTING.test(before) || ATMOSPHERE.test(text.slice(tokens[match.at]?.start ?? 0))) return true;
  const head = verbPhraseAt(tokens, match.at);
  const verb = tokens[head?.first ?? -1]?.word ?? '';
  const between = text.slice(before.length, tokens[head?.first ?? 0]?.start ?? 0);
  const subject = text.slice(before.length, tokens[match.last - 1]?.end ?? before.length);
  if (subject === '会议' && CONVENES.test(verb)) return true;
  return (
    HELD.test(verb) &&
    !/将|继续|定期|保持|力争/.test(between) &&
    (DAY.test(before) || DAY.test(between) || verb === '交换意见')
  );
}
