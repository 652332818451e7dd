import type { Document } from '../../documents/index.ts';
import { pinyin, proposeUnitId } from '../../vocabulary/index.ts';
import type { Clause } from '../clause.ts';
import type { AttributeContext } from './context.ts';

/** Who issues a paper, and up to where it speaks. */
export interface Issuer {
  readonly id: string;
  /** Offset at which a paper annexed to it begins, or the length of the text. */
  readonly until: number;
}

const LETTERHEAD = 900;
/** The papers by which an authority gives itself and its units tasks. */
const PLAN = /^[ \t]*(?:KẾ HOẠCH|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH|ĐỀ ÁN|CHỈ THỊ|CÔNG VĂN)[ \t]*$/mu;
const NOTATION = /^[^\n]*(?<!\p{L})Số ?: ?\d*[^\n]*\//mu;
/** "BỘ CÔNG THƯƠNG   CỘNG HÒA …": the name in capitals, to the gap before the motto of the state. */
const MINISTRY = /^[ \t]*(BỘ(?: [\p{Lu}-]+,?){1,9})(?= {2,}|\t|\s*$)/mu;
/** "ỦY BAN NHÂN DÂN TỈNH HÒA SƠN", over one or two lines: the people's committee of a province. */
const PROVINCE = /^[ \t]*(?:UBND|(?:ỦY|UỶ) BAN NHÂN DÂN)(?:[ \t]{2,}[^\n]*)?\s+(?:TỈNH|THÀNH PHỐ|TP\.?) \p{Lu}/mu;
/** The department of a province that issues a plan of its own, named below the committee. */
const DEPARTMENT = /^[ \t]*((?:SỞ|CÔNG AN|BAN QUẢN LÝ)(?: [\p{Lu}-]+,?){1,8})(?= {2,}|\t|\s*$)/mu;
const ANNEXED = /^[ \t]*(?:TUYÊN BỐ CHUNG|THÔNG CÁO CHUNG|THÔNG CÁO|BIÊN BẢN|HIỆP ĐỊNH|BẢN GHI NHỚ)/mu;

/** "松原省参与中部大陆桥合作行动计划", "云川省人民政府办公厅关于印发…的通知": a province or city plans for itself. */
const CHINESE =
  /^\s*(\p{Script=Han}{2,6}?)(?:省|自治区|市|自治州|州)[^\n，。]{0,60}(?:方案|计划|意见|规划|纲要|通知|要点|办法|措施)/u;
const CHINESE_TITLE = 120;
/** "省政府召开第六次常务会议": whose meeting it is that a report or its minutes tell of. */
const MEETING =
  /(国务院|(?:省|自治区|市|县|区|州)(?:[\d一二三四五六七八九十]{1,4}届)?(?:人民)?政府|(?:省|市|县|区|州)委)(?=(?:主持)?(?:召开|举行)?了?(?:20\d\d年)?(?:第[一二三四五六七八九十百\d]+次)?(?:党组)?(?:常务|全体|常委|党组|办公|专题)?(?:（扩大）)?会议?)/u;
const MEETING_REACH = 160;

/** "我省", "全省": the authority that speaks. */
export const OURSELVES = /^(?:我|全|本)(?:省|市|州|区|县)/u;

/** "BỘ GIAO THÔNG VÀ HÀNG HẢI" → "Bộ Giao thông và hàng hải". */
function lowered(name: string): string {
  return name.toLowerCase().replace(/(?<!\p{L})\p{Ll}/u, (letter) => letter.toUpperCase());
}

/**
 * The authority whose letterhead a plan bears: what the plan says without naming anybody is its own task; else null.
 * @param province id of the province named in the letterhead
 */
export function findIssuer({ text }: Document, province: string | null): Issuer | null {
  const head = text.slice(0, LETTERHEAD).normalize('NFC');
  const chinese = CHINESE.exec(head.slice(0, CHINESE_TITLE));
  if (chinese?.[1] !== undefined) return { id: pinyin(chinese[1]), until: text.length };
  const meeting = MEETING.exec(head.slice(0, MEETING_REACH))?.[1];
  if (meeting !== undefined)
    return { id: proposeUnitId(meeting.replace(/[\d一二三四五六七八九十]{1,4}届/u, '')), until: text.length };
  if (!PLAN.test(head) || !NOTATION.test(head)) return null;
  const name = (MINISTRY.exec(head) ?? DEPARTMENT.exec(head.slice(0, PLAN.exec(head)?.index)))?.[1];
  const committee = province !== null && PROVINCE.test(head) ? `${province}-ppc` : null;
  const id = name === undefined ? committee : proposeUnitId(lowered(name));
  return id === null ? null : { id, until: ANNEXED.exec(text)?.index ?? text.length };
}

/** Who acts where a plan names nobody: its issuer; null in other papers. */
export function issuerOf(clause: Clause, { issuer }: AttributeContext): string | null {
  if (issuer === null) return null;
  return clause.sentence.raw(clause.span).start < issuer.until ? issuer.id : null;
}
