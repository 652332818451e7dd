import type { VerbSense } from '../../lexicon/sense.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import signs from './signs.json' with { type: 'json' };
import type { VerbGroup } from './verb-group.ts';
import { isAnd, isManner } from './words.ts';

/** What experience is shared of, named by its verb ("kinh nghiệm về cải cách hành chính"). */
const EXPERIENCE_OF = new Set(signs['experience-of']);
/** Works done one after the other with the object named behind the last. */
const SHARED_WORKS = signs['shared-works'].map(({ first, next }) => ({ first, next: new Set(next) }));
/** Telling others what to do. */
const DIRECTS = new Set(signs.directs);

/** Whether one of the phrases stands right before a place; words no lexicon has are tokens of one syllable. */
function endsIn(tokens: readonly Token[], end: number, phrases: readonly string[]): boolean {
  const words = ` ${tokens
    .slice(Math.max(0, end - 3), end)
    .map(({ word }) => word)
    .join(' ')}`;
  return phrases.some((phrase) => words.endsWith(` ${phrase}`));
}

/** "kinh nghiệm về xây dựng Đảng, cải cách hành chính": a topic named by a verb, not an act. */
function isTopic(tokens: readonly Token[], group: VerbGroup, objectAt: number, closeAt: number): boolean {
  if (group.manner || !EXPERIENCE_OF.has(group.senses[0]?.verb ?? '')) return false;
  for (let i = objectAt; i < closeAt; i += 1)
    if (/^(?:về|trong|trên)/.test(tokens[i]?.word ?? '') && endsIn(tokens, i, ['kinh nghiệm'])) return true;
  return false;
}

/** "đẩy nhanh quy hoạch, xây dựng tuyến đường sắt": the work before the comma is done with the object behind. */
function sharesWork(tokens: readonly Token[], group: VerbGroup, closeAt: number): boolean {
  const verb = group.senses[0]?.verb ?? '';
  return !group.manner && SHARED_WORKS.some(({ first, next }) => next.has(verb) && endsIn(tokens, closeAt, first));
}

/** "không có các hành động làm phức tạp tình hình, mở rộng tranh chấp": what the acts would be that are forsworn. */
function isForsworn(group: VerbGroup, running: readonly VerbSense[]): boolean {
  return !group.manner && running.at(-1)?.verb.endsWith('hành động') === true;
}

/** "bảo tồn và phát huy giá trị …": one of several bare verbs from the running verb on, which share the object behind the last. */
function endsChain(tokens: readonly Token[], objectAt: number, closeAt: number): boolean {
  let at = closeAt - 1;
  while (at > objectAt && verbOf(tokens[at]) !== null && (isMark(tokens[at - 1], ',') || isAnd(tokens[at - 1])))
    at -= 2;
  return at < closeAt - 1 && at >= objectAt && verbOf(tokens[at]) !== null && verbOf(tokens[at - 1]) !== null;
}

/** "chỉ đạo UBND các xã, các cơ quan chức năng, nghiêm túc thực hiện …": what the bodies are told stands behind the comma. */
function awaitsOrder(
  tokens: readonly Token[],
  group: VerbGroup,
  running: readonly VerbSense[],
  objectAt: number,
  closeAt: number,
): boolean {
  if (!DIRECTS.has(running.at(-1)?.verb ?? '') || !isCue(tokens[objectAt], 'party')) return false;
  let namesOnly = true;
  for (let i = objectAt; i < closeAt; i += 1) {
    const token = tokens[i] as Token;
    const verb = token.enclosed ? null : verbOf(token);
    if (verb?.alsoNoun === false) return false;
    if (isCue(token, 'thing') || (verb !== null && !token.capital)) namesOnly = false;
  }
  return !isMark(tokens[closeAt], ';') && (group.manner || namesOnly);
}

/** Papers that are named by the deeds they are for. */
const NAMED_BY_DEEDS = /^(?:đề án|đề tài|phong trào|cuộc vận động|chiến dịch)$/u;

