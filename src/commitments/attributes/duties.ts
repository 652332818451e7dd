import type { Span } from '../../kernel/index.ts';
import type { Clause } from '../clause.ts';
import type { CommitmentFields, FieldName, Reason } from '../model.ts';
import { actorsOf } from './actor-hits.ts';
import { bodiesOf } from './actors.ts';
import type { AttributeContext } from './context.ts';

/** What a directive says about who leads, who helps and who is to be told. */
export interface Duties {
  readonly fields: Pick<CommitmentFields, 'lead' | 'coordinators' | 'report'>;
  readonly evidence: Readonly<Partial<Record<FieldName, readonly Span[]>>>;
  readonly reasons: readonly Reason[];
}

interface Phrase {
  readonly words: string;
  readonly span: Span;
}

const LEAD =
  /(?<!\p{L})(?:làm đầu mối,? )?chủ trì|(?<!\p{L})(?:takes? the lead|shall lead|will lead|leads?)(?!\p{L})|牵头/iu;
const HELPERS = [
  /(?<!\p{L})[Pp]hối hợp(?: chặt chẽ)?(?: với| cùng)? ((?:(?! (?:tham mưu|tổ chức|triển khai|đẩy mạnh|xây dựng|tăng cường|thực hiện|nghiên cứu|rà soát|hướng dẫn|theo dõi|kiểm tra|lãnh đạo|báo cáo|đề xuất|mở|tại|thành lập|khảo sát|cử|ký|hoàn thành|bố trí|đàm phán|tiếp tục|chủ động|kịp thời|cung cấp|giải quyết|vận động|duy trì|lắp đặt|để|nhằm|trong)(?!\p{L}))[^;.])+)/u,
  /(?:in (?:coordination|cooperation|collaboration|consultation) with|together with|jointly with) ((?:(?! (?:to|in order|shall|will)\b)[^;.])+)/iu,
  /会同([^，。；]+)/u,
] as const;
const REPORT = [
  /(?<!\p{L})((?:[Đđ]ịnh kỳ(?: (?:hằng|hàng) (?:tháng|quý|năm)| \d+ tháng(?: một lần)?| [^,;. ]+ tháng)?|(?:[Hh]ằng|[Hh]àng) (?:tháng|quý|năm)|kịp thời|thường xuyên)) (?:báo cáo|tham mưu)(?: (?:kết quả|tiến độ|tình hình)(?: [\p{Ll}]+)*? (?:với|về|cho|gửi))? ((?:(?! (?:kết quả|tình hình|tiến độ|việc|để|theo|về|lãnh đạo|xem xét|quyết định|chỉ đạo))[^;.])+)/u,
  /\b((?:periodically|regularly|annually|quarterly|monthly|every (?:year|quarter|month|six months)|promptly)),? reports?\b[^;.]*? to ((?:(?! (?:on|about|regarding)\b)[^;.])+)/iu,
  /(定期|每年|每季度|每月|及时)向([^，。；]+?)(?:报告|汇报)/u,
] as const;

/** Words that every pattern of helpers, and of reports, needs: where a sentence has none of them no pattern is tried. */
const HELPERS_NEED = /phối hợp|tion with|together with|jointly with|会同/iu;
const REPORT_NEEDS = /báo cáo|tham mưu|report|报告|汇报/iu;

/** What a sentence says about duties, whatever the number of its clauses. */
export interface DutyWords {
  readonly lead: RegExpExecArray | null;
  readonly mayHelp: boolean;
  readonly mayReport: boolean;
}

/** Looks once in a sentence for who leads, and for words without which nobody helps or reports in it. */
export function dutyWords(text: string): DutyWords {
  return { lead: LEAD.exec(text), mayHelp: HELPERS_NEED.test(text), mayReport: REPORT_NEEDS.test(text) };
}

/** Who helps, in the words of a text; null where nobody is said to. */
export function helpersIn(text: string): RegExpExecArray | null {
  return firstOf(HELPERS, text);
}

/** Who is told, and how often; null where the text has no such duty. */
export function reportIn(text: string): RegExpExecArray | null {
  return firstOf(REPORT, text);
}

const NONE: Duties = { fields: { lead: null, coordinators: [], report: null }, evidence: {}, reasons: [] };

function phrase(text: string, match: RegExpExecArray | null, group: number): Phrase | null {
  const words = match?.[group];
  if (match === null || words === undefined) return null;
  const start = match.index + match[0].lastIndexOf(words);
  return start + words.length > text.length
    ? null
    : { words: words.trim(), span: { start, end: start + words.length } };
}

function firstOf(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}

/**
 * Reads lead, coordinators and the duty to report, as the sentence of the clause has them.
 * @param actors who acts in the clause: where its sentence says who leads, the first of them
 */
export function readDuties(clause: Clause, context: AttributeContext, actors: readonly string[]): Duties {
  if (context.parties.constellation === 'two' && !context.assigns && context.assignment(clause) === null) return NONE;
  const text = clause.sentence.text;
  const { lead, mayHelp, mayReport } = context.scan(clause.sentence, clause.language).duties();
  const helpers = mayHelp ? phrase(text, helpersIn(lead ? text : text.slice(0, clause.span.end)), 1) : null;
  const own = text.slice(clause.span.start, clause.span.end);
  const report = mayReport ? reportIn(own) : null;
  const told = phrase(own, report, 2);
  const assigned = helpers === null ? (context.assignment(clause)?.helpers ?? null) : null;
  const coordinators = helpers
    ? bodiesOf(helpers.words, clause.language, context)
    : assigned === null
      ? []
      : bodiesOf(assigned, clause.language, context);
  const column = clause.assigned?.leads === true ? clause.assigned : null;
  const actor = lead || column ? actors[0] : undefined;
  const recipients = told ? actorsOf(told.words, clause.language, context) : [];
  const raw = (span: Span) => clause.sentence.raw(span);
  const evidence: Partial<Record<FieldName, readonly Span[]>> = {};
  if (column && actor) evidence.lead = [column.span];
  else if (lead && actor) evidence.lead = [raw({ start: lead.index, end: lead.index + lead[0].length })];
  if (helpers && coordinators.length > 0) evidence.coordinators = [raw(helpers.span)];
  return {
    fields: {
      lead: actor ?? null,
      coordinators,
      report: report && recipients.length > 0 ? { period: report[1] ?? '', recipients } : null,
    },
    evidence,
    reasons: lead
      ? [{ rule: 'duties:lead', words: lead[0], span: raw({ start: lead.index, end: lead.index + lead[0].length }) }]
      : [],
  };
}
