import {
  AlignmentType,
  DeletedTextRun,
  FootnoteReferenceRun,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  Document as WordDocument,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checkDocument, readDocument, structureLines } from '../index.ts';

const level = (depth: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: depth,
  format,
  text,
  alignment: AlignmentType.START,
});

const numbering = {
  config: [
    {
      reference: 'points',
      levels: [
        level(0, LevelFormat.DECIMAL, '%1.'),
        level(1, LevelFormat.DECIMAL, '%1.%2.'),
        level(2, LevelFormat.LOWER_LETTER, '%3)'),
      ],
    },
    { reference: 'roman', levels: [level(0, LevelFormat.UPPER_ROMAN, '%1.')] },
    { reference: 'dots', levels: [level(0, LevelFormat.BULLET, '\uf0b7')] },
  ],
};

const numbered = (reference: string, depth: number, words: string) =>
  new Paragraph({ text: words, numbering: { reference, level: depth } });

const cell = (words: string) => new TableCell({ children: [new Paragraph(words)] });

async function word(children: (Paragraph | Table)[], more: object = {}): Promise<Uint8Array> {
  return Packer.toBuffer(new WordDocument({ numbering, sections: [{ children }], ...more }));
}

test('lists keep the numbers Word shows, at every level', async () => {
  const bytes = await word([
    new Paragraph({ text: 'Tuyên bố chung An Sơn - Bình Hải', heading: HeadingLevel.TITLE }),
    numbered('points', 0, 'Hợp tác kinh tế'),
    numbered('points', 1, 'Hai bên sẽ mở chợ biên giới Nà Khê trong năm 2032.'),
    numbered('points', 1, 'Hai bên sẽ:'),
    numbered('points', 2, 'giảm thuế;'),
    numbered('points', 2, 'lập đường dây nóng.'),
    numbered('points', 0, 'Tổ chức thực hiện'),
    numbered('points', 1, 'Hai bên họp hằng năm.'),
    numbered('dots', 0, 'Bên A chủ trì;'),
    numbered('dots', 0, 'Bên B phối hợp.'),
  ]);
  const { value } = await readDocument({ name: 'a.docx', bytes });
  expect(structureLines(value).map(({ role, label }) => `${role} ${label ?? ''}`.trim())).toEqual([
    'heading',
    'heading 1',
    'item 1.1',
    'item 1.2',
    'item 1.2(a)',
    'item 1.2(b)',
    'heading 2',
    'item 2.1',
    'item 2.1[1]',
    'item 2.1[2]',
  ]);
  expect(value.text).toContain('1.2. Hai bên sẽ:');
  expect(checkDocument(value)).toEqual([]);
});

test('a table becomes lines and is reported; a table that only lays out a letterhead is read cell by cell', async () => {
  const bytes = await word([
    new Table({ rows: [new TableRow({ children: [cell('UBND TỈNH AN SƠN'), cell('Độc lập - Tự do - Hạnh phúc')] })] }),
    new Paragraph('Hai bên thống nhất các chỉ tiêu sau.'),
    new Table({
      rows: [
        new TableRow({ children: [cell('Năm'), cell('Kim ngạch')] }),
        new TableRow({ children: [cell('2032'), cell('5 tỷ')] }),
      ],
    }),
  ]);
  const { value, messages } = await readDocument({ name: 'a.docx', bytes });
  expect(value.text).toContain('UBND TỈNH AN SƠN\n\nĐộc lập - Tự do - Hạnh phúc');
  expect(value.text).toContain('Năm | Kim ngạch\n2032 | 5 tỷ');
  expect(messages).toContainEqual({
    severity: 'warning',
    id: 'document.tables-as-lines',
    details: { count: 1, at: 'line', places: '7' },
  });
});

