import type { FrameSense } from '../../lexicon/sense.ts';
import { frameOf, isCue, isMark, type Token } from '../../lexicon/token.ts';
import { SIDES, skipAdjunct } from './governed.ts';
import { assignedAct } from './main-act.ts';
import { isDeadline } from './opening.ts';
import {
  ABOVE,
  AGREES,
  ASKS,
  BOUND,
  CASES,
  JOINT,
  OF_STATES,
  ONE_BODY,
  OTHERS,
  REMINDS,
  SUBORDINATE,
  THANKS,
  URGES_OTHERS,
} from './sentence-signs.ts';
import type { PredicateMatch } from './subject.ts';
import { verbGroupAt } from './verb-group.ts';
import { isAnd, skipManner } from './words.ts';

/** What is asked of others, which no noun of assessment takes ("đánh giá cao … và khuyến khích …"). */
const URGES = /^(?:khuyến-khích|kêu-gọi|đề-nghị|hoan-nghênh|bày-tỏ-ủng-hộ|cổ-vũ)$/;
/** "… và bày tỏ thiện chí sẽ …": an undertaking in more words than one. */
const UNDERTAKES =
  /^(?:bày-tỏ|khẳng-định|tái-khẳng-định|tuyên-bố|đặt|tái|tiếp-tục)-(?:.*(?:cam-kết|quyết-tâm|ý-định|sẽ|mục-tiêu))/;
/** A plain promise that follows what was only said ("ghi nhận và sẽ nghiên cứu …"). */
const PROMISES = /^(?:sẽ|sẵn-sàng|bày-tỏ-sẵn-sàng|mong-muốn|bày-tỏ-mong-muốn)$/;

/** Whether introducing words after "và" open a unit of their own, by what runs before them. */
export function joinsOn(
  frame: FrameSense,
  running: FrameSense | null,
  tokens: readonly Token[],
  at: number,
  belief: boolean,
): boolean {
  const said = running?.complement === 'clause';
  if (
    (said || running?.complement === 'object') &&
    (AGREES.test(frame.id) || UNDERTAKES.test(frame.id)) &&
    !isCue(tokens[at + 1], 'preposition')
  )
    return true;
  if (frame.complement === 'clause') return THANKS.test(frame.id);
  const next = tokens[at + 1];
  if (next === undefined || isMark(next, ',;.') || isAnd(next) || isCue(next, 'preposition')) return false;
  const settled = said || running?.complement === 'object' || running?.complement === 'affirm';
  if (settled && (URGES.test(frame.id) || ASKS.test(frame.id))) return true;
  return said && !belief && PROMISES.test(frame.id);
}

/** Words by which a party says what somebody will do ("cho biết Nhật Bản sẽ …"). */
const TELLS = new Set([
  'cho biết',
  'cho biết rằng',
  'thông báo',
  'thông báo rằng',
  'khẳng định',
  'khẳng định rằng',
  'nhấn mạnh',
  'nhấn mạnh rằng',
  'tái khẳng định',
  'tiếp tục khẳng định',
  'tuyên bố',
  'xác nhận',
  'bày tỏ',
  'cam kết',
  'thống nhất rằng',
  'nhất trí rằng',
]);
/** What the party will do, is ready to, or supports. */
const TOLD = /^(?:sẽ|sẵn-sàng|(?:tiếp-tục-|luôn-|hết-sức-|tích-cực-|kiên-quyết-|kiên-định-)?ủng-hộ)$/;
const PARTY_REACH = 8;

/** "cho biết Nhật Bản sẽ đào tạo …": the party whose promise is told, and its introducing words; else null. */
export function toldPromise(
  tokens: readonly Token[],
  from: number,
  to: number,
): { readonly first: number; readonly last: number; readonly frame: number } | null {
  const at = tokens.findIndex((token, i) => i > from && i <= to && TELLS.has(token.word));
  if (at < 0) return null;
  const after = tokens[at + 1]?.word === 'rằng' ? at + 2 : at + 1;
  const first = skipAdjunct(tokens, after);
  const head = tokens[first];
  if (head === undefined || head.type !== 'word' || isCue(head, 'thing')) return null;
  if (!isCue(head, 'party') && !head.capital) return null;
  for (let i = first + 1; i < Math.min(first + PARTY_REACH, tokens.length) && !isMark(tokens[i], ',;:.'); i += 1) {
    const frame = skipManner(tokens, i);
    if (!TOLD.test(frameOf(tokens[frame])?.id ?? '')) continue;
    if (tokens[frame + 1]?.word !== 'được') return { first, last: i, frame };
  }
  return null;
}

