import type { FrameSense, VerbSense } from '../../lexicon/sense.ts';

/** What is asked of others, and who they are. */
export const URGES_OTHERS = /^(?:khuyến-khích|kêu-gọi|đề-nghị|hoan-nghênh)$/;
export const OTHERS = /^(?:các|những|doanh nghiệp|cộng đồng|mọi|tất cả)(?!\p{L})/u;
/** Where a clause begins that says in which case something is to be done. */
export const CASES = /^(?:trường hợp|nếu|khi)$/u;

/** Asking: a task given where nobody is named before it, a joint proposal where both sides ask, else encouragement. */
export const ASKS = /^(?:đề-nghị)$/;
/** Both or all sides. */
export const JOINT = /^(?:hai|các|ba) /iu;
/** Wishing and trusting that another party will do something is no undertaking. */
export const BELIEF = /tin-tưởng|^chúc$|chúc-và|tin-rằng|kỳ-vọng/;
/** Words after introducing words that begin an object, not an act. */
export const NOT_VERB = new Set([
  'những',
  'các',
  'một',
  'mọi',
  'nội',
  'rõ',
  'về',
  'việc',
  'như',
  'được',
  'một số',
  'ra',
]);
/** What is supported is a stance. */
export const PRINCIPLE = /^ (?:nguyên tắc|chính sách|lập trường|quan điểm)/u;
/** Bodies of one's own that are told to act. */
export const OWN_BODIES =
  /^ (?:các |lực lượng )?(?:bộ đội|đồn|trạm|cơ quan|bộ, ngành|lực lượng|công an|hải quan|sở|địa phương hai)/u;

/** Lines below a task of a plan that say who does it and when; they are no tasks themselves. */
const ASSIGNS =
  /^(?:[-+•] ?)?(?:(?:(?:Đơn vị|Cơ quan) )?(?:[Cc]hủ trì|[Pp]hối hợp|[Tt]hực hiện)(?= ?:| thực hiện ?:)|(?:Đơn vị|Cơ quan) (?:chủ trì|phối hợp|thực hiện)|Thời gian|Thời hạn|Tiến độ)[^:]{0,24}:|^\p{Lu}[^,;.:]{3,80} (?:là cơ quan )?chủ trì, [^;.:]{3,120} phối hợp(?: thực hiện)?(?:[,;] [^.:]{0,60})?\.?$/u;

/** "Nhận lời mời của …, Chủ tịch … thăm …": how the visit came about that the paper tells of. */
const VISITS = /^(?:\d+[.)] )?(?:Nhận lời mời|Theo lời mời|Đáp lại lời mời|Thể theo lời mời)(?!\p{L})/u;

/** "Biên bản này được lập thành hai bản": what is said of the paper itself. */
const COPIES = /(?:lập|làm|ký) thành [^;.]{1,20} bản/u;
/** "Văn phòng Chính phủ thông báo để các bộ biết, thực hiện": what the paper itself does. */
const GIVES_NOTICE =
  /^(?:Văn phòng|Thừa lệnh)[^;.]{0,90} thông báo (?:để|tới|đến)[^;.]{0,160}(?:biết|thực hiện)[\s./;]*$/u;
/** An invitation, or the acceptance of one, is a result that can be checked. */
export const INVITES: VerbSense = {
  class: 'verb',
  verb: 'mời',
  strength: 'deliver',
  forms: ['base'],
  alsoNoun: false,
  leading: false,
};
/** Agreeing, which opens an undertaking even after words of assessment ("đánh giá cao … và nhất trí …"). */
export const AGREES =
  /^(?:cùng-|hoàn-toàn-)?(?:nhất-trí|thống-nhất|đồng-ý|cam-kết|quyết-định)(?:-(?:sẽ|cần|cao|chung|mạnh-mẽ|việc|về|trên-nguyên-tắc|hoàn-toàn|sự-cần|tầm)(?:-.*)?)?$/;
