import type { VerbSense } from '../../lexicon/sense.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { MOSTLY_NOUN } from './lexicon.ts';
import { goesOnListing } from './listed-deeds.ts';
import { isRecipientAct } from './predicate-signs.ts';
import signs from './signs.json' with { type: 'json' };
import { startsParty } from './subject.ts';
import { timeEnd } from './time-phrase.ts';
import type { VerbGroup } from './verb-group.ts';
import { followsVerb, isAnd, isManner } from './words.ts';

/** What stands before a place where an action might begin; `link` is a comma with "và" or "đồng thời". */
export type Boundary = 'start' | 'semicolon' | 'colon' | 'comma' | 'link' | 'and';

export interface OpeningContext {
  readonly mode: 'object' | 'purpose' | 'means' | 'list' | 'examples';
  /** No action of the sentence is open yet. */
  readonly fresh: boolean;
  readonly supporting: boolean;
  readonly charged: boolean;
  readonly hasObject: boolean;
  /** First token of the running action's object. */
  readonly objectAt: number;
  /** Head verbs of the running action. */
  readonly running: readonly VerbSense[];
  /** The comma or "và" before the verb group. */
  readonly closeAt: number;
}

const QUANTIFIERS = new Set(['việc', 'các', 'những', 'một', 'hai', 'ba', 'thêm', 'toàn', 'mọi', 'nhau', 'khả']);
/** "cá nhân, tổ chức nào": a noun with its pronoun. */
const NO_OBJECT = new Set(['nào', 'khác', 'này', 'đó', 'trên']);
/** Papers whose names say what they are about. */
const PAPERS = new Set(signs.papers);
const TITLE_REACH = 5;
/** Handing on what was made. */
const HANDS_ON = new Set(signs['hands-on']);
const HANDS_ON_TO = new Set(signs['hands-on-to']);
/** What is reported where it is not the running object. */
const OWN_MATTER = new Set(signs['reported-matter']);
/** Verbs whose measure tells them from the noun: "nâng … lên". */
const RAISES = new Set(['nâng', 'tăng', 'giảm', 'đưa']);

/** "Hợp tác du lịch đã được …": the verb as a noun, with a finite word of its own after it. */
function isNoun(tokens: readonly Token[], group: VerbGroup): boolean {
  if (!group.senses[0]?.alsoNoun || group.manner) return isCopular(tokens, group);
  for (let i = group.next; i < Math.min(group.next + 25, tokens.length); i += 1) {
    const token = tokens[i];
    if (isMark(token, ',;.') && i > group.next + 1) return false;
    if (
      isCue(token, 'past') ||
      isCue(token, 'copula') ||
      token?.word === 'được' ||
      token?.word === 'cần' ||
      token?.word === 'trở thành'
    )
      return true;
  }
  return false;
}

/** To take, choose or hold something for something else ("lấy năm 2027 là Năm hữu nghị"). */
const TAKES = new Set(signs['takes-for']);
/** Words that make "là" no verb ("với tư cách là", "nhất là", "gọi tắt là"). */
const BEFORE_AS = /(?:^|\s)(?:cách|nhất|biệt|gọi|tắt|tức|nghĩa|hiểu|coi|xem|yếu)$/u;

/** "Tăng cường … là bảo đảm căn bản …": the action is talked about, not undertaken. */
export function isCopular(tokens: readonly Token[], group: VerbGroup): boolean {
  if (group.senses.some(({ verb }) => TAKES.has(verb))) return false;
  for (let i = group.next; i < Math.min(group.next + 25, tokens.length); i += 1) {
    const token = tokens[i];
    if (isMark(token, ',;.')) return false;
    if (token?.word === 'là' && !token.enclosed && !BEFORE_AS.test(tokens[i - 1]?.word ?? '')) return true;
  }
  return false;
}

/** "..., hoàn thành trong quý IV", ", cập nhật hằng quý": when the running action is to be done, without an object of its own. */
export function isDeadline(tokens: readonly Token[], group: VerbGroup): boolean {
  if (
    group.senses[0]?.verb === 'hoàn thành' &&
    /^(?:trong|trước|vào|chậm|muộn|xong)(?: |$)/.test(tokens[group.next]?.word ?? '')
  )
    return true;
  const end = timeEnd(tokens, group.next);
  return end > group.next && endsClause(tokens[end]);
}

function endsClause(token: Token | undefined): boolean {
  return token === undefined || (token.type === 'mark' && !token.enclosed);
}

