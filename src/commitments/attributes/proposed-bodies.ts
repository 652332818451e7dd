import { namedUnitId, namesBodies } from '../../vocabulary/index.ts';
import type { AttributeContext } from './context.ts';

/** What stands between the names of a list. */
export const SPLIT = /\s*(?:[,;、，]| và | and | cùng | với | 和 | و )\s*/u;
const PIECES = new RegExp(`(${SPLIT.source})`, 'u');
/** Words before a name that only say what it names. */
export const TITLE =
  /^(?:the|The|THE|Tỉnh|tỉnh|Thành phố|thành phố|Khu tự trị|khu tự trị|Đặc khu|đặc khu|Phía|phía|giao|Giao|(?:Cục|Vụ|Tổng cục|Viện|Chi cục) trưởng(?= (?:Cục|Vụ|Tổng cục|Viện|Chi cục))|(?:Bộ|Thứ) trưởng(?= Bộ )|Thống đốc(?= Ngân hàng)|Tổng Giám đốc(?= (?:Đài|Thông tấn|Bảo hiểm|Kho bạc))|Chánh(?= (?:Thanh tra|Văn phòng (?!UBND|Bộ)))|Giám đốc(?= (?:Sở|Trung tâm|Bệnh viện|Công an|Ban|Học viện|Nhà hát|Bảo tàng))|Chủ tịch(?= (?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân))|Bí thư(?= (?:Tỉnh|Thành|Huyện|Đảng) ủy)|Chỉ huy trưởng(?= Bộ Chỉ huy)|Trưởng(?= (?:Ban|Phòng) )|Hiệu trưởng(?= Trường)|Đoàn đại biểu(?: tỉnh| thành phố| nước)?(?= \p{Lu})|Đoàn(?= (?!Thanh niên)\p{Lu}))\s+/u;

/** Chinese names of bodies by how they end. */
export const CHINESE_BODY =
  /^(?:残联|妇联|侨联|文联|科协|工商联|团委)$|^[\p{Script=Han}\d]{1,20}(?:厅|局|委|办|署|室|部门|政府|海关|集团|公司|大学|学院|中心|专班|银行|委员会|办公室|小组|[调进备专]组|工作组|商务处|外事处|站|队|台|馆|院|会|社|机构|机关|部队|财政|秘书处|专家组|联络员|警方|(?<![东西南北中内外全大干各])部|司|残联|妇联|侨联|文联|科协|社科联|工商联|团委|企业|学校|中学|小学|幼儿园|派出所|研究所|办事处|队伍|(?:林|农|牧)场|护林员|网格员|合作社|指挥部|管委会|联席会议|领导组|(?:省|市|县|区)委)$/u;

/** A province or town by its name ("青岚省", "白鹿州"). */
const CHINESE_PLACE =
  /^(?!全|各|我|本|该|两|双|三|沿|边境)(\p{Script=Han}{2,4}?)(?:省|自治区|自治州|州|市|县|大区|(?<!政)府)$/u;

/** "水务局局长", "教育局等部门": who heads a body, or what bodies it is one of. */
const HEAD_OF =
  /(?<=[局厅部委院会署办])(?:局长|厅长|部长|署长|主任|院长|会长|主要负责人|主要负责同志|负责人|负责同志)$|等(?:有关|相关|职能|主管)?(?:部门|单位|机构|方面)$/u;

/** A leader or a paper speaks for a party, and is no body. */
const PERSON =
  /^(?:Chương trình|Kế hoạch|Thủ tướng|Tổng thống|Chủ tịch nước|Quốc vương|Nhà vua|Tổng Bí thư|Phó Thủ tướng|Người đứng đầu (?:Chính phủ|Nhà nước)|Bộ trưởng$|(?:Bộ|Thứ|Ngoại) trưởng(?= \p{Lu}\p{Ll}+ (?!Thương)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$)|President|Prime Minister|King|Queen|Chancellor|Emir|Sultan)(?: |$)/u;

const SIDE = / (?:side|party|delegation|Government|government)$/u;
const OPENING = 2000;

/** `the Belmorean side`: the name of the party the adjective is made of, as the opening has it. */
function partyOf(part: string, context: AttributeContext): string {
  if (!SIDE.test(part)) return part;
  const bare = part.replace(SIDE, '');
  const opening = context.document.text.slice(0, OPENING);
  const names = [...opening.matchAll(/\p{Lu}\p{L}{3,}/gu)].map(([name]) => name);
  return names.find((name) => name.length < bare.length && bare.startsWith(name.slice(0, -1))) ?? bare;
}

