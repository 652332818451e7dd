import type { Strength } from '../../vocabulary/index.ts';
import type { VerbSense } from '../lexicon/sense.ts';
import data from './strength-by-object.json' with { type: 'json' };

interface Refinement {
  readonly objects: RegExp;
  readonly strength: Strength;
}

/** By verb what its objects make of it, in the order of the data. */
const REFINEMENTS = new Map<string, Refinement[]>();
for (const { verbs, objects, strength } of data.refinements) {
  const refinement = { objects: new RegExp(objects, 'iu'), strength: strength as Strength };
  for (const verb of new Set(verbs)) {
    const known = REFINEMENTS.get(verb);
    if (known === undefined) REFINEMENTS.set(verb, [refinement]);
    else known.push(refinement);
  }
}
const REACH = 90;
/** A day by which something is done makes it a result that can be checked. */
const DEADLINE =
  /\b(?:by|before|no later than|not later than)\s+(?:the\s+)?(?:end\s+of\s+|first\s+|second\s+|mid-?|early\s+|late\s+|\d{1,2}\s+|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+)*(?:of\s+)?(?:the\s+year|20\d\d)|\bwithin (?:the next )?(?:\w+|\w+ \w+) (?:days|weeks|months)\b|\bin the (?:first|second|third|fourth) (?:quarter|half) of 20\d\d|\bfrom the (?:beginning|start) of 20\d\d|\bbefore (?:the|our|its|their) next (?:meeting|summit|session)|(?:trước|vào|trong|chậm nhất|hoàn thành trong|xong trong)\s+(?:cuối\s+|đầu\s+|ngày\s+|tháng\s+|quý\s+|năm\s+|[IVX\d/]+\s*)+20\d\d|20\d\d年(?:\d+月(?:\d+日)?)?(?:上半年|下半年|底|年底|末)?(?:之前|以前|前|底)|到20\d\d年|(?:تا|در)\s+(?:پایان\s+|نیمه\s+(?:نخست|اول|دوم)\s+|سه‌ماهه\s+\S+\s+)?(?:سال\s+|\S{3,9}\s+(?:سال\s+)?|\d{1,2}\s+\S{3,9}\s+)[\d۰-۹]{4}|ظرف\s+(?:مدت\s+)?\S+\s+(?:روز|هفته|ماه)/iu;
/** Quick to look for: without one of these there is no such day. */
const DEADLINE_NEEDS = /[\d۰-۹]{4}|year|within|before|ظرف/i;
/** The dates of a title are its own. */
const TITLES = /《[^》]*》/gu;
/** "第七次会议于2027年举行", "trong năm 2027 tổ chức …": one event of its kind, named before its verb. */
const EVENT = new Set(['举行', '召开', '举办', 'tổ chức', 'برگزار']);
const ORDINAL =
  /第[一二三四五六七八九十\d]+[次届轮]|首[次届轮场]|下一?[次届轮]|lần thứ|lần sau|trong (?:năm|quý|tháng) [IVX\d]|نشست (?:\S+ )?(?:دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم)/iu;
const RECURRING =
  /每(?:年|季|月|周|半年|两年|三年)|定期|及时|轮流|hằng năm|hàng năm|hằng quý|định kỳ|mỗi (?:năm|quý|tháng|tuần)|(?:tháng|năm|quý|tuần) một lần|thường xuyên|\b(?:regularly|annually|annual|periodically|monthly|quarterly|weekly|yearly|biannual|biennial|biannually|semi-annually)\b|\b(?:each|every) (?:year|quarter|month|week|(?:\d+|two|three|four|five|six|ninety|sixty|thirty) (?:days|weeks|months|years))\b|سالانه|هر سال|ماهانه|هر شش ماه/iu;

/** Talks that only lead to the result named with them: "bàn bạc, ký kết Hiệp định". */
const TALKS = new Set(data.talks);
/** Work that a day does not make a result: reporting, preparing, reviewing. */
const UNDATED = new Set(data.undated);
/** What is done again and again where its clause says how often. */
const REPEATED = new Set(data.repeated);

/** "尽早开始谈判": talks that begin. */
const BEGINS = /(?:开始|着手|启动)(?:进行|开展|举行)?$/u;
const OPENED = /^(?:进行|开展|举行)?(?:有关|正式)?(?:谈判|磋商|协商)/u;

/** "không xây dựng …", "not build …": to leave undone is carried on */
const DENIED = /(?:^|\s)(?:không|not|not to)\s*$|不$/iu;

function hasDeadline(words: string, titled = true): boolean {
  if (!DEADLINE_NEEDS.test(words)) return false;
  return DEADLINE.test(titled && words.includes('《') ? words.replace(TITLES, '') : words);
}

function isDated(head: VerbSense, rest: string, lead: string): boolean {
  if (UNDATED.has(head.verb)) return false;
  if (head.strength !== 'promote' && head.strength !== 'implement') return false;
  return (hasDeadline(rest) || hasDeadline(lead, false)) && !RECURRING.test(lead + rest);
}

/**
 * How binding a verb group is with its object: the strength most of its verbs have (the first decides a tie), refined
 * by what the object is ("build a bridge" is delivered, "build trust" promoted). `rest` is the text after the verbs, `lead` the words of the quote before them:
 * what is done every year is carried on, not delivered once.
 */
export function strengthOf(verbs: readonly VerbSense[], rest: string, lead = ''): Strength {
  const head = verbs.find((verb) => verb.strength !== 'support') ?? verbs[0];
  if (head === undefined) return 'implement';
  if (head.taught) return head.strength;
  if (DENIED.test(lead)) return 'implement';
  const object = rest.slice(0, REACH);
  if (EVENT.has(head.verb) && ORDINAL.test(lead)) return 'deliver';
  if (BEGINS.test(lead) && OPENED.test(head.verb + object)) return 'deliver';
  if (head.strength === 'deliver' && RECURRING.test(lead)) return 'implement';
  if (REPEATED.has(head.verb) && RECURRING.test(rest)) return 'implement';
  for (const refinement of REFINEMENTS.get(head.verb) ?? []) {
    if (!refinement.objects.test(object)) continue;
    return refinement.strength === 'deliver' && RECURRING.test(lead) ? 'implement' : refinement.strength;
  }
  if (isDated(head, rest, lead)) return 'deliver';
  if (verbs.length === 1) return head.strength;
  if (TALKS.has(head.verb) && verbs.some(({ strength }) => strength === 'deliver')) return 'deliver';
  const counts = new Map<Strength, number>();
  for (const verb of verbs)
    if (verb.strength !== 'support') counts.set(verb.strength, (counts.get(verb.strength) ?? 0) + 1);
  let best = head.strength;
  for (const [strength, count] of counts) if (count > (counts.get(best) ?? 0)) best = strength;
  // "mở rộng, thiết lập các cơ chế …": what is furthered first is done in the end.
  const last = verbs.at(-1)?.strength;
  return best === 'promote' && (last === 'deliver' || last === 'implement') ? last : best;
}
