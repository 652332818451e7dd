import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { startsParty } from './subject.ts';
import { skipManner } from './words.ts';

/** Words that open the case in which something is due. */
const IN_CASE = /^(?:khi|nếu|trường hợp|trong trường hợp|sau khi)$/u;
const REACH = 60;

/** Who is bound in a case and where the word of duty stands. Token indices. */
export interface CaseDuty {
  readonly first: number;
  /** Exclusive end of the party. */
  readonly last: number;
  readonly duty: number;
}

/** "Khi một Bên phát hiện ca bệnh, … phải kịp thời thông báo …": the party that the case names is bound; null elsewhere. */
export function dutyInCase(tokens: readonly Token[]): CaseDuty | null {
  const party = /^(?:một|mỗi|bất kỳ)$/u.test(tokens[1]?.word ?? '') ? 2 : 1;
  if (!IN_CASE.test(tokens[0]?.word ?? '') || !startsParty(tokens, party)) return null;
  let last = party + 1;
  while (last < party + 4 && tokens[last]?.capital) last += 1;
  let parted = false;
  for (let at = last; at < Math.min(REACH, tokens.length); at += 1) {
    if (isMark(tokens[at], ';:.')) return null;
    if (isMark(tokens[at], ',')) parted = true;
    else if (parted && isCue(tokens[at], 'party') && isMark(tokens[at - 1], ',')) return null;
    else if (
      parted &&
      frameOf(tokens[at])?.complement === 'duty' &&
      verbOf(tokens[skipManner(tokens, at + 1)]) !== null
    )
      return { first: 1, last, duty: at };
  }
  return null;
}
