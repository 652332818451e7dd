import { expect, test } from 'vitest';
import { parseText } from '../../documents/index.ts';
import { documentDate, yearOfTitle } from './document-date.ts';

const dates = (text: string) => {
  const document = parseText(text, { name: 'text.txt' });
  return [documentDate(document), yearOfTitle(document)];
};

test('the title of a Vietnamese plan gives its year to times without one, what its text promises does not', () => {
  expect(dates('KẾ HOẠCH\nPhát triển bến phà năm 2027\n\nCác sở tổ chức thực hiện trước ngày 30/6.')).toEqual([
    null,
    '2027-01-01',
  ]);
  expect(dates('TUYÊN BỐ CHUNG\n\nHai bên nhất trí mở tuyến phà Nà Khê trước năm 2027; cấp 20 suất học bổng.')).toEqual(
    [null, null],
  );
});
