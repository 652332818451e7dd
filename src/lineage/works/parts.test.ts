import { describe, expect, test } from 'vitest';
import { readCommitments } from '../../commitments/index.ts';
import { parseText } from '../../documents/index.ts';
import { readWorks } from './read-works.ts';

const STATEMENT = `TUYÊN BỐ CHUNG giữa Chính phủ Canada và Chính phủ Na Uy

1. Nhận lời mời của Thủ tướng Na Uy, Thủ tướng Canada đã thăm chính thức Na Uy từ ngày 7 đến 9 tháng 6 năm 2024.

2. Hai bên nhất trí mở đường bay thẳng giữa hai thủ đô trong năm 2025.

3. Hai bên nhất trí tăng cường hợp tác nghề cá.
`;

const LETTER = `ỦY BAN NHÂN DÂN TỈNH ALBERTA

Số: 12/UBND-NV

Alberta, ngày 20 tháng 6 năm 2024

1. Giao Sở Giao thông chủ trì, phối hợp với các sở, ngành triển khai mở đường bay thẳng.

2. Giao Sở Thủy sản báo cáo kết quả trước ngày 30 tháng 9 năm 2024.

Nơi nhận:

- Như trên;

`;

function works(text: string) {
  const document = parseText(text, { name: 'file.txt' });
  return readWorks(document, readCommitments(document).candidates);
}

describe('the works of a file', () => {
  test('are one where a statement stands alone', () => {
    expect(works(STATEMENT).map(({ id, level, date }) => [id, level, date])).toEqual([
      ['file.txt', 'national', '2024-06-09'],
    ]);
  });

  test('are two where a letter carries the statement, each with its own date, level and units', () => {
    const found = works(LETTER + STATEMENT);
    expect(found.map(({ id, type, level, date }) => [id, type, level, date])).toEqual([
      ['file.txt', 'directive', 'local', '2024-06-20'],
      ['file.txt#2', 'joint-statement', 'national', '2024-06-09'],
    ]);
    expect(found[1]?.units.some(({ quote }) => quote.startsWith('mở đường bay thẳng giữa hai thủ đô'))).toBe(true);
  });

  test('quote their units exactly, long ones clause by clause', () => {
    const text = `${STATEMENT}\n4. Hai bên nhất trí tăng cường hợp tác về lâm nghiệp bền vững; phòng chống cháy rừng tại các khu vực biên giới xa xôi; trao đổi giống cây chịu lạnh.\n`;
    for (const { units } of works(text)) {
      for (const { quote, span } of units) expect(text.slice(span.start, span.end)).toBe(quote);
    }
  });
});
