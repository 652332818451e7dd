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

test('a line below an item, or below a group of items, says who does them', () => {
  const plan =
    '松原市港口工作要点\n\n一、完善设施\n1．修缮灯塔。\n市港务局负责落实。\n2．增设航标。\n3．疏浚航道。\n（责任单位：市海事局、各县（市）人民政府）\n';
  expect(read(plan).map(([quote, actors]) => [quote, String(actors).split(' ')[0]])).toEqual([
    ['修缮灯塔', 'port-authority'],
    ['增设航标', 'maritime-bureau'],
    ['疏浚航道', 'maritime-bureau'],
  ]);
});

test('a paragraph below a labelled heading of a Chinese plan holds tasks though it names nobody', () => {
  const plan = '松原市港口工作要点\n\n（一）进一步完善灯塔管理\n对灯塔进行检修，公布检修结果。编制航标清单。\n';
  expect(read(plan).map(([quote]) => quote)).toEqual(['对灯塔进行检修', '公布检修结果', '编制航标清单']);
});

test('a Chinese plan tells the main from the other responsible units', () => {
  const plan = '松原市港口工作方案\n\n1．修缮灯塔。（主要责任单位：市财政局；其他责任单位：市海事局）\n';
  expect(read(plan).map(([, actors]) => actors)).toEqual(['finance-bureau']);
});