/** "lập dự án, trình UBND tỉnh trong tháng 9": the running object is handed on; "báo cáo Bộ kết quả …" has its own. */
function handsOn(tokens: readonly Token[], group: VerbGroup, context: OpeningContext): boolean {
  if (group.manner || context.running.length === 0 || !HANDS_ON.has(group.senses[0]?.verb ?? '')) return false;
  if (HANDS_ON_TO.has(tokens[group.next]?.word ?? '')) return true;
  if (!isCue(tokens[group.next], 'party')) return false;
  for (let i = group.next + 1; i < tokens.length && !isMark(tokens[i], ',;.'); i += 1)
    if (OWN_MATTER.has(tokens[i]?.word ?? '')) return false;
  return true;
}

/** "Tổ chức thực hiện": verbs alone are the title of what follows. */
function isTitle(tokens: readonly Token[], group: VerbGroup): boolean {
  if (!lacksObject(tokens, group)) return false;
  return group.senses[0]?.alsoNoun === true || (tokens.length === group.next && !group.manner);
}

/** "Trao đổi về vấn đề biển, hai bên nhất trí …": what was talked about, before those who talked. */
function setsScene(tokens: readonly Token[], group: VerbGroup): boolean {
  if (group.manner || tokens[group.next]?.word !== 'về' || !TALKED.has(group.senses[0]?.verb ?? '')) return false;
  return tokens.some((token, i) => i > group.next && isMark(token, ',') && isCue(tokens[i + 1], 'party'));
}
const TALKED = new Set(['trao đổi', 'thảo luận', 'bàn', 'trao đổi ý kiến']);

function lacksObject(tokens: readonly Token[], group: VerbGroup): boolean {
  const next = tokens[group.next];
  return next === undefined || (next.type === 'mark' && !next.enclosed) || NO_OBJECT.has(next.word);
}

/** "tăng cường bảo tồn, phát huy giá trị …": the verb before the comma still waits for the object both share. */
function sharesObject(tokens: readonly Token[], group: VerbGroup, context: OpeningContext): boolean {
  const at = context.closeAt - 1;
  const before = verbOf(tokens[at]);
  const head = group.senses[0];
  if (before === null || group.manner) return false;
  if (before.strength === 'study' && at === context.objectAt && context.running[0]?.strength === 'promote') return true;
  if (MOSTLY_NOUN.has(before.verb)) return false;
  if (head?.leading && head.verb !== 'phát huy') return false;
  return (
    at === context.objectAt ||
    tokens[at - 1]?.word === 'công tác' ||
    (at > context.objectAt && verbOf(tokens[at - 1]) !== null)
  );
}

/** "ký kết Bản ghi nhớ …": a result with the name of what is signed or set up. */
function delivers(tokens: readonly Token[], group: VerbGroup): boolean {
  return group.senses[0]?.strength === 'deliver' && tokens[group.next]?.capital === true;
}

/** A verb that is also a noun, after a comma: manner after it, or an object after one that is no deed itself. */
function nounOpens(tokens: readonly Token[], group: VerbGroup, context: OpeningContext): boolean {
  if (followsVerb(tokens[group.next]) || delivers(tokens, group)) return true;
  if (context.mode !== 'object') return false;
  if (verbOf(tokens[context.closeAt - 1]) !== null || isPhrase(tokens[group.next])) return isMeasured(tokens, group);
  const object = verbOf(tokens[objectToken(tokens, context)]);
  const head = group.senses[0];
  const named = object !== null && head?.strength !== 'study' && MOSTLY_NOUN.has(head?.verb ?? '');
  if (named ? isMeasured(tokens, group) : hasOwnObject(tokens, group)) return true;
  if (MOSTLY_NOUN.has(head?.verb ?? '')) return false;
  const next = tokens[group.next];
  if (next === undefined || next.type === 'mark' || isCue(next, 'preposition') || isAnd(next)) return false;
  return object === null;
}

/** What follows says how or when, so it is no object. */
function isPhrase(token: Token | undefined): boolean {
  return isCue(token, 'means') || isCue(token, 'time');
}

/** The first word of the running object: "hơn nữa hợp tác …" begins with its second. */
function objectToken(tokens: readonly Token[], context: OpeningContext): number {
  let at = context.objectAt;
  while (followsVerb(tokens[at])) at += 1;
  return at;
}

