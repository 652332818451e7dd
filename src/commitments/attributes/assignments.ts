import type { Provision } from '../../documents/index.ts';
import { everyMatch, type Span } from '../../kernel/index.ts';
import type { Assignment, Clause } from '../clause.ts';

function assigned(lead: string, helpers: string | null, words: string, start: number): Assignment {
  const span: Span = { start, end: start + words.length };
  return { lead, helpers, span, due: { words, span } };
}

const BRACKETS = /[（(〔【［]((?:[^（）()〔〕【】［］]|[（(][^（）()]{1,12}[）)]){2,160})[）)〕】］]/gu;
const OPENING = /[（(〔【［]/;
const FORMS: readonly RegExp[] = [
  /^(?:牵头单位|主要责任单位|责任单位|主办单位|牵头部门|责任部门)[:：](?<lead>[^；;]+)(?:[；;](?:(?:配合|参加|参与|协办|协同|其他责任)单位|配合部门)[:：](?<helpers>[^；;]+))?/u,
  /^(?<lead>[^，,；;：:]+?)(?:牵头负责|牵头|负责|主办)(?:[，,；;](?<helpers>[^；;]+?)(?:按职责分工负责|配合|参与|协办|参加))?(?:[，,；;]|$)/u,
  /^(?<lead>\p{Script=Han}{2,12}(?:厅|局|委|办|署|室|部门|政府|海关|集团|部)(?:、\p{Script=Han}{2,12}(?:厅|局|委|办|署|室|部门|政府|海关|集团|部))*)$/u,
  /^(?:(?:[Cc]ơ quan|[Đđ]ơn vị) )?(?:chủ trì|thực hiện) ?: ?(?<lead>[^;]+)(?:; ?(?:(?:[Cc]ơ quan|[Đđ]ơn vị) )?phối hợp ?: ?(?<helpers>[^;]+))?/u,
  /^(?<lead>\p{Lu}[^,;]+?) chủ trì(?:[,;] (?<helpers>.+?) phối hợp)?(?:[,;]|$)/u,
  /^(?:lead|responsible)(?: (?:agency|body|unit))?: ?(?<lead>[^;]+)(?:; ?(?:support|with|partners?): ?(?<helpers>[^;]+))?/iu,
];

/** The lines below a task of a plan: "Đơn vị chủ trì: …", "Đơn vị phối hợp: …", "Thời gian thực hiện: …". */
const LINES =
  /^[^\n]*\n\s*(?<all>[-+•]?\s*(?:(?:Đơn vị|Cơ quan|ĐƠN VỊ|CƠ QUAN) (?:chủ trì|thực hiện)(?: thực hiện)?|Chủ trì(?: thực hiện)?)\s*:\s*(?<lead>[^.;\n]{2,160})[^\n]*(?:\n\s*[-+•]?\s*(?:(?:Đơn vị|Cơ quan) phối hợp|Phối hợp)[^:\n]*:\s*(?<helpers>[^.;\n]{2,200})[^\n]*)?(?:\n\s*[-+•]?\s*(?:Thời gian|Thời hạn|Tiến độ)[^:\n]*:[^\n]{2,100})?)/u;
/** The same as a sentence: "Cục Việc làm chủ trì, Vụ Pháp chế phối hợp thực hiện, hoàn thành trong tháng 6." */
const SENTENCE_BELOW =
  /^[^\n]*\n\s*(?<all>[-+•]?\s*(?<lead>\p{Lu}[^,;.:\n]{3,80}?) (?:là cơ quan )?chủ trì, (?<helpers>[^;.:\n]{3,120}?) phối hợp(?: thực hiện)?(?:[,;] [^.:\n]{0,60})?)\.?\s*(?:\n|$)/u;
const LINES_REACH = 700;

/** Whether the next line begins as those of an assignment do: quick, and never no in vain. */
function mayAssign(text: string, from: number): boolean {
  NEXT_LINE.lastIndex = text.indexOf('\n', from);
  return NEXT_LINE.lastIndex >= from && NEXT_LINE.lastIndex < from + LINES_REACH && NEXT_LINE.test(text);
}
const NEXT_LINE = /\s*[-+•(]?\s*[ĐCSVBTUHP]/y;

/** The assignment in the lines below the paragraph of a clause, or null. */
function assignmentBelow(document: Clause['document'], from: number): Assignment | null {
  if (!mayAssign(document.text, from)) return null;
  const lines = document.text.slice(from, from + LINES_REACH).normalize('NFC');
  const leads = lines.includes('hủ trì');
  if (!leads && !lines.includes('thực hiện')) return null;
  const match = LINES.exec(lines) ?? (leads ? SENTENCE_BELOW.exec(lines) : null);
  const { all, lead, helpers } = match?.groups ?? {};
  if (match === null || all === undefined || lead === undefined) return null;
  const start = from + match[0].length - all.length;
  return assigned(lead, helpers ?? null, all, start);
}

/** "…。省交通运输厅负责，省财政厅配合。": the same in a sentence of its own behind the task. */
const SAID =
  /[。；](?<words>(?<lead>[^，。；：（）]{2,60}?)(?:牵头负责|牵头|负责|主办)[，；](?<helpers>[^。；]{2,90}?)(?:按职责分工负责|配合|参与|协助|协同))[。；]?/u;

/** "…。省交通运输厅负责落实。": the same where nobody helps. */
const SAID_ALONE =
  /[。；]\s*(?<words>(?<lead>[^，。；：（）\n]{1,40}(?:厅|局|委|办|府|部|署|会|室|部门|单位|机构|集团|公司))(?:牵头|负责|牵头负责|按职责分工负责)(?:落实|实施|组织实施)?)[。；]/u;

/** "责任单位：省商务厅、云岭海关。" behind a task. */
const SAID_UNITS =
  /[。；\n]\s*(?<words>(?:牵头单位|主要责任单位|责任单位|主办单位|牵头部门|责任部门)[:：](?<lead>[^。；;、]+)(?:、(?<others>[^。；;]+))?(?:[；;](?:(?:配合|参加|参与|协办|协同|其他责任)单位|配合部门)[:：](?<helpers>[^。；;]+))?)[。；]?/u;

/** "Cục Việc làm chủ trì, Vụ Pháp chế phối hợp thực hiện, hoàn thành trong tháng 6." behind a task. */
const SAID_VIETNAMESE =
  /[.;]\s+(?<words>(?<lead>\p{Lu}[^,;.:]{3,80}?) (?:là cơ quan )?chủ trì, (?<helpers>[^;.:]{3,120}?) phối hợp(?: thực hiện)?(?:[,;] [^.:]{0,60})?)\.?\s*$/u;

/** A line of its own that only says who does the items above it ("（责任单位：…）") or the one above it ("省地震局负责落实。"). */
const UNITS_LINE = /^\s*[（(〔【［]?(?:责任单位|主要责任单位|牵头单位|主办单位|牵头部门|责任部门)[:：][^\n]*/u;
const DOES_LINE = /^[^，。；：\n]{1,40}(?:负责|牵头)(?:落实|实施|组织实施)?[。；]?\s*(?:\n|$)/u;
const REACH = 12;

/** How long the words are by which a provision only says who does the items above it, and those for one item; null without. */
interface Said {
  readonly units: number | null;
  readonly does: number | null;
}

/** What the provisions of a document that have been asked for say, by their number; nothing for most. */
const saidIn = new WeakMap<Clause['document'], (Said | null | undefined)[]>();

/** Whether a provision only says who does what stands above it; asked again for each item before it. */
function saidOf(document: Clause['document'], { index, span }: Provision): Said | null {
  let all = saidIn.get(document);
  if (all === undefined) {
    all = [];
    saidIn.set(document, all);
  }
  const known = all[index];
  if (known !== undefined) return known;
  const line = document.text.slice(span.start, span.end);
  const [units = null, does = null] = [UNITS_LINE, DOES_LINE].map((form) => form.exec(line)?.[0].trimEnd().length);
  const said = units === null && does === null ? null : { units, does };
  all[index] = said;
  return said;
}

/** The end of the line below an item that says who does it; else the end of the item. */
function assigningLineEnd(document: Clause['document'], own: Provision): number {
  const { provisions } = document;
  let beside = false;
  for (let at = own.index + 1; at <= own.index + REACH; at += 1) {
    const next = provisions[at];
    if (next === undefined || next.role === 'heading' || next.level < own.level) break;
    const said = saidOf(document, next);
    const found = said === null ? null : (said.units ?? (beside ? null : said.does));
    if (next.role === 'paragraph' && found !== null) return next.span.start + found;
    if (next.role === 'item') beside = true;
  }
  return own.span.end;
}

/** Quick to look for: without one of these neither is said. */
const SAID_NEEDS = /牵头|负责|主办|责任/;

function assignmentSaid(raw: string, from: number, form: RegExp): Assignment | null {
  const match = form.exec(raw);
  const { words, lead, helpers, others } = match?.groups ?? {};
  if (match === null || words === undefined || lead === undefined) return null;
  const start = from + match.index + match[0].indexOf(words);
  return assigned(lead.replace(/（[^）]*）$/u, ''), helpers ?? others ?? null, words, start);
}

/**
 * Who does a clause, as its row in a table says, the lines below it, or the brackets that follow it in its provision
 * ("（省商务厅牵头，省财政厅配合）"); null where nothing does.
 */
export function findAssignment(clause: Clause): Assignment | null {
  if (clause.assigned !== null) return clause.assigned;
  const { document } = clause;
  const provision = document.provisions[clause.provision];
  if (provision === undefined) return null;
  const from = clause.sentence.raw(clause.span).end;
  const until = clause.language === 'zh' ? assigningLineEnd(document, provision) : provision.span.end;
  const raw = document.text.slice(from, until);
  if (clause.language === 'vi') {
    const below = assignmentBelow(document, from);
    if (below !== null) return below;
    const said = raw.includes('chủ trì') ? assignmentSaid(raw, from, SAID_VIETNAMESE) : null;
    if (said !== null) return said;
  }
  if (clause.language === 'zh') {
    const said = SAID_NEEDS.test(raw)
      ? (assignmentSaid(raw, from, SAID) ??
        assignmentSaid(raw, from, SAID_UNITS) ??
        assignmentSaid(raw, from, SAID_ALONE))
      : null;
    if (said !== null) return said;
  }
  if (!OPENING.test(raw)) return null;
  const rest = raw.normalize('NFC');
  for (const match of everyMatch(BRACKETS, rest)) {
    const words = match[1] ?? '';
    const found = FORMS.map((form) => form.exec(words)?.groups).find((groups) => groups !== undefined);
    const lead = found?.lead;
    if (lead === undefined) continue;
    const start = from + match.index + 1;
    const [first = lead, ...others] = LISTED.test(words) ? lead.split('、') : [lead];
    const helpers = found?.helpers ?? (others.length > 0 ? others.join('、') : null);
    return assigned(first, helpers, words, start);
  }
  return null;
}

/** Where nobody is said to lead, the first named does (`责任单位：省商务厅、省财政厅`). */
const LISTED = /^(?!.*牵头)\p{Script=Han}.*、/u;
