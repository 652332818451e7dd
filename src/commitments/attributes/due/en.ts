import { type Interval, lasting } from './calendar.ts';
import {
  comingMonth,
  type DueGrammar,
  date,
  endOf,
  half,
  month,
  part,
  quarter,
  relativeYear,
  span,
  year,
} from './grammar.ts';

const Y = '((?:19|20)\\d{2})';
const NAMES = 'january february march april may june july august september october november december'.split(' ');
const MONTH = `(${NAMES.map((name) => `${name.slice(0, 3)}${name.length > 3 ? `(?:${name.slice(3)}|\\.)?` : ''}`).join('|')})`;
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const QUARTERS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: 4, final: 4 };

function monthNumber(name: string | undefined): number {
  return NAMES.findIndex((full) => full.startsWith((name ?? '?').slice(0, 3))) + 1;
}

function countOf(word: string | undefined): number {
  const named = NUMBERS.indexOf(word ?? '');
  return named > 0 ? named : Number(word);
}

/** A time that runs from an event of its own has no date until that event has one. */
const ANCHOR =
  ' (?:of|after|from|following) (?:the |its |their |this )?(?:date|day|entry|signing|signature|adoption|receipt|approval|conclusion|completion|ratification|exchange|notification)';

function partOfYear(today: string | null, which = '', part = '', whose = ''): Interval | null {
  const { to } = relativeYear(today, whose === 'next' ? 1 : 0);
  const number = QUARTERS[which] ?? 0;
  if (to === null) return { from: null, to: null };
  return part === 'half' ? half(to.slice(0, 4), number > 1 ? 2 : 1) : quarter(to.slice(0, 4), number);
}

