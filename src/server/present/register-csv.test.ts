import { expect, test } from 'vitest';
import type { CommitmentRow } from '../../operations/index.ts';
import type { Column } from '../contract/index.ts';
import { harmless, registerCsv } from './register-csv.ts';

const ROW: CommitmentRow = {
  ...{ id: 'c1', workId: 'w1', workTitle: 'Joint statement', workDate: '2031-04-01', expressionId: 'e1' },
  ...{ language: 'en', path: '4.3(2)', page: 3, span: { start: 0, end: 4 }, quote: 'open "Tarn", the bridge' },
  ...{
    decision: 'undecided',
    anchored: true,
    origin: 'rules',
    confidence: 0.85,
    version: 1,
    canUndo: false,
    joinedTo: null,
    alsoIn: [],
    source: { file: 'statement.txt', sha256: '0'.repeat(64), start: 120, end: 150 },
  },
  ...{ kind: 'commitment', actors: ['both', 'lower-tarn'], action: 'open', strength: 'deliver', sector: 'transport' },
  due: { text: 'before 30 June 2031', from: null, to: '2031-06-30' },
  ...{ instruments: [], mechanisms: ['=HYPERLINK("x")'], places: ['Tarn', 'Ulmwald'] },
  ...{ targets: [], review: null, lead: null, coordinators: [], report: null },
};

async function csv(rows: readonly CommitmentRow[], columns: readonly Column[]): Promise<string> {
  async function* batches() {
    yield rows;
  }
  return (await Array.fromAsync(registerCsv(batches(), columns, 'en'))).join('');
}

test('quotes, commas and lists keep their cell', async () => {
  expect(await csv([ROW], ['quote', 'places', 'date', 'path', 'page'])).toBe(
    '\uFEFFWords,Places,Date,Provision,Page\r\n"open ""Tarn"", the bridge",Tarn; Ulmwald,2031-04-01,4.3(2),3\r\n',
  );
});

test('a cell keeps the words of a due date and the days they mean', async () => {
  expect(await csv([ROW], ['due'])).toContain('before 30 June 2031 (');
  expect(await csv([{ ...ROW, due: null }], ['due', 'kind'])).toContain('\r\n,Commitment');
});

test.each(['=1+1', '+84', '-2', '@cmd', ' =1', '\t=1', '\uFF1D1'])(
  '%j is text to a spreadsheet, not a formula',
  (cell) => {
    expect(harmless(cell)).toBe(`'${cell}`);
  },
);

test('other words stay as they are', () => {
  for (const cell of ['open', '4.3(2)', '', 'a=b', '“quoted”']) expect(harmless(cell)).toBe(cell);
});
