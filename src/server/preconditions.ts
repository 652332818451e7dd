import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../kernel/index.ts';

/** The version a tag names: `"7-…"`, `"7"`; null for any other, and for weak ones, which prove nothing (RFC 9110, 8.8.3.2). */
function versionIn(tag: string): number | null {
  const [, version] = /^"(\d{1,9})(?:-[\w-]+)?"$/.exec(tag.trim()) ?? [];
  return version === undefined ? null : Number(version);
}

/**
 * Lets a change name the version it saw as the tag of what it read (`If-Match`) as well as in its body. A change that must name one and does
 * not is answered 428; where both are named and differ, or somebody was faster, 412.
 */
export function holdPreconditions(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.config.versioned !== true) return;
    const body = request.body as Record<string, unknown> | null | undefined;
    if (typeof body !== 'object' || body === null) return;
    const header = request.headers['if-match'];
    if (header === undefined) {
      if (body.version === undefined) throw new Problem('precondition-required', {});
      return;
    }
    if (header.trim() === '*') return;
    const named = header.split(',').map(versionIn);
    const [only] = named;
    body.version ??= only ?? undefined;
    if (!named.includes(body.version as number)) throw failed(request);
  });
}

/** What a refusal is answered as: a version that was named in `If-Match` and is past is a precondition that failed. */
export function asPrecondition(request: FastifyRequest, problem: Problem): Problem {
  const named = request.headers['if-match'] !== undefined;
  return named && problem.code === 'changed-meanwhile' ? failed(request, problem) : problem;
}

function failed({ url }: FastifyRequest, cause?: Problem): Problem {
  return new Problem('precondition-failed', { path: url.split('?')[0] ?? '' }, cause);
}
