import {
  type Cell,
  type CellStyle,
  colToLetter,
  type DataValidation,
  type CellValue as HucreValue,
  writeXlsx,
} from 'hucre/xlsx';
import type { CellValue, SheetColumn, SheetTable } from '../../register/index.ts';
import { HEAD_ROW, ORIGIN_SHEET } from './layout.ts';

const FONT = 'Times New Roman';
const LINE = { style: 'thin', color: { rgb: 'B7BDC8' } } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };

/** Days are shown as the reader's spreadsheet shows them: the format with the number 14 follows its language. */
const DAY_FORMAT = 'yyyy-mm-dd';
const DAY_FORMATS: Readonly<Record<string, string>> = { vi: 'dd/mm/yyyy', en: 'd mmm yyyy', zh: 'yyyy"年"m"月"d"日"' };

/**
 * A list as an .xlsx file: the title and its note, a header that stays in sight with filters, real dates, choices to pick from, cells to
 * fill in tinted and all others locked (without a password), the key column hidden.
 * @param locale decides how days are shown
 */
export async function writeSheet(table: SheetTable, locale: string, at: string): Promise<Uint8Array> {
  const { columns, rows, title, note } = table;
  const head = HEAD_ROW - 1;
  const first = columns[0]?.id === 'key' ? 1 : 0;
  const last = colToLetter(columns.length - 1);
  const end = Math.max(HEAD_ROW + rows.length, HEAD_ROW + 1);
  const blank = columns.map(() => null as HucreValue);
  const banner = (text: string) => blank.map((_, index) => (index === first ? text : null));
  return writeXlsx({
    properties: { title, creator: 'Servanda', created: new Date(at) },
    defaultFont: { name: FONT, size: 11 },
    sheets: [
      {
        name: sheetName(title),
        columns: columns.map(({ id, width }) => ({ width, hidden: id === 'key' })),
        rows: [
          banner(title),
          banner(note),
          columns.map((column) => column.title),
          ...rows.map(({ key, cells }) =>
            columns.map((column, index) => hucreValue(cells[index] ?? null, column, key)),
          ),
        ],
        cells: styledCells(table, { first, head, format: DAY_FORMATS[locale] ?? DAY_FORMAT }),
        rowDefs: new Map([
          [0, { height: 24 }],
          [head, { height: 34 }],
          ...rows.map(({ cells }, row) => [head + 1 + row, { height: heightOf(columns, cells) }] as const),
        ]),
        freezePane: { rows: HEAD_ROW, columns: Math.min(first + 2, columns.length) },
        autoFilter: { range: `A${HEAD_ROW}:${last}${end}` },
        dataValidations: validations(columns, end),
        ...(table.form !== null && { protection: PROTECTION }),
        pageSetup: {
          ...{
            paperSize: widthOf(columns) > A4_WIDTH ? 'a3' : 'a4',
            orientation: 'landscape',
            fitToPage: true,
            fitToWidth: 1,
            fitToHeight: 0,
          },
          printTitlesRow: `$${HEAD_ROW}:$${HEAD_ROW}`,
        },
      },
      {
        name: ORIGIN_SHEET,
        rows: originRows(table, at),
        veryHidden: true,
      },
    ],
  });
}

/** Against slips, not against people: it has no password, and filters and widths stay free. */
const PROTECTION = {
  sheet: true,
  autoFilter: true,
  sort: true,
  formatColumns: true,
  formatRows: true,
  formatCells: true,
};

function hucreValue(value: CellValue, { kind, id, choices }: SheetColumn, key: string | null): HucreValue {
  if (id === 'key') return key;
  if (value === null) return null;
  if (kind === 'day') return new Date(`${value}T00:00:00Z`);
  if (kind === 'choice') return choices.find((choice) => choice.value === String(value))?.label ?? String(value);
  return value;
}

function styledCells(
  { columns, rows, form }: SheetTable,
  { first, head, format }: { readonly first: number; readonly head: number; readonly format: string },
): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  cells.set(`0,${first}`, { style: { font: { name: FONT, size: 14, bold: true } } });
  cells.set(`1,${first}`, { style: { font: { name: FONT, size: 10, italic: true, color: { rgb: '5A6472' } } } });
  const styles = columns.map((column) => bodyStyle(column, form !== null, format));
  for (const [index, { editable }] of columns.entries()) {
    cells.set(`${head},${index}`, { style: headStyle(form !== null && editable) });
    for (let row = 0; row < rows.length; row += 1)
      cells.set(`${head + 1 + row},${index}`, { style: styles[index] as CellStyle });
  }
  return cells;
}

