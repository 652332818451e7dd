import type { ClockId, FieldValue, Names, NoticeVerb, Rung } from '../model.ts';

/** The part of JSON Schema (2020-12) that types of notices are written in; `x-` keywords say how a field is shown. */
export interface FieldSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: 'date-time' | 'date' | 'time' | 'uri';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly 'x-names'?: Names;
  readonly 'x-values'?: Readonly<Record<string, Names>>;
  readonly 'x-unit'?: string;
  /** Several lines of text. */
  readonly 'x-lines'?: true;
  readonly 'x-location'?: true;
  /** The letter forms print before it; the name is the key, since letters differ between forms. */
  readonly 'x-letter'?: string;
}

/** What must happen within a time: from when, until what, and how long if that was agreed. */
export interface TypeClock {
  readonly id: ClockId;
  /** The action or the field from which it runs; null where only its end is given. */
  readonly starts: 'issue' | { readonly field: string } | null;
  readonly ends: 'issue' | 'acknowledge' | 'answer';
  /** Field that holds the last moment: a flight begins, a vehicle arrives. */
  readonly by?: { readonly field: string };
  /** What the parties of the type's documents agreed; null where they agreed no figure. A channel may have its own. */
  readonly limit?: { readonly minutes: number; readonly source: string } | null;
  /** The words used instead of a figure. */
  readonly said?: Names;
  /** A figure of others, shown for comparison and never counted by. */
  readonly model?: { readonly minutes: number; readonly source: string };
}

/** A step of the ladder: after so many times the agreed limit, whom to tell. */
export interface TypeStep {
  readonly after: number;
  readonly tell: readonly Rung[];
}

export const NOTICE_GROUPS = ['water', 'health', 'rescue', 'border', 'gates', 'people', 'test'] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

/** A type of notice, as its file tells. */
export interface NoticeType {
  readonly id: string;
  readonly names: Names;
  readonly group: NoticeGroup;
  /** Categories of CAP 1.2 it belongs to. */
  readonly category: readonly string[];
  readonly sends: { readonly roles: readonly string[]; readonly service: Names };
  readonly addressed: { readonly service: Names };
  readonly verbs: readonly NoticeVerb[];
  readonly clocks: readonly TypeClock[];
  readonly ladder: readonly TypeStep[];
  readonly fields: FieldSchema;
  /** Field that numbers the notices of one case. */
  readonly series?: string;
}

/** What is wrong with a value: where (names and places joined by dots, empty for the whole), and which rule. */
export interface FieldFault {
  readonly path: string;
  readonly rule: string;
}

type Check = (value: never, schema: FieldSchema, path: string) => FieldFault[];

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const FORMATS: Readonly<Record<NonNullable<FieldSchema['format']>, (text: string) => boolean>> = {
  date: isDate,
  time: (text) => TIME.test(text),
  'date-time': (text) => INSTANT.test(text) && isDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
  uri: (text) => /^https?:\/\//.test(text) && URL.canParse(text),
};

const CHECKS: Readonly<Record<FieldSchema['type'], Check>> = {
  string: (value, schema, path) => {
    if (typeof value !== 'string') return [{ path, rule: 'type' }];
    const text: string = value;
    const broken = [
      schema.enum && !schema.enum.includes(text) && 'enum',
      text.trim().length < (schema.minLength ?? 0) && 'minLength',
      text.length > (schema.maxLength ?? Number.POSITIVE_INFINITY) && 'maxLength',
      schema.pattern && !new RegExp(schema.pattern, 'u').test(text) && 'pattern',
      schema.format && !FORMATS[schema.format](text) && 'format',
    ];
    return broken.flatMap((rule) => (rule ? [{ path, rule }] : []));
  },
  number: (value, schema, path) => numberFaults(value, schema, path),
  integer: (value, schema, path) => numberFaults(value, schema, path),
  boolean: (value, _, path) => (typeof value === 'boolean' ? [] : [{ path, rule: 'type' }]),
  array: (value, schema, path) => {
    if (!Array.isArray(value)) return [{ path, rule: 'type' }];
    const list: unknown[] = value;
    if (list.length < (schema.minItems ?? 0)) return [{ path, rule: 'minItems' }];
    if (list.length > (schema.maxItems ?? Number.POSITIVE_INFINITY)) return [{ path, rule: 'maxItems' }];
    const { items } = schema;
    return items === undefined ? [] : list.flatMap((one, index) => faultsOf(one, items, joined(path, index)));
  },
  object: (value, schema, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, rule: 'type' }];
    const object = value as Record<string, unknown>;
    const known = schema.properties ?? {};
    return [
      ...(schema.required ?? []).flatMap((name) =>
        Object.hasOwn(object, name) ? [] : [{ path: joined(path, name), rule: 'required' }],
      ),
      ...Object.keys(object).flatMap((name) => {
        const field = Object.hasOwn(known, name) ? known[name] : undefined;
        const at = joined(path, name);
        return field === undefined ? [{ path: at, rule: 'unknown' }] : faultsOf(object[name], field, at);
      }),
    ];
  },
};

function numberFaults(value: unknown, schema: FieldSchema, path: string): FieldFault[] {
  const whole = schema.type === 'integer';
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    return [{ path, rule: 'type' }];
  }
  if (value < (schema.minimum ?? Number.NEGATIVE_INFINITY)) return [{ path, rule: 'minimum' }];
  return value > (schema.maximum ?? Number.POSITIVE_INFINITY) ? [{ path, rule: 'maximum' }] : [];
}

function joined(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`;
}

/** What of a value breaks a schema; empty where nothing does. Never throws. */
export function faultsOf(value: unknown, schema: FieldSchema, path = ''): FieldFault[] {
  return CHECKS[schema.type](value as never, schema, path);
}

/** The value of a field as text, where it is one. */
export function textAt(fields: Readonly<Record<string, FieldValue>>, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : null;
}
