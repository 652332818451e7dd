import type { Token } from '../../lexicon/token.ts';
import { isBreak } from './words.ts';

/** What is said of the matter after 对 or 就. */
const SAYS = /(?:表示|感到|深感|致以|给予)[^，；。]{0,8}$/u;
const WELCOMES = /(?:欢迎|支持|赞成|赞同)$/u;
const FEELS =
  /(?:欢迎|支持|赞成|赞同|满意|赞赏|高兴|感谢|祝贺|欣慰|遗憾|关切|担忧|不安|谴责|哀悼|慰问|敬意|振奋|鼓舞|肯定|评价|信心|同情|谢意)$/u;

/** What a part of a sentence holds of the matter it names first. */
export interface Opinion {
  readonly kind: 'support' | 'position';
  /** Token of the word that says it. */
  readonly at: number;
}

/**
 * "对合作进展表示满意", "对签署协定表示欢迎": an opinion of what is named, and no act though verbs stand in it.
 * @param from token the part begins at
 */
export function opinionAt(tokens: readonly Token[], from: number): Opinion | null {
  const opens = tokens[from]?.word[0];
  if (opens !== '对' && opens !== '就') return null;
  let words = '';
  const starts: number[] = [];
  for (let i = from; i < tokens.length && !isBreak(tokens[i]); i += 1) {
    starts.push(words.length);
    words += tokens[i]?.word ?? '';
  }
  const said = SAYS.exec(words);
  if (said === null || !FEELS.test(words)) return null;
  const at = from + starts.findLastIndex((start) => start <= said.index);
  return { kind: WELCOMES.test(words) ? 'support' : 'position', at };
}
