import type { FrameSense } from '../../lexicon/sense.ts';
import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { skipTime } from './time-phrase.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';
import { isManner, skipManner } from './words.ts';

/** All sides, by whatever word. */
export const SIDES =
  /^(?:(?:hai|ba|mỗi|các|cả hai) (?:bên|nước|nhà lãnh đạo|thủ tướng|bộ trưởng|chính phủ|đảng|quốc hội|bộ|tỉnh|địa phương)|chính phủ hai nước|chúng tôi)$/u;

const REACH = 14;
const ADJUNCT_REACH = 40;

/** Goes on with the terms on which something is done: "trên cơ sở phù hợp chức năng của mỗi Bên; phù hợp luật pháp mỗi nước, …". */
const ON_TERMS = /^(?:phù hợp|tôn trọng|tuân thủ|căn cứ)/u;

/** Words of duty or promise. */
function binds(token: Token | undefined): boolean {
  const frame = frameOf(token);
  return frame?.id === 'sẽ' || frame?.complement === 'duty';
}

/** ", trên cương vị nước chủ nhà, …": where what stands behind words of time, means or aim between commas begins, or `from`. */
export function skipAdjunct(tokens: readonly Token[], from: number): number {
  const at = isMark(tokens[from], ',') ? from + 1 : from;
  const token = tokens[at];
  if (!(isCue(token, 'means') || isCue(token, 'time') || isCue(token, 'purpose') || isCue(token, 'connective')))
    return from;
  for (let i = at + 1; i < Math.min(at + ADJUNCT_REACH, tokens.length); i += 1) {
    if (tokens[i]?.enclosed) continue;
    if (isMark(tokens[i], ';') && ON_TERMS.test(tokens[i + 1]?.word ?? '')) continue;
    if (isMark(tokens[i], ';:.')) return from;
    if (isMark(tokens[i], ',')) return i + 1;
  }
  return from;
}

/** "(nhất trí) hai bên sẽ …", "(mong muốn) hai nước tiếp tục …": where the act begins that the sides tell of themselves, or `from`. */
export function skipSelves(tokens: readonly Token[], from: number, bound = false): number {
  let at = from;
  if (/^(?:rằng|là)$/.test(tokens[at]?.word ?? '')) at += 1;
  if (isMark(tokens[at], ',')) at += 1;
  if (!SIDES.test(tokens[at]?.word ?? '')) return from;
  const word = skipManner(tokens, at + 1);
  if (binds(tokens[word])) return verbGroupAt(tokens, word + 1) === null ? from : word + 1;
  return !bound && verbGroupAt(tokens, at + 1) !== null ? at + 1 : from;
}

/** Agreement on what is thought, which becomes an undertaking where it says what the sides are to do. */
const AGREED_THAT = /^(?:nhất-trí|đồng-ý|thống-nhất)-(?:rằng|cho-rằng|là)$/;

/** "nhất trí rằng hai bên cần …": what both think they must do is what they agree to do. */
export function agreesToAct(tokens: readonly Token[], frame: FrameSense, at: number): boolean {
  return AGREED_THAT.test(frame.id) && skipSelves(tokens, at + 1, true) > at + 1;
}

/** The act that introducing words govern: at once, or after words of time and means; null where none is near. */
export function governedAct(
  tokens: readonly Token[],
  at: number,
  parted: boolean,
): { readonly group: VerbGroup; readonly near: boolean } | null {
  const time = skipTime(tokens, at);
  const behind = parted ? skipAdjunct(tokens, at) : time;
  const later = isCue(tokens[at], 'time') && !parted ? at + 1 : behind;
  if (later > at) {
    const told = skipSelves(tokens, later);
    const promise = frameOf(tokens[later])?.id === 'sẽ' ? later + 1 : told;
    const group = verbGroupAt(tokens, promise);
    if (group !== null) return { group: promise > later ? group : { ...group, start: at }, near: false };
  }
  for (let i = at; i < Math.min(at + REACH, tokens.length); i += 1) {
    const token = tokens[i] as Token;
    if (isMark(token, ',;:.')) return null;
    if (token.enclosed || (i > at && !isManner(token) && verbOf(token)?.alsoNoun !== false)) continue;
    const group = verbGroupAt(tokens, i);
    if (group !== null) return { group: { ...group, start: at }, near: i === at };
  }
  return null;
}
