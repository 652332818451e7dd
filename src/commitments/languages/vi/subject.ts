import { stateNames } from '../../../vocabulary/index.ts';
import type { FrameSense } from '../../lexicon/sense.ts';
import { frameOf, isCue, isMark, isUnknown, type Token, verbOf } from '../../lexicon/token.ts';
import { bodyEnds, bodyNameEnd } from './body-name.ts';
import { focusOf } from './governed.ts';
import type { Boundary } from './opening.ts';
import { assesses, isForeignName, isPredicate, isTalkedAbout } from './predicate-signs.ts';
import { isManner, isStop, skipManner } from './words.ts';

/** A party at `first` and what it does: introducing words, a past act, an action told without introducing words, or a list it announces. */
export interface PredicateMatch {
  readonly first: number;
  /** Exclusive end of the subject. */
  readonly last: number;
  readonly type: 'frame' | 'past' | 'bare' | 'announces';
  /** The token of the frame, of `đã`, or the first word of the action. */
  readonly at: number;
}

/** How a subject may look at a place in the sentence. */
export interface SubjectLimits {
  /** Tokens the subject may have. */
  readonly reach: number;
  /** An action may follow without introducing words: anywhere, only right after the party, or not at all. */
  readonly bare: 'any' | 'next' | 'no';
  /** The subject may hold commas. */
  readonly commas: boolean;
}

/** How a subject may look after a boundary; null after "và". `fresh`: nothing is introduced or open yet. */
export function limitsAt(boundary: Boundary, fresh: boolean): SubjectLimits | null {
  switch (boundary) {
    case 'start':
    case 'semicolon':
      return { reach: 70, bare: 'any', commas: true };
    case 'colon':
    case 'link':
      return { reach: fresh ? 60 : 12, bare: 'any', commas: fresh };
    case 'comma':
      return { reach: fresh ? 60 : 7, bare: fresh ? 'any' : 'next', commas: fresh };
    default:
      return null;
  }
}

/** "Hội nghị thống nhất …": those who meet. */
const MEETINGS = new Set(['hội nghị', 'kỳ họp', 'phiên họp', 'cuộc họp', 'diễn đàn', 'hội đàm']);
/** "Thông cáo khẳng định hai bên sẽ …": a paper says what its parties will do. */
const PAPERS = new Set([
  'tuyên bố',
  'tuyên bố chung',
  'thông cáo',
  'thông cáo chung',
  'nghị quyết',
  'chỉ thị',
  'công điện',
  'công văn',
  'kết luận',
  'văn bản',
  'quyết định',
  'thông báo',
]);

/** "2 bên": the parties counted in figures. */
const COUNT = /^[2-9]$/;
const COUNTED = new Set([
  'bên',
  'nước',
  'đảng',
  'chính phủ',
  'bộ',
  'bộ trưởng',
  'thủ tướng',
  'tỉnh',
  'địa phương',
  'nhà lãnh đạo',
  'ngành',
]);

/** Names of states that small are other words ("áo phao", "ý kiến"). */
const SHORT_STATES = new Set([
  'ý',
  ...stateNames('vi')
    .filter((name) => !name.includes(' '))
    .map((name) => name.toLowerCase()),
]);

/** "Áo sẽ …", "Ý và Việt Nam …": such a name, with a capital and no common word behind it that makes another of it. */
function isShortState(token: Token, next: Token | undefined): boolean {
  return SHORT_STATES.has(token.word) && next !== undefined && (next.capital || !isUnknown(next));
}

/** Whether a party may be named from a place on. */
export function startsParty(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.type === 'number' && COUNT.test(token.word)) return COUNTED.has(tokens[at + 1]?.word ?? '');
  if (token === undefined || token.type !== 'word' || token.enclosed) return false;
  const speaks = MEETINGS.has(token.word) || PAPERS.has(token.word);
  if (token.capital && speaks && frameOf(tokens[skipManner(tokens, at + 1)]) !== null) return true;
  if (isCue(token, 'thing')) return false;
  if (isCue(token, 'party')) return true;
  if (!token.capital) return false;
  if (isShortState(token, tokens[at + 1])) return true;
  if (!isUnknown(token)) return false;
  return at > 0 ? true : (tokens[1]?.capital ?? false) || isForeignName(token.word);
}

