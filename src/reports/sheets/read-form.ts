import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { Problem } from '../../kernel/index.ts';
import {
  foldHeader,
  headersOf,
  type ReadCell,
  type ReadRow,
  type ReadSheet,
  sheetColumns,
} from '../../register/index.ts';
import { assertOffice } from './archive.ts';
import { filledIn, reportsIn } from './form-blank.ts';
import { ROW_LIMIT } from './layout.ts';

const BODY = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';

/** Lines known by what they are called that make a table a report. */
const ENOUGH = 4;

/**
 * Reads a report form (.docx) that was filled in, as Word or LibreOffice saves it: each report as a row under the header that its lines make.
 * Lines may stand in another order; a line that was taken out is a fault where it would have counted. Empty where it is no form of ours.
 * @throws Problem `format-unknown` (no .docx), `file-damaged`, `file-too-large`, `sheet-too-large`
 */
export function readForm(name: string, bytes: Uint8Array): ReadSheet[] {
  assertOffice(name, bytes, BODY);
  try {
    const parts = unzipSync(bytes, { filter: (part) => part.name === BODY || part.name === PROPERTIES });
    const cards = cardsOf(tableLines(strFromU8(parts[BODY] ?? new Uint8Array())));
    if (cards.length === 0) return [];
    if (cards.length > ROW_LIMIT) throw new Problem('sheet-too-large', { name, sheet: name, limit: ROW_LIMIT });
    const exported = reportsIn(strFromU8(parts[PROPERTIES] ?? new Uint8Array()));
    return [{ name: name.slice(0, 60), rows: [HEAD, ...cards.map(rowOf)], merges: [], exported, form: true }];
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('file-damaged', { name, format: 'docx', reason: reason.slice(0, 200) });
  }
}

const COLUMNS = sheetColumns('reports', 'en');
const HEAD: ReadRow = { number: 0, cells: COLUMNS.map(({ id }) => textCell(id)) };

type Card = Map<string, string>;

function rowOf(card: Card, index: number): ReadRow {
  const cells = COLUMNS.map(({ id, editable }): ReadCell => {
    const said = card.get(id);
    if (said === undefined && editable) return { value: null, kind: 'missing', formula: false };
    return textCell(filledIn(said ?? ''));
  });
  return { number: index + 1, cells };
}

function textCell(value: string): ReadCell {
  return value === '' ? { value: null, kind: 'empty', formula: false } : { value, kind: 'text', formula: false };
}

/** The reports of a form: a line that comes again begins the next, also where two tables have run together. */
function cardsOf(lines: readonly Line[]): Card[] {
  const headers = headersOf('reports');
  const cards: Card[] = [];
  let table = -1;
  let card: Card = new Map();
  for (const line of lines) {
    const id = headers.get(foldHeader(line.label));
    if (line.table !== table || (id !== undefined && card.has(id))) {
      card = new Map();
      cards.push(card);
      table = line.table;
    }
    if (id !== undefined) card.set(id, line.said);
  }
  return cards.filter(({ size }) => size >= ENOUGH);
}

interface Line {
  readonly table: number;
  readonly label: string;
  readonly said: string;
}

/** Parts whose text is not, or no longer, in the document as it reads: moved away, or said again for old programs. */
const APART: ReadonlySet<string> = new Set(['moveFrom', 'Fallback', 'del', 'txbxContent']);

/** Every row of two cells or more in the tables of a Word file, in order; what stands in tables within cells is the cell's. */
function tableLines(text: string): Line[] {
  const lines: Line[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let [tables, depth, apart] = [0, 0, 0];
  let cells: string[] = [];
  let [inText, begun] = [false, false];
  const add = (words: string) => {
    if (depth > 0 && apart === 0 && cells.length > 0) cells[cells.length - 1] += words;
  };
  parser.on('opentag', ({ local }) => {
    if (APART.has(local)) apart += 1;
    if (local === 'tbl') {
      depth += 1;
      if (depth === 1) tables += 1;
    } else if (local === 'tr' && depth === 1) cells = [];
    else if (local === 'tc' && depth === 1) {
      cells.push('');
      begun = false;
    } else if (local === 'p') {
      if (begun) add('\n');
      begun = true;
    } else if (local === 't') inText = true;
    else if (local === 'br' || local === 'cr') add('\n');
    else if (local === 'tab') add(' ');
  });
  parser.on('text', (words) => {
    if (inText) add(words);
  });
  parser.on('closetag', ({ local }) => {
    if (APART.has(local)) apart -= 1;
    if (local === 't') inText = false;
    else if (local === 'tr' && depth === 1 && cells.length > 1) {
      lines.push({ table: tables, label: cells[0] ?? '', said: cells.slice(1).join('\n') });
    } else if (local === 'tbl') depth -= 1;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return lines;
}
