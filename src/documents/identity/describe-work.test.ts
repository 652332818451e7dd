import { expect, test } from 'vitest';
import { parseText } from '../parse-text.ts';
import { describeWork } from './describe-work.ts';
import { datesIn } from './work-date.ts';

const describeText = (text: string) =>
  describeWork(parseText(text, { name: 'file.txt', format: 'txt', encoding: 'utf-8', sha256: '0'.repeat(64) }));

test('a joint statement is named by its title lines and dated by its dateline', () => {
  const text =
    'JOINT STATEMENT\nbetween Ilmara and Tavoria on the Norrin railway\n\nOstra, 12 March 2026\n\n1. The two sides agreed to open the line.';
  expect(describeText(text)).toMatchObject({
    type: 'joint-statement',
    title: 'JOINT STATEMENT between Ilmara and Tavoria on the Norrin railway',
    date: '2026-03-12',
  });
});

test('an office letter is known by its number and named by its subject', () => {
  const text =
    'TỈNH BELUN\n\nSố 214/CV-TU\n\nV/v triển khai Tuyên bố chung\nIlmara - Tavoria\n\nBelun, ngày 02 tháng 4 năm 2026\n\n1. Giao Sở Công Thương chủ trì mở hội chợ.';
  expect(describeText(text)).toMatchObject({
    type: 'directive',
    title: 'Triển khai Tuyên bố chung Ilmara - Tavoria',
    date: '2026-04-02',
  });
});

test('an interview that speaks of a statement is an interview', () => {
  const text =
    'Cửa khẩu Norrin mở lại sau mười năm đóng cửa\n20/08/2024 16:34\nBộ trưởng trả lời phỏng vấn về Tuyên bố chung.\n\nMột là, hai bên sẽ mở cửa khẩu.';
  expect(describeText(text)).toMatchObject({
    type: 'interview',
    date: '2024-08-20',
    title: 'Cửa khẩu Norrin mở lại sau mười năm đóng cửa',
  });
});

test('a statement that its opening only mentions is named by the mention', () => {
  const text =
    'During the visit the two sides issued a Joint Statement on the northern border. The full text follows:\n\n1. On 4-5 May 2025 the ministers met in Ostra and agreed to open two gates.';
  expect(describeText(text)).toMatchObject({
    type: 'joint-statement',
    title: 'Joint Statement on the northern border',
    date: '2025-05-05',
  });
});

test('what says nothing of itself is named by its file', () => {
  expect(describeText('nothing here.')).toEqual({ title: 'file', type: 'other', date: null, parties: [] });
});

test('the states named most are the parties', () => {
  const text =
    'JOINT STATEMENT\nbetween Japan and India\n\n1. Japan and India agreed to open a line. India will host the talks; Japan thanked India.';
  expect(describeText(text).parties).toEqual(['IN', 'JP']);
});

test.each([
  ['Ngày 11 tháng 02 năm 2026', '2026-02-11'],
  ['ngày 12-13/12/2023', '2023-12-13'],
  ['12 – 13 December 2023', '2023-12-13'],
  ['December 12-13, 2023', '2023-12-13'],
  ['2024年8月14日', '2024-08-14'],
  ['二〇二四年十二月二十一日', '2024-12-21'],
  ['۱۴ اوت ۲۰۲۴', '2024-08-14'],
  ['2024-08-14', '2024-08-14'],
])('%s is %s', (text, date) => {
  expect(datesIn(text)).toEqual([date]);
});

test('no calendar has a thirtieth of February', () => {
  expect(datesIn('30 February 2024')).toEqual([]);
});