/** "Đề án tìm kiếm, quy tập, xác định danh tính …": the deeds a paper is named by, from the running object's name on. */
function inNameOfDeeds(tokens: readonly Token[], group: VerbGroup, objectAt: number, closeAt: number): boolean {
  if (group.manner || group.senses[0]?.leading) return false;
  for (let i = closeAt - 1; i >= objectAt; i -= 1) {
    const token = tokens[i] as Token;
    const two = `${token.word} ${tokens[i + 1]?.word ?? ''}`;
    if (token.capital && (NAMED_BY_DEEDS.test(token.word) || NAMED_BY_DEEDS.test(two)))
      return verbOf(tokens[NAMED_BY_DEEDS.test(token.word) ? i + 1 : i + 2]) !== null;
  }
  return false;
}

/** "… trong việc bảo vệ rừng, tổ chức tuần tra": deeds in which something is done, all behind one word. */
function inDeeds(tokens: readonly Token[], group: VerbGroup, objectAt: number, closeAt: number): boolean {
  if (group.manner || group.senses[0]?.leading || group.senses[0]?.alsoNoun === false) return false;
  for (let i = closeAt - 1; i > objectAt; i -= 1)
    if (tokens[i]?.word === 'việc' && tokens[i - 1]?.word === 'trong') return verbOf(tokens[i + 1]) !== null;
  return false;
}

/**
 * Whether a verb group after a comma or "và" only goes on with a list: a topic, one of several verbs with one object, or
 * what bodies named before the comma are told to do. Token indices; `objectAt` is the first of the running action's object.
 */
export function goesOnListing(
  tokens: readonly Token[],
  group: VerbGroup,
  running: readonly VerbSense[],
  objectAt: number,
  closeAt: number,
): boolean {
  if (closeAt <= objectAt) return false;
  return (
    (tokens[closeAt - 1]?.word === 'phòng' && group.senses[0]?.verb === 'chống') ||
    isTopic(tokens, group, objectAt, closeAt) ||
    inNameOfDeeds(tokens, group, objectAt, closeAt) ||
    inDeeds(tokens, group, objectAt, closeAt) ||
    sharesWork(tokens, group, closeAt) ||
    isForsworn(group, running) ||
    (!group.manner && endsChain(tokens, objectAt, closeAt)) ||
    awaitsOrder(tokens, group, running, objectAt, closeAt)
  );
}

/** Tokens one of several fields may have. */
const FIELD = 9;
/** So many short items are fields even where one of their verbs is no noun. */
const MANY = 3;

/** "(trong các) lĩnh vực", "nội dung", "mặt": the word behind which fields are named. */
function namesFields(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  return (word === 'vực' && tokens[at - 1]?.word === 'lĩnh') || /(?:^| )(?:lĩnh vực|nội dung|mặt)$/u.test(word);
}

/** A few words that no verb opens which is never a noun in a list. */
function isField(tokens: readonly Token[], from: number, end: number): boolean {
  return end - from <= FIELD && verbOf(tokens[from])?.leading !== true && !isManner(tokens[from]);
}

/**
 * "hợp tác trong các lĩnh vực lai tạo giống lúa; số hóa chăn nuôi; đào tạo nhân lực": whether a semicolon parts fields named
 * by their verbs. `objectAt` is the first token of the running object.
 */
export function listsFields(tokens: readonly Token[], objectAt: number, semicolon: number): boolean {
  let field = semicolon - 1;
  while (field >= objectAt && !namesFields(tokens, field)) field -= 1;
  if (field < objectAt) return false;
  let deeds = 0;
  let fields = 0;
  for (let from = field + 1; from < tokens.length; fields += 1) {
    let end = from;
    while (end < tokens.length && !isMark(tokens[end], ';.')) end += 1;
    const verb = verbOf(tokens[from]);
    if ((from > semicolon && verb === null) || !isField(tokens, from, end)) return false;
    if (verb?.alsoNoun === false) deeds += 1;
    from = end + 1;
  }
  return fields >= MANY || deeds === 0;
}

/** "ba lĩnh vực ưu tiên, gồm tăng cường …": a comma behind a number of fields, before the deeds that these are. */
export function listsDeeds(tokens: readonly Token[], from: number, comma: number): boolean {
  if (!isCue(tokens[comma + 1], 'list') || verbOf(tokens[comma + 2])?.leading !== true) return false;
  const object = tokens.slice(from, comma).map(({ word }) => word);
  return FIELDS.test(object.join(' '));
}

const FIELDS =
  /(?:^| )(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|các) (?:\S+ )?(?:lĩnh vực|nhiệm vụ|nội dung|hướng|trọng tâm|giải pháp|nhóm)(?: |$)/u;
