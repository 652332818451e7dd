import { asciiFirst } from '../../../kernel/index.ts';
import type { NameRules } from './rule.ts';

/** A name runs on to a mark, a word of purpose or manner, or a second name. */
const REST =
  '(?:(?![,;.:()](?:\\s|$)| (?:nhằm|để|góp phần|thông qua|trên cơ sở|bảo đảm|đảm bảo|theo đúng|trong khuôn khổ|sớm|phù hợp|đạt|được|đã|sẽ|vào|trước (?:ngày|tháng|năm|cuối)|đến năm|từ năm|trong (?:năm|quý|tháng|nửa|sáu)|trong thời gian|thành công|đi vào|có hiệu lực|nêu trên|làm cơ sở|phục vụ|và (?:các|tình hữu nghị|thúc đẩy|tăng cường|triển khai|thực hiện|tổ chức|tiếp tục|nghiên cứu|cơ chế|\\p{Lu})|cũng như|đồng thời|trên tinh thần|với tư cách|đến các)(?!\\p{L}))[^;."“”«»]){0,160}';
const INSTRUMENT =
  'Hiệp định|Hiệp ước|Thỏa thuận|Thoả thuận|Bản ghi nhớ|Biên bản|Bản Thỏa thuận|Kế hoạch|Tuyên bố|Quy hoạch|Công ước|Hiến chương|Nghị định thư|Chương trình (?:hành động|hợp tác|nghị sự|phát triển)|Chiến lược|Sáng kiến|Quy chế|Nghị quyết|Báo cáo nghiên cứu khả thi|Bộ Quy tắc|Quy tắc|Tầm nhìn|Lộ trình';
const MECHANISM =
  'Ủy ban|Uỷ ban|Nhóm công tác|Tổ công tác|Đối thoại|Hội nghị|Diễn đàn|Phiên họp|Kỳ họp|Cơ chế|Gặp gỡ|Hội thảo|Đường dây nóng|Liên hoan|Giao lưu hữu nghị|Liên minh|Cuộc họp|Tham vấn|Tham khảo chính trị';
const NAME = "\\p{Lu}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]*){0,3}";

export const vi: NameRules = {
  instrument: asciiFirst(new RegExp(`(?<![\\p{L}])(?:${INSTRUMENT})(?: (?!(?:đã|được|sẽ)(?!\\p{L}))${REST})?`, 'gu')),
  mechanism: asciiFirst(
    new RegExp(
      `(?<![\\p{L}])(?:(?:Cơ chế )?(?:${MECHANISM})(?: ${REST})?|(?:cơ chế|đường dây nóng)(?= (?:gặp gỡ|đàm phán|tham vấn|đối thoại|tuần tra|hợp tác|trao đổi|giao ban|liên lạc|an toàn|về|giữa))${REST}|đường dây nóng|kênh Đảng)`,
      'gu',
    ),
  ),
  places: [
    asciiFirst(
      new RegExp(
        `(?<!\\p{L})(?:[Tt]ỉnh|[Tt]hành phố|[Tt]hị xã|[Hh]uyện|[Tt]hủ đô|[Kk]hu tự trị(?: dân tộc \\p{Lu}\\p{L}+)?|bang|[Cc]ửa khẩu(?: (?:quốc tế|song phương|chính|phụ|đường sắt|đường bộ))?|[Ll]ối mở|[Ll]ối thông quan|[Cc]ảng|[Ss]ân bay) (${NAME})`,
        'gu',
      ),
    ),
    asciiFirst(
      new RegExp(`(?<!\\p{L})((?:sông|cửa sông|vịnh|Vịnh|hồ|đảo|quần đảo|Quần đảo|thác|eo biển|Biển) ${NAME})`, 'gu'),
    ),
    /(?<!\p{L})((?:cột )?mốc (?:giới )?\d[\d/-]*)/gu,
  ],
  pairs: [
    new RegExp(`(${NAME}) \\(${NAME}\\) ?[-–—] ?${NAME} \\(`, 'gu'),
    new RegExp(`\\(${NAME}\\) ?[-–—] ?(${NAME}) \\(`, 'gu'),
  ],
  chain: asciiFirst(
    new RegExp(
      `(?<!\\p{L})(?:cặp cửa khẩu|đường sắt|đường bay|tuyến|cao tốc|cầu)(?: \\p{Ll}+){0,5} (${NAME}(?: ?[-–—] ?${NAME}){1,3})`,
      'gu',
    ),
  ),
  instrumentWord:
    /(?:Hiệp|Th[oỏ][aả] thuận|ghi nhớ|Kế hoạch|Tuyên bố|Công ước|Hiến chương|Nghị định|Chương trình|Chiến lược|Sáng kiến|Quy|Vành đai)/iu,
  mechanismWord:
    /(?:Ủy ban|Uỷ ban|Nhóm|Đối thoại|Hội nghị|Diễn đàn|đường dây|Liên hoan|Gặp gỡ|chiến dịch|Hành trình)/iu,
  never:
    /^(?:(?:Ủy|Uỷ) ban (?:nhân dân|Trung ương|thường vụ|Mặt trận|Thường vụ|MTTQ|Y tế|Dân tộc|Đối ngoại|Pháp luật|Tư pháp|Chứng khoán|Cải cách)|Kế hoạch$|Quy hoạch$|Tuyên bố$|Thỏa thuận$|Hiệp định$|Chiến lược$|Tầm nhìn$|Hội nghị$|Cơ chế$|Sáng kiến$|Biên bản$|Ủy ban$|Liên minh$|Đối thoại$)/u,
};
