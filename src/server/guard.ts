import { isIP } from 'node:net';
import { hostname } from 'node:os';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../kernel/index.ts';
import { send } from './problems.ts';

/** Methods that change nothing. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Two doors are shut whoever asks: a name that another
 * site points at this machine (DNS rebinding), and a write that another site's page sends through the reader's browser.
 * `hosts` are further names this server is known by.
 */
export async function guard(app: FastifyInstance, hosts: readonly string[]): Promise<void> {
  const known = new Set(['localhost', hostname().toLowerCase(), ...hosts.map((host) => host.toLowerCase())]);
  app.addHook('onRequest', async (request, reply) => {
    if (!isKnown(request.hostname, known)) {
      return send(reply, request, new Problem('host-unknown', { host: request.hostname }));
    }
    if (!SAFE.has(request.method) && isCrossSite(request)) {
      return send(reply, request, new Problem('cross-site', { origin: request.headers.origin ?? '?' }));
    }
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** No script but our own files. Inline style stays: charts write it. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** A bare address cannot be rebound: the page that asks would have to come from it. */
function isKnown(host: string, known: ReadonlySet<string>): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return isIP(name) !== 0 || known.has(name) || name.endsWith('.localhost');
}

/** Browsers name the origin of every write; programs that are no browsers name none. */
function isCrossSite(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).host !== host;
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
