import { stringify } from 'csv-stringify/sync';
import { actorName, formatInterval, hasMessage, type MessageId, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import type { EntityRow } from '../../operations/index.ts';
import type { EntityKind } from '../../vocabulary/index.ts';
import { harmless } from './register-csv.ts';

interface CsvColumn {
  readonly id: MessageId;
  readonly write: (row: EntityRow, locale: Locale) => string;
}

const forms = (language: 'vi' | 'en' | 'zh' | 'fa') => (row: EntityRow) =>
  (row.fields.names[language] ?? []).join('; ');

const NAMES: readonly CsvColumn[] = [
  { id: 'entity-column.name-vi', write: forms('vi') },
  { id: 'entity-column.name-en', write: forms('en') },
  { id: 'entity-column.name-zh', write: forms('zh') },
  { id: 'entity-column.name-fa', write: forms('fa') },
];

function typeOf({ kind, fields }: EntityRow, locale: Locale): string {
  const id = `entity-type.${kind}.${fields.type}`;
  return hasMessage(id) ? translate(locale, id) : (fields.type ?? '');
}

function session(value: EntityRow['summary']['last'], locale: Locale): string {
  if (value === null) return '';
  return [value.ordinal ?? '', formatInterval(locale, value.from, value.to), value.host ?? '']
    .filter((part) => part !== '')
    .join(' · ');
}

function changeOf({ summary }: EntityRow, locale: Locale): string {
  if (summary.change === null) return '';
  const { change, status } = summary.change;
  return `${translate(locale, `gate-change.${change}` as MessageId)} (${translate(locale, `fact-status.${status}`)})`;
}

const TYPE: CsvColumn = { id: 'entity-column.type', write: typeOf };
const PARTY: CsvColumn = {
  id: 'entity-column.party',
  write: ({ fields }, locale) => (fields.party === null ? '' : actorName(locale, fields.party)),
};
const VALIDITY: readonly CsvColumn[] = [
  { id: 'entity-column.from', write: ({ fields }) => fields.from ?? '' },
  { id: 'entity-column.until', write: ({ fields }) => fields.until ?? '' },
  { id: 'entity-column.successor', write: ({ successorName }) => Object.values(successorName ?? {})[0]?.[0] ?? '' },
];
const COUNTS: readonly CsvColumn[] = [
  { id: 'entity-column.mentions', write: ({ mentions }) => String(mentions) },
  { id: 'entity-column.commitments', write: ({ commitments }) => String(commitments) },
  { id: 'entity-column.state', write: ({ state }, locale) => translate(locale, `entity-state.${state}`) },
];

const OWN: Readonly<Record<EntityKind, readonly CsvColumn[]>> = {
  body: [TYPE, PARTY, ...VALIDITY],
  place: [TYPE, PARTY, ...VALIDITY],
  mechanism: [
    TYPE,
    { id: 'entity-column.last', write: ({ summary }, locale) => session(summary.last, locale) },
    { id: 'entity-column.next', write: ({ summary }, locale) => session(summary.next, locale) },
  ],
  instrument: [
    TYPE,
    { id: 'entity-column.signed', write: ({ fields, summary }) => fields.signed ?? summary.signed?.from ?? '' },
    { id: 'entity-column.expires', write: ({ fields, summary }) => fields.expires ?? summary.expires ?? '' },
    { id: 'entity-column.parties', write: ({ summary }) => summary.parties.join('; ') },
  ],
  gate: [TYPE, { id: 'entity-column.change', write: changeOf }],
};

/** A register of entries as CSV, piece by piece: byte-order mark, header in the reader's language, rows as they come. */
export async function* entitiesCsv(
  batches: AsyncIterable<readonly EntityRow[]>,
  kind: EntityKind,
  locale: Locale,
): AsyncGenerator<string> {
  const columns = [...NAMES, ...OWN[kind], ...COUNTS];
  yield `\uFEFF${stringify([columns.map(({ id }) => translate(locale, id))], FORM)}`;
  for await (const rows of batches) {
    yield stringify(
      rows.map((row) => columns.map(({ write }) => harmless(write(row, locale)))),
      FORM,
    );
  }
}

const FORM = { record_delimiter: 'windows' } as const;
