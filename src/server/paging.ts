import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../kernel/index.ts';

/** What of an address does not say which list it is of. */
const PLACES = ['cursor', 'offset', 'limit'] as const;

/**
 * Says where the rows after these are (RFC 8288, `rel="next"`), for programs that read a whole list; nothing after the last. The place is an
 * opaque cursor, good for this list with this filter and order alone.
 */
export function linkNext(
  request: FastifyRequest,
  reply: FastifyReply,
  { offset = 0, limit, rows, total }: { offset?: number | undefined; limit: number; rows: number; total?: number },
): void {
  const more = total === undefined ? rows === limit : offset + rows < total;
  if (!more || rows === 0) return;
  const { path, query } = partsOf(request.url);
  const next = new URLSearchParams(query);
  for (const place of PLACES) next.delete(place);
  const place = Buffer.from(`${offset + rows}.${listOf(path, query)}`).toString('base64url');
  next.set('limit', String(limit));
  next.set('cursor', place);
  reply.header('link', `<${path}?${next}>; rel="next"`);
}

/** Lets every list that takes an `offset` be read on from a cursor. */
export function readCursors(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const asked = request.query as Record<string, unknown> | undefined;
    if (typeof asked?.cursor !== 'string') return;
    const { path, query } = partsOf(request.url);
    const [, offset, list] = /^(\d+)\.(.+)$/.exec(Buffer.from(asked.cursor, 'base64url').toString()) ?? [];
    if (offset === undefined || list !== listOf(path, query)) {
      throw new Problem('input-invalid', { field: 'cursor', reason: 'of another list, filter or order' });
    }
    asked.offset = offset;
  });
}

function partsOf(url: string): { readonly path: string; readonly query: string } {
  const [path = '', query = ''] = url.split('?');
  return { path, query };
}

/** Which list an address asks for: its path, filter and order, in any order of the names. */
function listOf(path: string, query: string): string {
  const named = new URLSearchParams(query);
  for (const place of PLACES) named.delete(place);
  named.sort();
  return createHash('sha256').update(`${path}?${named}`).digest('base64url').slice(0, 12);
}
