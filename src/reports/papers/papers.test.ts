import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { vietnameseDate } from './arrange/numbers.ts';
import { layoutsFileSchema } from './layouts/schema.ts';
import type { Paper } from './model.ts';
import { arrange, checkPaper, LAYOUTS, layoutById, layoutsFor, readWord, writePaperDocx } from './papers.ts';
import type { Line } from './setting.ts';
import { setLines } from './write/typeset.ts';

const COMMITMENT = '“open the border gate of Norrin before 2026”';
const columns = [
  { title: 'STT', share: 1, centred: true as const },
  ...['Cam kết', 'Nguồn', 'Chủ trì', 'Phối hợp', 'Thời hạn', 'Sản phẩm', 'Kết quả'].map((title) => ({
    title,
    share: 3,
  })),
];
const row = (number: number) => [
  [String(number)],
  [COMMITMENT],
  ['Tuyên bố chung'],
  ['Sở Giao thông'],
  [''],
  ['không ghi'],
  [''],
  [''],
];

const PAPER: Paper = {
  ...{ kind: 'report', language: 'vi', other: null, title: 'Báo cáo', otherHead: null, grounds: [] },
  issuer: { above: 'Ủy ban nhân dân tỉnh Bắc Sơn', name: 'Sở Giao thông' },
  ...{
    number: 5,
    notation: 'BC-SGT',
    place: 'Bắc Sơn',
    date: '2026-01-05',
    typeName: 'Báo cáo',
    subject: 'Kết quả quý I',
  },
  addressees: ['Ủy ban nhân dân tỉnh'],
  body: [
    { kind: 'heading', level: 1, text: 'Kết quả thực hiện' },
    { kind: 'paragraph', text: 'Đã khởi công.', cites: [{ commitment: 'c', label: 'Tuyên bố chung, 1' }] },
    { kind: 'paragraph', text: 'Chi tiết tại Phụ lục.', cites: [] },
  ],
  signatures: [{ authority: 'KT. GIÁM ĐỐC', title: 'Phó Giám đốc', name: 'Nguyễn Văn An' }],
  recipients: ['Sở Tài chính'],
  annexes: [{ title: 'Tiến độ', size: 'A4', table: { columns, rows: [row(1), row(2)] } }],
};
const STATE = layoutById('vn-state-2020');

async function wordOf(paper: Paper, layout = STATE): Promise<Uint8Array> {
  return writePaperDocx(arrange(paper, layout));
}

/** The checks that a file fails after its parts were edited as text. */
async function failing(edit: (part: string) => string, paper = PAPER, layout = STATE): Promise<string[]> {
  const parts = unzipSync(await wordOf(paper, layout));
  const edited = Object.entries(parts).map(([name, bytes]) => [
    name,
    /document\.xml$|header|styles/.test(name) ? strToU8(edit(strFromU8(bytes))) : bytes,
  ]);
  const bytes = zipSync(Object.fromEntries(edited) as Record<string, Uint8Array>);
  return checkPaper(readWord({ name: 'x.docx', bytes }), layout).map(({ check }) => check);
}

test('every layout keeps its schema, has its rules named once, and each official one at least twenty', () => {
  expect(layoutsFileSchema.safeParse(LAYOUTS).error?.issues).toBeUndefined();
  for (const { id, rules, family } of LAYOUTS) {
    expect(new Set(rules.map(({ check }) => check)).size, id).toBe(rules.length);
    if (family !== 'plain') expect(rules.length, id).toBeGreaterThanOrEqual(20);
  }
});

test('the layout of the Party changes on 27 May 2026', () => {
  const party = (day: string) =>
    layoutsFor('VN', day)
      .filter(({ family }) => family === 'vn-party')
      .map(({ id }) => id);
  expect(party('2026-05-26')).toEqual(['vn-party-36']);
  expect(party('2026-05-27')).toEqual(['vn-party-05']);
});

test('a day below 10 and the months 1 and 2 bear a 0, other months none', () => {
  expect(vietnameseDate('2026-01-05')).toBe('ngày 05 tháng 01 năm 2026');
  expect(vietnameseDate('2026-03-15')).toBe('ngày 15 tháng 3 năm 2026');
});

