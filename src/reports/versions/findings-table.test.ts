import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { JudgedFinding } from '../../register/index.ts';
import { findingsDocx, findingsTable } from '../index.ts';

const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

const FINDING: JudgedFinding = {
  ...{ key: 'k', type: 'number-mismatch', severity: 'major', side: 'b', rule: 'number/other' },
  details: { a: '۱۲', b: '14' },
  a: { span: { start: 0, end: 20 }, quote: 'دوازده بورسیه در سال' },
  b: { span: { start: 0, end: 23 }, quote: '14 scholarships a year' },
  judgement: { verdict: 'true', note: '12 scholarships a year', at: '2031-04-01T08:00:00Z', by: 'mai' },
  found: true,
};
const REPORT = {
  title: 'Joint statement',
  languages: { a: 'fa', b: 'en' },
  files: { a: 'statement.fa.txt', b: 'statement.en.txt' },
  findings: [FINDING],
} as const;

test('a row holds both wordings, what differs, the judgement and the wording to propose', () => {
  const { columns, rows } = findingsTable(REPORT, 'en');
  expect(columns).toHaveLength(rows[0]?.length ?? 0);
  expect(rows[0]?.map(({ text }) => text)).toEqual([
    ...['1', 'Major', 'Number differs', 'دوازده بورسیه در سال', '14 scholarships a year'],
    ...['A has ۱۲ where B has 14.', 'True', '12 scholarships a year'],
  ]);
});

test('in the Word file Persian cells are set right to left, the others are not, and the head repeats', async () => {
  const file = await findingsDocx(findingsTable(REPORT, 'en'), 'en');
  const body = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  const paragraph = (words: string) => body.slice(body.lastIndexOf('<w:p>', body.indexOf(words)), body.indexOf(words));
  expect(paragraph('دوازده')).toMatch(/<w:bidi\/>.*<w:rtl\/>/s);
  expect(paragraph('14 scholarships')).not.toMatch(/<w:bidi\/>|<w:rtl\/>/);
  expect(body).toContain('<w:tblHeader/>');
});

test.skipIf(OFFICE === undefined)(
  'LibreOffice opens the Word file and reads every cell',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'servanda-findings-'));
    try {
      writeFileSync(join(folder, 'table.docx'), await findingsDocx(findingsTable(REPORT, 'en'), 'en'));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const convert = ['--headless', '--convert-to', 'txt:Text', '--outdir', folder, join(folder, 'table.docx')];
      execFileSync(OFFICE ?? '', [profile, ...convert], { stdio: 'ignore', timeout: 110_000 });
      const text = readFileSync(join(folder, 'table.txt'), 'utf8');
      for (const words of ['دوازده بورسیه در سال', '14 scholarships a year', '12 scholarships a year']) {
        expect(text).toContain(words);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
