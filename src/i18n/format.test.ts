import { expect, test } from 'vitest';
import {
  actorName,
  formatBytes,
  formatDate,
  formatInterval,
  formatList,
  formatNumber,
  languageName,
  learnBodyNames,
} from './index.ts';

test('a date is written as the officials of each language write it', () => {
  expect(formatDate('vi', '2026-04-18')).toBe('18/04/2026');
  expect(formatDate('en', '2026-04-18')).toBe('18 Apr 2026');
  expect(formatDate('zh', '2026-04-18')).toBe('2026年4月18日');
});

test('an interval says which end is open', () => {
  expect(formatInterval('en', '2026-01-01', '2026-12-31')).toBe('1 Jan 2026 – 31 Dec 2026');
  expect(formatInterval('vi', null, '2026-06-30')).toBe('đến 30/06/2026');
  expect(formatInterval('zh', '2026-01-01', null)).toBe('自2026年1月1日起');
  expect(formatInterval('en', null, null)).toBe('');
});

test('numbers and sizes follow the language', () => {
  expect([formatNumber('vi', 12345), formatNumber('en', 12345)]).toEqual(['12.345', '12,345']);
  expect([formatBytes('vi', 1_250_000), formatBytes('en', 900)]).toEqual(['1,3 MB', '1 kB']);
});

test('names: languages, countries, sides, units with and without a register', () => {
  expect(languageName('vi', 'fa')).toBe('Tiếng Ba Tư');
  expect(languageName('zh', 'und')).toBe('未确定');
  expect(['VN', 'both', 'quang-ninh', 'no-such-unit', 'Bộ Công Thương'].map((id) => actorName('vi', id))).toEqual([
    'Việt Nam',
    'Hai bên',
    'Quảng Ninh',
    'No Such Unit',
    'Bộ Công Thương',
  ]);
  expect(actorName('zh', 'guangxi')).toMatch(/^广西/);
  learnBodyNames([{ id: 'roads-department', language: 'vi', words: 'Cục Đường bộ' }]);
  expect((['vi', 'en'] as const).map((locale) => actorName(locale, 'roads-department'))).toEqual([
    'Cục Đường bộ',
    'Roads Department',
  ]);
  learnBodyNames([]);
  expect(actorName('vi', 'ministry-of-roads')).toBe('Ministry of Roads');
  expect(formatList('zh', ['甲', '乙'])).toBe('甲、乙');
});
