import { expect, test } from 'vitest';
import { vocabularyScanner } from '../../vocabulary/index.ts';
import { findNames } from './names.ts';

function names(text: string): string[] {
  return findNames(text, 'vi', vocabularyScanner('vi', null)(text)).map((name) => name.text);
}

test('a name is found whatever names stood in the sentence before', () => {
  const sentence = 'Ký Hiệp định vận tải đường bộ.';
  const alone = names(sentence);
  expect(alone).toEqual(['Hiệp định vận tải đường bộ']);
  names('Triển khai Kế hoạch hợp tác về nông nghiệp và Hiệp định về tương trợ tư pháp giữa hai bên giai đoạn tới.');
  expect(names(sentence)).toEqual(alone);
});
