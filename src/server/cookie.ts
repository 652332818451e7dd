import type { FastifyReply, FastifyRequest } from 'fastify';

/** Over TLS the name itself forbids other hosts and paths to set it; plain HTTP on the machine itself has no such name. */
const SECURE = '__Host-servanda';
const PLAIN = 'servanda';

/** TLS ends at a proxy before us, which says so. */
function isSecure({ protocol, headers }: FastifyRequest): boolean {
  return protocol === 'https' || headers['x-forwarded-proto'] === 'https';
}

/** The token of the session a request belongs to; null without one. */
export function sessionToken(request: FastifyRequest): string | null {
  const name = isSecure(request) ? SECURE : PLAIN;
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value) return value;
  }
  return null;
}

/** Keeps the token with the browser until it closes, or with null takes it away; what was cached for another seat goes too. */
export function keepToken(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const secure = isSecure(request);
  const rest = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const value = token ?? '; Max-Age=0';
  reply.header('set-cookie', `${secure ? SECURE : PLAIN}=${value}; ${rest}`);
  reply.header('clear-site-data', '"cache"').header('cache-control', 'no-store');
}