/** "cung cấp các số liệu", "tổ chức luân phiên …", "nâng … lên ba lần": a count, manner or measure shows a deed. */
function isMeasured(tokens: readonly Token[], group: VerbGroup): boolean {
  const next = tokens[group.next];
  if (next === undefined || next.type === 'mark') return false;
  if (next.type === 'number' || QUANTIFIERS.has(next.word.split(' ')[0] ?? '') || isManner(next)) return true;
  if (!RAISES.has(group.senses[0]?.verb ?? '')) return false;
  for (let i = group.next + 1; i < tokens.length && !isMark(tokens[i], ',;.'); i += 1)
    if (/^(?:lên|xuống|thành|còn)$/.test(tokens[i]?.word ?? '')) return true;
  return false;
}

/** "nghiên cứu kết nối …": a deed with a deed as its object; "hợp tác nuôi trồng" are two nouns. */
function hasOwnObject(tokens: readonly Token[], group: VerbGroup): boolean {
  if (isMeasured(tokens, group)) return true;
  const inner = verbOf(tokens[group.next])?.verb;
  return inner !== undefined && !(MOSTLY_NOUN.has(inner) && MOSTLY_NOUN.has(group.senses[0]?.verb ?? ''));
}

/** "duy trì trao đổi đoàn và tiếp xúc các cấp": two nouns under one verb. */
function isPair(tokens: readonly Token[], group: VerbGroup, context: OpeningContext): boolean {
  const object = verbOf(tokens[objectToken(tokens, context)])?.verb ?? '';
  return !group.manner && MOSTLY_NOUN.has(object) && MOSTLY_NOUN.has(group.senses[0]?.verb ?? '');
}

/** "chia sẻ kinh nghiệm và phối hợp đào tạo sĩ quan": done together, after an act that takes no act as its object. */
function isJoint(tokens: readonly Token[], context: OpeningContext): boolean {
  return tokens[context.closeAt + 1]?.word === 'phối hợp' && context.running[0]?.leading === false;
}

/** After "và", a verb that is also a noun goes on with the undertaking where the object before it is complete. */
function nounOpensAfterAnd(tokens: readonly Token[], group: VerbGroup, context: OpeningContext): boolean {
  const before = tokens[context.closeAt - 1];
  if (verbOf(before) !== null || isMark(before, ',') || context.closeAt < context.objectAt + 2) return false;
  if (isPair(tokens, group, context)) return false;
  return group.manner || isJoint(tokens, context) || hasOwnObject(tokens, group);
}

/** "…, bao gồm X, khởi công cầu …": what is done once, with its object, is no longer an example. */
function isDone(tokens: readonly Token[], group: VerbGroup, context: OpeningContext): boolean {
  const head = group.senses[0];
  if (head?.alsoNoun !== false) return verbOf(tokens[context.closeAt - 1]) === null && isMeasured(tokens, group);
  return head.strength === 'deliver';
}

/** "Hiệp định về phái cử và tiếp nhận lao động": a verb that is also a noun goes on with the name of the paper. */
function isInTitle(tokens: readonly Token[], group: VerbGroup, context: OpeningContext): boolean {
  if (group.manner || group.senses[0]?.leading) return false;
  let named = false;
  for (let i = context.objectAt; i < context.closeAt; i += 1) {
    const token = tokens[i] as Token;
    if (isMark(token, ',')) named = false;
    else if (token.capital && PAPERS.has(token.word)) named = true;
    else if (named && token.word === 'về' && context.closeAt - i <= TITLE_REACH) return true;
  }
  return false;
}

/** The first action after an opening phrase: in an enumeration or a purpose only a verb that leaves no doubt. */
function freshOpens(group: VerbGroup, aspect: boolean, context: OpeningContext): boolean {
  const head = group.senses[0];
  if (context.mode === 'purpose') return aspect || (head?.leading ?? false);
  return (head?.leading ?? false) || group.manner || (context.mode !== 'list' && !head?.alsoNoun);
}

/** Those who act themselves where they are supported. */
const PEOPLE = new Set(signs.people);

/** Tokens a means that only names something may have ("theo thời gian thực"). */
const MEANS_REACH = 6;

/** "chia sẻ số liệu theo thời gian thực và thiết lập …": the means before `và` names a thing, so the verb behind is no means. */
function namesMeans(tokens: readonly Token[], and: number): boolean {
  for (let i = and - 1; i > and - MEANS_REACH; i -= 1) {
    if (tokens[i]?.type === 'mark' || verbOf(tokens[i]) !== null) return false;
    if (isCue(tokens[i], 'means')) return true;
  }
  return false;
}

