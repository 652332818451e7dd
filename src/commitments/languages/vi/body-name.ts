import { isUnitWord } from '../../../vocabulary/index.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { BODY_NAMES } from './lexicon.ts';
import { isAnd } from './manner.ts';

/** Tokens one word of a field may have. */
const WORD = 3;
/** Whose a body is, after its name. */
const OWNER = /^(?:hai (?:bên|nước|tỉnh)|bạn|nước bạn|tỉnh|mình)$/u;

/** Where a word of a body's field ends that begins at a token ("đê điều", "tìm kiếm, cứu nạn"), or the token itself. */
function fieldEnd(tokens: readonly Token[], at: number): number {
  let words = '';
  let end = at;
  for (let i = at; i < Math.min(at + WORD, tokens.length); i += 1) {
    const token = tokens[i] as Token;
    const comma = isMark(token, ',') && i > at;
    if (!comma && (token.type === 'mark' || (i > at && verbOf(token)?.alsoNoun === false))) break;
    words = words === '' || comma ? words + token.word : `${words} ${token.word}`;
    if (isUnitWord(words)) end = i + 1;
  }
  return end;
}

/** A capital, or a word of a field that is no act; the token itself where the name does not go on. */
function partEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined || token.type !== 'word') return at;
  if (!token.capital) return verbOf(token) === null ? fieldEnd(tokens, at) : at;
  return isCue(token, 'party-head') && token.word !== 'bộ' ? at : Math.max(fieldEnd(tokens, at), at + 1);
}

/** Tokens a field written in small letters may go on for after a comma ("xúc tiến đầu tư, thương mại và du lịch"). */
const SMALL = 6;

/** Where a field in small letters ends that goes on after a comma, with its last part after `và`; -1 where none does. */
function smallEnd(tokens: readonly Token[], comma: number): number {
  for (let i = comma + 1; isMark(tokens[i - 1], ',') && i < comma + SMALL; ) {
    const end = tokens[i]?.type === 'word' && verbOf(tokens[i]) === null ? fieldEnd(tokens, i) : i;
    if (end === i) return -1;
    const last = isAnd(tokens[end]) && tokens[end + 1]?.type === 'word' ? fieldEnd(tokens, end + 1) : -1;
    if (last > end + 1) return last;
    i = end + 1;
  }
  return -1;
}

/** "Sở Văn hóa, Thể thao và Du lịch", "Vụ Kế hoạch - Tài chính": a name goes on where a capital follows that begins no body. */
function joined(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const joins = isMark(tokens[at], ',-–') || isAnd(tokens[at]);
  return joins && next?.type === 'word' && next.capital && !isCue(next, 'party');
}

function owned(tokens: readonly Token[], at: number): number {
  const of = /^(?:của|thuộc)$/u.test(tokens[at]?.word ?? '') ? at + 1 : at;
  return OWNER.test(tokens[of]?.word ?? '') || (of > at && tokens[of]?.word === 'bộ') ? of + 1 : at;
}

/** The token after the whole name of a body that begins at a token ("Viện Quy hoạch thủy lợi | lập …"); -1 where none does. */
export function bodyNameEnd(tokens: readonly Token[], from: number): number {
  const head = tokens[from];
  if (head === undefined || !head.capital || head.enclosed) return -1;
  const whole = BODY_NAMES.has(head.word);
  if (!whole && !isCue(head, 'party-head')) return -1;
  if (!whole && tokens[from + 1]?.capital !== true && !head.word.includes(' ')) return -1;
  let at = from + 1;
  for (;;) {
    const end = partEnd(tokens, at);
    const small = at > from + 1 ? smallEnd(tokens, at) : -1;
    if (end > at) at = end;
    else if (small > at) at = small;
    else if (at > from + 1 && joined(tokens, at)) at += 1;
    else break;
  }
  return whole || at > from + 1 ? owned(tokens, at) : -1;
}

const ENDS = new WeakMap<readonly Token[], ReadonlySet<number>>();
const NONE: ReadonlySet<number> = new Set();

/** The tokens of a sentence before which the name of a body ends, so that even a verb that is also a noun is what it does. */
export function bodyEnds(tokens: readonly Token[]): ReadonlySet<number> {
  const known = ENDS.get(tokens);
  if (known !== undefined) return known;
  let ends: Set<number> | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const end = bodyNameEnd(tokens, at);
    if (end < 0) continue;
    ends ??= new Set();
    ends.add(end);
    at = end - 1;
  }
  ENDS.set(tokens, ends ?? NONE);
  return ends ?? NONE;
}
