import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Gives every answer of the API an ETag of its content and answers 304 where the reader has it already: a text of
 * hundreds of kilobytes is sent once, until somebody decides something in it.
 */
export function revalidate(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const eligible = request.method === 'GET' && reply.statusCode === 200 && typeof payload === 'string';
    if (!eligible || !request.url.startsWith('/api/')) return payload;
    const tag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
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
