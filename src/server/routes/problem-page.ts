import type { FastifyInstance } from 'fastify';
import { problemText, translator } from '../../i18n/index.ts';
import { PROBLEMS, type ProblemCode } from '../../kernel/index.ts';
import { preferredLocale } from '../problems.ts';

/** Stands for the details of a problem: each says its own name. */
const NAMES = Object.fromEntries(
  [
    ...[
      'action',
      'allowed',
      'deed',
      'field',
      'file',
      'format',
      'found',
      'host',
      'id',
      'issuer',
      'least',
      'limit',
      'line',
    ],
    ...[
      'mail',
      'name',
      'noun',
      'origin',
      'path',
      'port',
      'quote',
      'reason',
      'row',
      'rows',
      'rule',
      'scope',
      'seconds',
      'sheet',
    ],
    ...['size', 'state'],
  ].map((name) => [name, `{${name}}`]),
);

/** What each refusal of the API means: its type, status and sentence, as `type` of a problem names it. */
export function problemPage(app: FastifyInstance): void {
  app.get('/api/problems', { schema: { hide: true }, config: { need: 'anyone' } }, async (request, reply) => {
    const [{ html }, { portalStyle }] = [await import('../portal/html.ts'), await import('../portal/style.ts')];
    const locale = preferredLocale(request.headers['accept-language']);
    const t = translator(locale);
    const rows = Object.entries(PROBLEMS).map(
      ([code, status]) =>
        html`<tr id="${code}"><th scope="row"><code>urn:servanda:problem:${code}</code></th><td class="number">${status}</td><td>${problemText(locale, { code: code as ProblemCode, details: NAMES })}</td></tr>`,
    );
    const page = html`<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t('api.problems')}</title><link rel="stylesheet" href="/public/portal.css?${portalStyle().hash}"></head><body><main><h1>${t('api.problems')}</h1><p class="lead">${t('api.problems-lead')}</p><div class="wide" tabindex="0" role="region" aria-label="${t('api.problems')}"><table><thead><tr><th scope="col">type</th><th scope="col" class="number">status</th><th scope="col">detail</th></tr></thead><tbody>${rows}</tbody></table></div></main></body></html>`;
    return reply
      .type('text/html; charset=utf-8')
      .header('content-language', locale)
      .send(`<!doctype html>\n${page.text}`);
  });
}
