import {
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type MessageId, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import type { CascadeView } from '../../operations/index.ts';
import { SECTORS } from '../../vocabulary/index.ts';
import { dueCell } from './lineage-export.ts';

/** Columns with their share of the page in percent; the last two are for the province to fill in. */
const COLUMNS: readonly (readonly [MessageId, number])[] = [
  ['lineage.export.place', 8],
  ['lineage.export.national', 46],
  ['lineage.export.strength', 10],
  ['lineage.export.due', 12],
  ['lineage.export.lead', 14],
  ['lineage.export.deadline', 10],
];

function cell(text: string, width: number, bold = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: [new Paragraph({ children: [new TextRun({ text, bold, size: 20 })] })],
  });
}

function tableOf(rows: CascadeView['rows'], locale: Locale): Table {
  const head = new TableRow({
    tableHeader: true,
    children: COLUMNS.map(([id, width]) => cell(translate(locale, id), width, true)),
  });
  const body = rows.map(({ commitment }) => {
    const strength = translate(locale, `strength.${commitment.strength}`);
    const values = [commitment.path, commitment.quote, strength, dueCell(locale, commitment), '', ''];
    return new TableRow({
      cantSplit: true,
      children: COLUMNS.map(([, width], at) => cell(values[at] ?? '', width)),
    });
  });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...body] });
}

/** A draft of what no local document takes up yet, by field, as a Word file on a page lying across. */
export async function cascadeDraft(view: CascadeView, locale: Locale): Promise<Buffer> {
  const open = view.rows.filter(({ takenUp }) => takenUp.length === 0);
  const bySector = Map.groupBy(open, ({ commitment }) => commitment.sector);
  const sections = SECTORS.flatMap((sector) => {
    const rows = bySector.get(sector) ?? [];
    if (rows.length === 0) return [];
    const heading = { text: translate(locale, `sector.${sector}`), heading: HeadingLevel.HEADING_2 };
    return [new Paragraph({ ...heading, spacing: { before: 240, after: 120 } }), tableOf(rows, locale)];
  });
  const values = { title: view.national.title, count: open.length };
  const document = new Document({
    title: translate(locale, 'lineage.export.title'),
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({ text: translate(locale, 'lineage.export.title'), heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            text: translate(locale, 'lineage.export.intro', values),
            spacing: { before: 120, after: 120 },
          }),
          ...sections,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