/** The finite word after a party: skips commas and parentheses inside the subject. */
export function predicateAt(tokens: readonly Token[], from: number, limits: SubjectLimits): PredicateMatch | null {
  const focus = focusOf(tokens, from);
  if (focus >= 0 && limits.commas) return { first: from, last: focus, type: 'frame', at: focus };
  if (!startsParty(tokens, from)) return null;
  const end = Math.min(tokens.length, from + limits.reach);
  let doubtful = -1;
  const named = bodyNameEnd(tokens, from);
  for (let i = Math.max(from + 1, named); i < end; i += 1) {
    const token = tokens[i] as Token;
    if (isMark(token, ':') && listsFields(tokens, i)) continue;
    if (isStop(token) || isMark(token, ',')) {
      if (doubtful >= 0 && limits.bare === 'any') return { first: from, last: doubtful, type: 'bare', at: doubtful };
      if (isStop(token) || !limits.commas) return null;
    }
    if (token.enclosed) continue;
    if (isCue(token, 'copula')) return contactPoint(tokens, from, i);
    if (isGiven(tokens, i)) {
      const act = skipManner(tokens, i + 2);
      if (verbOf(tokens[act]) !== null) return { first: from, last: i, type: 'bare', at: i + 2 };
      i += 1;
      continue;
    }
    if (isCue(token, 'relative')) return null;
    const last = isMark(tokens[i - 1], ',') ? i - 1 : i;
    const manner = skipManner(tokens, i);
    if (REPORTS.has(tokens[manner]?.word ?? '') && isCue(tokens[manner + 1], 'past'))
      return { first: from, last, type: 'past', at: manner + 1 };
    const frame = assesses(tokens, from, manner) ? null : frameOf(tokens[manner]);
    if (frame !== null && tokens[manner + 1]?.word === 'được') return null;
    if (frame !== null && (manner === i || frame.complement !== 'assign' || token.word === 'cũng'))
      return isNominal(tokens, manner, frame) ? null : { first: from, last, type: 'frame', at: manner };
    if (isCue(token, 'past')) return { first: from, last, type: 'past', at: i };
    if (limits.bare === 'no' || (limits.bare === 'next' && i > Math.max(from + 1, named))) continue;
    if (token.word === 'thỏa thuận' && i === from + 1 && isMark(tokens[i + 1], ':'))
      return { first: from, last, type: 'announces', at: i };
    if (token.word === 'thỏa thuận' && i === from + 1 && verbOf(tokens[skipManner(tokens, i + 1)]) !== null)
      return { first: from, last, type: 'bare', at: i + 1 };
    if (PERFORMATIVE.has(tokens[manner]?.word ?? '') && tokens.at(-1)?.word === ':')
      return { first: from, last, type: 'announces', at: i };
    const verb = verbOf(tokens[manner]);
    if (verb === null || (tokens[manner]?.capital && verb.alsoNoun)) continue;
    if (manner === i && isTalkedAbout(tokens[i - 1])) continue;
    if (bodyEnds(tokens).has(i) && tokens[manner + 1]?.word !== 'của')
      return { first: from, last: i, type: 'bare', at: i };
    if (manner > i || !verb.alsoNoun || opensByName(tokens, from, i) || isPredicate(tokens, from, i))
      return { first: from, last, type: 'bare', at: i };
    if (doubtful < 0 && i >= from + 2 && mayBePredicate(tokens, i)) doubtful = i;
  }
  return null;
}

/** "Bộ trưởng các bộ: Quốc phòng, Công an …": a colon before the fields of ministries that act. */
function listsFields(tokens: readonly Token[], colon: number): boolean {
  return (
    /^(?:các )?(?:bộ|sở|tỉnh|tỉnh, thành phố)$/u.test(tokens[colon - 1]?.word ?? '') &&
    tokens[colon + 1]?.capital === true
  );
}