/** "khuyến khích doanh nghiệp …, các địa phương ký kết …": others who are encouraged as well, not the sides themselves. */
export function isOther({ type, first }: PredicateMatch, tokens: readonly Token[]): boolean {
  return type === 'bare' && !SIDES.test(tokens[first]?.word ?? '');
}

/** "nhất trí triển khai … và kêu gọi các nước …": what is asked of others is an act of its own. */
export function urgesOthers(tokens: readonly Token[], frame: FrameSense, at: number, objectAt: number): boolean {
  const next = tokens[at + 1];
  if (!URGES_OTHERS.test(frame.id) || at < objectAt + 3) return false;
  return next !== undefined && (isCue(next, 'party') || OTHERS.test(next.word));
}

/** "hoan nghênh việc ký Hiệp định và sẽ sớm …": a promise after what was welcomed, where nobody else is named before it. */
export function promisesNext(
  tokens: readonly Token[],
  frame: FrameSense,
  at: number,
  objectAt: number,
  running: FrameSense | null,
): boolean {
  if (frame.id !== 'sẽ' || running?.complement !== 'object' || running.kind !== 'support') return false;
  return !tokens.slice(objectAt, at).some((token) => isCue(token, 'party') && !isCue(token, 'thing'));
}

/** "…, dự kiến hoàn thành trong quý I": when the running act is to be done. */
export function expectsEnd(tokens: readonly Token[], frame: FrameSense, at: number): boolean {
  const group = frame.id.startsWith('dự-kiến') ? verbGroupAt(tokens, at + 1) : null;
  return group !== null && isDeadline(tokens, group);
}

const CASE_REACH = 16;

/** "; trường hợp phát sinh, báo cáo …": where what is to be done in a case begins. */
export function skipCase(tokens: readonly Token[], from: number): number {
  if (!CASES.test(tokens[from]?.word ?? '')) return from;
  const comma = tokens.findIndex(
    (token, i) => i > from && i < from + CASE_REACH && token.type === 'mark' && !token.enclosed,
  );
  return isMark(tokens[comma], ',') && verbGroupAt(tokens, comma + 1) !== null ? comma + 1 : from;
}

const ROLE_REACH = 8;

/** "; là cơ quan đầu mối tổng hợp …": where what a body does in its part begins. */
export function skipRole(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.word !== 'là') return from;
  for (let at = from + 1; at < Math.min(from + ROLE_REACH, tokens.length); at += 1) {
    if (!/(?:đầu mối|thường trực)$/u.test(`${tokens[at - 1]?.word} ${tokens[at]?.word}`)) continue;
    const act = isMark(tokens[at + 1], ',') ? at + 2 : at + 1;
    return verbGroupAt(tokens, act) === null ? from : act;
  }
  return from;
}

/** "cảm ơn … và mời …": the guest asks the host. */
export function invites(frame: FrameSense, running: FrameSense | null): boolean {
  return frame.complement === 'object' && frame.kind === 'commitment' && running?.complement === 'clause';
}

/** "Chủ tịch UBND tỉnh đề nghị các sở …": whoever stands above others asks them as it tells them. */
export function tellsSubordinates(
  text: string,
  tokens: readonly Token[],
  frame: FrameSense,
  at: number,
  subject: { readonly text: string } | null,
): boolean {
  const reminds = REMINDS.test(frame.id);
  if (!(reminds || ASKS.test(frame.id)) || subject === null || JOINT.test(subject.text)) return false;
  const rest = text.slice(tokens[at]?.end ?? 0);
  if (OF_STATES.test(rest) || (reminds && !(ABOVE.test(subject.text) && BOUND.test(rest)))) return false;
  const told = SUBORDINATE.test(rest) || (ABOVE.test(subject.text) && ONE_BODY.test(rest));
  return told && assignedAct(tokens, at + 1) !== null;
}
