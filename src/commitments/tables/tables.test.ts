import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseText, readDocument } from '../../documents/index.ts';
import { readCommitments } from '../read-commitments.ts';
import data from './columns.json' with { type: 'json' };
import { columnOf } from './columns.ts';
import { readDueCell } from './due-cell.ts';

const words = z.array(
  z
    .string()
    .min(1)
    .refine((word) => word === word.normalize('NFC').toLowerCase(), 'small letters'),
);
const heads = z.strictObject({ is: words, has: words });

test('the words at the heads of columns keep to their schema', () => {
  const schema = z.strictObject({
    ditto: words,
    none: words,
    columns: z.strictObject({
      number: heads,
      helpers: heads,
      due: heads,
      product: heads,
      note: heads,
      lead: heads,
      task: heads,
    }),
    times: z.strictObject({ vi: words, en: words, zh: words, fa: words }),
    by: words,
    from: words,
  });
  expect(schema.parse(data)).toBeTruthy();
});

test('a column is known by its head in four languages', () => {
  const known = {
    'Đơn vị chủ trì': 'lead',
    'Cơ quan phối hợp': 'helpers',
    'Đơn vị chủ trì, phối hợp': 'units',
    'Thời gian hoàn thành': 'due',
    'Nội dung công việc': 'task',
    'Sản phẩm': 'product',
    TT: 'number',
    'Lead agency': 'lead',
    'Supporting agencies': 'helpers',
    Timeline: 'due',
    Activity: 'task',
    牵头单位: 'lead',
    配合单位: 'helpers',
    完成时限: 'due',
    重点任务: 'task',
    'دستگاه مسئول': 'lead',
    مهلت: 'due',
    اقدام: 'task',
    'Nhiêm vu': 'task',
    'Thời han': 'due',
    Năm: null,
    'Kim ngạch': null,
  };
  expect(Object.fromEntries(Object.keys(known).map((head) => [head, columnOf(head)]))).toEqual(known);
});

/** What a table says, row by row: number, task, who, with whom, until when. */
function read(text: string) {
  return readCommitments(parseText(text, { name: 'plan.txt' })).candidates.map((found) =>
    [found.path, found.quote, found.lead, found.coordinators.join('+'), found.due?.to ?? null].join(' · '),
  );
}

const PLAN = `KẾ HOẠCH

Lục Sơn, ngày 12 tháng 3 năm 2031

TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành
I | Kết nối hạ tầng
1 | Xây dựng đề án nâng cấp cầu Nà Khê | Sở Xây dựng | Sở Tài chính, Sở Công Thương | Quý II/2031
2 | Hội nghị đánh giá giữa kỳ | 〃 | | 6/2032
II | Vận tải
3 | Rà soát biểu phí qua cầu | Sở Tài chính | - | Thường xuyên
`;

test('each task of a table is a commitment of whom the row names, by the time it names; heads and groups are none', () => {
  expect(read(PLAN)).toEqual([
    '1 · Xây dựng đề án nâng cấp cầu Nà Khê · construction-department · finance-department+industry-trade-department · 2031-06-30',
    '2 · Hội nghị đánh giá giữa kỳ · construction-department ·  · 2032-06-30',
    '3 · Rà soát biểu phí qua cầu · finance-department ·  · ',
  ]);
  const { coverage, candidates } = readCommitments(parseText(PLAN, { name: 'plan.txt' }));
  expect(coverage.filter(({ reason }) => reason === 'none:table')).toHaveLength(3);
  const named = candidates.find(({ quote }) => quote.startsWith('Hội nghị'));
  expect(named?.confidence).toBeLessThan(1);
  expect(named && PLAN.slice(named.span.start, named.span.end)).toBe(named?.quote);
  expect(named?.evidence.due?.map(({ start, end }) => PLAN.slice(start, end))).toEqual(['6/2032']);
});

