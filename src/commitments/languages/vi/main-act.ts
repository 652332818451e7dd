import { isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';

/** Verbs that say what a body in charge does, even where they are also nouns. */
export const ASSIGNED_VERB: ReadonlySet<string> = new Set([
  'chủ trì',
  'lãnh đạo',
  'chỉ đạo',
  'phối hợp',
  'tham mưu',
  'tổ chức',
  'hướng dẫn',
  'xây dựng',
  'theo dõi',
  'báo cáo',
]);

const REACH = 40;

/** "chủ trì, phối hợp với X, Y tổ chức …": the act that follows the bodies named; the group itself where none does. */
export function mainAct(tokens: readonly Token[], group: VerbGroup): VerbGroup {
  for (let i = group.next; i < Math.min(group.next + REACH, tokens.length); i += 1) {
    const token = tokens[i] as Token;
    if (isMark(token, ';.')) break;
    const sense = token.enclosed || token.capital ? null : verbOf(token);
    if (sense === null || sense.verb.startsWith('phối hợp') || (sense.alsoNoun && !ASSIGNED_VERB.has(sense.verb)))
      continue;
    return verbGroupAt(tokens, i) ?? group;
  }
  return group;
}
