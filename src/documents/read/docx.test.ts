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
