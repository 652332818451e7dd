import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ROLES } from '../../register/index.ts';
import { CLOCKS, NOTICE_VERBS, RUNGS } from '../model.ts';
import { type FieldSchema, faultsOf, NOTICE_GROUPS, NOTICE_TYPES, personalTrace } from './index.ts';

const names = z.strictObject({ vi: z.string().min(1), en: z.string().min(1), zh: z.string().min(1) });
const limit = z.strictObject({ minutes: z.int().positive(), source: z.string().min(3) });
const field: z.ZodType<FieldSchema> = z.lazy(
  () =>
    z.strictObject({
      type: z.enum(['string', 'integer', 'number', 'boolean', 'array', 'object']),
      enum: z.array(z.string()).optional(),
      ...{ minLength: z.int().optional(), maxLength: z.int().optional(), pattern: z.string().optional() },
      format: z.enum(['date-time', 'date', 'time', 'uri']).optional(),
      ...{ minimum: z.number().optional(), maximum: z.number().optional() },
      ...{ minItems: z.int().optional(), maxItems: z.int().optional(), items: field.optional() },
      properties: z.record(z.string(), field).optional(),
      required: z.array(z.string()).optional(),
      additionalProperties: z.literal(false).optional(),
      ...{
        'x-names': names.optional(),
        'x-values': z.record(z.string(), names).optional(),
        'x-unit': z.string().optional(),
      },
      ...{
        'x-lines': z.literal(true).optional(),
        'x-location': z.literal(true).optional(),
        'x-letter': z.string().optional(),
      },
      $schema: z.string().optional(),
    }) as unknown as z.ZodType<FieldSchema>,
);
const type = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  names,
  group: z.enum(NOTICE_GROUPS),
  category: z.array(z.string()).min(1),
  sends: z.strictObject({ roles: z.array(z.enum(ROLES)).min(1), service: names }),
  addressed: z.strictObject({ service: names }),
  verbs: z.array(z.enum(NOTICE_VERBS)).min(1),
  clocks: z
    .array(
      z.strictObject({
        id: z.enum(CLOCKS),
        starts: z.union([z.literal('issue'), z.strictObject({ field: z.string() }), z.null()]),
        ends: z.enum(['issue', 'acknowledge', 'answer']),
        by: z.strictObject({ field: z.string() }).optional(),
        limit: limit.nullable().optional(),
        said: names.optional(),
        model: limit.optional(),
      }),
    )
    .min(1),
  ladder: z.array(z.strictObject({ after: z.number().min(1), tell: z.array(z.enum(RUNGS)).min(1) })).min(1),
  fields: field,
  series: z.string().optional(),
});

/** Every field of a type with its name, also those in rows. */
function fieldsIn(schema: FieldSchema): [string, FieldSchema][] {
  const own = Object.entries(schema.properties ?? {});
  return [...own, ...own.flatMap(([, one]) => fieldsIn(one.items ?? one))];
}

test('every file of a type is read and keeps to the schema of types', () => {
  const files = readdirSync(join(import.meta.dirname, 'data')).map((file) => file.replace('.json', ''));
  expect(NOTICE_TYPES.map(({ id }) => id).sort()).toEqual(files.sort());
  for (const one of NOTICE_TYPES) expect([one.id, type.safeParse(one).error?.issues ?? []]).toEqual([one.id, []]);
});

test('clocks and required fields name fields of their type, and every field and choice has its names', () => {
  for (const { id, clocks, fields, series } of NOTICE_TYPES) {
    const known = Object.keys(fields.properties ?? {});
    const named = [...(fields.required ?? []), ...(series === undefined ? [] : [series])];
    for (const { starts, by } of clocks) {
      if (typeof starts === 'object' && starts !== null) named.push(starts.field);
      if (by !== undefined) named.push(by.field);
    }
    expect([id, named.filter((name) => !known.includes(name))]).toEqual([id, []]);
    for (const [name, schema] of fieldsIn(fields)) {
      expect([id, name, schema['x-names']]).not.toEqual([id, name, undefined]);
      expect(Object.keys(schema['x-values'] ?? {})).toEqual(schema.enum ?? []);
    }
  }
});

test('no limit is invented: where nothing was agreed a clock has none', () => {
  const limits = NOTICE_TYPES.flatMap(({ clocks }) => clocks.flatMap((clock) => clock.limit ?? []));
  expect(limits).toEqual([]);
});

test('no type has a field for a person, for defence, or one that takes any length', () => {
  const banned = /person(name)?$|^name$|passport|identity|birth|patientName|phone|mail|troop|weapon|patrol/i;
  for (const { id, fields } of NOTICE_TYPES) {
    expect(fields.additionalProperties).toBe(false);
    for (const [name, schema] of fieldsIn(fields)) {
      // A row of goods names the goods.
      const goods = id === 'measure-change' && name === 'name';
      expect([id, name, !goods && banned.test(name)]).toEqual([id, name, false]);
      if (schema.type === 'object') expect(schema.additionalProperties).toBe(false);
      const bounded = schema.enum ?? schema.format ?? schema.maxLength;
      if (schema.type === 'string') expect([id, name, bounded]).not.toEqual([id, name, undefined]);
    }
  }
});

test('a field that the type does not have is refused, whatever it is called', () => {
  const schema = NOTICE_TYPES.find(({ id }) => id === 'disease-human')?.fields as FieldSchema;
  const fields = {
    disease: 'Cholera',
    confirmedAt: '2026-03-01T08:00:00Z',
    gate: 'Norrin',
    cases: 1,
    measures: 'Isolated',
  };
  expect(faultsOf(fields, schema)).toEqual([]);
  expect(faultsOf({ ...fields, patient: 'A' }, schema)).toEqual([{ path: 'patient', rule: 'unknown' }]);
  expect(faultsOf({ ...fields, confirmedAt: '2026-02-30T08:00:00Z' }, schema)).toEqual([
    { path: 'confirmedAt', rule: 'format' },
  ]);
  for (const name of ['__proto__', 'constructor', 'toString']) {
    expect(faultsOf(JSON.parse(`{"${name}":1}`), schema)).toContainEqual({ path: name, rule: 'unknown' });
  }
});

test('whatever is sent, a schema answers with faults and never breaks', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...NOTICE_TYPES), (value, { fields }) => {
      expect(Array.isArray(faultsOf(value, fields))).toBe(true);
    }),
  );
});

test('numbers and addresses that name a person are found in free text, numbers of things are not', () => {
  for (const text of ['CCCD 001203004567', '证件 11010519491231002X', 'passport C1234567', 'olen@office.example']) {
    expect(personalTrace({ facts: ['seen', text] })).not.toBeNull();
  }
  for (const text of ['HS 0810905000', 'MMSI 574001230', 'marker 1369', 'QN-80123-TS', '21.5401, 107.9702']) {
    expect(personalTrace(text)).toBeNull();
  }
});
