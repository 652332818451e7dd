import { chineseDigits } from '../../../kernel/index.ts';
import { type Interval, lasting } from './calendar.ts';
import { type DueGrammar, date, endOf, half, month, part, quarter, relativeYear, span, year } from './grammar.ts';

const Y = '(\\d{4}|[二一][〇零○一二三四五六七八九]{3})';
const COUNT: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  半: 0.5,
};

/** A year in Chinese numerals (`二〇二六`) in digits. */
function digits(text: string | undefined): string {
  return chineseDigits(text ?? '');
}

/** From one month to another. */
const TO = '(?:-|至|到|—|－|–|～|~){1,2}';

function between(first: Interval | null, last: Interval | null): Interval | null {
  return first?.from && last?.to && first.from <= last.to ? { from: first.from, to: last.to } : null;
}

const THIS_OR_NEXT = '(今年|本年|明年)';

function yearOf(which: string | undefined, today: string): string {
  return String(Number(today.slice(0, 4)) + (which === '明年' ? 1 : 0));
}

export const zh: DueGrammar = {
  leads: [
    ['(?:争取|力争)?(?:在|于|将于|拟于)?不晚于|最迟(?:在|于)?|(?:截至|截止到?)', 'by'],
    ['自|从', 'from'],
    ['(?:到|至|截至)', 'by'],
    ['(?:争取|力争)?(?:在|于)', 'within'],
  ],
  tails: [
    ['(?:底|末|年底|年末)?(?:以)?前|之前', 'by'],
    ['(?:开始|起|以后|之后|后)', 'from'],
    ['(?:期间|内|之内|以内|度)', 'within'],
  ],
  dateNeeds: '[年月]|十[四五]五',
  undatedNeeds: '条件|时机|尽早|尽快|早日|时[候间机]|适时|近期|将来|阶段|时期|迅速|立即|抓紧|加紧',
  bare: true,
  dates: [
    { pattern: `${Y}年(\\d{1,2})月(\\d{1,2})日`, read: ([y, m, d]) => date(digits(y), Number(m), d) },
    {
      pattern: `${Y}年(\\d{1,2})月(?:份|初)?${TO}(?:${Y}年)?(\\d{1,2})月(?:底|末|份)?`,
      read: ([y, m, last, n]) => between(month(digits(y), Number(m)), month(digits(last ?? y), Number(n))),
    },
    { pattern: `${Y}年?(?:-|至|到|和|—|－|–)${Y}年`, read: ([a, b]) => span(digits(a), digits(b)) },
    { pattern: `${Y}年上半年`, read: ([y]) => half(digits(y), 1) },
    { pattern: `${Y}年下半年`, read: ([y]) => half(digits(y), 2) },
    { pattern: `${Y}年第?([一二三四1-4])季度`, read: ([y, q]) => quarter(digits(y), COUNT[q ?? ''] ?? Number(q)) },
    { pattern: `${Y}年初`, read: ([y]) => part(digits(y), 'early') },
    { pattern: `${Y}年(?:年)?(?:底|末)(?=以?前|之前)`, read: ([y]) => endOf(digits(y)) },
    { pattern: `${Y}年(?:年)?(?:底|末)`, read: ([y]) => part(digits(y), 'late') },
    { pattern: `${Y}年(\\d{1,2})月`, read: ([y, m]) => month(digits(y), Number(m)) },
    { pattern: `${Y}年`, read: ([y]) => year(digits(y)) },
    {
      pattern: '(?<![\\d年])(\\d{1,2})月(\\d{1,2})日(?=以?前|之前|起)',
      read: ([m, d], today) => (today === null ? null : date(today.slice(0, 4), Number(m), d)),
    },
    {
      pattern: `(?<![\\d年])(\\d{1,2})月(?:份|初)?${TO}(\\d{1,2})月(?:底|末|份)?(?!\\d)`,
      read: ([m, n], today) =>
        today === null ? null : between(month(today.slice(0, 4), Number(m)), month(today.slice(0, 4), Number(n))),
    },
    {
      pattern: '(?<![\\d年])\\d{1,2}月(?:底|末)?(?:和|、|及)(\\d{1,2})月(?:底|末)',
      read: ([m], today) => {
        const last = today === null ? null : month(today.slice(0, 4), Number(m));
        return last && { from: null, to: last.to };
      },
    },
    {
      pattern: `${THIS_OR_NEXT}(\\d{1,2})月(\\d{1,2})日`,
      read: ([which, m, d], today) => (today === null ? null : date(yearOf(which, today), Number(m), d)),
    },
    {
      pattern: `${THIS_OR_NEXT}(\\d{1,2})月(?:底|末)?|(?<![\\d年])(\\d{1,2})月(?:底|末)(?=以?前|之前)`,
      read: ([which, one, two], today) => (today === null ? null : month(yearOf(which, today), Number(one ?? two))),
    },
    {
      pattern: `${THIS_OR_NEXT}第?([一二三四1-4])季度`,
      read: ([which, q], today) => (today === null ? null : quarter(yearOf(which, today), COUNT[q ?? ''] ?? Number(q))),
    },
    {
      pattern: `${THIS_OR_NEXT}(上|下)半年`,
      read: ([which, part], today) => (today === null ? null : half(yearOf(which, today), part === '上' ? 1 : 2)),
    },
    { pattern: '["“]?十四五["”]?(?=期间|时期)', read: () => span('2021', '2025') },
    { pattern: '["“]?十五五["”]?(?=期间|时期)', read: () => span('2026', '2030') },
    { pattern: '(?:今年|本年度?|(?<!每)年)(?=内|底前|底之前)(?:底)?|今年', read: (_, today) => relativeYear(today, 0) },
    { pattern: '明年', read: (_, today) => relativeYear(today, 1) },
    {
      pattern: '(?:未来|今后|接下来)?([一二两三四五六七八九十]|\\d{1,2})(年|个月)(?=内|之内)',
      read: ([count, unit], today) =>
        lasting(today, COUNT[count ?? ''] ?? Number(count), unit === '年' ? 'years' : 'months'),
    },
    {
      pattern: '(?:未来|今后)([一二两三四五六七八九十]|\\d{1,2})(年|个月)',
      read: ([count, unit], today) =>
        lasting(today, COUNT[count ?? ''] ?? Number(count), unit === '年' ? 'years' : 'months'),
    },
  ],
  undated:
    '(?:待|在)?(?:条件|时机)(?:成熟|具备|允许)(?:时|后)|尽早|尽快|早日|(?:在)?(?:双方)?(?:方便|适当|合适)的?时[候间机]|适时|近期|(?:在)?不久的?将来|下一?阶段|今后一段时期|未来一段时期',
  haste: '迅速|立即|抓紧|加紧',
  past: '签署|签订|发表|通过|建立|达成|举行|成立|公布|海洋法公约',
};
