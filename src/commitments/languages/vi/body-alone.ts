import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import type { UnitSubject } from '../../reading/unit.ts';

const LONGEST = 60;
/** "theo chức năng, nhiệm vụ được giao:" */
const BY_ITS_TASKS = new Set(['theo', 'căn cứ', 'căn cứ vào']);

/** "… gồm:", "… như sau:" */
const OPENS_LIST = new Set(['gồm', 'bao gồm', 'như sau', 'như', 'sau đây', 'cụ thể', 'cụ thể như sau', 'là']);

/**
 * "2. Cục Điện lực", "Đảng ủy Quân sự tỉnh, Đảng ủy Công an tỉnh, theo chức năng được giao:": the bodies a heading or an
 * announcement names without saying what they do, for what stands below is theirs; null where it is anything else.
 */
export function bodyAlone(text: string, all: readonly Token[]): UnitSubject | null {
  const tokens = all.slice(dutyOf(all));
  const first = tokens[0];
  if (first === undefined || tokens.length > LONGEST || !isCue(first, 'party') || isCue(first, 'thing')) return null;
  let last = first;
  for (let i = 1; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (isMark(token, ':')) break;
    if (isMark(token, ';.')) return null;
    if (OPENS_LIST.has(token.word) && i >= tokens.length - 3) break;
    if (
      isCue(token, 'means') &&
      !isCue(token, 'preposition') &&
      (isMark(tokens[i - 1], ',') || BY_ITS_TASKS.has(token.word))
    )
      break;
    if (!token.capital && !token.enclosed && acts(token)) return null;
    if (token.type === 'word') last = token;
  }
  return { text: text.slice(first.start, last.end), start: first.start, end: last.end };
}

/** "Trách nhiệm của Thanh tra Bộ:": how many tokens stand before the body whose duties follow. */
function dutyOf(tokens: readonly Token[]): number {
  if (tokens[0]?.word === 'đối với') return 1;
  const of = tokens.slice(0, 6).findIndex(({ word }) => word === 'của');
  return of > 0 &&
    /^(?:(?:chức năng|quyền hạn|nhiệm vụ|trách nhiệm)(?: ?,| và|$)? ?)+(?:cụ thể|chính|chủ yếu|thực hiện)?$/u.test(
      tokens
        .slice(0, of)
        .map(({ word }) => word)
        .join(' '),
    )
    ? of + 1
    : 0;
}

/** "Thủ trưởng các sở; Chủ tịch UBND các huyện chịu trách nhiệm …": whether semicolons before a token part bodies only. */
export function partsBodies(text: string, tokens: readonly Token[], at: number): boolean {
  let from = 0;
  for (let i = 0; i <= at; i += 1) {
    if (!isMark(tokens[i], ';')) continue;
    if (bodyAlone(text, tokens.slice(from, i)) === null) return false;
    from = i + 1;
  }
  return from > 0;
}

/** A word that tells what somebody does or is. */
function acts(token: Token): boolean {
  return verbOf(token)?.alsoNoun === false || frameOf(token) !== null || isCue(token, 'copula') || isCue(token, 'past');
}

/** Tokens the name of a body before a colon may have. */
const LONGEST_NAME = 14;

/** The body a list item begins with ("Cục Báo chí: phối hợp …"), and the token of the colon after it; else null. */
export function bodyBeforeColon(
  text: string,
  tokens: readonly Token[],
): { body: UnitSubject; colon: number; duties: boolean } | null {
  const colon = tokens.findIndex((token) => isMark(token, ':') && !token.enclosed);
  if (colon < 1 || colon > LONGEST_NAME || colon === tokens.length - 1) return null;
  const body = bodyAlone(text, tokens.slice(0, colon + 1));
  return body === null ? null : { body, colon, duties: dutyOf(tokens) > 1 };
}
