import { expect, test } from 'vitest';
import { chineseNumbers, digitNumbers } from './numbers.ts';

const keys = (marks: ReadonlyArray<{ keys: readonly string[] }>) => marks.map((mark) => mark.keys[0]);

test('eleven billion is one number in every language', () => {
  expect(keys(digitNumbers('$11 billion', 'en'))).toEqual(['n:11000000000']);
  expect(keys(digitNumbers('11 tỷ USD', 'vi'))).toEqual(['n:11000000000']);
  expect(keys(digitNumbers('110亿美元', 'zh'))).toEqual(['n:11000000000']);
  expect(keys(digitNumbers('۱۱ میلیارد دلار', 'fa'))).toEqual(['n:11000000000']);
});

test('thousands and decimals are told apart in either habit', () => {
  expect(keys(digitNumbers('30,000 and 2.5', 'en'))).toEqual(['n:30000', 'n:2.5']);
  expect(keys(digitNumbers('30.000 và 2,5', 'vi'))).toEqual(['n:30000', 'n:2.5']);
});

test('months are months', () => {
  expect(keys(digitNumbers('ngày 12 tháng 9 năm 2031', 'vi'))).toEqual(['n:12', 'm:9', 'n:2031']);
  expect(keys(digitNumbers('2031年9月', 'zh'))).toEqual(['n:2031', 'm:9']);
});

test('Chinese characters count', () => {
  expect(keys(chineseNumbers('二十五个，二〇二三年，三月，一千二百'))).toEqual(['n:25', 'n:2023', 'm:3', 'n:1200']);
});