/** Whether a verb group opens an action of its own at this boundary (GUIDE: one action, one record). */
export function opensAction(
  tokens: readonly Token[],
  group: VerbGroup,
  boundary: Boundary,
  context: OpeningContext,
): boolean {
  const head = group.senses[0];
  if (head === undefined) return false;
  for (let i = group.start; i <= group.first; i += 1)
    if ((isCue(tokens[i], 'result') && boundary !== 'semicolon') || isCue(tokens[i], 'purpose')) return false;
  if (boundary === 'start') return !isNoun(tokens, group) && !isTitle(tokens, group) && !setsScene(tokens, group);
  if (boundary === 'colon' && (context.mode === 'list' || context.mode === 'examples')) return false;
  if (context.mode === 'examples' && boundary !== 'semicolon' && !group.manner) return false;
  if (boundary === 'semicolon' && !context.fresh && isDeadline(tokens, group)) return false;
  if (
    boundary === 'semicolon' &&
    context.mode === 'list' &&
    head.alsoNoun &&
    !group.manner &&
    lacksObject(tokens, group)
  )
    return false;
  if (boundary === 'semicolon')
    return !(context.supporting && MOSTLY_NOUN.has(head.verb) && !group.manner && verbOf(tokens[group.next]) === null);
  if (boundary === 'colon') return !(context.supporting && head.alsoNoun && !group.manner);
  if (isDeadline(tokens, group) || lacksObject(tokens, group) || sharesObject(tokens, group, context)) return false;
  if (goesOnListing(tokens, group, context.running, context.objectAt, context.closeAt)) return false;
  if (!group.manner && isRecipientAct(context.running, head)) return false;
  if (boundary !== 'link' && handsOn(tokens, group, context)) return false;
  if (boundary === 'and' && isInTitle(tokens, group, context)) return false;
  if (boundary === 'link') return !head.alsoNoun || group.manner || context.mode === 'object';
  if (context.charged) return false;
  const aspect = isCue(tokens[group.start], 'aspect');
  if (context.fresh) return boundary === 'comma' && freshOpens(group, aspect, context);
  if (!context.hasObject) return false;
  if (context.supporting) return boundary === 'comma' && (group.manner || endsSupport(tokens, group, context.objectAt));
  if (boundary === 'and')
    return (
      (context.mode === 'means' && (head.leading || (!head.alsoNoun && namesMeans(tokens, context.closeAt)))) ||
      (context.mode === 'object' && (!head.alsoNoun || nounOpensAfterAnd(tokens, group, context)))
    );
  if (context.mode === 'purpose') return aspect || (head.leading && head.verb === context.running[0]?.verb);
  if (context.mode === 'list')
    return head.leading || group.manner || followsVerb(tokens[group.next]) || isDone(tokens, group, context);
  return head.leading || group.manner || !head.alsoNoun || nounOpens(tokens, group, context);
}

/** ", khuyến khích …", ", phối hợp tốt …" or, where a thing is supported and nobody who could act, ", thúc đẩy …": no longer what is supported. */
function endsSupport(tokens: readonly Token[], group: VerbGroup, objectAt: number): boolean {
  const head = group.senses[0];
  if (followsVerb(tokens[group.next])) return true;
  if (head?.strength === 'support') return tokens[group.next]?.type === 'word';
  const object = tokens[objectAt];
  return head?.leading === true && verbOf(object) === null && !isAnyParty(tokens, objectAt);
}

/** Whether somebody stands at the beginning of an object: a party, or people behind their number ("các doanh nghiệp"). */
function isAnyParty(tokens: readonly Token[], at: number): boolean {
  return (
    startsParty(tokens, at) ||
    (QUANTIFIERS.has(tokens[at]?.word ?? '') && PEOPLE.has(tokens[at + 1]?.word ?? '')) ||
    PEOPLE.has(tokens[at]?.word ?? '')
  );
}

/** What the words of a sentence are after a token: an enumeration, a purpose, means or still the object. */
export function modeAfter(token: Token | undefined, mode: OpeningContext['mode']): OpeningContext['mode'] {
  if (isCue(token, 'list')) return 'list';
  if (isCue(token, 'purpose') || isCue(token, 'result')) return 'purpose';
  return isCue(token, 'means') && !isCue(token, 'preposition') && mode !== 'list' ? 'means' : mode;
}

/** After "ủng hộ X …" only a word of aspect returns to the supporter: ", tiếp tục tạo thuận lợi …". */
export function returnsToSupporter(
  tokens: readonly Token[],
  at: number,
  boundary: Boundary,
  objectAt: number,
): boolean {
  if (boundary === 'link') return true;
  if (boundary === 'semicolon') return isManner(tokens[at]) || !startsParty(tokens, objectAt);
  return boundary === 'comma' && isCue(tokens[at], 'aspect');
}
