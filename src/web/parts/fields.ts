import { hasMessage, type MessageId } from '../../i18n/index.ts';
import type { Fields } from '../data/queries.ts';

/** Fields in the order they are shown in. */
export const FIELD_ORDER = [
  'kind',
  'strength',
  'action',
  'actors',
  'due',
  'targets',
  'sector',
  'instruments',
  'mechanisms',
  'places',
  'lead',
  'coordinators',
  'report',
] as const satisfies readonly (keyof Fields)[];

/** The correctable part of a commitment. */
export function fieldsOf(row: Fields): Fields {
  return Object.fromEntries(FIELD_ORDER.map((name) => [name, row[name]])) as unknown as Fields;
}

/** Whether a field says anything. */
export function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';
}

/** The message that names a field; the register's columns have the same names. */
export function fieldId(name: keyof Fields | 'decision'): MessageId;
export function fieldId(name: string): MessageId | null;
export function fieldId(name: string): MessageId | null {
  return [`column.${name}`, `field.${name}`].find(hasMessage) ?? null;
}

/** Those fields of `after` that differ from `before`. */
export function changedFields(before: Fields, after: Fields): Partial<Fields> {
  const changed = FIELD_ORDER.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}
