import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerNothingHere } from './problems.ts';

/** Built files carry a hash in their name: what they hold never changes. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'no-cache';

/**
 * Serves the built pages. An address that is no file and no part of the API belongs to the pages' own router, which
 * starts from index.html.
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.startsWith(join(folder, 'assets')) ? FOREVER : ASK_FIRST);
    },
  });
  app.setNotFoundHandler((request, reply) =>
    isPageAddress(request) ? reply.sendFile('index.html') : answerNothingHere(request, reply),
  );
}

function isPageAddress(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const isFile = /\.[^/]*$/.test(path);
  return reads && !path.startsWith('/api/') && path !== '/api' && !isFile;
}
