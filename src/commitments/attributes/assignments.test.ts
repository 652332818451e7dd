import { expect, test } from 'vitest';
import { parseText } from '../../documents/index.ts';
import { readCommitments } from '../read-commitments.ts';

function read(text: string) {
  return readCommitments(parseText(text, { name: 'a' })).candidates.map(({ actors, due, quote }) => [
    quote,
    actors.join(' '),
    due?.to ?? null,
  ]);
}

test('a Chinese plan says in brackets after a task who leads it and by when', () => {
  expect(read('关于合作的通知\n1．扩大农产品贸易。（省商务厅牵头，省财政厅配合，2027年底前完成）\n')).toEqual([
    ['扩大农产品贸易', 'department-of-commerce', '2027-12-31'],
  ]);
});

test('the parties of a Chinese text that no list of states has are known by their title and first character', () => {
  const text = '苍澜共和国和贝岚联邦联合声明\n\n苍方将援建医学中心。贝方将简化认证手续。双方将扩大贸易。\n';
  expect(read(text).map(([, actors]) => actors)).toEqual(['canglan', 'beilan', 'both']);
});
