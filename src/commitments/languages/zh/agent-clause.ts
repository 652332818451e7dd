import { frameOf, type Token, verbOf } from '../../lexicon/token.ts';
import { type PredicateMatch, predicateAt } from './predicate.ts';
import { type VerbPhrase, verbPhraseAt } from './verb-phrase.ts';
import { isBreak } from './words.ts';

/** A part whose matter stands first, and then who is to act or that it is done apart. */
export interface AgentClause {
  /** Who acts; null where the part does not say. */
  readonly agent: PredicateMatch | null;
  readonly phrase: VerbPhrase;
}

/** What is settled "another time" is the act by itself, without the matter before it. */
const APART = '另行';

/**
 * Reads a part such as "改造费用由沧方承担" (the whole part is the unit, for its matter stands first) or
 * "具体事宜由双方另行商定"; null where it is none.
 */
export function agentClauseAt(tokens: readonly Token[], from: number): AgentClause | null {
  for (let i = from + 1; i < tokens.length && !isBreak(tokens[i]); i += 1) {
    const token = tokens[i] as Token;
    if (token.enclosed) continue;
    if (verbOf(token)?.alsoNoun === false || frameOf(token) !== null) return null;
    if (token.word === APART) {
      const phrase = verbPhraseAt(tokens, i);
      return phrase === null ? null : { agent: null, phrase };
    }
    const agent = token.word === '由' ? predicateAt(tokens, i + 1) : null;
    const phrase = agent === null ? null : verbPhraseAt(tokens, agent.last);
    if (phrase === null) continue;
    const start = tokens[agent?.last ?? 0]?.word === APART ? phrase.start : from;
    return { agent, phrase: { ...phrase, start } };
  }
  return null;
}
