import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../kernel/index.ts';
import { align, alignChecked, type Passage, sentencePassages } from './index.ts';

const VIETNAMESE = [
  'Hai bên nhất trí thành lập nhóm công tác về thương mại trước ngày 30 tháng 6 năm 2031.',
  'Phía Ilmara sẽ cấp 120 suất học bổng cho sinh viên Tavoria.',
  'Hai bên khai trương cửa khẩu Deren - Voskar vào quý II.',
  'Bộ Quốc phòng hai nước duy trì đường dây nóng.',
  'Hai bên trao đổi số liệu thủy văn trong mùa lũ.',
];
const CHINESE = [
  '双方同意2031年6月30日前成立贸易工作组。',
  '伊尔马拉方将向塔沃里亚学生提供120个奖学金名额。',
  '双方第二季度开通德伦—沃斯卡尔口岸。',
  '两国国防部保持热线畅通。',
  '双方在汛期交换水文数据。',
];
const PERSIAN = [
  'دو طرف توافق کردند کارگروه تجارت را تا ۳۰ ژوئن ۲۰۳۱ تشکیل دهند.',
  'طرف ایلمارا ۱۲۰ بورسیه به دانشجویان تاووریا اعطا خواهد کرد.',
  'دو طرف گذرگاه مرزی درن - وسکار را در سه‌ماهه دوم افتتاح می‌کنند.',
  'وزارتخانه‌های دفاع دو کشور خط تماس مستقیم را حفظ می‌کنند.',
  'دو طرف داده‌های هیدرولوژیکی را در فصل سیلاب مبادله می‌کنند.',
];
const ENGLISH = [
  'The two sides agreed to establish a working group on trade by 30 June 2031.',
  'The Ilmaran side will grant 120 scholarships to students from Tavoria.',
  'The two sides will open the Deren - Voskar border gate in the second quarter.',
  'The Ministries of Defence of the two countries maintain a hotline.',
  'The two sides exchange hydrological data in the flood season.',
];
const VERSIONS: ReadonlyArray<readonly [Language, readonly string[]]> = [
  ['vi', VIETNAMESE],
  ['zh', CHINESE],
  ['fa', PERSIAN],
  ['en', ENGLISH],
];

function passages(language: Language, texts: readonly string[]): Passage[] {
  return texts.map((text) => ({ text, language }));
}

function shapes(a: readonly Passage[], b: readonly Passage[]): string[] {
  return align(a, b).map((bead) => `${bead.a.join('+')}=${bead.b.join('+')}`);
}

describe('every two of the four languages', () => {
  for (const [one, textsA] of VERSIONS) {
    for (const [other, textsB] of VERSIONS) {
      if (one === other) continue;
      test(`five sentences of ${one} find theirs in ${other}`, () => {
        expect(shapes(passages(one, textsA), passages(other, textsB))).toEqual(['0=0', '1=1', '2=2', '3=3', '4=4']);
      });
    }
  }
});

test('two sentences joined on one line are one bead with their two', () => {
  const joined = [CHINESE[0], `${CHINESE[1]}${CHINESE[2]}`, CHINESE[3], CHINESE[4]] as string[];
  expect(shapes(passages('vi', VIETNAMESE), passages('zh', joined))).toEqual(['0=0', '1+2=1', '3=2', '4=3']);
});

test('a sentence that the other side leaves out stands alone', () => {
  const shorter = ENGLISH.filter((_, index) => index !== 2);
  expect(shapes(passages('fa', PERSIAN), passages('en', shorter))).toEqual(['0=0', '1=1', '2=', '3=2', '4=3']);
});

test('a line left untranslated is bound to itself and says so', () => {
  const mixed = [ENGLISH[0], VIETNAMESE[1], ...ENGLISH.slice(2)] as string[];
  const bead = align(passages('vi', VIETNAMESE), passages('en', mixed))[1];
  expect(bead).toMatchObject({ a: [1], b: [1], why: [{ sign: 'identical' }] });
});

test('a bead tells the words it rests on', () => {
  const why = align(passages('en', ENGLISH), passages('zh', CHINESE))[1]?.why ?? [];
  expect(why).toContainEqual({ sign: 'number', a: '120', b: '120' });
  expect(why.some(({ sign }) => sign === 'name' || sign === 'term')).toBe(true);
});

test('sections that changed places are found where they stand', () => {
  const swapped = [...ENGLISH.slice(3), ...ENGLISH.slice(0, 3)];
  const { value, messages } = alignChecked(passages('vi', VIETNAMESE), passages('en', swapped));
  const pairs = value.filter(({ a, b }) => a.length === 1 && b.length === 1).map(({ a, b }) => [a[0], b[0]]);
  expect(pairs.every(([a, b]) => swapped[b as number] === ENGLISH[a as number])).toBe(true);
  expect(pairs.length).toBeGreaterThanOrEqual(3);
  if (pairs.length > 3) expect(messages.map(({ id }) => id)).toContain('alignment.moved');
});

test('files that do not belong together are said to be unrelated, one file twice the same', () => {
  const other = ['The cat slept all afternoon.', 'Nobody had watered the roses.', 'A kite hung in the oak.'];
  const ids = (a: Passage[], b: Passage[]) => alignChecked(a, b).messages.map(({ id }) => id);
  expect(ids(passages('zh', CHINESE), passages('en', other))).toContain('alignment.unrelated');
  expect(ids(passages('zh', CHINESE), passages('zh', CHINESE))).toContain('alignment.same');
  expect(ids(passages('zh', CHINESE), passages('en', ENGLISH))).toEqual([]);
});

test('a version of less than half the length is said to be a part', () => {
  const part = passages('en', ENGLISH.slice(0, 2));
  expect(alignChecked(passages('vi', VIETNAMESE), part).messages).toContainEqual(
    expect.objectContaining({ id: 'alignment.part' }),
  );
});

test('words that name a property of every object are words', () => {
  const a = passages('en', ['valueOf constructor']);
  expect(shapes(a, passages('vi', ['toString __proto__']))).not.toEqual([]);
});

test('an empty side leaves every line of the other alone', () => {
  expect(shapes([], passages('en', ENGLISH.slice(0, 2)))).toEqual(['=0', '=1']);
  expect(shapes([], [])).toEqual([]);
});

test('whatever the lines, each stands in exactly one bead, and twice gives the same', () => {
  const line = fc.oneof(fc.constantFrom(...VIETNAMESE, ...CHINESE, ...PERSIAN, ...ENGLISH, ''), fc.string());
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (one, other) => {
      const [a, b] = [sentencePassages(one), sentencePassages(other)];
      const beads = align(a, b);
      const lines = (side: 'a' | 'b') => beads.flatMap((bead) => bead[side]).sort((x, y) => x - y);
      expect(lines('a')).toEqual(one.map((_, index) => index));
      expect(lines('b')).toEqual(other.map((_, index) => index));
      expect(align(a, b)).toEqual(beads);
    }),
    { numRuns: 60 },
  );
});