test('a table goes on over a page without its head', () => {
  const next = `${PLAN}\n- 2 -\n\n4 | Đo luồng sông Nà Khê | Sở Xây dựng | | 2033\n5 | Thay phao | Sở Xây dựng | | 2034\n`;
  expect(read(next).slice(3)).toEqual([
    '4 · Đo luồng sông Nà Khê · construction-department ·  · 2033-12-31',
    '5 · Thay phao · construction-department ·  · 2034-12-31',
  ]);
});

test('a table is read with tabs, with bars at its edges, and in Chinese', () => {
  expect(
    read(
      '任务分工表\n\n序号\t重点任务\t牵头单位\t配合单位\t完成时限\n1\t举办边境旅游合作研讨会\t省交通运输厅\t省财政厅\t2031年第三季度\n',
    ),
  ).toEqual(['1 · 举办边境旅游合作研讨会 · department-of-transport · department-of-finance · 2031-09-30']);
  expect(
    read(
      '| No. | Activity | Lead agency | Timeline |\n|---|---|---|---|\n| 1 | Review the list of goods | Ministry of Trade | June 2031 |\n',
    ),
  ).toEqual(['1 · Review the list of goods · ministry-of-trade ·  · 2031-06-30']);
});

test('a table whose head names no tasks is read as the text around it', () => {
  const text = 'Year | Ministry | Trade\n2030 | Will open the port | 5 billion\n';
  expect(readCommitments(parseText(text, { name: 'a.txt' })).coverage.map(({ reason }) => reason)).not.toContain(
    'none:table',
  );
});

test('a head over two lines and cells merged downwards reach every row of a web page', async () => {
  const html = `<html><body><p>The commission adopted this plan.</p><table>
    <tr><th rowspan="2">No.</th><th rowspan="2">Activity</th><th colspan="2">Responsibility</th><th rowspan="2">Timeline</th></tr>
    <tr><th>Lead agency</th><th>Supporting agencies</th></tr>
    <tr><td>1</td><td>Review the list of goods</td><td rowspan="2">Ministry of Trade</td><td>Customs Service</td><td>2031</td></tr>
    <tr><td>2</td><td>Open the Dorren crossing</td><td>Port Authority</td><td>2032</td></tr></table></body></html>`;
  const { value } = await readDocument({ name: 'plan.html', bytes: new TextEncoder().encode(html) });
  const rows = readCommitments(value).candidates.filter(({ lead }) => lead !== null);
  expect(rows.map(({ quote, lead, due }) => [quote, lead, due?.to])).toEqual([
    ['Review the list of goods', 'ministry-of-trade', '2031-12-31'],
    ['Open the Dorren crossing', 'ministry-of-trade', '2032-12-31'],
  ]);
});

for (const [cell, language, from, to] of [
  ['2026 - 2027', 'vi', '2026-01-01', '2027-12-31'],
  ['Trước 30/6', 'vi', null, '2026-06-30'],
  ['Tháng 2', 'vi', '2027-02-01', '2027-02-28'],
  ['Quý III - IV năm 2026', 'vi', '2026-07-01', '2026-12-31'],
  ['15/3/2026 - 20/4/2026', 'vi', '2026-03-15', '2026-04-20'],
  ['Quy 11/2026', 'vi', '2026-04-01', '2026-06-30'],
  ['Từ 2026', 'vi', '2026-01-01', null],
  ['Q3/Q4 2026', 'en', '2026-07-01', '2026-12-31'],
  ['Dec 2026', 'en', '2026-12-01', '2026-12-31'],
  ['12月31日前', 'zh', null, '2026-12-31'],
  ['2026.06', 'zh', '2026-06-01', '2026-06-30'],
  ['۱۴۰۵', 'fa', '2026-03-21', '2027-03-20'],
] as const)
  test(`a cell with ${cell} is due from ${from} to ${to}`, () => {
    expect(readDueCell(cell, language, '2026-03-12')).toMatchObject({ text: cell, from, to });
  });

test('a cell that names no time is due at none', () => {
  for (const cell of ['Thường xuyên', 'Sau khi ký kết', '长期坚持', 'Ongoing'])
    expect(readDueCell(cell, cell === '长期坚持' ? 'zh' : 'vi', '2026-03-12')).toBeNull();
});
