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

/** Papers that say what the sides will do. */
const PROGRAMMES = /^(?:chương trình|chương trình hành động|chương trình hợp tác|kế hoạch|kế hoạch hành động)$/u;
const FOCUS_REACH = 30;

/** "Chương trình hành động giai đoạn … sẽ tập trung vào …": where the word of promise stands by which a programme tells what is done; -1 where it is none. */
export function focusOf(tokens: readonly Token[], from: number): number {
  if (!PROGRAMMES.test(tokens[from]?.word ?? '')) return -1;
  for (let at = from + 1; at < Math.min(from + FOCUS_REACH, tokens.length); at += 1) {
    if (isMark(tokens[at], ',;:.')) return -1;
    if (frameOf(tokens[at])?.id === 'sẽ') return tokens[at + 1]?.word === 'tập trung vào' ? at : -1;
  }
  return -1;
}

/** "(nhất trí) trong việc …", "(nhất trí) hai bên sẽ …", "(mong muốn) hai nước tiếp tục …": where the act begins that the sides tell of themselves, or `from`. */
export function skipSelves(tokens: readonly Token[], from: number, bound = false): number {
  if (tokens[from]?.word === 'trong' && tokens[from + 1]?.word === 'việc' && verbGroupAt(tokens, from + 2) !== null)
    return from + 2;
  const focus = focusOf(tokens, from);
  if (focus >= 0) return focus + 1;
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

/** "(sẽ) cùng các nước ASEAN đưa …": straight behind whom it is done with stands what is done. */
function actsWith(tokens: readonly Token[], from: number, at: number): boolean {
  if (!isCue(tokens[at - 1], 'party') || verbOf(tokens[at]) === null) return false;
  return tokens.slice(from, at).some(({ word }) => /^cùng(?: với)?$/u.test(word));
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
    const mostly = i > at && !isManner(token) && !actsWith(tokens, at, i);
    if (token.enclosed || (mostly && verbOf(token)?.alsoNoun !== false)) continue;
    const group = verbGroupAt(tokens, i);
    if (group !== null) return { group: { ...group, start: at }, near: i === at };
  }
  return null;
}
