import { formatDate, formatInterval, hasMessage, type MessageId, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import { type CellValue, nameIn, type SeriesSession, type SheetColumn, type SheetTable } from '../../register/index.ts';
import type { entityBatches } from '../entities/index.ts';
import type { seriesOf } from '../sessions/index.ts';
import type { termsOf } from '../terms/index.ts';

type Cells<Row> = readonly (readonly [
  id: string,
  kind: 'text' | 'day' | 'number',
  width: number,
  read: (row: Row) => CellValue,
])[];

/** A list as a table for reading, in the reader's language. */
export function tableOf<Row>(
  title: MessageId,
  rows: readonly Row[],
  cells: Cells<Row>,
  locale: Locale,
  day: string,
): SheetTable {
  const columns: SheetColumn[] = cells.map(([id, kind, width]) => ({
    ...{ id, kind, width, choices: [], editable: false, title: translate(locale, `sheet-column.${id}` as MessageId) },
  }));
  return {
    ...{ form: null, title: translate(locale, title), columns },
    note: translate(locale, 'sheet.note-past', { day: formatDate(locale, day), count: rows.length }),
    rows: rows.map((row) => ({ key: null, cells: cells.map(([, , , read]) => read(row)) })),
  };
}

/** A whole day, or null where only the year or month is known. */
const whole = (day: string | null) => (day?.length === 10 ? day : null);

function sessionWords(session: SeriesSession | null, locale: Locale): string {
  if (session === null) return '';
  const date = session.date === null ? '' : formatInterval(locale, session.date, session.date);
  return [session.ordinal ?? '', date, session.host ?? ''].filter((part) => part !== '').join(' · ');
}

export function seriesTable(
  rows: Awaited<ReturnType<typeof seriesOf>>['rows'],
  locale: Locale,
  day: string,
): SheetTable {
  return tableOf(
    'sheet.sessions',
    rows,
    [
      ['name', 'text', 50, ({ names }) => nameIn(names, locale)],
      ['last', 'text', 30, ({ last }) => sessionWords(last, locale)],
      ['next', 'text', 30, ({ next }) => sessionWords(next, locale)],
      ['open-items', 'number', 10, ({ unclosed }) => unclosed],
      ['leaning', 'number', 10, ({ commitments }) => commitments],
      ['shown', 'day', 12, ({ shown }) => whole(shown)],
    ],
    locale,
    day,
  );
}

export function termTable(rows: Awaited<ReturnType<typeof termsOf>>['rows'], locale: Locale, day: string): SheetTable {
  return tableOf(
    'sheet.terms',
    rows,
    [
      ['name', 'text', 60, ({ names }) => nameIn(names, locale)],
      ['parties', 'text', 20, ({ parties }) => parties.join('; ')],
      ['signed', 'text', 12, ({ signed }) => signed],
      ['expires', 'text', 12, ({ expires }) => expires],
      ['successor', 'text', 40, ({ successor }) => (successor === null ? null : nameIn(successor.names, locale))],
      ['leaning', 'number', 10, ({ commitments }) => commitments],
    ],
    locale,
    day,
  );
}

type Entities = Awaited<ReturnType<typeof entityBatches>> extends AsyncGenerator<infer Rows> ? Rows : never;

export function entityTable(rows: Entities, locale: Locale, day: string): SheetTable {
  const typeName = ({ kind, fields }: Entities[number]) => {
    const id = `entity-type.${kind}.${fields.type}`;
    return hasMessage(id) ? translate(locale, id) : (fields.type ?? '');
  };
  const forms = (language: 'vi' | 'en' | 'zh') => (row: Entities[number]) =>
    (row.fields.names[language] ?? []).join('; ');
  return tableOf(
    'sheet.entities',
    rows,
    [
      ['name-vi', 'text', 36, forms('vi')],
      ['name-en', 'text', 36, forms('en')],
      ['name-zh', 'text', 36, forms('zh')],
      ['type', 'text', 22, typeName],
      ['from', 'text', 12, ({ fields }) => fields.from],
      ['until', 'text', 12, ({ fields }) => fields.until],
      ['mentions', 'number', 10, ({ mentions }) => mentions],
      ['leaning', 'number', 10, ({ commitments }) => commitments],
    ],
    locale,
    day,
  );
}

export function evaluationTable(
  rows: readonly { readonly title: string; readonly change: string }[],
  locale: Locale,
  day: string,
): SheetTable {
  return tableOf(
    'sheet.evaluations',
    rows,
    [
      ['title', 'text', 60, ({ title }) => title],
      ['change', 'text', 20, ({ change }) => translate(locale, `snapshot-change.${change}` as MessageId)],
    ],
    locale,
    day,
  );
}
