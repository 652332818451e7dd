import { expect, test } from 'vitest';
import { foldWord } from '../words/fold.ts';
import { chineseSkeletons, latinForChinese, latinForPersian, persianSkeleton } from './skeleton.ts';

test.each([
  ['Paddington', 'پدینگتون'],
  ['Merkel', 'مرکل'],
  ['Nguyen', 'نگوین'],
  ['Voskar', 'وسکار'],
  ['Thuong', 'تونگ'],
])('%s is written %s in Persian', (latin, persian) => {
  expect(latinForPersian(latin)).toContain(persianSkeleton(foldWord(persian)));
});

test.each([
  ['Merkel', '默克尔'],
  ['Mandela', '曼德拉'],
  ['Clinton', '克林顿'],
  ['Trump', '特朗普'],
  ['Voskar', '沃斯卡尔'],
])('%s is written %s in Chinese', (latin, chinese) => {
  expect(chineseSkeletons(`在${chinese}，`).some((run) => latinForChinese(latin).includes(run))).toBe(true);
});

test('a Persian word with other consonants is another name', () => {
  expect(latinForPersian('Voskar')).not.toContain(persianSkeleton('لندن'));
});
