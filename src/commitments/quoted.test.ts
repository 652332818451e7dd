import { expect, test } from 'vitest';
import { withoutQuotes } from './quoted.ts';

function inside(text: string): string {
  const { start, end } = withoutQuotes(text, { start: 0, end: text.length });
  return text.slice(start, end);
}

test('a sentence quoted as a whole, or a part of a longer quotation, is read without the marks', () => {
  expect(inside('“We will meet again.”')).toBe('We will meet again.');
  expect(inside('“双方将继续合作。')).toBe('双方将继续合作。');
  expect(inside('Phía Mê Đà sẵn sàng hợp tác.”')).toBe('Phía Mê Đà sẵn sàng hợp tác.');
});

test('marks about a name inside the sentence stay', () => {
  const named = ['“Green Corridor” will be opened.', 'They adopted the “Road to 2030”', '「藍圖」將於明年公布。'];
  for (const text of named) expect(inside(text)).toBe(text);
});
