import { expect, test } from 'vitest';
import en from './data/measures/en.json' with { type: 'json' };
import fa from './data/measures/fa.json' with { type: 'json' };
import vi from './data/measures/vi.json' with { type: 'json' };
import zh from './data/measures/zh.json' with { type: 'json' };
import { quantityOf, readQuantities } from './measures.ts';
import { measuresSchema } from './word-schemas.ts';

const said = (text: string) => readQuantities(text).map(({ value, unit }) => `${value} ${unit}`);

test('every list of measures is of its schema', () => {
  for (const list of [vi, en, zh, fa]) expect(measuresSchema.safeParse(list).error?.issues ?? []).toEqual([]);
});

test.each([
  ['raise trade to 25 billion US dollars and cut fees by 12.5 per cent', ['25 billion US dollars', '12.5 per cent']],
  ['invest US$ 300 million in a 250-MW wind park', ['300 million US$', '250 MW']],
  ['grant 1,500 new government scholarships a year', ['1500 new government scholarships']],
  ['đưa kim ngạch lên 6,5 tỷ USD, đón 2 triệu lượt khách', ['6.5 tỷ USD', '2 triệu lượt khách']],
  ['cấp 1.000 suất học bổng; trồng 40.000 ha rừng', ['1000 suất học bổng', '40000 ha']],
  ['使双边贸易额达到300亿美元以上', ['300 亿美元']],
  ['每年互派５００名留学生，往来达10万人次', ['500 名', '10 万人次']],
  ['open two new lines and plant twenty-five trees', ['2 new lines', '25 trees']],
  ['mở ba tuyến mới, cấp hai mươi suất học bổng', ['3 tuyến', '20 suất học bổng']],
  ['新建三个中心，派遣十二名专家', ['3 个中心', '12 名']],
  ['پذیرش ۵۰۰ دانشجو و افزایش تجارت به ۲٫۵ میلیارد دلار', ['500 دانشجو', '2.5 میلیارد دلار']],
])('numbers with their unit are read in every language: %s', (text, expected) => {
  expect(said(text)).toEqual(expected);
});

test.each([
  'in 2030 and by 15 March 2027',
  'under Article 12 and Annex 3',
  'hold the 9th session',
  'trong giai đoạn 2026-2030',
  '于2027年12月前',
  'within 30 days',
  'Resolution 57-NQ/TW and QL1A',
  'hai bên, hai nước và ba năm tới',
  'the two sides and the three countries',
  '双方第三个会议',
  'دو طرف و سه سال',
])('dates, ordinals and numbers of documents are no quantities: %s', (text) => {
  expect(said(text)).toEqual([]);
});

test('each quantity names the exact words it was read from', () => {
  const text = 'lên ۲۰ درصد và 5 tỷ USD';
  for (const { text: words, start, end } of readQuantities(text)) expect(text.slice(start, end)).toBe(words);
});

test('a quantity is taken as a person types it, with a unit no list knows too', () => {
  expect(quantityOf('5 tỷ USD')).toEqual({ text: '5 tỷ USD', value: 5, unit: 'tỷ USD' });
  expect(quantityOf(' 12 trạm quan trắc ')).toEqual({ text: '12 trạm quan trắc', value: 12, unit: 'trạm quan trắc' });
  expect(quantityOf('many stations')).toBeNull();
});
