import { type Interval, lasting } from './calendar.ts';
import {
  type DueGrammar,
  date,
  endOf,
  half,
  month,
  ordinal,
  part,
  quarter,
  relativeYear,
  span,
  year,
  yearOf,
} from './grammar.ts';

const Y = '(\\d{4})';
const NUMBERS: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, mười: 10 };
const UNITS = { ngày: 'days', tuần: 'weeks', tháng: 'months', năm: 'years' } as const;

/** "tháng 2 tới", said in November: of the next year. */
function yearOfMonth(today: string, which: number): string {
  return yearOf(today, which < Number(today.slice(5, 7)) ? 1 : 0);
}

/** "trước ngày 15/1", said at the end of December: of the next year. */
function yearOfDay(today: string, month: number, day: number): string {
  const passed = Number(today.slice(5, 7)) - month + (Number(today.slice(8, 10)) > day ? 1 : 0);
  return yearOf(today, passed > 6 ? 1 : 0);
}

const WITHIN = '(?:trong|trước|đến|hết|vào|chậm nhất|muộn nhất)(?: là)?(?: hết)?';

/** From the first day of one time to the last of another. */
function between(first: Interval | null, last: Interval | null): Interval | null {
  return first === null || last === null ? null : { from: first.from, to: last.to };
}