function headStyle(editable: boolean): CellStyle {
  return {
    font: { name: FONT, size: 11, bold: true, color: { rgb: editable ? '14532D' : '1F2937' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: editable ? 'DCEFE2' : 'E8EBF0' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    border: BORDER,
  };
}

function bodyStyle({ kind, editable }: SheetColumn, comesBack: boolean, format: string): CellStyle {
  const open = comesBack && editable;
  return {
    font: { name: FONT, size: 11 },
    alignment: { vertical: 'top', wrapText: true, horizontal: kind === 'text' ? 'left' : 'center' },
    border: BORDER,
    ...(kind === 'day' && { numFmt: format }),
    ...(open && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F4FAF6' } } as const }),
    protection: { locked: !open },
  };
}

/**
 * Choices are picked from a list, days have to be days; a wrong one is refused by the spreadsheet itself. The words to choose from stand in
 * the hidden sheet: a list within the rule itself may have 255 letters only, and no comma in a choice.
 */
function validations(columns: readonly SheetColumn[], end: number): DataValidation[] {
  return columns.flatMap(({ kind, editable, choices, title }, index): DataValidation[] => {
    const letter = colToLetter(index);
    const place = { range: `${letter}${HEAD_ROW + 1}:${letter}${end}`, allowBlank: true, showErrorMessage: true };
    if (!editable) return [];
    if (kind === 'choice') {
      const listed = colToLetter(FIRST_CHOICES + index);
      const formula1 = `${ORIGIN_SHEET}!$${listed}$1:$${listed}$${choices.length}`;
      const errorMessage = choices
        .map(({ label }) => label)
        .join(' · ')
        .slice(0, 220);
      return [{ ...place, type: 'list', formula1, errorTitle: title.slice(0, 32), errorMessage }];
    }
    if (kind !== 'day') return [];
    const range = {
      formula1: '36526',
      formula2: '73050',
      errorTitle: title.slice(0, 32),
      errorMessage: '2000-01-01 – 2099-12-31',
    };
    return [{ ...place, ...range, type: 'date', operator: 'between' }];
  });
}

/** Column of the hidden sheet in which the choices of the first column would stand. */
const FIRST_CHOICES = 3;

function originRows({ form, rows, columns }: SheetTable, at: string): HucreValue[][] {
  const facts: HucreValue[][] = [
    ['form', form ?? ''],
    ['rows', rows.length],
    ['at', at],
  ];
  const deepest = Math.max(facts.length, ...columns.map(({ choices }) => choices.length));
  return Array.from({ length: deepest }, (_, row) => [
    ...(facts[row] ?? [null, null]),
    null,
    ...columns.map(({ choices }) => choices[row]?.label ?? null),
  ]);
}

/** Characters that an A4 page lying across holds and that can still be read. */
const A4_WIDTH = 190;
const LINE_HEIGHT = 15;
const MOST_LINES = 14;

function widthOf(columns: readonly SheetColumn[]): number {
  return columns.reduce((sum, { id, width }) => sum + (id === 'key' ? 0 : width), 0);
}

/** As many lines as the longest cell needs, for programs that do not work it out; Chinese letters are twice as wide. */
function heightOf(columns: readonly SheetColumn[], cells: readonly CellValue[]): number {
  const lines = columns.map(({ id, width, kind, choices }, at) => {
    const value = cells[at] ?? null;
    if (id === 'key' || value === null || kind === 'day') return 1;
    const words = choices.find((choice) => choice.value === String(value))?.label ?? String(value);
    return words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((wideLength(line) * 1.1) / width)), 0);
  });
  return LINE_HEIGHT * Math.min(MOST_LINES, Math.max(1, ...lines)) + 3;
}

function wideLength(text: string): number {
  return text.length + (text.match(/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/g)?.length ?? 0);
}

/** Names of sheets have at most 31 letters, and none of these. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[\\/?*[\]:']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 31) || 'Servanda'
  );
}
