import {
  AlignmentType,
  Document,
  TableCell as DocxCell,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { direction, type Locale } from '../../kernel/index.ts';
import type { FindingsTable, TableCell } from './findings-table.ts';

/** Widths of the columns in twentieths of a point; together an A4 page lying on its side, less its margins. */
const WIDTHS = [560, 1_150, 1_350, 3_700, 3_700, 2_100, 1_150, 1_900];
const MARGIN = 600;
const SIZE = 18;

/** Letters of each script from fonts that offices have; the second is for right-to-left and Chinese text. */
const FONT = { ascii: 'Noto Sans', hAnsi: 'Noto Sans', eastAsia: 'Noto Sans CJK SC', cs: 'Noto Naskh Arabic' };

/**
 * The table of differences as a Word file, to be worked on and printed: the head row repeats on each page, right-to-left
 * text is set right to left.
 */
export async function writeFindings(table: FindingsTable, locale: Locale): Promise<Uint8Array> {
  const head = new TableRow({
    tableHeader: true,
    children: table.columns.map((text, index) => cell({ text, language: null }, index, true)),
  });
  const rows = table.rows.map(
    (cells) => new TableRow({ cantSplit: false, children: cells.map((one, index) => cell(one, index, false)) }),
  );
  const document = new Document({
    creator: 'Servanda',
    title: table.heading,
    styles: { default: { document: { run: { font: FONT, size: SIZE, language: { value: TAGS[locale] } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        children: [
          new Paragraph({
            spacing: { after: 80 },
            children: [new TextRun({ text: table.heading, bold: true, size: 26 })],
          }),
          new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ text: table.subheading })] }),
          new Table({
            layout: TableLayoutType.FIXED,
            columnWidths: WIDTHS,
            width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
            rows: [head, ...rows],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const TAGS: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB', zh: 'zh-CN' };

function cell({ text, language }: TableCell, index: number, bold: boolean): DocxCell {
  const rightToLeft = language !== null && direction(language) === 'rtl';
  return new DocxCell({
    width: { size: WIDTHS[index] ?? 1_000, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    children: text.split(/\r?\n/).map(
      (line) =>
        new Paragraph({
          bidirectional: rightToLeft,
          alignment: AlignmentType.START,
          children: [new TextRun({ text: line, bold, rightToLeft })],
        }),
    ),
  });
}
