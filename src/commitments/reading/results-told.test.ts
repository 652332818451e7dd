import { expect, test } from 'vitest';
import { parseText } from '../../documents/index.ts';
import { readCommitments } from '../read-commitments.ts';

function records(text: string): string[] {
  const { candidates } = readCommitments(parseText(text, { name: 'text.txt' }));
  return candidates.filter(({ kind }) => kind === 'record').map(({ quote }) => quote);
}

test('a thing that was completed, opened or signed is recorded with its subject', () => {
  expect(records('The study of the Velm railway was completed ahead of time.')).toEqual([
    'The study of the Velm railway was completed ahead of time',
  ]);
  expect(records('Tuyến phà Nà Khê đã được khánh thành; đường dây nóng đã chính thức đi vào hoạt động.')).toEqual([
    'Tuyến phà Nà Khê đã được khánh thành',
    'đường dây nóng đã chính thức đi vào hoạt động',
  ]);
  expect(records('友谊渡口已于2025年5月建成通车。')).toEqual(['友谊渡口已于2025年5月建成通车']);
});

test('what is valued and done is a record, not a stance', () => {
  expect(records('Hai bên đánh giá cao dự án tuyến phà Nà Khê đã hoàn thành trước thời hạn.')).toHaveLength(1);
});

test('what will be done, or only says when, is none', () => {
  expect(records('When the bridge was completed, both sides will open the gate.')).toEqual([]);
  expect(records('The study will be completed in 2027.')).toEqual([]);
  expect(records('Sau khi tuyến phà đã hoàn thành, hai bên sẽ mở cửa khẩu.')).toEqual([]);
});
