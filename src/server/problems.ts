import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemText } from '../i18n/index.ts';
import { LOCALES, type Locale, Problem } from '../kernel/index.ts';
import { asPrecondition } from './preconditions.ts';

/** Told of a mistake of ours: the number its reader was given, and the error itself. */
export type Report = (number: string, error: unknown) => void;

/** Answers every refusal as RFC 9457 problem details; what was not foreseen becomes `unexpected` with a number. */
export function answerProblems(app: FastifyInstance, report: Report): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = error instanceof Problem ? asPrecondition(request, error) : foreseen(error);
    if (problem !== null && problem.code !== 'unexpected') return send(reply, request, problem);
    const number = randomUUID().slice(0, 8);
    report(number, error);
    return send(reply, request, new Problem('unexpected', { id: number }, error));
  });
}

/** Answers an address that nothing stands at. */
export function answerNothingHere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return send(reply, request, new Problem('not-found', { noun: 'page', id: request.url.split('?')[0] ?? '' }));
}

/** Sends a problem: `title` and `detail` in the language the client asks for, `code` and `details` for programs. */
export function send(reply: FastifyReply, request: FastifyRequest, problem: Problem): FastifyReply {
  const text = problemText(preferredLocale(request.headers['accept-language']), problem);
  const body = {
    type: `urn:servanda:problem:${problem.code}`,
    title: text.split(/(?<=[.。])\s*/)[0] ?? text,
    status: problem.status,
    detail: text,
    code: problem.code,
    details: problem.details,
  };
  if (problem.status === 401 && request.headers.authorization !== undefined) {
    reply.header('www-authenticate', 'Bearer error="invalid_token"');
  }
  return reply
    .status(problem.status)
    .header('content-language', preferredLocale(request.headers['accept-language']))
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body);
}

/** The first language of an Accept-Language header that the product speaks; English where none is. */
export function preferredLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, quality: quality === undefined ? 1 : Number.parseFloat(quality.split('=')[1] ?? '0') };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = LOCALES.find((known) => tag === known || tag.startsWith(`${known}-`));
    if (locale !== undefined) return locale;
  }
  return 'en';
}

/** Refusals of the framework itself, in the product's words. */
function foreseen(error: FastifyError): Problem | null {
  const first = error.validation?.[0];
  if (first !== undefined) {
    const place = first.instancePath.split('/').filter(Boolean).join('.') || (error.validationContext ?? 'request');
    return new Problem('input-invalid', { field: place, reason: first.message ?? 'not as expected' }, error);
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return new Problem('file-too-large', { name: 'request', size: '?', limit: '?' }, error);
  if (status === 415) return new Problem('format-unknown', { name: 'request', format: 'content type' }, error);
  return status >= 400 && status < 500
    ? new Problem('input-invalid', { field: 'request', reason: error.message }, error)
    : null;
}
