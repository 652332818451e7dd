import { expect, test } from 'vitest';
import { parseText } from '../../../documents/index.ts';
import { readCommitments } from '../../read-commitments.ts';
import { syllablesOfJoined } from './run-together.ts';

const JOINED = `Tuyên bố chung Lạc Vân - Mê Đà

Hai nước là láng giềng lâu đời.

1. Hainhà lãnh đạo nhấttrí mở đường bay tới MêĐà. Để tăngcường hợp tác, haibên sẽ thành lập Ủy ban hỗn hợp.

2. Giao Sở TàiChính bố trí kinh phí.
`;

test('words that run together are read one by one, and quoted as they stand', () => {
  const { candidates } = readCommitments(parseText(JOINED, { name: 'text.txt' }));
  expect(candidates.map(({ quote, actors }) => [quote, ...actors])).toEqual([
    ['mở đường bay tới MêĐà', 'both'],
    ['thành lập Ủy ban hỗn hợp', 'both'],
    ['bố trí kinh phí', 'finance-department'],
  ]);
  for (const { span, quote } of candidates) expect(JOINED.slice(span.start, span.end)).toBe(quote);
});

test('foreign names and words in capitals are not parted', () => {
  const text = 'Công ty VinaLíne và Tập đoàn Xơnghếch hợp tác với TỔNGCỤC và Ngân hàng VietinBank tại Viêngchăn.';
  expect(syllablesOfJoined(text)).toBeNull();
  const states = 'Indonesia sẽ mở trường, Malaysia sẽ mở cảng, Singapore và Australia sẽ mở đường bay tới Suriname.';
  expect(syllablesOfJoined(states)).toBeNull();
  expect(
    syllablesOfJoined('Hai bên nhất trí tăng cường hợp tác về giao thông đường bộ, nghiên cứu khả thi.'),
  ).toBeNull();
});
