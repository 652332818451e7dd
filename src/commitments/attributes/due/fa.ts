import { lasting } from './calendar.ts';
import { type DueGrammar, date, endOf, half, month, quarter, relativeYear, span, year } from './grammar.ts';

const Y = '(1[34]\\d{2}|20\\d{2})';
// The text is folded: آ stands in it as ا.
const GREGORIAN = 'ژانویه فوریه مارس اوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(' ');
const SOLAR = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر ابان اذر دی بهمن اسفند'.split(' ');
const MONTH = `(${[...GREGORIAN, ...SOLAR].join('|')})`.replaceAll('ي', 'ی').replaceAll('ك', 'ک');
const NUMBERS: Record<string, number> = { یک: 1, دو: 2, سه: 3, چهار: 4, پنج: 5, شش: 6, ده: 10 };
const QUARTERS = ['اول', 'دوم', 'سوم', 'چهارم'];
const UNITS = { روز: 'days', هفته: 'weeks', ماه: 'months', سال: 'years' } as const;

function monthNumber(name: string | undefined): number {
  const solar = SOLAR.indexOf(name ?? '');
  return (solar >= 0 ? solar : GREGORIAN.indexOf(name ?? '')) + 1;
}

export const fa: DueGrammar = {
  leads: [
    ['(?:حداکثر )?(?:تا|قبل از|پیش از)(?= پایان| اخر)', 'by'],
    ['حداکثر تا|تا', 'by'],
    ['قبل از|پیش از', 'before'],
    ['(?:با شروع )?از', 'from'],
    ['در طول|طی|در|برای', 'within'],
  ],
  tails: [['به بعد', 'from']],
  dateNeeds: 'سال|ماه|هفته|روز',
  undatedNeeds: 'زودی|سر[يی]ع|زودتر|اسرع وقت|[آا][يی]نده|مناسب|فور[يی]|بلافاصله|سرعت',
  bare: false,
  dates: [
    { pattern: `(\\d{1,2}) ${MONTH}(?:[ \u200c]?ماه)?(?: سال)? ${Y}`, read: ([d, m, y]) => date(y, monthNumber(m), d) },
    { pattern: `(?:دوره |سال.{0,3} )${Y} ?(?:-|تا) ?(?:سال )?${Y}`, read: ([a, b]) => span(a, b) },
    {
      pattern: `سه ?‌?ماهه? (اول|دوم|سوم|چهارم) (?:سال )?${Y}`,
      read: ([q, y]) => quarter(y, QUARTERS.indexOf(q ?? '') + 1),
    },
    { pattern: `(?:نیمه اول|نیمه نخست|شش ماهه اول) (?:سال )?${Y}`, read: ([y]) => half(y, 1) },
    { pattern: `(?:نیمه دوم|شش ماهه دوم) (?:سال )?${Y}`, read: ([y]) => half(y, 2) },
    { pattern: `(?:پایان|اخر) (?:سال )?${Y}`, read: ([y]) => endOf(y) },
    { pattern: `${MONTH}(?:[ \u200c]?ماه)?(?: سال)? ${Y}`, read: ([m, y]) => month(y, monthNumber(m)) },
    { pattern: `سال ${Y}`, read: ([y]) => year(y) },
    { pattern: '(?:پایان )?سال جاری', read: (_, today) => relativeYear(today, 0) },
    { pattern: 'سال اینده', read: (_, today) => relativeYear(today, 1) },
    {
      pattern: '(\\d{1,3}|یک|دو|سه|چهار|پنج|شش|ده) (روز|هفته|ماه|سال) اینده',
      read: ([count, unit], today) =>
        lasting(today, NUMBERS[count ?? ''] ?? Number(count), UNITS[unit as keyof typeof UNITS]),
    },
  ],
  undated:
    'به ?\u200c?زودی|هر ?\u200c?چه (?:سریع ?\u200c?تر|زودتر)|در اسرع وقت|(?:در )?اینده نزدیک|(?:در )?(?:زمان|وقت) مناسب|(?:در )?(?:دوره|مرحله|سال ?\u200c?های) اینده',
  haste: 'سریعا|فوری|بلافاصله|به سرعت',
  past: 'امضا|تصویب|منعقد|برگزار|تشکیل|حقوق دریاها',
};
