import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';

const REACH = 90;

/** What two offices settle later. */
const SETTLES = /^(?:trao đổi|thống nhất|ấn định|thỏa thuận|quyết định|bàn bạc)/u;

/** "Thời gian … do cơ quan hai bên trao đổi, ấn định": the verb that settles, or -1. */
function settledAt(tokens: readonly Token[], at: number): number {
  for (let i = at + 2; i < Math.min(at + REACH, tokens.length) && !isMark(tokens[i], ',;:.'); i += 1)
    if (SETTLES.test(tokens[i]?.word ?? '')) return i;
  return -1;
}

/** A mark that ends a subject; not the comma between names ("các tỉnh Quảng Trị, Kon Tum", "thành phố Huế, Việt Nam"). */
function endsSubject(tokens: readonly Token[], at: number): boolean {
  if (isMark(tokens[at], ';:.')) return true;
  return isMark(tokens[at], ',') && !(tokens[at - 1]?.capital && tokens[at + 1]?.capital);
}

/** "Thời gian cụ thể sẽ được thống nhất …": the verb of a promise whose doer is not its subject, or -1. */
export function passiveVerbAt(tokens: readonly Token[], from: number): number {
  for (let i = from + 1; i < Math.min(from + REACH, tokens.length) && !endsSubject(tokens, i); i += 1) {
    if (tokens[i]?.word === 'do' && isCue(tokens[from], 'thing')) return settledAt(tokens, i);
    if (tokens[i]?.word !== 'sẽ' || !/^(?:được|do)$/.test(tokens[i + 1]?.word ?? '')) continue;
    for (let verb = i + 2; verb < tokens.length && !endsSubject(tokens, verb); verb += 1) {
      if (verbOf(tokens[verb]) !== null || frameOf(tokens[verb]) !== null || SETTLES.test(tokens[verb]?.word ?? ''))
        return verb;
    }
    return -1;
  }
  return -1;
}
