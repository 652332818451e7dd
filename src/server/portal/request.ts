import type { FastifyRequest } from 'fastify';
import { LOCALES, type Locale } from '../../kernel/index.ts';
import { PORTAL_PARTS, type PortalFilter } from '../../operations/index.ts';
import { preferredLocale } from '../problems.ts';

/** What of the portal is asked for. */
export interface Asked {
  readonly locale: Locale;
  /** The language stands in the address; else it follows what the browser prefers. */
  readonly named: boolean;
  /** After `/public/` and the language, without a slash at either end. */
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
}

export function askedOf(request: FastifyRequest): Asked {
  const [path = ''] = request.url.split('?');
  const [, , first = '', ...rest] = path.split('/');
  const named = LOCALES.find((locale) => locale === first);
  const whole = named === undefined ? [first, ...rest] : rest;
  return {
    locale: named ?? preferredLocale(request.headers['accept-language']),
    named: named !== undefined,
    path: whole.join('/').replace(/\/+$/, ''),
    query: request.query as Record<string, unknown>,
  };
}

/** Words and values of one part at most. */
const LONGEST = 300;
const MOST = 50;

/** What the register is narrowed to; what no address of ours has is left out. */
export function filterOf(query: Asked['query']): PortalFilter {
  const of = (name: string) =>
    [query[name]]
      .flat()
      .filter((value): value is string => typeof value === 'string' && value !== '' && value.length <= LONGEST)
      .slice(0, MOST);
  const parts = PORTAL_PARTS.map((part) => [part, of(part)] as const).filter(([, values]) => values.length > 0);
  const [q] = of('q');
  return { ...(q === undefined ? {} : { q }), ...Object.fromEntries(parts) };
}

/** The page asked for, from 1. */
export function pageNumberOf({ page }: Asked['query']): number {
  const number = Number(page ?? 1);
  return Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : 1;
}
