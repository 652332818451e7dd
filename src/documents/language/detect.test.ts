import { expect, test } from 'vitest';
import { detectLanguage, parseText } from '../index.ts';

const LINES: [string, string][] = [
  ['Hai bên nhất trí mở chợ biên giới.', 'vi'],
  ['Giao thông', 'vi'],
  ['Hai ben nhat tri tang cuong hop tac giua cac nuoc.', 'vi'],
  ['Hai bên nhất trí'.normalize('NFD'), 'vi'],
  ['The sides met Chairman Trần Văn Khê and Vice Chairman Lê Thị Nà in Nà Khê.', 'en'],
  ['Unbeaten Lume tops league table', 'en'],
  ['双方同意尽快加入CPTPP和RCEP。', 'zh'],
  ['The “一带一路” initiative was discussed by both sides.', 'en'],
  ['دو طرف توافق کردند که با VNA همکاری کنند.', 'fa'],
  ['Les deux parties sont convenues de renforcer la coopération dans le domaine des transports.', 'und'],
  ['VNA', 'und'],
  ['2031 – 2033', 'und'],
];

for (const [line, language] of LINES) {
  test(`“${line.slice(0, 40)}” is ${language}`, () => expect(detectLanguage(line)).toBe(language));
}

test('a line that does not tell takes the language of the document', () => {
  const document = parseText('Hai bên nhất trí hợp tác.\n\nHai bên họp hằng năm.\n\nCPTPP: 2031\n', { name: 'a.txt' });
  expect(document.lines.map((line) => line.language)).toEqual(['vi', 'vi', 'vi']);
  expect(document.language).toBe('vi');
});

test('a paragraph in two languages keeps each sentence in its own', () => {
  const text =
    'Both sides agreed to open the market in 2032. Hai bên nhất trí giao các sở xây dựng kế hoạch chi tiết.\n';
  const { sentences } = parseText(text, { name: 'a.txt' });
  expect(sentences.map((sentence) => sentence.language)).toEqual(['en', 'vi']);
});
