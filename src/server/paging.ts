import type { FastifyReply, FastifyRequest } from 'fastify';

/** Says where the rows after these are (RFC 8288, `rel="next"`), for programs that read a whole list; nothing after the last. */
export function linkNext(
  request: FastifyRequest,
  reply: FastifyReply,
  { offset = 0, limit, rows, total }: { offset?: number | undefined; limit: number; rows: number; total?: number },
): void {
  const more = total === undefined ? rows === limit : offset + rows < total;
  if (!more || rows === 0) return;
  const [path = '', query = ''] = request.url.split('?');
  const next = new URLSearchParams(query);
  next.set('offset', String(offset + rows));
  next.set('limit', String(limit));
  reply.header('link', `<${path}?${next}>; rel="next"`);
}
