import { timingSafeEqual } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../kernel/index.ts';
import {
  atSeat,
  bearerOf,
  type Context,
  hasAccounts,
  type SignedIn,
  sessionOf,
  type TokenBearer,
} from '../operations/index.ts';
import { type Deed, OPEN_SEAT, type Seat, scopeFor, seatMay } from '../register/index.ts';
import { bearerToken, sessionToken } from './cookie.ts';
import { TokenTurns } from './token-turns.ts';

/** What a route asks of whoever calls it: a deed of their seat, to be signed in, or nothing. */
export type Need = Deed | 'signed-in' | 'anyone';

/** Who calls, and the register as they may see and change it. */
export interface Acting {
  readonly context: Context;
  /** Null where nobody is signed in, or holds no post today. */
  readonly seat: Seat | null;
  /** What the logs keep of them. */
  readonly by: string;
  readonly signed: SignedIn | null;
  readonly token: string | null;
  /** The token a program acts with; then there is no session, and no cookie counts. */
  readonly bearer: TokenBearer | null;
  /** Whether there are accounts; a machine without is open to whoever sits at it. */
  readonly mode: 'open' | 'accounts' | 'not-here';
}

declare module 'fastify' {
  interface FastifyRequest {
    acting: Acting;
  }
  interface FastifyContextConfig {
    /** What it takes names the version that was seen. */
    versioned?: boolean;
    need?: Need;
    /** Whether a call changes something, where the method does not say so. */
    changes?: boolean;
  }
}

/** Where assistants of a person ask (Model Context Protocol). */
export const MCP = '/mcp';

/** Header that a page's own code sets, and no form of another site can. */
export const CSRF_HEADER = 'x-servanda-csrf';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks before any route of the API runs, and refuses what their seat may not do. */
export async function admit(app: FastifyInstance, context: Context): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_, { ttl }) => new Problem('too-many-attempts', { seconds: Math.ceil(ttl / 1000) }),
  });
  const turns = new TokenTurns();
  app.addHook('onRequest', async (request, reply) => {
    const { url, config } = request.routeOptions;
    if (url?.startsWith('/api/') !== true && url !== MCP) return;
    request.acting = await actingOf(request, context);
    const { bearer } = request.acting;
    if (bearer !== null) turns.take(bearer.id, reply);
    // A route that changes something says what it asks for; one that forgot is refused to all.
    const need = config.need ?? (SAFE.has(request.method) ? 'read' : null);
    if (need === null) throw new Problem('seat-may-not', { deed: request.method });
    if (bearer !== null) assertScope(bearer, need, config.changes ?? !SAFE.has(request.method));
    assertMay(request.acting, need);
    if (need !== 'anyone' && !SAFE.has(request.method)) assertOwnForm(request);
  });
}

async function actingOf(request: FastifyRequest, context: Context): Promise<Acting> {
  const mode = (await hasAccounts(context)) ? 'accounts' : isHere(request) ? 'open' : 'not-here';
  const given = bearerToken(request);
  if (given !== null) return actingByToken(context, given, mode);
  // A program's address takes tokens alone: no page of another site acts there in a reader's name.
  const token = request.routeOptions.url === MCP ? null : sessionToken(request);
  const signed = token === null ? null : await sessionOf(context, token);
  const open = mode === 'open' && signed === null;
  const seat = open ? OPEN_SEAT : (signed?.seat ?? null);
  const own = seat === null ? context : atSeat(context, seat);
  return { context: own, seat, by: seat?.hand ?? '', signed, token, bearer: null, mode };
}

/** @throws Problem `token-refused` */
async function actingByToken(context: Context, given: string, mode: Acting['mode']): Promise<Acting> {
  const bearer = await bearerOf(context, given);
  if (bearer === null) throw new Problem('token-refused', {});
  const { seat } = bearer;
  return { context: atSeat(context, seat), seat, by: seat.hand, signed: null, token: null, bearer, mode };
}

/** @throws Problem `scope-missing` */
function assertScope({ scopes }: Pick<TokenBearer, 'scopes'>, need: Need, changes: boolean): void {
  // What belongs to a person and their sessions is no program's.
  if (need === 'signed-in') throw new Problem('seat-may-not', { deed: need });
  if (need === 'anyone') {
    if (changes) throw new Problem('seat-may-not', { deed: need });
    return;
  }
  const scope = scopeFor(need, changes);
  if (!scopes.includes(scope)) throw new Problem('scope-missing', { scope });
}

/** Without accounts the product answers only who sits at the machine, and no proxy that stands before it. */
function isHere({ socket, headers }: FastifyRequest): boolean {
  const forwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}

/** @throws Problem `sign-in-needed`, `seat-may-not` */
export function assertMay({ seat, signed }: Acting, need: Need): void {
  if (need === 'anyone') return;
  if (need === 'signed-in') {
    if (signed === null) throw new Problem('sign-in-needed', {});
    return;
  }
  if (seat === null)
    throw signed === null ? new Problem('sign-in-needed', {}) : new Problem('seat-may-not', { deed: need });
  if (!seatMay(seat, need)) throw new Problem('seat-may-not', { deed: need });
}

/** What changes something comes with the token of the session, which only our own pages can read. */
function assertOwnForm({ acting: { signed }, headers }: FastifyRequest): void {
  if (signed === null) return;
  const [given, expected] = [Buffer.from(String(headers[CSRF_HEADER] ?? '')), Buffer.from(signed.csrf)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Problem('cross-site', { origin: headers.origin ?? '?' });
  }
}

/** The seat of whoever calls, for what its own rules then allow or refuse. @throws Problem `sign-in-needed` */
export function seatOf({ seat }: Acting): Seat {
  if (seat === null) throw new Problem('sign-in-needed', {});
  return seat;
}
