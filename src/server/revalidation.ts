import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Of what is answered, where it has one. */
    version?: number;
  }
}

/**
 * Gives every answer of the API an ETag of its content and answers 304 where the reader has it already: a text of
 * hundreds of kilobytes is sent once, until somebody decides something in it. The tag of what has a version begins with it, and a change can
 * name it in `If-Match`.
 */
export function revalidate(app: FastifyInstance): void {
  app.decorateRequest('version');
  app.addHook('preSerialization', async (request, _, payload) => {
    const version = (payload as { readonly version?: unknown } | null)?.version;
    if (typeof version === 'number') request.version = version;
    return payload;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const eligible = request.method === 'GET' && reply.statusCode === 200 && typeof payload === 'string';
    if (!eligible || !request.url.startsWith('/api/')) return payload;
    const hash = createHash('sha1').update(payload).digest('base64url');
    const tag = request.version === undefined ? `W/"${hash}"` : `"${request.version}-${hash}"`;
    reply.header('etag', tag);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
    if (!knows(request.headers['if-none-match'], tag)) return payload;
    reply.code(304).removeHeader('content-length').removeHeader('content-type');
    return '';
  });
}

/** Whether an If-None-Match header names this tag. */
export function knows(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((known) => known.trim() === tag);
}
