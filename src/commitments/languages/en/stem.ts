import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import type { UnitSubject } from '../../reading/unit.ts';
import { frameAt } from './frame.ts';
import { namesParty } from './subject.ts';
import { isAdverb, NOT_MANNER, skipConnectives } from './words.ts';

/** Names of bodies that head a list are short. */
const LONGEST = 24;
const HELPING = new Set(['have', 'has', 'had', 'further', 'additionally']);

function trails(token: Token | undefined): boolean {
  return isAdverb(token) || NOT_MANNER.has(token?.word ?? '') || HELPING.has(token?.word ?? '');
}

/** Somebody who acts, by a word for a party rather than by a capital alone ("Trade and Investment:" is a title). */
function isParty(tokens: readonly Token[], first: number, last: number): boolean {
  if (last <= first || last - first > LONGEST) return false;
  let named = false;
  for (let i = first; i < last; i += 1) {
    if (frameAt(tokens, i) !== null || verbOf(tokens[i])?.forms.includes('past')) return false;
    if (isCue(tokens[i], 'party')) named = true;
  }
  return named && namesParty(tokens, first, last);
}

/** The party that a sentence names without saying what it does, before a colon or the comma of a preamble; else null. */
export function partyAlone(text: string, tokens: readonly Token[]): UnitSubject | null {
  const closing = tokens.length - 1;
  const colon = isMark(tokens[closing], ':');
  if (!colon && !isMark(tokens[closing], ',')) return null;
  let last = closing;
  while (last > 0 && trails(tokens[last - 1])) last -= 1;
  const starts = tokens[last - 1]?.word === 'we' ? [last - 1] : [skipConnectives(tokens, 0)];
  for (let i = last - 1; colon && i > 0; i -= 1) if (isMark(tokens[i], ',')) starts.push(i + 1);
  const first = starts.find((at) => isParty(tokens, at, last));
  const [from, to] = [first === undefined ? undefined : tokens[first], tokens[last - 1]];
  return from === undefined || to === undefined
    ? null
    : { text: text.slice(from.start, to.end), start: from.start, end: to.end };
}
