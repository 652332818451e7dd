import type PDFDocument from 'pdfkit';
import type { Rule, Setting, Sheet } from '../setting.ts';
import { CHINESE, type Faces } from './faces.ts';
import { languageTag } from './language-tag.ts';
import { type FaceName, gapsIn, type Measure, type SetLine, type Stretch } from './typeset.ts';

/** Points in a millimetre. */
export const MM = 72 / 25.4;
/** How far below the top of its line Times stands, in parts of the size. */
const ASCENT = 0.891;
const LINE_HEIGHT = 1.15;

export type Pdf = InstanceType<typeof PDFDocument>;
/** An element of the structure that readers of the page hear. */
export type Tag = ReturnType<Pdf['struct']>;

/** Pages being written: the pen, the sheet that is on, and how far down it is filled. */
export interface Pages {
  readonly pdf: Pdf;
  readonly measure: Measure;
  readonly root: Tag;
  /** Begins a sheet with its own page numbers. */
  begin(sheet: Sheet): void;
  /** Goes to the next page of the same sheet. */
  turn(): void;
  /** Points from the top of the page. */
  y: number;
  /** On the first page of a sheet. */
  fresh: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly width: number;
}

/** Makes the faces known to the file, and opens its structure. */
export function openPages(pdf: Pdf, faces: Faces, setting: Setting): Pages {
  const root = pdf.struct('Document', { lang: languageTag(setting.language), title: setting.title });
  pdf.addStructure(root);
  register(pdf, faces);
  const pages = {
    ...{ pdf, root, y: 0, fresh: true, top: 0, bottom: 0, left: 0, width: 0 },
    measure: remembered((text, face, size) => pdf.font(face).fontSize(size).widthOfString(text)),
    begin: (sheet: Sheet) => {
      on = { sheet, page: 0 };
      pages.turn();
    },
    turn: () => {
      if (on === null) return;
      on.page += 1;
      const { sheet, page } = on;
      const { width, height, margins } = sheet;
      pdf.addPage({ size: [width * MM, height * MM], margin: 0 });
      Object.assign(pages, {
        fresh: page === 1,
        ...{ y: margins.top * MM, top: margins.top * MM, bottom: (height - margins.bottom) * MM },
        ...{ left: margins.left * MM, width: (width - margins.left - margins.right) * MM },
      });
      if (!(sheet.pageNumber.hideFirst && page === 1)) drawNumber(pages, sheet, page);
    },
  };
  let on: { readonly sheet: Sheet; page: number } | null = null;
  return pages;
}

function register(pdf: Pdf, { regular, bold, italic, boldItalic, chinese }: Faces): void {
  const all: readonly (readonly [FaceName, Uint8Array])[] = [
    ...([
      ['regular', regular],
      ['bold', bold],
      ['italic', italic],
      ['boldItalic', boldItalic],
    ] as const),
    ...(chinese === null
      ? []
      : ([
          ['chinese', chinese.regular],
          ['chineseBold', chinese.bold],
        ] as const)),
  ];
  for (const [name, bytes] of all) pdf.registerFont(name, Buffer.from(bytes) as never);
}

function remembered(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (text, face, size) => {
    const key = `${face} ${size} ${text}`;
    const width = known.get(key) ?? measure(text, face, size);
    known.set(key, width);
    return width;
  };
}

function drawNumber({ pdf, measure }: Pages, { pageNumber, width, height, margins }: Sheet, page: number): void {
  const { size, at, edge, align, around } = pageNumber;
  const text = around.replace('{number}', String(page));
  const face = CHINESE.test(text) ? 'chinese' : 'regular';
  const wide = measure(text, face, size);
  const [left, right] = [margins.left * MM, (width - margins.right) * MM];
  const x = align === 'right' ? right - wide : (left + right - wide) / 2;
  const y = at === 'top' ? edge * MM + size * ASCENT : (height - edge) * MM;
  asArtifact(pdf, 'Pagination', () => drawText(pdf, { text, face, size, x, y }));
}

/** Draws what is no content: page numbers, rules, lines of tables. */
export function asArtifact(pdf: Pdf, type: 'Pagination' | 'Layout', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

type Pen = Pick<Pages, 'pdf' | 'measure'>;

/** Draws lines of text one below the other as content of a tag, or as none. @param x left edge of the column, in points */
export function drawLines(
  { pdf, measure }: Pages,
  tag: Tag | null,
  lines: readonly SetLine[],
  x: number,
  y: number,
): void {
  if (lines.length === 0) return;
  tag?.add(pdf.markStructureContent('Span'));
  let down = y;
  for (const line of lines) {
    drawLine({ pdf, measure }, line, x, down);
    down += line.height;
  }
  if (tag !== null) pdf.endMarkedContent();
}

function drawLine(pen: Pen, { stretches, x, height, size, extra }: SetLine, column: number, top: number): void {
  const baseline = top + (height - size * LINE_HEIGHT) / 2 + size * ASCENT;
  let across = column + x;
  for (const stretch of stretches) {
    drawStretch(pen, stretch, across, baseline, extra);
    across += stretch.width + gapsIn(stretch) * extra;
  }
}

function drawStretch({ pdf, measure }: Pen, stretch: Stretch, x: number, y: number, extra: number): void {
  const { text, face, letters, width } = stretch;
  const wide = width + gapsIn(stretch) * extra;
  const spacing = face.startsWith('chinese') ? { characterSpacing: extra } : { wordSpacing: extra };
  const drawn = { face, size: letters.size, y, colour: letters.colour };
  // The library drops the blanks that words begin with when it draws words apart.
  const [before = ''] = /^ */.exec(text) ?? [];
  if (before !== '') drawText(pdf, { ...drawn, text: before, x });
  const blanks = before.length === 0 ? 0 : before.length * (measure(' ', face, letters.size) + extra);
  const words = text.slice(before.length);
  if (words !== '') drawText(pdf, { ...drawn, text: words, x: x + blanks, spacing: extra === 0 ? {} : spacing });
  if (letters.underline) {
    pdf
      .lineWidth(letters.size / 20)
      .moveTo(x, y + letters.size * 0.12)
      .lineTo(x + wide, y + letters.size * 0.12)
      .stroke('#000000');
  }
}

interface Drawn {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly x: number;
  /** The line the letters stand on. */
  readonly y: number;
  readonly colour?: string | undefined;
  readonly spacing?: { readonly characterSpacing?: number; readonly wordSpacing?: number };
}

function drawText(pdf: Pdf, { text, face, size, x, y, colour = '000000', spacing = {} }: Drawn): void {
  pdf.font(face).fontSize(size).fillColor(`#${colour}`);
  pdf.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', ...spacing });
}

/** Space that a rule takes. */
export const RULE_SPACE = 4;

/** Draws a rule in the middle of a column. */
export function drawRule(
  { pdf }: Pages,
  { length, colour = '000000', weight = 0.75 }: Rule,
  x: number,
  width: number,
  y: number,
): void {
  const long = length === 0 ? width : length * MM;
  const start = x + (width - long) / 2;
  asArtifact(pdf, 'Layout', () =>
    pdf
      .lineWidth(weight)
      .moveTo(start, y + 2)
      .lineTo(start + long, y + 2)
      .stroke(`#${colour}`),
  );
}
