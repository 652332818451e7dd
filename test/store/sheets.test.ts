import { type CellValue, openXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import {
  actOnTask,
  applySheet,
  assignTasks,
  atSeat,
  bringSheet,
  type Context,
  commitmentSheet,
  decide,
  getCommitment,
  importFiles,
  listBatches,
  listCommitments,
  mapSheet,
  readSheetRun,
  reportSheet,
  taskOf,
  taskSheet,
  tasksOf,
  undoBatch,
} from '../../src/operations/index.ts';
import type { PlannedRow, Seat, SheetTable } from '../../src/register/index.ts';
import { formDocx, sheetXlsx } from '../../src/reports/index.ts';
import { onEveryRegister } from './databases.ts';
import { fillControl, withBody } from './filled-form.ts';
import { file, statement } from './texts.ts';

const KEEPER: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const HEAD: Seat = { hand: 'minh', role: 'unit-head', party: 'XL', unit: 'transport', units: ['transport'] };
const OTHER: Seat = { hand: 'thu', role: 'secretariat', party: 'XT', unit: 'office', units: ['office'] };

async function register(open: () => Promise<Context>) {
  const context = await open();
  await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
  const commitments = (await listCommitments(context, {})).rows.map(({ id }) => id);
  const given = (title: string, commitment: string, day: string) => ({
    ...{
      party: 'XL',
      audience: 'own-side' as const,
      title,
      commitments: [commitment],
      parent: null,
      lead: 'transport',
    },
    ...{ coordinators: [], unresolved: [], due: { day, basis: 'text' as const, source: 'in time' }, every: null },
  });
  const tasks = await assignTasks(
    context,
    [
      given('Open the railway', commitments[0] ?? '', '2026-02-15'),
      given('Mark the border', commitments[1] ?? '', '2026-09-30'),
    ],
    KEEPER,
  );
  for (const id of tasks) await actOnTask(context, { id, version: 1, body: { type: 'accept' } }, HEAD);
  return { context, commitments, tasks };
}

type Edit = readonly [row: number, column: string, value: CellValue];

/** The file as another program would save it: its cells changed by the title of their column, its rows counted under the header. */
async function edited(table: SheetTable, edits: readonly Edit[]): Promise<Uint8Array> {
  const book = await openXlsx(await sheetXlsx(table, 'en', '2026-03-01T08:00:00.000Z'));
  const rows = book.sheets[0]?.rows as CellValue[][];
  for (const [row, column, value] of edits) {
    const at = table.columns.findIndex(({ id }) => id === column);
    (rows[3 + row] as CellValue[])[at] = value;
  }
  return saveXlsx(book);
}

async function planned(context: Context, name: string, bytes: Uint8Array, seat: Seat) {
  const { id } = bringSheet(context, name, bytes, seat);
  await Promise.all(context.running);
  return readSheetRun(context, id, { offset: 0, limit: 500 }, seat);
}

const said = (rows: readonly PlannedRow[]) =>
  rows.map(({ state, cells, fault }) => [
    state,
    ...cells.map(({ cell, state, fault }) => `${cell} ${fault?.code ?? state}`),
    ...(fault ? [fault.code] : []),
  ]);

onEveryRegister('a list as a spreadsheet', (open) => {
  test('goes out, is filled in, tells what would change, changes it as one, and is taken back as one', async () => {
    const { context, tasks } = await register(open);
    const table = await taskSheet(context, {}, KEEPER, 'en');
    expect(table.rows.map(({ key }) => key)).toEqual(tasks.map((id) => `task:${id}@2!transport!`));
    const bytes = await edited(table, [
      [0, 'due', new Date('2026-05-31T00:00:00Z')],
      [0, 'step', 'About half'],
      [0, 'result', 'Rails laid as far as the river'],
      [1, 'every', 'hằng quý'],
    ]);
    const run = await planned(context, 'annex.xlsx', bytes, KEEPER);
    expect(run.counts).toMatchObject({ change: 2, fault: 0, conflict: 0 });
    expect(run.rows[0]?.cells.map(({ column, from, to }) => [column, from, to])).toEqual([
      ['due', '2026-02-15', '2026-05-31'],
      ['step', null, '3'],
      ['result', null, 'Rails laid as far as the river'],
    ]);
    applySheet(context, run.id, { skip: [], take: [] }, KEEPER);
    await Promise.all(context.running);
    const after = await taskOf(context, tasks[0] ?? '', KEEPER);
    expect(after.state).toMatchObject({ due: '2026-05-31', version: 4 });
    expect(after.state.reports[0]).toMatchObject({ stage: 'draft', step: 3, unit: 'transport' });
    expect((await taskOf(context, tasks[1] ?? '', KEEPER)).state.every).toBe('quarter');
    const [batch] = await listBatches(context, KEEPER);
    expect(batch).toMatchObject({ items: 2, mayUndo: true });
    // What was begun goes out again with its words, and asks for nothing as it is.
    const next = await planned(
      context,
      'next.xlsx',
      await edited(await taskSheet(context, {}, KEEPER, 'en'), []),
      KEEPER,
    );
    expect(next.counts).toMatchObject({ change: 0, same: 2 });
    const again = await planned(context, 'annex.xlsx', bytes, KEEPER);
    expect(again.counts).toMatchObject({ change: 0, same: 2 });
    expect((await undoBatch(context, batch?.id ?? '', KEEPER)).kept).toEqual([]);
    const undone = await taskOf(context, tasks[0] ?? '', KEEPER);
    expect(undone.state).toMatchObject({ due: '2026-02-15', reports: [], version: 6 });
    await expect(undoBatch(context, batch?.id ?? '', KEEPER)).rejects.toMatchObject({ code: 'action-not-allowed' });
  });

  test('overwrites nothing that changed here meanwhile, and does only what the seat may', async () => {
    const { context, tasks } = await register(open);
    const table = await taskSheet(context, {}, KEEPER, 'en');
    const bytes = await edited(table, [
      [0, 'due', '31/5/2026'],
      [1, 'result', 'Stones set'],
      [1, 'step', 'Begun'],
    ]);
    await actOnTask(
      context,
      {
        id: tasks[0] ?? '',
        version: 2,
        body: { type: 'set-due', due: { day: '2026-04-01', basis: 'person', source: '' } },
      },
      KEEPER,
    );
    await actOnTask(context, { id: tasks[1] ?? '', version: 2, body: { type: 'set-period', every: 'month' } }, KEEPER);
    const run = await planned(context, 'annex.xlsx', bytes, KEEPER);
    expect(run.rows.map(({ state, moved }) => [state, moved])).toEqual([
      ['conflict', true],
      ['change', true],
    ]);
    expect(run.rows[0]?.cells[0]).toMatchObject({ base: '2026-02-15', from: '2026-04-01', to: '2026-05-31' });
    const head = await planned(
      context,
      'annex.xlsx',
      await edited(await taskSheet(context, {}, HEAD, 'en'), [[0, 'due', '2026-12-31']]),
      HEAD,
    );
    expect(said(head.rows)[0]).toEqual(['fault', 'H4 seat-may-not']);
    const there = await planned(atSeat(context, OTHER), 'annex.xlsx', bytes, OTHER);
    expect(said(there.rows)).toEqual([
      ['fault', 'key-unknown'],
      ['fault', 'key-unknown'],
    ]);
    expect(() => readSheetRun(context, run.id, { offset: 0, limit: 9 }, HEAD)).toThrow();
  });

  test('says at the cell what is wrong: no day, no choice, a formula, an error, twice the same row, merged cells', async () => {
    const { context, tasks } = await register(open);
    const table = await taskSheet(context, {}, KEEPER, 'en');
    const at = (id: string) => table.columns.findIndex((column) => column.id === id);
    const header = table.columns.map(({ title }) => title);
    const row = (index: number, changes: Readonly<Record<string, CellValue>>) =>
      table.columns.map(({ id }, column) =>
        id in changes
          ? (changes[id] ?? null)
          : id === 'key'
            ? (table.rows[index]?.key ?? '')
            : (table.rows[index]?.cells[column] ?? null),
      );
    const rows = [
      header,
      row(0, { due: 'soon', lifecycle: 'Half way' }),
      row(1, { result: '#REF!', step: 'Begun' }),
      row(0, {}),
    ];
    const formula = {
      value: 46_174,
      type: 'formula' as const,
      formula: 'TODAY()+9',
      formulaResult: 46_174,
    };
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'x',
          rows,
          merges: [],
          cells: new Map([[`1,${at('step')}`, { value: null, type: 'formula', formula: 'A1' }]]),
        },
      ],
    });
    const run = await planned(context, 'x.xlsx', bytes, KEEPER);
    expect(said(run.rows)).toEqual([
      ['fault', 'H2 not-a-day', 'J2 not-a-choice', 'M2 formula-without-value'],
      ['fault', 'M3 change', 'O3 error-value'],
      ['fault', 'key-twice'],
    ]);
    const merged = await writeXlsx({
      sheets: [
        {
          name: 'x',
          rows: [header, row(0, {}), row(1, {})],
          merges: [{ startRow: 1, endRow: 2, startCol: at('result'), endCol: at('result') }],
        },
      ],
    });
    expect(said((await planned(context, 'x.xlsx', merged, KEEPER)).rows)).toEqual([
      ['fault', 'merged'],
      ['fault', 'merged'],
    ]);
    // Columns in another order, one taken out, one foreign: found by their header; a formula counts with its value.
    const order = ['note', 'due', 'key', 'title', 'result', 'step'];
    const moved = [
      order.map((id) => table.columns.find((column) => column.id === id)?.title ?? 'My notes'),
      order.map((id) => (id === 'key' ? (table.rows[1]?.key ?? '') : null)),
    ];
    const other = await writeXlsx({ sheets: [{ name: 'x', rows: moved, cells: new Map([['1,1', formula]]) }] });
    const found = await planned(context, 'x.xlsx', other, KEEPER);
    expect(found.rows[0]?.cells[0]).toMatchObject({ column: 'due', to: '2026-06-01', formula: true, state: 'change' });
    expect(found.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['columns-moved', 'column-unknown', 'column-missing', 'formulas']),
    );
    expect(found.rows.map(({ of }) => of?.id)).toEqual([tasks[1]]);
  });

  test('is refused with a reason where it is no spreadsheet, is broken, or unpacks without end', async () => {
    const { context } = await register(open);
    const whole = await sheetXlsx(await taskSheet(context, {}, KEEPER, 'en'), 'en', '2026-03-01T08:00:00.000Z');
    const bomb = Uint8Array.from(whole);
    // The archive says that its first part unpacks to 4 GB.
    const directory = Buffer.from(bomb.buffer).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    new DataView(bomb.buffer).setUint32(directory + 24, 0xfffffff0, true);
    for (const [bytes, code] of [
      [new TextEncoder().encode('No;Task;Due'), 'format-unknown'],
      [new Uint8Array(), 'format-unknown'],
      [whole.subarray(0, 900), 'file-damaged'],
      [bomb, 'file-too-large'],
    ] as const) {
      expect((await planned(context, 'x.xlsx', bytes, KEEPER)).problem, code).toMatchObject({ code });
    }
  });

  test('brings decisions on commitments back, and takes them back', async () => {
    const { context, commitments } = await register(open);
    const table = await commitmentSheet(context, {}, KEEPER, 'vi');
    const bytes = await edited(table, [
      [0, 'decision', 'Confirmed'],
      [1, 'decision', 'rejected'],
      [2, 'decision', 'rejected'],
      [2, 'reason', 'past-act'],
    ]);
    const run = await planned(context, 'register.xlsx', bytes, KEEPER);
    expect(
      run.rows.slice(0, 3).map(({ state, fault, cells }) => [state, fault?.code ?? cells[0]?.fault?.code ?? null]),
    ).toEqual([
      ['change', null],
      ['fault', 'reason-needed'],
      ['change', null],
    ]);
    applySheet(context, run.id, { skip: [], take: [] }, KEEPER);
    await Promise.all(context.running);
    const states = async () =>
      Promise.all(commitments.slice(0, 3).map(async (id) => (await getCommitment(context, id)).decision));
    expect(await states()).toEqual(['confirmed', 'undecided', 'rejected']);
    const first = await getCommitment(context, commitments[0] ?? '');
    await decide(context, {
      id: first.id,
      version: first.version,
      by: 'thu',
      type: 'reject',
      reason: 'other',
      note: '',
    });
    const [batch] = await listBatches(context, KEEPER);
    const undone = await undoBatch(context, batch?.id ?? '', KEEPER);
    expect(undone.kept.map(({ id }) => id)).toEqual([commitments[0]]);
    expect(await states()).toEqual(['rejected', 'undecided', 'undecided']);
  });

  test('is the form a unit reports with offline, filled in from last time', async () => {
    const { context, tasks } = await register(open);
    const report = {
      id: 'r1',
      unit: 'transport',
      period: null,
      step: 2,
      done: false,
      text: 'Surveyed',
      evidence: [],
    } as const;
    await actOnTask(context, { id: tasks[0] ?? '', version: 2, body: { type: 'draft', report } }, HEAD);
    await actOnTask(context, { id: tasks[0] ?? '', version: 3, body: { type: 'forward', report: 'r1' } }, HEAD);
    const form = await reportSheet(context, HEAD, null, 'en');
    const [index, column] = [
      form.rows.findIndex(({ key }) => key?.includes(tasks[0] ?? '')),
      form.columns.findIndex(({ id }) => id === 'result'),
    ];
    expect(form.rows[index]?.cells[column]).toBe('Surveyed');
    const bytes = await edited(form, [
      [index, 'result', 'Surveyed and drawn'],
      [index, 'evidence', 'Minutes of acceptance'],
      [index, 'evidence-number', '12/BB-ĐS'],
    ]);
    const run = await planned(context, 'form.xlsx', bytes, HEAD);
    expect(run).toMatchObject({ form: 'reports', counts: { change: 1 } });
    applySheet(context, run.id, { skip: [], take: [] }, HEAD);
    await Promise.all(context.running);
    const { reports } = (await taskOf(context, tasks[0] ?? '', HEAD)).state;
    expect(reports.at(-1)).toMatchObject({
      stage: 'draft',
      text: 'Surveyed and drawn',
      step: 2,
      evidence: [{ kind: 'document', number: '12/BB-ĐS' }],
    });
  });

  test('is the same form as a Word file: filled in and brought back it is checked and shown as the sheet is', async () => {
    const { context, tasks } = await register(open);
    const form = await reportSheet(context, HEAD, null, 'vi');
    expect(form.rows).toHaveLength(2);
    const bytes = await formDocx(form, 'vi');
    const drawn = form.columns.find(({ id }) => id === 'step')?.choices.find(({ value }) => value === '2')?.label ?? '';
    expect(await planned(context, 'untouched.docx', bytes, HEAD)).toMatchObject({
      ...{ form: 'reports', notes: [], counts: { change: 0, fault: 0, same: 2 } },
    });
    const at = form.rows.findIndex(({ key }) => key?.includes(tasks[0] ?? ''));
    const filled = withBody(bytes, (body) =>
      (
        [
          ['step', at, drawn],
          ['result', at, 'Đã khảo sát & lập bản vẽ\nGiai đoạn hai'.replace('&', '&amp;')],
          ['evidence', at, 'Biên bản nghiệm thu'],
          ['evidence-number', at, '12/BB-ĐS'],
          ['evidence-day', at, '18/04/2026'],
          ['done', 1 - at, 'có lẽ'],
        ] as const
      ).reduce((text, [tag, nth, words]) => fillControl(text, tag, nth, words), body),
    );
    const run = await planned(context, 'bieu.docx', filled, HEAD);
    expect(run.counts).toMatchObject({ change: 1, fault: 1 });
    const wrong = run.rows.find(({ state }) => state === 'fault');
    expect(wrong?.cells).toMatchObject([{ column: 'done', cell: '', to: 'có lẽ', fault: { code: 'not-a-choice' } }]);
    expect(wrong?.row).toBe(2 - at);
    const seen = run.rows
      .find(({ state }) => state === 'change')
      ?.cells.map(({ column, from, to }) => [column, from, to]);
    expect(seen).toEqual([
      ['step', null, '2'],
      ['result', null, 'Đã khảo sát & lập bản vẽ\nGiai đoạn hai'],
      ['evidence', null, 'Biên bản nghiệm thu'],
      ['evidence-number', null, '12/BB-ĐS'],
      ['evidence-day', null, '2026-04-18'],
    ]);
    applySheet(context, run.id, { skip: [], take: [] }, HEAD);
    await Promise.all(context.running);
    const { reports } = (await taskOf(context, tasks[0] ?? '', HEAD)).state;
    expect(reports.at(-1)).toMatchObject({
      stage: 'draft',
      text: 'Đã khảo sát & lập bản vẽ\nGiai đoạn hai',
      evidence: [{ kind: 'document', number: '12/BB-ĐS', date: '2026-04-18' }],
    });
    const next = await formDocx(await reportSheet(context, HEAD, null, 'zh'), 'zh');
    expect(await planned(context, 'next.docx', next, HEAD)).toMatchObject({ counts: { change: 0, same: 2, fault: 0 } });
    expect(await planned(context, 'again.docx', filled, HEAD)).toMatchObject({
      counts: { change: 0, same: 1, fault: 1 },
    });
    expect(await planned(atSeat(context, OTHER), 'theirs.docx', filled, OTHER)).toMatchObject({
      counts: { change: 0, same: 0, fault: 2 },
    });
  });

  test('of a Word form with a line or a report taken out, or of another file, says so and clears nothing', async () => {
    const { context } = await register(open);
    const bytes = await formDocx(await reportSheet(context, HEAD, null, 'en'), 'en');
    const row = /<w:tr\b(?:(?!<\/w:tr>)[\s\S])*<w:tag w:val="result"\/>[\s\S]*?<\/w:tr>/;
    const cut = await planned(
      context,
      'cut.docx',
      withBody(bytes, (body) => body.replace(row, '')),
      HEAD,
    );
    expect(cut.rows[0]?.cells).toMatchObject([{ column: 'result', state: 'fault', fault: { code: 'line-missing' } }]);
    const less = withBody(bytes, (body) => body.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/, ''));
    const left = await planned(context, 'less.docx', less, HEAD);
    expect([left.rows.length, left.notes]).toEqual([1, [{ code: 'rows-left-out', details: { count: 1 } }]]);
    const merged = withBody(bytes, (body) =>
      body.replace(/<\/w:tbl><w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p><w:tbl>[\s\S]*?<w:tr>/, '<w:tr>'),
    );
    expect(await planned(context, 'merged.docx', merged, HEAD)).toMatchObject({ counts: { same: 2, fault: 0 } });
    const plain = withBody(bytes, (body) => body.replace(/<w:tbl>[\s\S]*<\/w:tbl>/, ''));
    expect(await planned(context, 'letter.docx', plain, HEAD)).toMatchObject({ problem: { code: 'sheet-empty' } });
    const torn = withBody(bytes, (body) => body.slice(0, body.length / 2));
    expect(await planned(context, 'torn.docx', torn, HEAD)).toMatchObject({ problem: { code: 'file-damaged' } });
    const text = new TextEncoder().encode('no archive');
    expect(await planned(context, 'text.docx', text, HEAD)).toMatchObject({ problem: { code: 'format-unknown' } });
  });

  test('of another house is read by columns a person names once, and matched by its words', async () => {
    const { context, tasks } = await register(open);
    const rows = [
      ['PHỤ LỤC THEO DÕI'],
      ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Thời hạn', 'Tình hình'],
      [1, 'Open the railway', 'Transport', new Date('2026-06-30T00:00:00Z'), 'Đang thực hiện'],
      [2, 'Paint the town hall', 'Transport', null, ''],
    ];
    const bytes = await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] });
    const run = await planned(context, 'theo doi.xlsx', bytes, KEEPER);
    expect(run).toMatchObject({ form: 'foreign', state: 'mapping', remembered: false });
    expect(run.columns?.map(({ field }) => field)).toEqual([null, 'words', 'lead', 'due', 'status']);
    await mapSheet(context, run.id, run.columns?.map(({ field }) => field) ?? [], KEEPER);
    await Promise.all(context.running);
    const ready = readSheetRun(context, run.id, { offset: 0, limit: 9 }, KEEPER);
    expect(ready.rows.map(({ state, of, fault }) => [state, of?.id ?? null, fault?.code ?? null])).toEqual([
      ['change', tasks[0], null],
      ['fault', null, 'no-match'],
    ]);
    const again = await planned(context, 'theo doi 2.xlsx', bytes, KEEPER);
    expect(again).toMatchObject({ state: 'ready', remembered: true });
    expect((await tasksOf(context, {})).rows).toHaveLength(2);
  });
});
