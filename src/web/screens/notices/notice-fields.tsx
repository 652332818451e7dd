import {
  type FieldSchema,
  type FieldValue,
  type NoticeFields,
  type Position,
  positionText,
} from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { BothTimes } from '../../parts/both-times.tsx';
import { useSeriesText } from '../../parts/series-text.ts';

/** The name of a field, with the letter that printed forms put before it. */
export function useFieldName(): (name: string, schema: FieldSchema) => string {
  const { locale } = useSpeech();
  return (name, schema) => {
    const letter = schema['x-letter'];
    const known = schema['x-names']?.[locale] ?? name;
    return letter === undefined ? known : `${letter}. ${known}`;
  };
}

/** One value of a notice as its schema says it is to be read. */
function Value({
  value,
  schema,
  parties,
}: {
  readonly value: FieldValue;
  readonly schema: FieldSchema;
  readonly parties: readonly string[];
}) {
  const { locale, t } = useSpeech();
  const { day } = useSeriesText();
  const name = useFieldName();
  if (schema['x-location']) return <>{positionText(value as unknown as Position)}</>;
  if (typeof value === 'boolean') return <>{t(value ? 'notices.yes' : 'notices.no')}</>;
  if (typeof value === 'number') {
    return <>{`${value.toLocaleString(locale)}${schema['x-unit'] ? ` ${schema['x-unit']}` : ''}`}</>;
  }
  if (Array.isArray(value)) {
    const columns = Object.entries(schema.items?.properties ?? {});
    return (
      <table className="table notice-rows">
        <thead>
          <tr>
            {columns.map(([id, column]) => (
              <th key={id} scope="col">
                {name(id, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a notice have no other name and never move
            <tr key={index}>
              {columns.map(([id, column]) => {
                const cell = (row as NoticeFields)[id];
                return (
                  <td key={id}>{cell !== undefined && <Value value={cell} schema={column} parties={parties} />}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  if (typeof value !== 'string') return null;
  const choice = schema['x-values']?.[value]?.[locale];
  if (choice !== undefined) return <>{choice}</>;
  if (schema.format === 'date-time') return <BothTimes at={value} parties={parties} />;
  if (schema.format === 'date') return <>{day(value)}</>;
  return (
    <span dir="auto" className="notice-words">
      {value}
    </span>
  );
}

/** What a notice says beside its headline, in the order of its type. */
export function NoticeFieldList({
  fields,
  schema,
  parties,
}: {
  readonly fields: NoticeFields;
  readonly schema: FieldSchema;
  readonly parties: readonly string[];
}) {
  const name = useFieldName();
  return (
    <dl className="notice-fields">
      {Object.entries(schema.properties ?? {}).flatMap(([id, field]) => {
        const value = fields[id];
        return value === undefined ? (
          []
        ) : (
          <div key={id}>
            <dt>{name(id, field)}</dt>
            <dd>
              <Value value={value} schema={field} parties={parties} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
