import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from 'react-aria-components';
import {
  type FieldSchema,
  type FieldValue,
  instantOf,
  type Position,
  parsePosition,
  positionText,
  wallTime,
} from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { LinesField } from '../../parts/lines-field.tsx';
import { WordsField } from '../../parts/words-field.tsx';
import { useFieldName } from './notice-fields.tsx';

interface Input {
  readonly label: string;
  readonly schema: FieldSchema;
  readonly value: FieldValue | undefined;
  /** Undefined empties the field. */
  readonly onChange: (value: FieldValue | undefined) => void;
  /** IANA zone that times are typed in. */
  readonly zone: string;
}

const NONE = '–';

/** Day and time by the clocks of the side that sends, with what these are ahead of universal time. */
function InstantInput({ label, value, onChange, zone }: Input) {
  const { t } = useSpeech();
  const id = useId();
  const known = typeof value === 'string' ? wallTime(value, zone) : null;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="instant-input">
        <input
          id={id}
          className="field-input"
          type="datetime-local"
          value={known ? `${known.day}T${known.time}` : ''}
          onChange={({ target }) => {
            const [day, time] = target.value.split('T');
            onChange(day && time ? instantOf(day, time.slice(0, 5), zone) : undefined);
          }}
        />
        <Button
          className="button small"
          onPress={() => onChange(new Date().toISOString().replace(/:\d\d\.\d+Z$/, ':00.000Z'))}
        >
          {t('notices.now')}
        </Button>
        <span className="small soft">{(known ?? wallTime(new Date().toISOString(), zone)).offset}</span>
      </div>
    </div>
  );
}

function NumberInput({ label, schema, value, onChange }: Input) {
  const id = useId();
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  return (
    <div className="field">
      <label htmlFor={id}>{schema['x-unit'] ? `${label} (${schema['x-unit']})` : label}</label>
      <input
        id={id}
        className="field-input"
        inputMode="decimal"
        value={typed}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value);
          const number = Number(target.value.trim().replace(',', '.'));
          onChange(target.value.trim() === '' ? undefined : Number.isNaN(number) ? target.value : number);
        }}
      />
    </div>
  );
}

function PositionInput({ label, value, onChange }: Input) {
  const { t } = useSpeech();
  const id = useId();
  const known = typeof value === 'object' ? (value as unknown as Position) : null;
  const [typed, setTyped] = useState(known === null ? '' : positionText(known));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field-input"
        placeholder="21°32.4′N 107°58.2′E"
        value={typed}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value);
          const found = parsePosition(target.value);
          onChange(target.value.trim() === '' ? undefined : found === null ? target.value : { ...found });
        }}
      />
      {typed.trim() !== '' && parsePosition(typed) === null && (
        <span className="field-error">{t('notices.no-position')}</span>
      )}
    </div>
  );
}

function RowsInput({ label, schema, value, onChange, zone }: Input) {
  const { t } = useSpeech();
  const name = useFieldName();
  const rows = (Array.isArray(value) ? value : [{}]) as readonly Readonly<Record<string, FieldValue>>[];
  const set = (index: number, id: string, cell: FieldValue | undefined) =>
    onChange(rows.map((row, at) => (at === index ? without({ ...row, [id]: cell }) : row)));
  return (
    <fieldset className="rows-input">
      <legend>{label}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place until it is sent
        <div key={index} className="rows-input-row">
          {Object.entries(schema.items?.properties ?? {}).map(([id, column]) => (
            <FieldInput
              key={id}
              label={name(id, column)}
              schema={column}
              value={row[id]}
              onChange={(cell) => set(index, id, cell)}
              zone={zone}
            />
          ))}
          {rows.length > 1 && (
            <Button
              className="button icon small quiet"
              aria-label={t('notices.row-remove')}
              onPress={() => onChange(rows.filter((_, at) => at !== index))}
            >
              <X size={14} aria-hidden />
            </Button>
          )}
        </div>
      ))}
      <Button className="button small" onPress={() => onChange([...rows, {}])}>
        <Plus size={14} aria-hidden />
        {t('notices.row-add')}
      </Button>
    </fieldset>
  );
}

/** Values without those that are empty. */
export function without(values: Readonly<Record<string, FieldValue | undefined>>): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The input that the schema of a field asks for. */
export function FieldInput(input: Input) {
  const { locale, t } = useSpeech();
  const { label, schema, value, onChange } = input;
  const text = typeof value === 'string' ? value : '';
  const words = (given: string) => onChange(given === '' ? undefined : given);
  if (schema.enum) {
    return (
      <Choice
        label={label}
        value={text || NONE}
        values={[NONE, ...schema.enum]}
        name={(one) => schema['x-values']?.[one]?.[locale] ?? one}
        onChange={(one) => onChange(one === NONE ? undefined : one)}
      />
    );
  }
  if (schema['x-location']) return <PositionInput {...input} />;
  if (schema.type === 'array') return <RowsInput {...input} />;
  if (schema.type === 'number' || schema.type === 'integer') return <NumberInput {...input} />;
  if (schema.type === 'boolean') {
    const said = value === undefined ? NONE : value ? 'yes' : 'no';
    return (
      <Choice
        label={label}
        value={said}
        values={[NONE, 'yes', 'no']}
        name={(one) => (one === NONE ? NONE : t(`notices.${one as 'yes' | 'no'}`))}
        onChange={(one) => onChange(one === NONE ? undefined : one === 'yes')}
      />
    );
  }
  if (schema.format === 'date-time') return <InstantInput {...input} />;
  if (schema.format === 'date')
    return <DayField label={label} value={text || null} onChange={(day) => onChange(day ?? undefined)} />;
  if (schema.format === 'time') return <WordsField label={`${label} (HH:MM)`} value={text} onChange={words} />;
  return schema['x-lines'] ? (
    <LinesField label={label} value={text} rows={2} onChange={words} />
  ) : (
    <WordsField label={label} value={text} onChange={words} />
  );
}
