import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  addressesInPortal,
  changedInPortal,
  changesInPortal,
  commitmentsInPortal,
  type Portal,
  registerInPortal,
  tasksInPortal,
  worksInPortal,
} from '../../operations/index.ts';
import { SECTORS } from '../../vocabulary/index.ts';
import { ownOrigin } from '../cookie.ts';
import { knows } from '../revalidation.ts';
import { atomFeed, robots, SITEMAP_SIZE, sitemap } from './feed.ts';
import { figureRows, figuresPage } from './figures.ts';
import { commitmentsCsv, commitmentsJson, figuresCsv } from './files.ts';
import { frame, type PortalPage } from './frame.ts';
import { answerItem } from './item.ts';
import { aboutPage, missingPage, worksPage } from './item-pages.ts';
import { PER_PAGE, registerPage, sayValue } from './register-page.ts';
import { type Asked, askedOf, filterOf, pageNumberOf } from './request.ts';
import { type Speech, speechOf } from './speech.ts';
import { portalStyle } from './style.ts';

type Status = 200 | 404 | 410;

interface FileAnswer {
  readonly type: string;
  readonly body: string | Readable;
  readonly status?: Status;
  /** Its address changes with what it holds. */
  readonly forever?: true;
}

/** What is sent: a page to be framed, or a file. */
export type Answer = FileAnswer | { readonly page: PortalPage; readonly status?: Status };

/** A page rests on what is public now: asked for again after a minute. */
const MINUTE = 'public, max-age=60, stale-while-revalidate=600';
const FOREVER = 'public, max-age=31536000, immutable';

/** Answers any address of the portal. */
export async function answerPortal(
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = askedOf(request);
  const speech = speechOf(asked.locale, ownOrigin(request));
  if (request.url.startsWith('/robots.txt')) return send(request, reply, asked, await robotsOf(portal, speech));
  const answer = await answerOf(portal, speech, asked);
  if (!('page' in answer)) return send(request, reply, asked, answer);
  const body = frame(speech, answer.page, await changedInPortal(portal), portalStyle().hash);
  reply.header('content-language', asked.locale);
  return send(request, reply, asked, { ...answer, type: 'text/html; charset=utf-8', body });
}

async function answerOf(portal: Portal, speech: Speech, asked: Asked): Promise<Answer> {
  const { path, query } = asked;
  const filter = filterOf(query);
  const feed = /^feed(?:\/([a-z-]+))?\.atom$/.exec(path);
  if (feed !== null) return feedOf(portal, speech, feed[1] ?? null);
  const map = /^sitemap(?:-(\d{1,3}))?\.xml$/.exec(path);
  if (map !== null) return sitemapOf(portal, speech, Number(map[1] ?? 1));
  switch (path) {
    case '': {
      const page = pageNumberOf(query);
      const register = await registerInPortal(portal, filter, { offset: (page - 1) * PER_PAGE, limit: PER_PAGE });
      return { page: registerPage(speech, register, filter, page) };
    }
    case 'works':
      return { page: worksPage(speech, await worksInPortal(portal)) };
    case 'figures': {
      const register = await registerInPortal(portal, filter, { offset: 0, limit: 0 });
      return { page: figuresPage(speech, register, filter, await tasksInPortal(portal)) };
    }
    case 'about':
      return { page: aboutPage(speech) };
    case 'portal.css':
      return { type: 'text/css; charset=utf-8', body: portalStyle().css, forever: true };
    case 'commitments.csv':
      return file('text/csv', commitmentsCsv(speech, commitmentsInPortal(portal, filter)));
    case 'commitments.json':
      return file('application/json', commitmentsJson(speech, commitmentsInPortal(portal, filter)));
    case 'figures.csv':
    case 'figures.json':
      return figuresFile(portal, speech, asked);
  }
  return (await answerItem(portal, speech, path)) ?? { page: missingPage(speech), status: 404 };
}

function file(type: string, pieces: AsyncIterable<string>): Answer {
  return { type: `${type}; charset=utf-8`, body: Readable.from(pieces) };
}

async function figuresFile(portal: Portal, speech: Speech, { path, query }: Asked): Promise<Answer> {
  const register = await registerInPortal(portal, filterOf(query), { offset: 0, limit: 0 });
  const rows = figureRows(register).map((row) => ({
    ...row,
    name: sayValue(speech, row.figure, row.value, register.works),
  }));
  if (path.endsWith('.csv')) return { type: 'text/csv; charset=utf-8', body: figuresCsv(speech, rows) };
  const body = `${JSON.stringify({ commitments: register.total, figures: rows }, null, 1)}\n`;
  return { type: 'application/json; charset=utf-8', body };
}

async function feedOf(portal: Portal, speech: Speech, sector: string | null): Promise<Answer> {
  if (sector !== null && !SECTORS.some((known) => known === sector)) return { page: missingPage(speech), status: 404 };
  const changes = await changesInPortal(portal, sector);
  return { type: 'application/atom+xml; charset=utf-8', body: atomFeed(speech, changes, sector) };
}

async function sitemapOf(portal: Portal, speech: Speech, number: number): Promise<Answer> {
  const addresses = await addressesInPortal(portal, { offset: (number - 1) * SITEMAP_SIZE, limit: SITEMAP_SIZE });
  return { type: 'application/xml; charset=utf-8', body: sitemap(speech, addresses) };
}

async function robotsOf(portal: Portal, { origin }: Speech): Promise<FileAnswer> {
  let maps = 1;
  while ((await addressesInPortal(portal, { offset: maps * SITEMAP_SIZE, limit: 1 })).length > 0) maps++;
  return { type: 'text/plain; charset=utf-8', body: robots(origin, maps) };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { named }: Asked,
  { type, body, status = 200, forever }: FileAnswer,
): FastifyReply {
  reply
    .code(status)
    .type(type)
    .header('cache-control', forever ? FOREVER : MINUTE);
  if (!named) reply.header('vary', 'accept-language');
  if (typeof body !== 'string') return reply.send(body);
  const tag = `"${createHash('sha1').update(body).digest('base64url')}"`;
  reply.header('etag', tag);
  if (status === 200 && knows(request.headers['if-none-match'], tag)) return reply.code(304).send();
  return reply.send(body);
}