/** "thông báo đã hoàn tất …": words by which a party tells what it has done. */
const REPORTS = new Set(['thông báo', 'cho biết', 'xác nhận', 'cho hay']);

/** "căn cứ chức năng, nhiệm vụ được giao …": what was given to a body says nothing of what it does. */
function isGiven(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.word === 'được' &&
    /^(?:giao|phân công|giao nhiệm vụ|phân công nhiệm vụ)$/.test(tokens[at + 1]?.word ?? '')
  );
}

/** "X là cơ quan đầu mối, có trách nhiệm …": whose duty follows; null where the sentence only tells what X is. */
function contactPoint(tokens: readonly Token[], from: number, at: number): PredicateMatch | null {
  if (tokens[at]?.word !== 'là') return null;
  for (let i = at + 1; i < Math.min(at + CONTACT_REACH, tokens.length) && !isStop(tokens[i]); i += 1) {
    const frame = frameOf(tokens[i]);
    if (frame?.id === 'có-trách-nhiệm' || frame?.id === 'chịu-trách-nhiệm' || frame?.id === 'có-nhiệm-vụ')
      return { first: from, last: at, type: 'frame', at: i };
    if (tokens[i]?.word.endsWith('đầu mối') && verbOf(tokens[skipManner(tokens, i + 1)]) !== null)
      return { first: from, last: at, type: 'bare', at: i + 1 };
  }
  return null;
}

const CONTACT_REACH = 16;

/** A verb that is also a noun after a body's name ("Viện Khoa học nghiên cứu mô hình …"), where nothing surer follows. */
function mayBePredicate(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (next === undefined || next.type === 'mark' || isCue(next, 'preposition') || isCue(next, 'coordinator'))
    return false;
  return (
    before?.type === 'word' &&
    !isCue(before, 'preposition') &&
    !isCue(before, 'thing') &&
    verbOf(before) === null &&
    !isCue(before, 'party')
  );
}

/** What an office does by the document itself ("ban hành Kế hoạch …"). */
const PERFORMATIVE = new Set([
  'ban hành',
  'ban hành kế hoạch',
  'xây dựng',
  'xây dựng kế hoạch',
  'xây dựng chương trình',
  'xây dựng đề án',
]);

/** A proper name just before ("Quảng Tây hỗ trợ …") makes even a verb that is also a noun the predicate. */
function opensByName(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  const named =
    (before.capital && !(at === from + 1 && isCue(before, 'party-head'))) ||
    before.enclosed ||
    /^(?:hai|các|phía|mỗi) /.test(before.word) ||
    /(?:ủy|uỷ|tỉnh|huyện|xã|phường|bộ|ngành|ubnd)$/.test(before.word);
  const goesOn = tokens[at + 1]?.type !== 'mark' || verbOf(tokens[at + 2]) !== null;
  return named && goesOn && !isCue(tokens[at + 1], 'preposition') && at > from;
}

/** "cam kết của …", "thỏa thuận giữa …": the frame word as a noun. */
function isNominal(tokens: readonly Token[], at: number, frame: FrameSense): boolean {
  return (
    frame.complement === 'action' &&
    isCue(tokens[at + 1], 'preposition') &&
    !isManner(tokens[at + 1]) &&
    tokens[at + 1]?.word === 'của'
  );
}

/** "Trên cơ sở các cơ chế như ASEAN - Nhật Bản, Mekong - Nhật Bản, thúc đẩy …": the last name of an opening phrase, not who acts. */
export function endsAdjunct(tokens: readonly Token[], match: PredicateMatch): boolean {
  return (
    match.type === 'bare' && isCue(tokens[0], 'means') && isMark(tokens[match.last], ',') && match.at === match.last + 1
  );
}

/** "chỉ đạo các sở, ngành, địa phương triển khai …": a comma between the bodies of a list, not before a new subject. */
export function listsParties(tokens: readonly Token[], comma: number, objectAt: number): boolean {
  const before = tokens[comma - 1];
  return comma > objectAt && (isCue(before, 'party') || before?.word === 'ngành');
}
