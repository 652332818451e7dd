import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { startsParty } from './subject.ts';
import { verbGroupAt } from './verb-group.ts';

const REACH = 24;
/** What is done to somebody rather than by him. */
const WRONGED = /^(?:vi phạm|chậm|nợ|trốn|gian lận|cố tình)(?: |$)/u;

/** "Đối với các ban của Tỉnh ủy, tập trung thẩm định …": whose task follows, and the comma before it; null where none is told so. */
export function concernedBody(
  tokens: readonly Token[],
  from: number,
): { readonly first: number; readonly last: number } | null {
  if (tokens[from]?.word !== 'đối với' || !startsParty(tokens, from + 1) || !isCue(tokens[from + 1], 'party'))
    return null;
  for (let i = from + 2; i < Math.min(from + REACH, tokens.length); i += 1) {
    const token = tokens[i] as Token;
    if (token.enclosed) continue;
    if (isMark(token, ';:.') || WRONGED.test(token.word) || frameOf(token) !== null) return null;
    if (verbOf(token)?.alsoNoun === false && !token.capital) return null;
    if (!isMark(token, ',') || isCue(tokens[i + 1], 'party')) continue;
    const group = verbGroupAt(tokens, i + 1);
    if (group !== null && tokens[group.next]?.type === 'word') return { first: from + 1, last: i };
  }
  return null;
}
