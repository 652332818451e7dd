import type { Clause } from '../clause.ts';
import type { Target } from '../model.ts';

const UNIT =
  '(?:(?:tỷ|triệu|nghìn|billion|million|thousand|trillion|亿|万|میلیارد|میلیون) ?)?(?:%|phần trăm|percent|per cent|USD|US dollars|dollars|đô la Mỹ|đô la|VND|EUR|euros?|yen|美元|人民币|元|دلار|درصد|MW|GW|kWh|megawatts?|tấn|tonnes|tons|吨|تن|km|ki-lô-mét|kilomet|kilometres|kilometers|公里|ha|hectares|hecta|lượt khách|lượt|người|suất học bổng|suất|học bổng|students|scholarships|trainees|places|people|persons|名|人次|人|نفر|دانشجو|m3|Mbps|Gbps|vessels|aircraft|flights|chuyến bay)';
const TARGET = new RegExp(`(?<![\\p{L}\\d.,/])(\\d[\\d.,]*) ?(${UNIT})(?![\\p{L}\\d])|(\\d[\\d.,]*) ?(%)`, 'gu');

/** `10.000` and `10,000` are ten thousand, `6,5` and `6.5` six and a half. */
function numberOf(text: string): number {
  const clean = text.replace(/[.,]$/, '');
  return Number(/[.,]\d{3}(?:[.,]|$)/.test(clean) ? clean.replace(/[.,]/g, '') : clean.replace(',', '.'));
}

/** Numbers with a unit inside the clause (`5 tỷ USD`, `200 scholarships`, `20 %`). */
export function readTargets(clause: Clause): readonly Target[] {
  const text = clause.sentence.text.slice(clause.span.start, clause.span.end);
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(TARGET)].map((match) => {
    const start = clause.span.start + match.index;
    return {
      text: match[0],
      value: numberOf(match[1] ?? match[3] ?? ''),
      unit: (match[2] ?? match[4] ?? '').trim(),
      span: clause.sentence.raw({ start, end: start + match[0].length }),
    };
  });
}
