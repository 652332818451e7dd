import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  actOnTask,
  assignTasks,
  bringSheet,
  type Context,
  draftFile,
  importFiles,
  listCommitments,
  openDatabase,
  type PaperRequest,
  readSheetRun,
  reportSheet,
  taskSheet,
  tasksOf,
} from '../../src/operations/index.ts';
import { OPEN_SEAT } from '../../src/register/index.ts';
import { formDocx, sheetXlsx } from '../../src/reports/index.ts';
import { fillControl, withBody } from '../store/filled-form.ts';
import { file, statement } from '../store/texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-office-'));
let context: Context;
let quote = '';

/** Has LibreOffice write a file in another form, as a person would save it; the path of what it wrote. */
function saveAs(name: string, form: string): string {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', form, '--outdir', folder, join(folder, name)], {
    stdio: 'pipe',
  });
  return join(folder, name.replace(/\.\w+$/, `.${form.split(':')[0]}`));
}

/** What keeps a test from being run here, as the list of tests tells it; null where nothing does. */
function missing(form: 'fods' | 'fodt'): string | null {
  try {
    const name = form === 'fods' ? 'try.csv' : 'try.txt';
    writeFileSync(join(folder, name), 'a,b\n1,2\n');
    return existsSync(saveAs(name, form)) ? null : 'LibreOffice lacks this program';
  } catch {
    return 'LibreOffice is not installed';
  }
}

beforeAll(async () => {
  context = await openDatabase({ folder: join(folder, 'data') });
  await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
  const [first] = (await listCommitments(context, { kind: ['commitment'] })).rows;
  quote = first?.quote ?? '';
  const given = {
    ...{ party: 'XL', audience: 'own-side' as const, title: 'Khởi công tuyến đường sắt', parent: null, unresolved: [] },
    ...{ commitments: [first?.id ?? ''], lead: 'roads', coordinators: [], every: 'quarter' as const },
    due: { day: '2027-02-15', basis: 'person' as const, source: '' },
  };
  await assignTasks(context, [given], OPEN_SEAT);
});
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a list changed in LibreOffice comes back with what was changed, and nothing else', async ({ skip }) => {
  const lack = missing('fods');
  if (lack !== null) skip(lack);
  const table = await taskSheet(context, {}, OPEN_SEAT, 'vi');
  writeFileSync(join(folder, 'annex.xlsx'), await sheetXlsx(table, 'vi', '2026-03-01T08:00:00.000Z'));
  const flat = saveAs('annex.xlsx', 'fods');
  const before = readFileSync(flat, 'utf8');
  const after = before
    .replace('office:date-value="2027-02-15"', 'office:date-value="2027-05-31"')
    .replace('<text:p>15/02/2027</text:p>', '<text:p>31/05/2027</text:p>');
  expect(after).not.toBe(before);
  writeFileSync(join(folder, 'edited.fods'), after);
  const back = readFileSync(saveAs('edited.fods', 'xlsx'));
  const { id } = bringSheet(context, 'edited.xlsx', new Uint8Array(back), OPEN_SEAT);
  await Promise.all(context.running);
  const run = readSheetRun(context, id, { offset: 0, limit: 9 }, OPEN_SEAT);
  expect(run.counts).toMatchObject({ change: 1, fault: 0, conflict: 0 });
  expect(run.notes).toEqual([]);
  expect(run.rows[0]?.cells.map(({ column, from, to }) => [column, from, to])).toEqual([
    ['due', '2027-02-15', '2027-05-31'],
  ]);
}, 120_000);

test('a report form filled in as Word does, and saved by LibreOffice before or after, comes back the same', async ({
  skip,
}) => {
  const lack = missing('fodt');
  if (lack !== null) skip(lack);
  const [task] = (await tasksOf(context, {})).rows;
  await actOnTask(context, { id: task?.task_id ?? '', version: 1, body: { type: 'accept' } }, OPEN_SEAT);
  const form = await formDocx(await reportSheet(context, OPEN_SEAT, null, 'vi'), 'vi');
  const fill = (bytes: Uint8Array) =>
    withBody(bytes, (body) =>
      fillControl(fillControl(body, 'result', 0, 'Đã đo tuyến'), 'evidence-day', 0, '18/04/2026'),
    );
  const saved = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, `${name}.docx`), bytes);
    return new Uint8Array(readFileSync(saveAs(`${name}.docx`, 'docx')));
  };
  const after = saved('after', fill(form));
  // By way of its own format, where a control is words only: as plain as it can come back.
  saveAs('after.docx', 'fodt');
  const ways = {
    'filled, then saved': after,
    'saved, then filled': fill(saved('before', form)),
    'as plain words': new Uint8Array(readFileSync(saveAs('after.fodt', 'docx'))),
  };
  expect(Buffer.from(after).equals(Buffer.from(fill(form)))).toBe(false);
  for (const [way, bytes] of Object.entries(ways)) {
    const { id } = bringSheet(context, 'bieu.docx', bytes, OPEN_SEAT);
    await Promise.all(context.running);
    const run = readSheetRun(context, id, { offset: 0, limit: 9 }, OPEN_SEAT);
    expect([way, run.form, run.notes]).toEqual([way, 'reports', []]);
    expect(run.rows[0]?.cells.map(({ column, to }) => [column, to])).toEqual([
      ['result', 'Đã đo tuyến'],
      ['evidence-day', '2026-04-18'],
    ]);
  }
}, 120_000);

test('a report says the same to LibreOffice and to another reader of Word files, field by field', async ({ skip }) => {
  const lack = missing('fodt');
  if (lack !== null) skip(lack);
  const request: PaperRequest = {
    ...{
      kind: 'report',
      layout: 'vn-state-2020',
      relation: 'demonstration',
      party: 'XL',
      language: 'vi',
      other: null,
    },
    ...{ unit: null, tasks: [], every: null, asOf: null, series: null, session: null, issuer: null, term: '' },
    ...{ number: 7, notation: 'BC-UBND', place: 'Bắc Sơn', date: '2026-03-05', addressees: ['Bộ Ngoại giao'] },
    ...{ recipients: ['Sở Giao thông'], authority: 'KT. CHỦ TỊCH', signTitle: 'PHÓ CHỦ TỊCH', signer: 'Lê Thị Lan' },
    ...{ annexSize: 'A4', answerBy: null },
  };
  const { bytes } = await draftFile(context, request, 'docx', OPEN_SEAT);
  writeFileSync(join(folder, 'report.docx'), bytes);
  const readers = {
    office: readFileSync(saveAs('report.docx', 'txt:Text (encoded):UTF8'), 'utf8'),
    mammoth: (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value,
  };
  const fields = [
    ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: 07/BC-UBND', 'BÁO CÁO'],
    ...['Bắc Sơn, ngày 05 tháng 3 năm 2026', 'Kính gửi: Bộ Ngoại giao', 'Khởi công tuyến đường sắt', `“${quote}”`],
    ...['15/02/2027', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Thị Lan', 'Nơi nhận:', '- Sở Giao thông;', '- Lưu: VT'],
  ];
  for (const [reader, text] of Object.entries(readers)) {
    const plain = text.replace(/\s+/g, ' ');
    expect([reader, fields.filter((field) => !plain.includes(field.replace(/\s+/g, ' ')))]).toEqual([reader, []]);
  }
}, 120_000);
