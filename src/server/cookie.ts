import type { FastifyReply, FastifyRequest } from 'fastify';

/** Over TLS the name itself forbids other hosts and paths to set it; plain HTTP on the machine itself has no such name. */
const SECURE = '__Host-servanda';
const PLAIN = 'servanda';

/** TLS ends at a proxy before us, which says so. */
function isSecure({ protocol, headers }: FastifyRequest): boolean {
  return protocol === 'https' || headers['x-forwarded-proto'] === 'https';
}

/** Our own address as the browser knows it, such as `https://register.example`. */
export function ownOrigin(request: FastifyRequest): string {
  return `${isSecure(request) ? 'https' : 'http'}://${request.host}`;
}

/** The token of the session a request belongs to; null without one. */
export function sessionToken(request: FastifyRequest): string | null {
  return cookieOf(request, nameOf(request));
}

/** The token of a program (RFC 6750); null without one. */
export function bearerToken({ headers }: FastifyRequest): string | null {
  const { authorization } = headers;
  return authorization === undefined ? null : (/^bearer +(\S+)$/i.exec(authorization.trim())?.[1] ?? '');
}

function nameOf(request: FastifyRequest): string {
  return isSecure(request) ? SECURE : PLAIN;
}

function cookieOf(request: FastifyRequest, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value) return value;
  }
  return null;
}

/** Keeps the token with the browser until it closes, or with null takes it away; what was cached for another seat goes too. */
export function keepToken(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  keep(request, reply, nameOf(request), token ?? '; Max-Age=0');
  reply.header('clear-site-data', '"cache"').header('cache-control', 'no-store');
}

/** What a sign-in at the identity provider has to bring back. */
export function keptSignIn(request: FastifyRequest): string | null {
  return cookieOf(request, `${nameOf(request)}-sign-in`);
}

/** Keeps it with the browser for ten minutes, or with null takes it away. */
export function keepSignIn(request: FastifyRequest, reply: FastifyReply, kept: string | null): void {
  keep(request, reply, `${nameOf(request)}-sign-in`, kept === null ? '; Max-Age=0' : `${kept}; Max-Age=600`);
  reply.header('cache-control', 'no-store');
}

function keep(request: FastifyRequest, reply: FastifyReply, name: string, value: string): void {
  reply.header('set-cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${isSecure(request) ? '; Secure' : ''}`);
}
