import {
  AlignmentType,
  Document,
  TableCell as DocxCell,
  HeightRule,
  ImportedXmlComponent,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Locale } from '../../kernel/index.ts';
import type { CellValue, SheetColumn, SheetTable } from '../../register/index.ts';
import { BLANK, formKeywords } from './form-blank.ts';

/** Twentieths of a point: what a line is called, and what it says; together the text of an A4 page. */
const WIDTHS = [2_700, 6_900];
const FONT = 'Times New Roman';
const GREEN = 'F4FAF6';
const GREY = 'E8EBF0';

/** How a day is shown that is picked; each is read again. */
const DAYS: Readonly<Record<Locale, string>> = { vi: 'dd/MM/yyyy', en: 'yyyy-MM-dd', zh: 'yyyy年M月d日' };
const TAGS: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB', zh: 'zh-CN' };

/**
 * A list as a form to fill in in Word or LibreOffice, or by hand on paper: a table for each row, a line for each column, the lines to fill in
 * tinted, each with a content control: words, a choice to pick, a day. No macros.
 */
export async function writeForm(table: SheetTable, locale: Locale): Promise<Uint8Array> {
  const { title, note, rows } = table;
  const document = new Document({
    ...{ creator: 'Servanda', title, keywords: formKeywords(rows.length) },
    styles: { default: { document: { run: { font: FONT, size: 24, language: { value: TAGS[locale] } } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1_000, bottom: 1_000, left: 1_150, right: 1_150 } } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 80 },
            children: [new TextRun({ text: title, bold: true, size: 28 })],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: note, italics: true, size: 20 })],
          }),
          ...rows.flatMap(({ key, cells }, row) => [
            cardOf(table.columns, key, cells, { locale, row }),
            new Paragraph({ spacing: { after: 240 } }),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

interface Place {
  readonly locale: Locale;
  readonly row: number;
}

/** One row of the list, line by line; what names it stands last, small. */
function cardOf(columns: readonly SheetColumn[], key: string | null, cells: readonly CellValue[], place: Place): Table {
  const named = columns.map((column, index) => ({ column, index, value: cells[index] ?? null }));
  const lines = [
    ...named.filter(({ column }) => column.id !== 'key'),
    ...named.filter(({ column }) => column.id === 'key'),
  ];
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: WIDTHS,
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: lines.map(({ column, index, value }) => {
      const code = column.id === 'key';
      const size = code ? 14 : 22;
      const said = code ? [plain(key ?? '', size)] : lineOf(column, value, { ...place, index });
      return new TableRow({
        cantSplit: true,
        ...(column.editable && { height: { value: 420, rule: HeightRule.ATLEAST } }),
        children: [
          cell([plain(column.title, size, !code)], 0, column.editable ? 'DCEFE2' : GREY),
          cell(said, 1, column.editable ? GREEN : null),
        ],
      });
    }),
  });
}

function lineOf(column: SheetColumn, value: CellValue, place: Place & { readonly index: number }): Paragraph[] {
  const { editable } = column;
  const words = wordsOf(column, value, place.locale);
  // LibreOffice keeps no break within a control: words of several lines stand in the cell as they are.
  if (editable && !words.includes('\n')) return [new Paragraph({ children: [control(column, words, place) as never] })];
  return words.split('\n').map((line) => plain(line, 22));
}

function wordsOf({ kind, choices }: SheetColumn, value: CellValue, locale: Locale): string {
  if (value === null) return '';
  if (kind === 'choice') return choices.find((choice) => choice.value === String(value))?.label ?? '';
  const [, year = '', month = '', day = ''] = (kind === 'day' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value))) || [];
  if (year === '') return String(value);
  return DAYS[locale]
    .replace('yyyy', year)
    .replace(/MM?/, (form) => (form.length === 2 ? month : String(Number(month))))
    .replace(/dd?/, (form) => (form.length === 2 ? day : String(Number(day))));
}

function plain(text: string, size: number, bold = false): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size, bold })] });
}

function cell(children: Paragraph[], column: number, fill: string | null): DocxCell {
  return new DocxCell({
    children,
    width: { size: WIDTHS[column] ?? 1_000, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(fill !== null && { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
  });
}

/** A content control (ECMA-376, part 1, 17.5.2): what can be filled in, which cannot be deleted by a slip. */
function control(
  { id, title, kind, choices }: SheetColumn,
  words: string,
  { locale, row, index }: Place & { readonly index: number },
): ImportedXmlComponent {
  const items = choices.map(
    ({ label, value }) => `<w:listItem w:displayText="${xml(label)}" w:value="${xml(value)}"/>`,
  );
  const kinds = {
    choice: `<w:dropDownList>${items.join('')}</w:dropDownList>`,
    day: `<w:date><w:dateFormat w:val="${DAYS[locale]}"/><w:lid w:val="${TAGS[locale]}"/></w:date>`,
    text: '<w:text w:multiLine="1"/>',
    number: '<w:text/>',
  };
  const empty = words === '';
  const color = empty ? '<w:color w:val="7A8391"/>' : '';
  return ImportedXmlComponent.fromXmlString(
    `<w:sdt><w:sdtPr><w:alias w:val="${xml(title)}"/><w:tag w:val="${id}"/><w:id w:val="${(row + 1) * 100 + index}"/>` +
      `<w:lock w:val="sdtLocked"/>${empty ? '<w:showingPlcHdr/>' : ''}${kinds[kind]}</w:sdtPr>` +
      `<w:sdtContent><w:r><w:rPr>${color}<w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">${xml(empty ? BLANK : words)}</w:t></w:r></w:sdtContent></w:sdt>`,
  );
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function xml(text: string): string {
  // XML 1.0 has no place for these.
  return text.replace(/[^\t\n\u0020-\ud7ff\ue000-\u{10ffff}]/gu, '').replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}