/** A Vietnamese word that begins the name of a body. */
export const BODY =
  /^(?:[Cc]ác )?(?:Ty|Ngành|Cục(?! trưởng)|Chi cục|Vụ(?! trưởng)|Sở|Ban|Viện(?! trưởng)|Trung tâm|Bộ(?! trưởng)|Tổng(?! Bí thư| thống)|Phòng|Ủy ban|Uỷ ban|UBND|HĐND|Văn phòng|Thanh tra|Công an|Công ty|Hải quan|Đảng|Hội|Liên(?! bang Nga)|Hiệp|Trường|Đại(?! Hàn)|Học|Bệnh viện|Tập đoàn|Ngân hàng|Báo|Đài|Đoàn|Tòa|Kho bạc|Nhà hát|Bảo tàng|Đồn|Trạm|Nhạc viện|Tạp chí|Nhà xuất bản|Mặt trận|Quỹ|Thư viện|Cảng|Kiểm toán|Tiểu ban|Phân ban|Hợp tác xã|Bưu điện|Bảo hiểm|Chánh|Thường trực|Trung ương(?= (?:Hội|Đoàn) )|Cảnh sát biển|Thông tấn xã|Quân khu|Quân chủng|Viễn thông|Tỉnh đoàn|Vườn quốc gia)(?!\p{L})/u;
/** A name that stands for itself in a list. */
const OTHER = /^(?:[Cc]ác|[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Kk]hu tự trị|[Nn]ước|[Pp]hía)(?!\p{L})/u;

const HAN = /^\p{Script=Han}/u;
/** Between the names of a Chinese list: 和, 与, 及 only behind the last character of a body. */
export const HAN_LIST = /[、，]|(?<=[部厅局委署会门构关府院站队社馆办组司团行学处])[和与及同]|以及/u;

/** Parts a name may have that is known as a whole. */
const MOST_PARTS = 4;

/** Where a name ends that is known as a whole though what joins lists stands in it ("Văn phòng HĐND và UBND huyện"); -1 where none does. */
function wholeName(pieces: readonly string[], from: number, last: string): number {
  if (last === '' || !BODY.test(last)) return -1;
  for (let end = Math.min(pieces.length, from + 2 * MOST_PARTS - 1); end > from; end -= 2)
    if (namedUnitId(`${last}${pieces.slice(from - 1, end).join('')}`.trim()) !== null) return end;
  return -1;
}

/** The names of a list; "Cục Chăn nuôi và Thú y" is one, for what follows begins no body. */
export function partsOf(text: string): string[] {
  if (HAN.test(text)) return text.split(HAN_LIST);
  const parts: string[] = [];
  const pieces = text.split(PIECES);
  for (let index = 0; index < pieces.length; index += 2) {
    const [between, part] = [pieces[index - 1] ?? '', pieces[index] as string];
    const last = (parts.at(-1)?.trim() ?? '').replace(TITLE, '');
    const own = BODY.test(part) || OTHER.test(part);
    const whole = wholeName(pieces, index, last);
    if (whole > index) {
      parts.push(`${parts.pop()}${pieces.slice(index - 1, whole).join('')}`);
      index = whole - 1;
    } else if (/^(?:, | và )$/u.test(between) && BODY.test(last) && !own) parts.push(`${parts.pop()}${between}${part}`);
    else if (between === ', ' && /^[Cc]ác /u.test(last) && /^\p{Ll}/u.test(part) && !own)
      parts.push(`${parts.pop()}${between}${part}`);
    else parts.push(part);
  }
  return parts;
}

/** "các trường đại học", "cơ quan du lịch hai bên": bodies by their kind. */
function namesKind(part: string): boolean {
  return /^(?:các |.* (?:hai|các) (?:bên|nước|tỉnh))/iu.test(part) && namesBodies(part);
}

export const PROVINCES = /(các tỉnh), (?:các )?thành phố(?: trực thuộc Trung ương)?/giu;
const NAME = /^\p{Lu}[\p{L}, '’.&-]*$/u;
/** The same of a body, with the number or letters it bears (`Quân khu 7`, `Cục Phòng, chống HIV/AIDS`). */
const NUMBERED = /^\p{Lu}[\p{L}\d, '’.&/–-]*$/u;
const LONGEST = 90;

/** Ids proposed for the named bodies of a phrase that no register knows. */
export function proposedIds(text: string, context: AttributeContext): string[] {
  return partsOf(text.replace(PROVINCES, '$1'))
    .map((part) => part.trim().replace(TITLE, '').replace(HEAD_OF, ''))
    .filter(
      (part) =>
        CHINESE_BODY.test(part) ||
        CHINESE_PLACE.test(part) ||
        namesKind(part) ||
        ((NAME.test(part) || (BODY.test(part) && NUMBERED.test(part))) && part.length <= LONGEST),
    )
    .filter((part) => !PERSON.test(part))
    .filter((part) => HAN.test(part) || part.includes(' ') || context.isName(part))
    .map((part) => CHINESE_PLACE.exec(part)?.[1] ?? partyOf(part, context))
    .map((part) => context.bodyNames.propose(part))
    .filter((id) => id !== '');
}