export const en: DueGrammar = {
  leads: [
    ['(?:by|before|until|till|towards?|no later than|not later than)(?= (?:the )?end[ -])', 'by'],
    ['no later than|not later than|at the latest by|by|until|till|up to', 'by'],
    ['before|prior to|ahead of', 'before'],
    [
      '(?:starting|beginning|commencing)(?: from| in| on| with)?|as (?:of|from)|with effect from|effective(?: from)?|from',
      'from',
    ],
    ['later|early|late', 'within'],
    ['between|during|within|throughout|over|in|on|at|for|since', 'within'],
  ],
  tails: [
    ['onwards?', 'from'],
    ['at the latest', 'by'],
  ],
  dateNeeds: `year|month|week|day|quarter|half|${NAMES.join('|')}`,
  undatedNeeds:
    'soon|early|earliest|future|in the coming|in the next|in the upcoming|period ahead|at an? |delay|within|promptly|expeditiously|swiftly|speedily|urgently|immediately|quickly',
  bare: false,
  named: {
    before:
      /\b(?:plan|program(?:me)?|strateg(?:y|ie)|roadmap|agenda|framework|budget|arrangement|partnership|quota|schedule|calendar|prioritie|vision)s? for (?:the )?(?:period |years? )?$/u,
    farther: {
      needs: 'anniversar',
      ahead:
        /\b(?:towards?|approaching|ahead of|in view of|in the run-up to) (?:the )?[^,;.]{0,40}anniversar(?:y|ies) of [^,;.]{0,200}$/u,
    },
  },
  alone: /^(?:next|this) (?:calendar )?year(?!['’])(?!\p{L})/u,
  dates: [
    {
      pattern: `(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${Y}`,
      read: ([d, m, y]) => date(y, monthNumber(m), d),
    },
    { pattern: `${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? ${Y}`, read: ([m, d, y]) => date(y, monthNumber(m), d) },
    { pattern: `${Y}-(\\d{2})-(\\d{2})`, read: ([y, m, d]) => date(y, Number(m), d) },
    {
      pattern: `(?:the )?(?:period|years|term)?(?: of| from)? ?${Y} ?(?:-|to|until|and|through) ?${Y}`,
      read: ([a, b]) => span(a, b),
    },
    { pattern: `(?:the )?first (?:half|six months) of (?:the year )?${Y}`, read: ([y]) => half(y, 1) },
    { pattern: `(?:the )?(?:second half|last six months) of (?:the year )?${Y}`, read: ([y]) => half(y, 2) },
    { pattern: `h([12]) (?:of )?${Y}`, read: ([h, y]) => half(y, h === '1' ? 1 : 2) },
    {
      pattern: `(?:the )?(first|second|third|fourth|last|final) quarter of (?:the year )?${Y}`,
      read: ([q, y]) => quarter(y, QUARTERS[q ?? ''] ?? 0),
    },
    { pattern: `q([1-4]) (?:of )?${Y}`, read: ([q, y]) => quarter(y, Number(q)) },
    { pattern: `(?:the )?(?:early|beginning of|start of)[ -]?${Y}`, read: ([y]) => part(y, 'early') },
    { pattern: `(?:mid|the middle of)[ -]?${Y}`, read: ([y]) => part(y, 'middle') },
    { pattern: `late[ -]${Y}`, read: ([y]) => part(y, 'late') },
    { pattern: `(?:the )?(?:year[ -])?end(?: of|-)? ?(?:the year )?${Y}`, read: ([y]) => endOf(y) },
    { pattern: `(?:the end of )${MONTH},? ${Y}`, read: ([m, y]) => month(y, monthNumber(m)) },
    { pattern: `${MONTH},? (?:of )?${Y}`, read: ([m, y]) => month(y, monthNumber(m)) },
    { pattern: `(?:the )?(?:calendar |fiscal |financial )?(?:years? )?${Y}`, read: ([y]) => year(y) },
    {
      pattern:
        '(?:the end of )?(?:this|the current|the present) (?:calendar )?year|(?:the )?(?:end of (?:the )?)(?:calendar )?year',
      read: (_, today) => relativeYear(today, 0),
    },
    {
      pattern: `(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}`,
      read: ([d, m], today) => comingMonth(today, monthNumber(m), d),
    },
    {
      pattern: `(?:this |the coming |next )?${MONTH}(?: (?:of )?this year)?`,
      read: ([m], today) => comingMonth(today, monthNumber(m)),
    },
    { pattern: 'year-end', read: (_, today) => relativeYear(today, 0) },
    {
      pattern: '(?:the )?(first|second|third|fourth|last) (quarter|half) of (next|this|the current|the) year',
      read: ([which, part, whose], today) => partOfYear(today, which, part, whose),
    },
    { pattern: '(?:the )?next (?:calendar )?year', read: (_, today) => relativeYear(today, 1) },
    {
      pattern: `(?:the )?(?:(?:next|coming|following) )?(\\d{1,3}|${NUMBERS.slice(1).join('|')}) (day|week|month|year)s(?! ago| old|${ANCHOR})(?: of)?`,
      read: ([count, unit], today) => lasting(today, countOf(count), `${unit}s` as 'days'),
    },
  ],
  undated:
    `within (?:\\d{1,3}|${NUMBERS.slice(1).join('|')}) (?:day|week|month|year)s?(?=${ANCHOR})|` +
    '(?:as )?soon(?: as (?:possible|practicable))?|as early as (?:possible|practicable)|at an? early (?:date|opportunity)|at the earliest(?: possible| mutually convenient)?(?: date| time| opportunity| convenience)?|(?:in|within) the (?:near|foreseeable|not-too-distant) future|in the (?:coming|next|upcoming) (?:period|phase|years?|months?|weeks|stage)|in the (?:coming|next) few (?:years|months)|in the period ahead|at an? (?:appropriate|mutually convenient|mutually agreed|suitable|convenient)(?: and convenient)? (?:time|date)|without (?:further |undue )?delay|early(?= (?:conclusion|signing|signature|entry into force|ratification|finali[sz]ation|completion|resumption|commencement|operationali[sz]ation|launch|establishment|convening|adoption|start|opening|holding|realization|realisation|implementation)\\b)',
  haste: 'promptly|expeditiously|swiftly|speedily|urgently|immediately|quickly',
  past: '(?<!be |be jointly )(?:signed|adopted|agreed|concluded|established|issued|held|launched|announced|reached|dated|endorsed|convened|made|approved|amended|took place)|convention|law of the sea',
};