test('a paper as it is written departs from no rule, and a file edited outside from each rule it breaks', async () => {
  expect(await failing((part) => part)).toEqual([]);
  const edits: readonly (readonly [string, string | RegExp, string])[] = [
    ['margin-left', /w:left="1701"/g, 'w:left="1134"'],
    ['page-size', /w:w="11906"/g, 'w:w="12240"'],
    ['font', /Times New Roman/g, 'Arial'],
    ['motto', 'Độc lập - Tự do - Hạnh phúc', 'Độc lập-Tự do-Hạnh phúc'],
    ['nation', 'CỘNG HÒA XÃ HỘI', 'CỘNG HOÀ'],
    ['number-form', 'Số: 05/BC-SGT', 'Số 5/BC - SGT'],
    ['place-form', 'ngày 05 tháng 01', 'ngày 5 tháng 1'],
    ['body-end', './.', '.'],
    ['authority', 'KT. GIÁM', 'KT GIÁM'],
    ['no-academic-title', 'Nguyễn Văn An', 'TS. Nguyễn Văn An'],
    ['recipients-end', 'Lưu: VT.', 'Lưu VT'],
    ['table-head', /<w:tblHeader\/>/g, ''],
    ['table-rows', /<w:cantSplit\/>/g, ''],
    ['page-number-first', /<w:titlePg\/>/g, ''],
    ['first-line', /w:firstLine="567"/g, 'w:firstLine="0"'],
    ['body-justified', /<w:jc w:val="both"\/>/g, '<w:jc w:val="left"/>'],
    ['annex-label', 'Phụ lục</w:t>', 'Biểu</w:t>'],
  ];
  for (const [check, from, to] of edits) {
    expect(await failing((part) => part.replaceAll(from, to)), check).toContain(check);
  }
});

test('a Party paper has no colon after Số, an asterisk under the issuer, and ends with a full stop', async () => {
  const layout = layoutById('vn-party-05');
  const paper = {
    ...PAPER,
    notation: 'BC/TU',
    signatures: [{ authority: 'T/M BAN THƯỜNG VỤ', title: 'Phó Bí thư', name: 'Trần Thị Bình' }],
  };
  expect(await failing((part) => part, paper, layout)).toEqual([]);
  expect(await failing((part) => part.replaceAll('Phụ lục.<', 'Phụ lục./.<'), paper, layout)).toContain('body-end');
  expect(await failing((part) => part.replaceAll('>*<', '><'), paper, layout)).toContain('issuer-rule');
});

test('an independent reader of Word finds every part in its order, and the annex row by row', async () => {
  const buffer = Buffer.from(await wordOf(PAPER));
  const { value } = await mammoth.extractRawText({ buffer });
  const order = [
    'SỞ GIAO THÔNG',
    'Số: 05/BC-SGT',
    'ngày 05 tháng 01 năm 2026',
    'BÁO CÁO',
    'Kính gửi: Ủy ban',
    'I. Kết quả',
    'Nơi nhận:',
    'Nguyễn Văn An',
    'TIẾN ĐỘ',
    COMMITMENT,
  ];
  expect(order.map((words) => value.indexOf(words)).every((at, index, all) => at > (all[index - 1] ?? -1))).toBe(true);
  const { value: html } = await mammoth.convertToHtml({ buffer });
  expect(html.match(/<tr>/g)).toHaveLength(2 + 1 + 3);
});

const office = ['soffice', '/usr/bin/soffice'].find((program) => spawnSync(program, ['--version']).status === 0);
test.skipIf(office === undefined)(
  'LibreOffice opens it and reads the same words (not run where it is not installed)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'servanda-paper-'));
    try {
      writeFileSync(join(folder, 'paper.docx'), await wordOf(PAPER));
      const home = `-env:UserInstallation=file://${folder}/home`;
      spawnSync(office ?? '', [
        home,
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
        join(folder, 'paper.docx'),
      ]);
      const text = readFileSync(join(folder, 'paper.txt'), 'utf8');
      for (const words of [
        'Số: 05/BC-SGT',
        'KT. GIÁM ĐỐC',
        'Đã khởi công (Tuyên bố chung, 1).',
        COMMITMENT,
        'không ghi',
      ]) {
        expect(text).toContain(words);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test('lines are as wide as their column, begin with no comma, and cut a word that is wider', () => {
  const line: Omit<Line, 'letters'> = {
    ...{ kind: 'line', role: 'text', align: 'both', firstLine: 0, indent: 0, before: 0, after: 0 },
    leading: { times: 1 },
  };
  const measure = (text: string, _: string, size: number) => [...text].length * size;
  const set = (text: string, width: number) =>
    setLines({ ...line, letters: [{ text, size: 1 }] }, width, measure).map(({ stretches }) =>
      stretches.map((one) => one.text).join(''),
    );
  expect(set('one two three', 8)).toEqual(['one two', 'three']);
  expect(set('双方同意，加快推进', 4)).toEqual(['双方同', '意，加快', '推进']);
  expect(set('abcdefghij', 4).join('')).toBe('abcdefghij');
});
