import { problemText } from '../../i18n/index.ts';
import { Problem } from '../../kernel/index.ts';
import EXAMPLES from './examples.json' with { type: 'json' };
import type { Paths, Schema } from './schema.ts';

const WORDS: Readonly<Record<string, unknown>> = EXAMPLES;
const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-04-18',
  'date-time': '2026-04-18T08:30:00.000Z',
  email: 'ana@ilmara.example',
  uri: 'https://register.example/in',
};

/** A refusal as it is answered, by its status. */
const PROBLEM_EXAMPLES = Object.fromEntries(
  (
    [
      ['4xx', 'not-found', { noun: 'commitment', id: '019a0c4e-6f2b-7c31-9d84-5b7e1f20a6c3' }],
      ['412', 'precondition-failed', { path: '/api/commitments/019a0c4e-6f2b-7c31-9d84-5b7e1f20a6c3' }],
      ['428', 'precondition-required', {}],
      ['5xx', 'database-unreachable', { reason: 'connection refused' }],
    ] as const
  ).map(([status, code, details]) => {
    const problem = new Problem(code, details);
    const detail = problemText('en', problem);
    const title = detail.split(/(?<=[.])\s/)[0];
    return [status, { type: `urn:servanda:problem:${code}`, title, status: problem.status, detail, code, details }];
  }),
);

/** Gives every operation that takes or answers JSON an example of each, made of its schema and of words of the demonstration's world. */
export function addExamples(paths: Paths): void {
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    for (const [status, answer] of Object.entries(operation.responses)) {
      const problem = answer.content?.['application/problem+json'];
      if (problem?.schema !== undefined)
        problem.example = PROBLEM_EXAMPLES[status.toLowerCase()] ?? PROBLEM_EXAMPLES['4xx'];
    }
    for (const part of [operation.requestBody, operation.responses['200']]) {
      const json = part?.content?.['application/json'];
      if (json?.schema !== undefined) json.example = exampleOf(json.schema, operation.operationId ?? '');
    }
  }
}

/** A value that a schema takes; `name` is that of the property it stands under. */
function exampleOf(schema: Schema, name: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return exampleOf(choice, name);
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, name)));
  }
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'object':
      return object(schema);
    case 'array':
      return list(schema, name);
    case 'string':
      return text(schema, name);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1, type === 'integer' ? 1 : 0);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return {};
  }
}

function object({ properties = {}, required = [], additionalProperties, propertyNames }: Schema): object {
  const own = Object.entries(properties)
    .filter(([name, part]) => required.includes(name) || part.default === undefined)
    .map(([name, part]) => [name, exampleOf(part, name)]);
  if (own.length > 0 || typeof additionalProperties !== 'object') return Object.fromEntries(own);
  const keys = propertyNames?.enum ?? required;
  const named = required.length > 0 ? required : [keys[0] ?? 'en'];
  return Object.fromEntries(named.map((key) => [String(key), exampleOf(additionalProperties, String(key))]));
}

function list({ items, prefixItems, minItems = 1 }: Schema, name: string): unknown[] {
  if (prefixItems !== undefined) return prefixItems.map((part) => exampleOf(part, name));
  if (typeof items !== 'object') return [];
  return Array.from({ length: Math.max(1, minItems) }, () => exampleOf(items, name.replace(/s$/, '')));
}

function text({ format, pattern }: Schema, name: string): string {
  if (pattern === '^[A-Z]{2}$') return 'XL';
  if (pattern?.startsWith('^\\d{4}')) return FORMATS.date ?? '';
  if (format !== undefined && FORMATS[format] !== undefined) return FORMATS[format];
  const known = WORDS[name];
  if (typeof known === 'string') return known;
  return /Id$|^id$|^item$/.test(name) ? '019a0c4e-6f2b-7c31-9d84-5b7e1f20a6c3' : name;
}
