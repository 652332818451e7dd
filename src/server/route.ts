import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Context } from '../operations/index.ts';
import type { Acting } from './acting.ts';
import { ROUTES, type RouteName, shapes } from './contract/index.ts';
import { LIMITS, NEEDS } from './needs.ts';

type Routes = typeof ROUTES;
type Part<R, Key extends string> = R extends { readonly [K in Key]: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined;

/** The shape itself, or the same with everything read-only: what operations hand out may be sent as it is. */
export type Shape<T> = T extends (infer Item)[]
  ? readonly Shape<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Shape<T[Key]> }
    : T;

/** What a handler is given of a request, checked by the contract, and who asks. */
export interface Asked<Name extends RouteName> {
  readonly params: Part<Routes[Name], 'params'>;
  readonly query: Part<Routes[Name], 'query'>;
  readonly body: Part<Routes[Name], 'body'>;
  /** The register as whoever asks may see and change it. */
  readonly context: Context;
  /** What the logs keep of them. */
  readonly by: string;
  readonly acting: Acting;
  readonly request: FastifyRequest;
}

export type Answer<Name extends RouteName> = Shape<Part<Routes[Name], 'response'>>;

export type Handler<Name extends RouteName> = (
  asked: Asked<Name>,
  reply: FastifyReply,
) => Answer<Name> | Promise<Answer<Name>>;

/** What is said of a refusal in the OpenAPI page. */
export const REFUSALS = {
  '4xx': { description: 'Refused', content: { 'application/problem+json': { schema: shapes.ProblemDetails } } },
  '5xx': { description: 'Failed', content: { 'application/problem+json': { schema: shapes.ProblemDetails } } },
};

/** Whether what a route takes has to name the version that was seen. */
function namesVersion(body: z.ZodType | undefined): boolean {
  const { shape, options } = (body ?? {}) as { readonly shape?: object; readonly options?: readonly z.ZodType[] };
  return options === undefined ? 'version' in (shape ?? {}) : options.every(namesVersion);
}

/** Registers a route of the contract: its schemas check what goes in and what comes out. */
export function route<Name extends RouteName>(app: FastifyInstance, name: Name, handler: Handler<Name>): void {
  const known: {
    readonly method: 'GET' | 'POST' | 'PATCH';
    readonly path: string;
    readonly params?: z.ZodType;
    readonly query?: z.ZodType;
    readonly body?: z.ZodType;
    readonly response: z.ZodType;
  } = ROUTES[name];
  app.route({
    method: known.method,
    url: known.path,
    config: {
      need: NEEDS[name],
      versioned: namesVersion(known.body),
      ...(LIMITS[name] && { rateLimit: LIMITS[name] }),
    },
    schema: {
      operationId: name,
      ...(known.params === undefined ? {} : { params: known.params }),
      ...(known.query === undefined ? {} : { querystring: known.query }),
      ...(known.body === undefined ? {} : { body: known.body }),
      response: { 200: known.response, ...REFUSALS },
    },
    handler: (request, reply) => {
      const { params, query, body, acting } = request;
      const { context, by } = acting;
      return handler({ params, query, body, context, by, acting, request } as Asked<Name>, reply);
    },
  });
}
