import type { Operation, Paths, Schema } from './schema.ts';

/**
 * A client in TypeScript for everything the description tells: one function, typed by the name of the operation. It needs nothing but
 * `fetch`.
 */
export function clientSource({
  paths,
  info,
}: {
  readonly paths: Paths;
  readonly info: { readonly version: string };
}): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.operationId !== undefined && answerOf(operation) !== undefined)
      .map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
        name: operation.operationId ?? '',
      })),
  );
  const types = operations.map(
    ({ name, operation }) =>
      `  ${name}: {\n    input: ${inputOf(operation)};\n    answer: ${typeOf(answerOf(operation) ?? {})};\n  };`,
  );
  const routes = operations.map(({ name, method, path }) => `  ${name}: ['${method}', '${path}'],`);
  return `// Made from the description of the API, version ${info.version}; do not change it by hand.\n\nexport interface Operations {\n${types.join('\n')}\n}\n\nconst ROUTES: { readonly [Name in keyof Operations]: readonly [method: string, path: string] } = {\n${routes.join('\n')}\n};\n${RUNTIME}`;
}

function answerOf({ responses }: Operation): Schema | undefined {
  return responses['200']?.content?.['application/json']?.schema;
}

function inputOf({ parameters = [], requestBody }: Operation): string {
  const part = (place: string) => {
    const own = parameters.filter((one) => one.in === place);
    const fields = own.map(
      ({ name, required, schema }) => `${JSON.stringify(name)}${required ? '' : '?'}: ${typeOf(schema)}`,
    );
    return fields.length === 0
      ? null
      : { type: `{ ${fields.join('; ')} }`, needed: own.some(({ required }) => required) };
  };
  const body = requestBody?.content?.['application/json']?.schema;
  const parts = [
    ['params', part('path')],
    ['query', part('query')],
    ['body', body === undefined ? null : { type: typeOf(body), needed: true }],
  ] as const;
  const fields = parts.flatMap(([name, found]) =>
    found === null ? [] : [`${name}${found.needed ? '' : '?'}: ${found.type}`],
  );
  return fields.length === 0 ? 'Record<never, never>' : `{ ${fields.join('; ')} }`;
}

/** A schema as a type of TypeScript. */
function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ') || 'never';
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return joined(choices.map(typeOf), ' | ');
  if (schema.allOf !== undefined) return joined(schema.allOf.map(typeOf), ' & ');
  if (typeof schema.type === 'object')
    return joined(
      schema.type.map((type) => typeOf({ ...schema, type })),
      ' | ',
    );
  switch (schema.type) {
    case 'object':
      return objectType(schema);
    case 'array':
      if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typeOf).join(', ')}]`;
      return typeof schema.items === 'object' ? `(${typeOf(schema.items)})[]` : 'unknown[]';
    case 'integer':
      return 'number';
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return schema.type;
    default:
      return 'unknown';
  }
}

function joined(types: readonly string[], by: string): string {
  return types.length === 1 ? (types[0] ?? 'never') : `(${[...new Set(types)].join(by)})`;
}

function objectType({ properties, required = [], additionalProperties, propertyNames }: Schema): string {
  const fields = Object.entries(properties ?? {}).map(
    ([name, schema]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  if (fields.length > 0) return `{ ${fields.join('; ')} }`;
  if (typeof additionalProperties !== 'object') return 'Record<string, unknown>';
  const keys = propertyNames?.enum === undefined ? 'string' : typeOf(propertyNames);
  const record = `Record<${keys}, ${typeOf(additionalProperties)}>`;
  return keys === 'string' || required.length > 0 ? record : `Partial<${record}>`;
}

const RUNTIME = `
/** A refusal (RFC 9457). */
export class ServandaProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, string | number>;

  constructor(status: number, body: { detail?: string; code?: string; details?: Record<string, string | number> }) {
    super(body.detail ?? 'HTTP ' + status);
    this.status = status;
    this.code = body.code ?? 'unexpected';
    this.details = body.details ?? {};
  }
}

/** Calls the API at an address with a token; without one as whoever sits at a machine without accounts. */
export function servanda(address: string, token?: string) {
  return async function call<Name extends keyof Operations>(
    name: Name,
    input: Operations[Name]['input'],
  ): Promise<Operations[Name]['answer']> {
    const [method, path] = ROUTES[name];
    const { params = {}, query = {}, body } = input as {
      params?: Record<string, string>;
      query?: Record<string, unknown>;
      body?: unknown;
    };
    const url = new URL(path.replace(/\\{(\\w+)\\}/g, (_, key: string) => encodeURIComponent(params[key] ?? '')), address);
    for (const [key, value] of Object.entries(query)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one !== undefined && one !== null) url.searchParams.append(key, String(one));
      }
    }
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== undefined) headers.authorization = 'Bearer ' + token;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const read = (await answer.json().catch(() => ({}))) as object;
    if (!answer.ok) throw new ServandaProblem(answer.status, read);
    return read as Operations[Name]['answer'];
  };
}
`;
