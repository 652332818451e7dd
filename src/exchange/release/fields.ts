import type { FieldKind, TypeRule } from './schema.ts';

/** What is wrong with a message's data: the rule it breaks, and where. */
export interface Fault {
  readonly rule: 'field-unknown' | 'field-missing' | 'field-form' | 'text-kept-in' | 'name-kept-in' | 'too-deep';
  readonly field: string;
}

/** What data are held against: the fields that may stand in them, names that never may, and what texts may not hold. */
export interface FieldList {
  readonly fields: TypeRule['fields'];
  readonly never: ReadonlySet<string>;
  readonly texts: readonly RegExp[];
}

const LINE = 300;
const TEXT = 8_000;
const WORDS = 200_000;
const DEEPEST = 8;

const FORMS: Readonly<Record<Exclude<FieldKind, 'public-words' | 'checked-words'>, (value: unknown) => boolean>> = {
  code: (value) => isString(value) && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value),
  id: (value) => isString(value) && /^[\p{L}\p{N}._~:|/+-]{1,200}$/u.test(value),
  hash: (value) => isString(value) && /^[0-9a-f]{64}$/.test(value),
  day: (value) => isString(value) && /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value),
  instant: (value) =>
    isString(value) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  number: (value) => Number.isSafeInteger(value),
  quantity: (value) => Number.isFinite(value),
  party: (value) => isString(value) && /^[A-Z]{2}$/.test(value),
  flag: (value) => typeof value === 'boolean',
  label: (value) => isString(value) && value.length <= LINE && !/[\r\n]/.test(value),
  text: (value) => isString(value) && value.length <= TEXT,
  quote: (value) => isString(value) && value.length <= TEXT,
};

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** The first thing in the data that the list does not let through; null where all of it may leave. */
export function faultIn(data: unknown, list: FieldList): Fault | null {
  for (const [path, kind] of Object.entries(list.fields)) {
    if (kind.endsWith('!') && !path.includes('.') && isMissing(data, path)) {
      return { rule: 'field-missing', field: path };
    }
  }
  return walk(data, '', 0, list);
}

function isMissing(data: unknown, name: string): boolean {
  return typeof data !== 'object' || data === null || !Object.hasOwn(data, name) || Reflect.get(data, name) === null;
}

function walk(value: unknown, path: string, depth: number, list: FieldList): Fault | null {
  if (depth > DEEPEST) return { rule: 'too-deep', field: path };
  const kind = Object.hasOwn(list.fields, path) ? (list.fields[path]?.replace('!', '') as FieldKind) : undefined;
  if (kind === 'public-words') return openFault(value, path, depth, { ...list, texts: [] });
  if (kind === 'checked-words') return openFault(value, path, depth, list);
  if (kind !== undefined) return value === null ? null : leafFault(kind, value, path, list);
  if (path !== '' && !leadsOn(path, list)) return { rule: 'field-unknown', field: path };
  if (value === null && path !== '') return null;
  if (Array.isArray(value)) return first(value, (item) => walk(item, `${path}[]`, depth + 1, list));
  if (typeof value !== 'object' || value === null) return { rule: 'field-form', field: path };
  const join = path === '' ? '' : `${path}.`;
  return first(Object.entries(value), ([name, member]) => walk(member, `${join}${name}`, depth + 1, list));
}

/** Whether some field that may leave stands below a path. */
function leadsOn(path: string, { fields }: FieldList): boolean {
  return Object.keys(fields).some((known) => known.startsWith(`${path}.`) || known.startsWith(`${path}[]`));
}

function leafFault(kind: keyof typeof FORMS, value: unknown, path: string, { texts }: FieldList): Fault | null {
  if (!FORMS[kind](value)) return { rule: 'field-form', field: path };
  const looked = kind === 'text' || kind === 'label';
  return looked && texts.some((pattern) => pattern.test(value as string))
    ? { rule: 'text-kept-in', field: path }
    : null;
}

/** Words of a form that others check: nothing deep, nothing endless, no kept-in names or texts. */
function openFault(value: unknown, path: string, depth: number, list: FieldList): Fault | null {
  if (depth > DEEPEST * 2) return { rule: 'too-deep', field: path };
  if (isString(value)) {
    if (value.length > WORDS) return { rule: 'field-form', field: path };
    return list.texts.some((pattern) => pattern.test(value)) ? { rule: 'text-kept-in', field: path } : null;
  }
  if (typeof value === 'number') return Number.isFinite(value) ? null : { rule: 'field-form', field: path };
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value !== 'object') return { rule: 'field-form', field: path };
  if (Array.isArray(value)) return first(value, (item) => openFault(item, `${path}[]`, depth + 1, list));
  return first(Object.entries(value), ([name, member]) => {
    if (list.never.has(name.toLowerCase())) return { rule: 'name-kept-in', field: `${path}.${name}` };
    return openFault(member, `${path}.${name}`, depth + 1, list);
  });
}

function first<T>(items: readonly T[], look: (item: T) => Fault | null): Fault | null {
  for (const item of items) {
    const found = look(item);
    if (found !== null) return found;
  }
  return null;
}
