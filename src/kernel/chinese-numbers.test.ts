import { expect, test } from 'vitest';
import { chineseDigits, chineseNumber } from './chinese-numbers.ts';

test('years are read place by place, with every sign for zero', () => {
  expect(['二〇二六', '二零二六', '二○二六', '2026'].map(chineseDigits)).toEqual(Array(4).fill('2026'));
});

test('numbers up to 99 have tens and ones', () => {
  expect(['九', '十', '十二', '二十', '二十九'].map(chineseNumber)).toEqual([9, 10, 12, 20, 29]);
});
