import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { formatDate, type MessageId, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import { itemCells, type Letter } from './letter.ts';

/** Columns with their share of the page in percent. */
const COLUMNS: readonly (readonly [MessageId, number])[] = [
  ['letter.number', 6],
  ['letter.item', 50],
  ['letter.due', 18],
  ['letter.so-far', 26],
];

/** A draft of an urging letter: to whom, what is late with what binds, by when an answer is asked. Number, day of answer and name are left to fill in. */
export async function writeLetter(letter: Letter, locale: Locale): Promise<Uint8Array> {
  const say = (id: MessageId, values: Readonly<Record<string, string | number>> = {}) => translate(locale, id, values);
  const count = letter.items.length;
  const document = new Document({
    creator: 'Servanda',
    title: say('letter.title'),
    styles: { default: { document: { run: { font: 'Times New Roman', size: 26 } } } },
    sections: [
      {
        children: [
          line(say('letter.reference'), { alignment: AlignmentType.LEFT }),
          line(formatDate(locale, letter.day), { alignment: AlignmentType.RIGHT }),
          line(say('letter.title'), { alignment: AlignmentType.CENTER, bold: true }),
          line(say('letter.to', { unit: letter.unit }), { bold: true }),
          line(say('letter.opening', { count: count + letter.more, day: formatDate(locale, letter.day) })),
          tableOf(letter, locale),
          ...(letter.more > 0 ? [line(say('letter.more', { count: letter.more }))] : []),
          line(say('letter.request')),
          line(say('letter.signature'), { alignment: AlignmentType.RIGHT, bold: true }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Set = { readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]; readonly bold?: boolean };

function line(text: string, { alignment = AlignmentType.BOTH, bold = false }: Set = {}): Paragraph {
  return new Paragraph({ alignment, spacing: { before: 120, after: 120 }, children: [new TextRun({ text, bold })] });
}

function tableOf(letter: Letter, locale: Locale): Table {
  const head = COLUMNS.map(([id, width]) => cell([translate(locale, id)], width, true));
  const rows = letter.items.map((item, index) =>
    itemCells(item, index, locale).map((texts, at) => cell(texts, COLUMNS[at]?.[1] ?? 0, false)),
  );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head }),
      ...rows.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  });
}

function cell(texts: readonly string[], width: number, bold: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: texts.map((text) => new Paragraph({ children: [new TextRun({ text, bold, size: 22 })] })),
  });
}
