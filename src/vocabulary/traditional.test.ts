import { expect, test } from 'vitest';
import { simplified } from './traditional.ts';

test('a traditional text becomes simplified at the same offsets', () => {
  const text = '雙方同意加強邊境貿易合作，並於2027年舉辦展覽會。';
  expect(simplified(text)).toBe('双方同意加强边境贸易合作，并于2027年举办展览会。');
  expect(simplified(text)).toHaveLength(text.length);
});

test('a text that only holds a name in traditional characters is left as it is', () => {
  const text =
    '双方同意在著名学者於先生的协调下，由《聯合報》发布第二轮磋商的结果，并继续推动口岸基础设施建设和贸易便利化。';
  expect(simplified(text)).toBe(text);
});

test('texts of other languages are left as they are', () => {
  for (const text of ['Hai bên nhất trí.', 'Both sides agreed.', 'دو طرف توافق کردند.', ''])
    expect(simplified(text)).toBe(text);
});

test('words that regions and converters write otherwise become those of simplified texts', () => {
  expect(simplified('雙方支援透過資訊網路舉辦會議')).toBe('双方支持通过信息网络举办会议');
});
