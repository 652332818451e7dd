import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Language } from '../../../kernel/index.ts';
import type { Grid, Letters, Line, Part, Rule, Setting, Sheet } from '../setting.ts';
import { languageTag } from './language-tag.ts';

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4;
const twips = (millimetres: number) => Math.round(millimetres * TWIPS);

const ALIGN = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;
const OUTLINE = { title: undefined, 'heading-1': 0, 'heading-2': 1, text: undefined, item: undefined } as const;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;

/** A paper as a Word file with exactly the measures of its setting. */
export async function writePaperDocx(setting: Setting): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Servanda',
    title: setting.title,
    features: { updateFields: false },
    styles: {
      default: {
        document: {
          run: { font: fontOf(setting), size: 28, language: wordLanguage(setting.language) },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections: setting.sheets.map((sheet) => section(sheet, setting)),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function fontOf({ font }: Setting, eastAsian = font.eastAsian) {
  return { ascii: font.latin, hAnsi: font.latin, cs: font.latin, eastAsia: eastAsian };
}

function wordLanguage(language: Language) {
  const value = languageTag(language);
  // Latin letters within Chinese are said to be English: else they are broken in the middle of a word.
  return language === 'zh' ? { value: 'en-US', eastAsia: value } : { value, eastAsia: 'zh-CN' };
}

function section(sheet: Sheet, setting: Setting): ISectionOptions {
  const { width, height, margins, pageNumber } = sheet;
  const lying = width > height;
  const numbered = [numberParagraph(pageNumber, setting)];
  const empty = [new Paragraph({})];
  const top = pageNumber.at === 'top';
  return {
    properties: {
      titlePage: pageNumber.hideFirst,
      page: {
        size: {
          orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          // The library swaps both for a sheet that lies.
          width: twips(lying ? height : width),
          height: twips(lying ? width : height),
        },
        margin: {
          ...{ top: twips(margins.top), bottom: twips(margins.bottom) },
          ...{ left: twips(margins.left), right: twips(margins.right) },
          ...{ header: twips(top ? pageNumber.edge : 10), footer: twips(top ? 10 : pageNumber.edge) },
        },
        pageNumbers: { start: 1 },
      },
    },
    ...(top
      ? { headers: { default: new Header({ children: numbered }), first: new Header({ children: empty }) } }
      : { footers: { default: new Footer({ children: numbered }), first: new Footer({ children: empty }) } }),
    children: apart(sheet.parts).map((part) => partOf(part, width - margins.left - margins.right, setting)),
  };
}

function numberParagraph({ size, align, around }: Sheet['pageNumber'], setting: Setting): Paragraph {
  const [before = '', after = ''] = around.split('{number}');
  return new Paragraph({
    alignment: ALIGN[align],
    children: [new TextRun({ children: [before, PageNumber.CURRENT, after], size: size * 2, font: fontOf(setting) })],
  });
}

/** Between grids, and after the last, stands a line: Word would make one of two tables that touch. */
function apart(parts: readonly Part[]): Part[] {
  const gap: Line = {
    ...{ kind: 'line', role: 'text', letters: [{ text: '', size: 2 }], align: 'left', firstLine: 0, indent: 0 },
    ...{ before: 0, after: 0, leading: { exact: 2 } },
  };
  return parts.flatMap((part, index) => {
    const next = parts[index + 1];
    return part.kind === 'grid' && (next === undefined || next.kind === 'grid') ? [part, gap] : [part];
  });
}

function partOf(part: Part, width: number, setting: Setting): Paragraph | Table {
  if (part.kind === 'grid') return gridOf(part, setting);
  return part.kind === 'rule' ? ruleOf(part, width) : lineParagraph(part, setting);
}

function lineParagraph(line: Line, setting: Setting): Paragraph {
  const { role, align, firstLine, indent, before, after, leading, keepNext, letters } = line;
  const spacing =
    'exact' in leading
      ? { line: Math.round(leading.exact * 20), lineRule: LineRuleType.EXACT }
      : { line: Math.round(leading.times * 240), lineRule: LineRuleType.AUTO };
  const outline = OUTLINE[role];
  return new Paragraph({
    alignment: ALIGN[align],
    spacing: { before: Math.round(before * 20), after: Math.round(after * 20), ...spacing },
    ...((firstLine > 0 || indent > 0) && { indent: { firstLine: twips(firstLine), left: twips(indent) } }),
    ...(keepNext && { keepNext }),
    ...(outline !== undefined && { outlineLevel: outline }),
    children: letters.map((one) => runOf(one, setting)),
  });
}

function runOf({ text, size, bold, italic, underline, colour, face, language }: Letters, setting: Setting): TextRun {
  return new TextRun({
    text,
    size: Math.round(size * 2),
    ...(bold && { bold }),
    ...(italic && { italics: italic }),
    ...(underline && { underline: {} }),
    ...(colour !== undefined && { color: colour }),
    ...(face !== undefined && { font: fontOf(setting, face) }),
    ...(language !== undefined && { language: wordLanguage(language), rightToLeft: language === 'fa' }),
  });
}

/** An empty paragraph with a line under it, as long as the rule is. */
function ruleOf({ length, colour = '000000', weight = 0.75, before = 0 }: Rule, width: number): Paragraph {
  const side = length === 0 ? 0 : Math.max(0, (width - length) / 2);
  return new Paragraph({
    border: { bottom: { style: BorderStyle.SINGLE, size: Math.round(weight * 8), color: colour, space: 0 } },
    indent: { left: twips(side), right: twips(side) },
    spacing: { before: before * 20, after: 40, line: 60, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 4 })],
  });
}

const INSIDE = { head: 0, foot: 0, pair: 2, table: 1.2 } as const;

function gridOf({ columns, rows, purpose }: Grid, setting: Setting): Table {
  const lined = purpose === 'table';
  const border = lined ? THIN : NO_LINE;
  const inside = INSIDE[purpose];
  const [top, side] = lined ? [twips(0.7), twips(inside)] : [0, twips(inside)];
  const borders = { top: border, bottom: border, left: border, right: border };
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(twips),
    width: { size: twips(columns.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    borders: { ...borders, insideHorizontal: border, insideVertical: border },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          ...(lined && row === 0 && { tableHeader: true }),
          cantSplit: purpose !== 'pair',
          children: cells.map(
            ({ content }, index) =>
              new TableCell({
                width: { size: twips(columns[index] ?? 0), type: WidthType.DXA },
                margins: { top, bottom: top, left: side, right: side },
                verticalAlign: lined && row === 0 ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
                borders,
                children: content.map((part) =>
                  part.kind === 'rule'
                    ? ruleOf(part, (columns[index] ?? 0) - 2 * inside)
                    : lineParagraph(part, setting),
                ),
              }),
          ),
        }),
    ),
  });
}