/** What both sides do for each other. */
const MUTUAL = /^ (?:lẫn |(?:\p{L}+ ){1,3}của )?nhau(?!\p{L})/u;
/** Striving for something is one's own undertaking, even after a wish. */
export const STRIVES = /^(?:phấn đấu|nỗ lực|quyết tâm|cố gắng)$/;
/** "chịu trách nhiệm trước Bộ trưởng về …": answering for something is itself the task. */
export const ANSWERS = /^(?:trước|về|toàn diện|với)$/;
/** "thống nhất điểm đấu nối": settling a thing is itself the act. */
export const SETTLES = /^(?:thống-nhất|quyết-định)$/;
/** Talks told of are no undertaking. */
export const TALKS = /^(?:đi sâu )?trao đổi ý kiến/;
/** Being in charge: the act itself stands behind the bodies named. */
export const CHARGES = /^(?:chủ trì|làm đầu mối|đầu mối)/;
/** Thanks and praise end what was agreed ("… và bày tỏ cảm ơn nước chủ nhà"). */
export const THANKS = /^(?:bày-tỏ|cảm-ơn|trân-trọng-cảm-ơn|chân-thành-cảm-ơn|đánh-giá-cao|ghi-nhận|chúc-mừng)/;

/** What sides encourage in bodies of their own, do for each other or agree to propose is their own undertaking. */
export function isOwn(rest: string, frame: FrameSense | null = null, under: FrameSense | null = null): boolean {
  const proposed = frame !== null && ASKS.test(frame.id) && AGREES.test(under?.id ?? '');
  const supports = frame !== null && /^(?:ủng-hộ|hoan-nghênh)/u.test(frame.id);
  return proposed || (!supports && OWN_BODIES.test(rest)) || MUTUAL.test(rest);
}

/** "Hai bên trao đổi ý kiến về …": the talks themselves, told of. */
export const TOLD_TALKS: FrameSense = { class: 'frame', id: 'trao-đổi-ý-kiến', kind: 'position', complement: 'clause' };

/** A sentence in which nobody undertakes anything: it tells how the visit came about, speaks of the paper or assigns a task. */
export function saysNothing(text: string): boolean {
  return COPIES.test(text) || ASSIGNS.test(text) || VISITS.test(text) || GIVES_NOTICE.test(text);
}

/** "đề nghị các sở, UBND các huyện …": authorities below the one that asks, who are told to act. */
export const SUBORDINATE =
  /^ (?:tất cả )?(?:các )?(?:(?:bộ|sở|ban),? (?:ban, )?ngành|bộ, cơ quan|sở|địa phương|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|tỉnh ủy|thành ủy|đảng ủy|cấp ủy|cơ quan, đơn vị|đơn vị|Chủ tịch (?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)|Thủ trưởng|Ủy ban Mặt trận|huyện|xã|phường)(?!\p{L})/u;

/** Papers and authorities that stand above a ministry or department. */
export const ABOVE =
  /^(?:[Đđ]ồng chí \p{Lu}|(?:[Đđ]ồng chí )?(?:Nghị quyết|Chỉ thị|Công điện|Công văn|Kết luận|Văn bản|Thông báo|(?:Phó )?Thủ tướng|Chính phủ|UBND|Ủy ban nhân dân|(?:Phó )?Chủ tịch UBND|(?:Phó )?Bí thư|Bộ trưởng|Ban Thường vụ|Thường trực|Ban Bí thư|Ban Chỉ đạo)(?!\p{L}))/u;
/** "lưu ý các sở …", "nhấn mạnh Bộ Y tế phải …": telling whoever stands below. */
export const REMINDS = /^(?:lưu-ý|nhấn-mạnh)$/;
/** What is told to whom must be done: "… cần rà soát", "… phải rà soát". */
export const BOUND = /^[^.;:]{0,120} (?:cần|phải)(?!\p{L})/u;
/** "Bộ Ngoại giao hai nước": bodies of several states are asked, not told. */
export const OF_STATES = /^[^,;.]{0,60} (?:hai|các|ba) (?:nước|bên|quốc gia)(?!\p{L})/u;
/** "đề nghị Bộ Nội vụ …": one body that is told. */
export const ONE_BODY = /^ (?:Bộ|Sở|Ban|Cục|Công an|Kho bạc|Ngân hàng|Thanh tra|Văn phòng) \p{Lu}/u;
