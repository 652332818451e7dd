import { expect, test } from 'vitest';
import { parseText } from '../parse-text.ts';
import { findOddities } from './find-oddities.ts';
import type { OddUnit } from './model.ts';

const find = (text: string, quotes: readonly string[] = []) => {
  const units = quotes.map((quote): OddUnit => {
    const start = text.indexOf(quote);
    return { span: { start, end: start + quote.length }, actors: [] };
  });
  return findOddities(parseText(text, { name: 'file.txt' }), units);
};
const rules = (text: string) => find(text).map(({ rule }) => rule);

test('every place quotes the text word for word', () => {
  const text = 'JOINT STATEMENT\n\n1. The sides met on 31 April 2025 (in Senmar.\n\n3. They will “meet again.';
  const found = find(text);
  expect(found.length).toBeGreaterThan(2);
  for (const { places } of found)
    for (const { span, quote } of places) expect(text.slice(span.start, span.end)).toBe(quote);
});

test.each([
  [
    'Chiều cùng ngày đã tổ chức Hội nghị lần thứ 7 Ủy ban Hỗn hợp biên giới.\n\nHội nghị lần thứ 7 Ủy ban Hỗn hợp biên giới sẽ do tỉnh Sarko đăng cai năm 2027.',
    'vi',
  ],
  [
    'The 7th session of the Joint Border Commission was held in Senmar.\n\nThe 7th session of the Joint Border Commission will be held in Velgar in 2027.',
    'en',
  ],
  ['边境联合委员会第七次会议举行了。\n\n边境联合委员会第七次会议将于2027年在塔尔举行。', 'zh'],
])('one ordinal for a session held and one to come is odd (%#)', (text) => {
  expect(rules(text)).toContain('same-ordinal');
});

test('the next ordinal for the next session is not odd', () => {
  const text =
    'The 7th session of the Joint Border Commission was held in Senmar.\n\nThe 8th session of the Joint Border Commission will be held in Velgar in 2027.';
  expect(rules(text)).toEqual([]);
});

test('an invitation that stands twice is told once, with both places', () => {
  const one = 'Norrin mời cán bộ chính quyền tỉnh Sarko sang Norrin tham gia các chương trình đào tạo về hải quan';
  const again = 'mời các cán bộ chính quyền tỉnh Sarko sang Norrin tham gia các chương trình đào tạo về hải quan';
  const found = find(`1. Từ năm 2026, ${one}; trao đổi sinh viên; ${again}.`, [one, again]);
  expect(found).toMatchObject([{ rule: 'said-twice', places: [{ quote: one }, { quote: again }] }]);
});

test.each([
  ['1. One.\n\n2. Two.\n\n4. Four.', 'numbering-jumps'],
  ['1. One.\n\n2. Two.\n\n2. Again.\n\n3. Three.', 'numbering-repeats'],
  ['1. The sides met on 30 February 2024.', 'no-such-date'],
  ['1. Hai bên gặp nhau ngày 31 tháng 4 năm 2025.', 'no-such-date'],
  ['1. The sides will “open the line in May.', 'quotation-open'],
  ['1. Hai bên mở lối thông quan (gồm Selmi - Norbak.', 'bracket-open'],
])('%s is odd', (text, rule) => {
  expect(rules(text)).toEqual([rule]);
});

test.each([
  ['1. The sides met on 12/13/2024.'],
  ['1. One: a) open gates, b) cut fees.\n\n2. Two (both of them).'],
  ['1. “We will open the line.\n\n“We will keep it open.”'],
  ['1. One.\n\n(1) First.\n\n(2) Second.\n\n2. Two.\n\n(1) First.'],
  ['1. الف (ب) «پ».'],
])('%s is not odd', (text) => {
  expect(rules(text)).toEqual([]);
});

test('letters composed otherwise than the rest of the text are named by their words', () => {
  const text = `1. ${'Hai bên nhất trí mở cửa khẩu biên giới. '.repeat(6)}Lối mở Lu\u0303ng La\u0300n.`;
  expect(find(text)).toMatchObject([
    { rule: 'letters-composed-two-ways', places: [{ quote: 'Lu\u0303ng' }, { quote: 'La\u0300n' }] },
  ]);
  expect(rules(text.normalize('NFD'))).toEqual([]);
});

test('a standing duty to report without anyone or any period is odd in a directive', () => {
  const head = 'TỈNH ỦY BELUN\n\nSố 12-CV/TU\n\n1. Giao Sở Giao thông mở đường.\n\n';
  expect(rules(`${head}Định kỳ báo cáo Thường trực Tỉnh ủy kết quả thực hiện.`)).toEqual([
    'duty-without-subject',
    'duty-without-period',
  ]);
  expect(rules(`${head}2. Sở Đối ngoại định kỳ báo cáo Tỉnh ủy hằng quý.`)).toEqual([]);
});

test('field codes and mark-up left in the words are gathered in one entry', () => {
  expect(find('1. Hai bên mở ~~3~~ cửa khẩu.\n\n PAGE \n10')).toMatchObject([
    { rule: 'debris', details: { count: 2 } },
  ]);
});
