import { type CsvCell, csvRows } from '../../kernel/index.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { Gatherer, POINT_LIMIT, type WaterReading } from './gather.ts';

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
  const { rows, unclosed } = csvRows(decoded.text);
  if (unclosed) gather.say('csv-quotes', unclosed);
  const [header, ...body] = rows;
  const columns = header ? columnsOf(header) : new Map<Column, number>();
  const lacking = NEEDED.filter((column) => !columns.has(column));
  if (!header || lacking.length > 0) {
    gather.say('csv-header', { line: 1, column: 1 }, { columns: lacking.join(', ') });
    return gather.done(null);
  }
  for (const [index, row] of body.entries()) {
    if (index === POINT_LIMIT) gather.say('too-many', row[0] as CsvCell, { limit: POINT_LIMIT });
    if (index >= POINT_LIMIT) break;
    readRow(row, header.length, columns, gather);
  }
  return gather.done('csv');
}

function columnsOf(header: readonly CsvCell[]): Map<Column, number> {
  const names = Object.entries(COLUMNS) as unknown as readonly [Column, readonly string[]][];
  return new Map(
    header.flatMap(({ text }, index) => {
      const folded = text.trim().toLowerCase().normalize('NFC');
      const found = names.find(([, words]) => words.includes(folded));
      return found ? [[found[0], index] as const] : [];
    }),
  );
}

function readRow(row: readonly CsvCell[], width: number, columns: Map<Column, number>, gather: Gatherer): void {
  const first = row[0] as CsvCell;
  if (row.length !== width) {
    gather.say('csv-cells', first, { found: row.length, wanted: width });
    return;
  }
  const cell = (column: Column): CsvCell | undefined => row[columns.get(column) ?? -1];
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
