import type { z } from 'zod';
import { PROBLEMS, Problem, type ProblemCode } from '../kernel/index.ts';
import { ROUTES, type RouteName } from '../server/contract/index.ts';

type Routes = typeof ROUTES;
type Part<N extends RouteName, K extends string> = Routes[N] extends Record<K, infer S extends z.ZodType> ? S : never;

type Loosely<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What a route takes: its path parameters, query and body, each where the contract has one. */
export type Arguments<N extends RouteName> = ([Part<N, 'params'>] extends [never]
  ? unknown
  : { readonly params: z.output<Part<N, 'params'>> }) &
  ([Part<N, 'query'>] extends [never] ? unknown : { readonly query: Loosely<z.output<Part<N, 'query'>>> }) &
  ([Part<N, 'body'>] extends [never] ? unknown : { readonly body: z.input<Part<N, 'body'>> }) & {
    readonly signal?: AbortSignal;
  };

export type Answer<N extends RouteName> = z.output<Part<N, 'response'>>;

/** The server did not answer: it is down, or the network is. */
export class ServerGone extends Error {
  constructor(cause?: unknown) {
    super('the server does not answer', { cause });
    this.name = 'ServerGone';
  }
}

/** Header that goes with everything that changes something, once somebody is signed in. */
export const CSRF_HEADER = 'x-servanda-csrf';
let csrf: string | null = null;

/** The token of the session, as the server told it. */
export function keepCsrf(token: string | null): void {
  csrf = token;
}

export function csrfHeader(): Record<string, string> {
  return csrf === null ? {} : { [CSRF_HEADER]: csrf };
}

interface Loose {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/**
 * Calls a route of the contract. Rejects with the `Problem` the server answered, or with `ServerGone`.
 */
export async function call<N extends RouteName>(name: N, input: Arguments<N>): Promise<Answer<N>> {
  const { params = {}, query = {}, body, signal } = input as Loose;
  const route = ROUTES[name];
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const address = writeQuery(query);
  const request: RequestInit = { method: route.method, headers: { accept: 'application/json', ...csrfHeader() } };
  if (signal) request.signal = signal;
  if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers = { ...request.headers, 'content-type': 'application/json' };
  }
  const response = await fetch(address ? `${path}?${address}` : path, request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ServerGone(error);
  });
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as Answer<N>;
}

/** Sends a form with files, and reads the answer. Rejects as `call` does. */
export async function send<T>(path: string, form: FormData): Promise<T> {
  const headers = { accept: 'application/json', ...csrfHeader() };
  const response = await fetch(path, { method: 'POST', headers, body: form }).catch((error: unknown) => {
    throw new ServerGone(error);
  });
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as T;
}

/** An address part from named values: lists repeat their name, nothing stands for what is undefined. */
export function writeQuery(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null && item !== '') query.append(name, String(item));
    }
  }
  return query.toString();
}

/** The refusal an answer carries (RFC 9457); a proxy's 502–504 counts as a server that is gone. */
export async function readProblem(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new Problem(body.code, body.details);
  if (response.status >= 502 && response.status <= 504) return new ServerGone();
  return new Problem('unexpected', { id: `HTTP ${response.status}` });
}

function isProblem(body: unknown): body is { code: ProblemCode; details: Record<string, string | number> } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    body.code in PROBLEMS
  );
}