test('a letterhead of two columns is read cell by cell; merged cells of a table keep their columns', async () => {
  const words = (...lines: string[]) => new TableCell({ children: lines.map((line) => new Paragraph(line)) });
  const bytes = await word([
    new Table({
      rows: [
        new TableRow({ children: [words('BỘ CẢNG BIỂN', '-------'), words('CỘNG HÒA AN SƠN', 'Độc lập - Tự do')] }),
        new TableRow({ children: [words('Số: 12/KH-BCB'), words('An Sơn, ngày 3 tháng 2 năm 2031')] }),
      ],
    }),
    new Paragraph('Danh mục nhiệm vụ'),
    new Table({
      rows: [
        new TableRow({ children: ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn'].map(cell) }),
        new TableRow({ children: [new TableCell({ columnSpan: 4, children: [new Paragraph('A. Cầu đường')] })] }),
        new TableRow({
          children: [
            cell('1'),
            words('Mở cầu', 'Lắp đèn'),
            new TableCell({ rowSpan: 2, children: [new Paragraph('Cục Cảng')] }),
            cell(''),
          ],
        }),
        new TableRow({ children: [cell('2'), cell('Đo luồng'), cell('2032')] }),
      ],
    }),
  ]);
  const { value } = await readDocument({ name: 'a.docx', bytes });
  expect(value.text).toContain('Số: 12/KH-BCB\n\nAn Sơn, ngày 3 tháng 2 năm 2031');
  expect(value.text).toContain(
    'TT | Nhiệm vụ | Chủ trì | Thời hạn\nA. Cầu đường\n1 | Mở cầu; Lắp đèn | Cục Cảng\n2 | Đo luồng | 〃 | 2032\n',
  );
});

test('a deleted end of a paragraph joins it to the next, hidden words are left out, and both are said', async () => {
  const bytes = await word([
    new Paragraph('The sides will'),
    new Paragraph('open the port.'),
    new Paragraph('Secret.'),
  ]);
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array)
    .replace(
      /(<w:p>)(?=(?:(?!<w:p>).)*The sides will)/,
      '$1<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>',
    )
    .replace('The sides will', 'The sides will ')
    .replace(/<w:r>(?=(?:(?!<w:r>).)*Secret)/, '<w:r><w:rPr><w:vanish/></w:rPr>');
  const changed = zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
  const { value, messages } = await readDocument({ name: 'a.docx', bytes: changed });
  expect(value.text).toBe('The sides will open the port.\n');
  expect(messages.map(({ id }) => id)).toEqual(['document.tracked-changes-accepted', 'document.hidden-text-left-out']);
});

test('tracked changes are read as accepted, and said', async () => {
  const change = { id: 1, author: 'A', date: '2031-01-01T00:00:00Z' };
  const bytes = await word([
    new Paragraph({
      children: [
        new TextRun('The sides will meet '),
        new DeletedTextRun({ text: 'once', ...change }),
        new InsertedTextRun({ text: 'twice', ...change, id: 2 }),
        new TextRun(' a year.'),
      ],
    }),
  ]);
  const { value, messages } = await readDocument({ name: 'a.docx', bytes });
  expect(value.text).toBe('The sides will meet twice a year.\n');
  expect(messages.map(({ id, details }) => [id, details.count])).toEqual([['document.tracked-changes-accepted', 2]]);
});

test('a line break stays inside its paragraph and footnotes come at the end', async () => {
  const bytes = await word(
    [
      new Paragraph({
        children: [
          new TextRun('Both sides will sign'),
          new TextRun({ text: 'the protocol', break: 1 }),
          new FootnoteReferenceRun(1),
          new TextRun('.'),
        ],
      }),
      new Paragraph('They will report every six months.'),
    ],
    { footnotes: { 1: { children: [new Paragraph('Of 3 May 2030.')] } } },
  );
  const { value, messages } = await readDocument({ name: 'a.docx', bytes });
  expect(value.text).toBe(
    'Both sides will sign\nthe protocol.\n\nThey will report every six months.\n\n[1] Of 3 May 2030.\n',
  );
  expect(messages).toContainEqual({
    severity: 'info',
    id: 'document.footnotes-at-end',
    details: { count: 1, at: 'line', places: '6' },
  });
  expect(value.provisions[0]?.lines).toEqual([1, 2]);
});

test('headings of Word are headings without a number', async () => {
  const bytes = await word([
    new Paragraph({ text: 'On water', heading: HeadingLevel.HEADING_2 }),
    new Paragraph('The sides will share river data every week, in a form that both can read.'),
  ]);
  const { value } = await readDocument({ name: 'a.docx', bytes });
  expect(value.provisions.map((provision) => provision.role)).toEqual(['heading', 'paragraph']);
});
