import { decodeXml } from '../xml/decode-xml.ts';
import { Gatherer, POINT_LIMIT, type WaterReading } from './gather.ts';
import type { WaterPlace } from './rules.ts';

/** The columns of the profile, under the names they may have in a header. */
const COLUMNS = {
  station: ['station', 'trạm', 'tram', '站', '测站', '站点'],
  time: ['time', 'thời gian', 'thoi gian', '时间'],
  parameter: ['parameter', 'yếu tố', 'yeu to', '要素', '参数'],
  value: ['value', 'giá trị', 'gia tri', '值', '数值'],
  unit: ['unit', 'đơn vị', 'don vi', '单位'],
  quality: ['quality', 'chất lượng', 'chat luong', '质量'],
  datum: ['datum', 'cao độ chuẩn', 'hệ cao độ', '基面', '高程基准'],
  name: ['name', 'tên trạm', '站名'],
  latitude: ['latitude', 'vĩ độ', '纬度'],
  longitude: ['longitude', 'kinh độ', '经度'],
  remark: ['remark', 'ghi chú', '备注'],
} as const;
type Column = keyof typeof COLUMNS;
const NEEDED: readonly Column[] = ['station', 'time', 'parameter', 'value', 'unit'];

interface Cell extends WaterPlace {
  readonly text: string;
}

/**
 * Reads the CSV profile: one value a row, columns in any order and in any of the three languages. A time without an
 * offset is refused, and so is a comma for the decimal point: neighbours an hour apart must not guess.
 */
export function readWaterCsv(bytes: Uint8Array): WaterReading {
  const gather = new Gatherer();
  const decoded = decodeXml(bytes);
  if ('refused' in decoded) {
    gather.say('not-water', { line: 1, column: 1 }, { name: decoded.encoding, space: '–' });
    return gather.done(null);
  }
  const rows = rowsOf(decoded.text, gather);
  const [header, ...body] = rows;
  const columns = header ? columnsOf(header) : new Map<Column, number>();
  const lacking = NEEDED.filter((column) => !columns.has(column));
  if (!header || lacking.length > 0) {
    gather.say('csv-header', { line: 1, column: 1 }, { columns: lacking.join(', ') });
    return gather.done(null);
  }
  for (const [index, row] of body.entries()) {
    if (index === POINT_LIMIT) gather.say('too-many', row[0] as Cell, { limit: POINT_LIMIT });
    if (index >= POINT_LIMIT) break;
    readRow(row, header.length, columns, gather);
  }
  return gather.done('csv');
}

function columnsOf(header: readonly Cell[]): Map<Column, number> {
  const names = Object.entries(COLUMNS) as unknown as readonly [Column, readonly string[]][];
  return new Map(
    header.flatMap(({ text }, index) => {
      const folded = text.trim().toLowerCase().normalize('NFC');
      const found = names.find(([, words]) => words.includes(folded));
      return found ? [[found[0], index] as const] : [];
    }),
  );
}

function readRow(row: readonly Cell[], width: number, columns: Map<Column, number>, gather: Gatherer): void {
  const first = row[0] as Cell;
  if (row.length !== width) {
    gather.say('csv-cells', first, { found: row.length, wanted: width });
    return;
  }
  const cell = (column: Column): Cell | undefined => row[columns.get(column) ?? -1];
  const text = (column: Column): string => cell(column)?.text.trim() ?? '';
  const degrees = (column: Column): number | null => {
    if (text(column) === '') return null;
    const number = Number(text(column));
    if (!Number.isFinite(number)) gather.say('value-form', cell(column) ?? first, { text: text(column).slice(0, 40) });
    return Number.isFinite(number) ? number : null;
  };
  const station = {
    ...{ id: text('station'), name: text('name'), datum: text('datum') || null },
    ...{ latitude: degrees('latitude'), longitude: degrees('longitude') },
  };
  if (station.id === '') gather.say('station-missing', first);
  const head = { station, property: text('parameter'), unit: text('unit'), interpolation: null };
  const key = gather.begin(head, cell('unit') ?? first);
  const point = {
    time: text('time').replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T'),
    ...{ value: text('value'), quality: text('quality'), censored: null, remark: text('remark') || null },
    ...{ place: cell('value') ?? first, timePlace: cell('time') ?? first },
  };
  gather.add(key, point, null);
}

/** Rows of cells with their places (RFC 4180); blank lines are none. The separator is that of the first line. */
function rowsOf(text: string, gather: Gatherer): readonly (readonly Cell[])[] {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const separator = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ',';
  const rows: Cell[][] = [[]];
  let [at, line, start] = [0, 1, 0];
  while (at <= text.length) {
    const place = { line, column: at - start + 1 };
    const quoted = text[at] === '"';
    const end = quoted ? closing(text, at + 1) : ending(text, at, separator);
    if (end < 0) {
      gather.say('csv-quotes', place);
      break;
    }
    const content = quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end);
    rows.at(-1)?.push({ text: content, ...place });
    if (quoted)
      for (let next = text.indexOf('\n', at); next >= 0 && next < end; next = text.indexOf('\n', next + 1)) {
        line += 1;
        start = next + 1;
      }
    at = quoted ? end + 1 : end;
    if (quoted && at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') {
      gather.say('csv-quotes', { line, column: at - start + 1 });
      break;
    }
    if (at >= text.length) break;
    if (text[at] === separator) at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
      start = at;
      rows.push([]);
    }
  }
  return rows.filter((row) => row.some((cell) => cell.text.trim() !== ''));
}

function ending(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** The quote that ends a quoted cell; two in a row are one of its text. -1 where it never ends. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