export const vi: DueGrammar = {
  leads: [
    ['không (?:muộn|chậm) hơn', 'by'],
    ['(?:chậm nhất|muộn nhất)(?: là)?(?: (?:vào|đến|trong|trước))?(?: hết)?', 'by'],
    ['(?:đến|tới|trước|cho đến)(?= cuối| hết| khi kết thúc| khi hết)(?: hết)?', 'by'],
    [
      '(?:kể )?từ(?: đầu)?(?! (?:ngày |tháng |năm )?[\\d/]{4,10}(?: năm \\d{4})? (?:đến|tới)(?: hết| cuối)?(?: ngày| tháng| năm)? \\d| quý \\S+ (?:đến|tới) quý| tháng \\d{1,2} (?:đến|tới))',
      'from',
    ],
    ['bắt đầu từ', 'from'],
    ['(?:cho )?(?:đến|tới)(?: hết)?', 'by'],
    ['trước ngày(?: \\p{L}+){1,4}(?= \\d{1,2}[/.-]\\d)', 'before'],
    ['trước(?: \\d{1,2}(?:h|g| giờ|:)(?: ?\\d{2}(?: phút)?)?,?)?', 'before'],
    ['ngay trong', 'within'],
    ['(?<=(?:đạt|nâng|tăng|lên|giảm) [^;.]{0,60})vào', 'by'],
    ['trong|vào', 'within'],
  ],
  tails: [['trở đi', 'from']],
  dateNeeds: 'năm|tháng|tuần|ngày|quý',
  undatedNeeds: 'sớm|thời gian|giai đoạn|thời kỳ|thời điểm|những năm|tương lai gần|trước mắt|khẩn trương|nhanh chóng',
  bare: true,
  dates: [
    {
      pattern: `(?:kể )?từ (?:ngày )?(\\d{1,2})[/.-](\\d{1,2})[/.-]${Y} (?:đến|tới)(?: hết)?(?: ngày)? (\\d{1,2})[/.-](\\d{1,2})[/.-]${Y}`,
      read: ([d, m, y, d2, m2, y2]) => between(date(y, Number(m), d), date(y2, Number(m2), d2)),
    },
    {
      pattern: `từ (?:ngày )?(\\d{1,2})[/.-](\\d{1,2}) ?(?:đến|tới|-)(?: hết)?(?: ngày)? ?(\\d{1,2})[/.-](\\d{1,2})[/.-]${Y}`,
      read: ([d, m, d2, m2, y]) => between(date(y, Number(m), d), date(y, Number(m2), d2)),
    },
    {
      pattern: `từ (?:ngày )?(\\d{1,2}) ?(?:đến|tới|-)(?: hết)?(?: ngày)? ?(\\d{1,2})(?:[/.-]| tháng )(\\d{1,2})(?:[/.-]|,? năm )${Y}`,
      read: ([d, d2, m, y]) => between(date(y, Number(m), d), date(y, Number(m), d2)),
    },
    {
      pattern: `(?:từ tháng|các tháng|tháng) (\\d{1,2})(?:, \\d{1,2})*(?: ?(?:đến|tới|-|và)(?: hết)?|,) ?(?:tháng )?(\\d{1,2})(?:/|,? năm )${Y}`,
      read: ([m, m2, y]) => between(month(y, Number(m)), month(y, Number(m2))),
    },
    {
      pattern: `(?:tháng )?(\\d{1,2})/${Y} ?- ?(?:tháng )?(\\d{1,2})/${Y}`,
      read: ([m, y, m2, y2]) => between(month(y, Number(m)), month(y2, Number(m2))),
    },
    {
      pattern: `từ tháng (\\d{1,2})(?:/|,? năm )${Y} (?:đến|tới)(?: hết)? tháng (\\d{1,2})(?:/|,? năm )${Y}`,
      read: ([m, y, m2, y2]) => between(month(y, Number(m)), month(y2, Number(m2))),
    },
    { pattern: `từ (?:đầu )?(?:năm )?${Y} (?:đến|tới)(?: hết| cuối)?(?: năm)? ${Y}`, read: ([a, b]) => span(a, b) },
    {
      pattern: `(?:từ )?quý (iv|i{1,3}|[1-4])(?:,? ?(?:và|-|đến) ?|, )(?:quý )?(iv|i{1,3}|[1-4])(?:/|,? năm | )${Y}`,
      read: ([a, b, y]) => between(quarter(y, ordinal(a)), quarter(y, ordinal(b))),
    },
    {
      pattern: `(?:ngày )?(\\d{1,2})(?:[/.-]| tháng )(\\d{1,2})(?:[/.-]|,? năm )${Y}`,
      read: ([d, m, y]) => date(y, Number(m), d),
    },
    { pattern: `(?:các năm |năm )?${Y} (?:đến|tới)(?: hết)?(?: năm)? ${Y}`, read: ([a, b]) => span(a, b) },
    {
      pattern: `(?:giai đoạn|thời kỳ|các năm|những năm|hai năm|ba năm|bốn năm|năm năm|năm) ?${Y} ?(?:-|và|đến) ?${Y}`,
      read: ([a, b]) => span(a, b),
    },
    { pattern: `các năm ${Y}(?:, \\d{4})*(?:,| và) ${Y}`, read: ([a, b]) => span(a, b) },
    { pattern: `(?:cuối|hết) quý (iv|i{1,3}|[1-4])(?:[/.-]|,? năm | )${Y}`, read: ([q, y]) => quarter(y, ordinal(q)) },
    { pattern: `quý (iv|i{1,3}|[1-4])(?:[/.-]|,? năm | )${Y}`, read: ([q, y]) => quarter(y, ordinal(q)) },
    { pattern: `(?:nửa đầu|6 tháng đầu|sáu tháng đầu)(?: của)?(?: năm)? ${Y}`, read: ([y]) => half(y, 1) },
    { pattern: `(?:nửa cuối|6 tháng cuối|sáu tháng cuối)(?: của)?(?: năm)? ${Y}`, read: ([y]) => half(y, 2) },
    { pattern: `(?:ba|3) tháng đầu năm ${Y}`, read: ([y]) => quarter(y, 1) },
    { pattern: `đầu năm ${Y}`, read: ([y]) => part(y, 'early') },
    { pattern: `giữa năm ${Y}`, read: ([y]) => part(y, 'middle') },
    { pattern: `(?:hết|khi kết thúc) năm ${Y}`, read: ([y]) => endOf(y) },
    { pattern: `cuối năm ${Y}`, read: ([y]) => part(y, 'late') },
    { pattern: `tháng (\\d{1,2})(?:/|[.-]|,? năm | )${Y}`, read: ([m, y]) => month(y, Number(m)) },
    { pattern: `năm học ${Y} ?- ?${Y}`, read: ([a, b]) => span(a, b) },
    { pattern: `năm học ${Y}`, read: ([y]) => year(y) },
    { pattern: `nhiệm kỳ ${Y} ?- ?${Y}`, read: ([a, b]) => span(a, b) },
    { pattern: `năm ${Y}`, read: ([y]) => year(y) },
    {
      // "trước ngày 20/4": of the text's own year.
      pattern:
        '(?<=(?:trước|đến|vào|trong|chậm nhất|muộn nhất)(?: là)? )ngày (\\d{1,2})(?:[/.]| tháng )(\\d{1,2})(?![/.]?\\d|,? năm|-| hàng| hằng)',
      read: ([d, m], today) => (today === null ? null : date(yearOfDay(today, Number(m), Number(d)), Number(m), d)),
    },
    {
      // "trước 30/7": of the text's own year.
      pattern: '(?<=(?:trước|chậm nhất|muộn nhất)(?: là)? )(\\d{1,2})/(\\d{1,2})(?![/.]?\\d| hàng| hằng)',
      read: ([d, m], today) => (today === null ? null : date(yearOfDay(today, Number(m), Number(d)), Number(m), d)),
    },
    {
      // "trong tháng 6", "trước tháng 9": of the text's own year.
      pattern: `(?<=${WITHIN} )tháng (\\d{1,2})(?![/.-]?\\d|,? năm| hàng| hằng| tới| này| âm)`,
      read: ([m], today) => (today === null ? null : month(yearOfDay(today, Number(m), 31), Number(m))),
    },
    {
      pattern: `(?<=${WITHIN} )quý (iv|i{1,3}|[1-4])(?![/\\d\\p{L}]|,? năm| hàng| hằng)`,
      read: ([q], today) => (today === null ? null : quarter(yearOfDay(today, ordinal(q) * 3, 31), ordinal(q))),
    },
    {
      pattern: 'tháng (\\d{1,2})(?: năm nay| tới| này)',
      read: ([m], today) => (today === null ? null : month(yearOfMonth(today, Number(m)), Number(m))),
    },
    {
      pattern: `(?<=${WITHIN} )(?:6|sáu) tháng (đầu|cuối) năm(?! \\d| nay| học)`,
      read: ([which], today) => (today === null ? null : half(yearOf(today, 0), which === 'đầu' ? 1 : 2)),
    },
    { pattern: 'năm nay', read: (_, today) => relativeYear(today, 0) },
    {
      pattern: '(?<!(?:những|các|vài|nhiều|mấy|hai|ba|bốn|mươi) )năm (?:tới|sau)',
      read: (_, today) => relativeYear(today, 1),
    },
    {
      // "trải qua 50 năm kể từ" looks back.
      pattern:
        '(?<!(?:qua|sau|suốt|hơn|gần|tròn|niệm) )(?:vòng )?(\\d{1,3}|một|hai|ba|bốn|năm|sáu|mười) (ngày|tuần|tháng|năm)(?: tới| tiếp theo| kể từ)',
      read: ([count, unit], today) =>
        lasting(today, NUMBERS[count ?? ''] ?? Number(count), UNITS[unit as keyof typeof UNITS]),
    },
  ],
  // "giảm 10% so với năm 2025": what a number is measured by.
  named: { before: /so với(?: cùng kỳ)?(?: của)? $/u },
  undated:
    '(?:trong )?thời gian sớm nhất|càng sớm càng tốt|(?<!cảnh báo |phát hiện |dự báo |sáng )sớm(?! hơn| muộn)(?: nhất)?|(?:trong )?(?:thời gian|giai đoạn|thời kỳ) tới|(?:trong )?những năm tới|(?:vào )?(?:thời điểm|thời gian) (?:thích|phù) hợp|(?:trong )?tương lai gần|trước mắt',
  haste: 'khẩn trương|nhanh chóng',
  past: '(?:đã|được|từng) (?:\\p{L}+ ){0,3}?(?:ký|ký kết|ban hành|thông qua|thiết lập|thành lập|tổ chức|đạt|công bố|phê duyệt)|(?<!sẽ |sớm |nhau |đốc )ký|diễn ra|luật biển|sửa đổi|bổ sung',
};
