import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import {
  beginIdentitySignIn,
  endIdentitySignIn,
  type IdentityProvider,
  identityProvider,
  signOut,
} from '../../operations/index.ts';
import { keepSignIn, keepToken, keptSignIn, ownOrigin } from '../cookie.ts';

const BEGIN = '/api/session/provider';
const BACK = '/api/session/provider/back';

/** The browser goes through these two addresses itself: whatever fails is said on the page of signing in. */
const CONFIG = { need: 'anyone', rateLimit: { max: 30, timeWindow: 60_000 } } as const;

/** Signing in at an identity provider: there, and back. */
export function providerRoutes(app: FastifyInstance): void {
  app.get(BEGIN, { schema: { hide: true }, config: CONFIG }, async (request, reply) => {
    try {
      const back = ownOrigin(request) + BACK;
      const { address, kept } = await beginIdentitySignIn(request.acting.context, asked(), back);
      keepSignIn(request, reply, kept);
      return reply.redirect(address);
    } catch (error) {
      return reply.redirect(pageOf(error));
    }
  });
  app.get(BACK, { schema: { hide: true }, config: CONFIG }, async (request, reply) => {
    const { context, token: before } = request.acting;
    keepSignIn(request, reply, null);
    try {
      const came = new URL(request.url, ownOrigin(request));
      const { token } = await endIdentitySignIn(context, asked(), came, keptSignIn(request) ?? '');
      if (before !== null) await signOut(context, before, false);
      keepToken(request, reply, token);
      return reply.redirect('/');
    } catch (error) {
      return reply.redirect(pageOf(error));
    }
  });
}

/** @throws Problem `not-found` where no provider is set */
function asked(): IdentityProvider {
  const provider = identityProvider();
  if (provider === null) throw new Problem('not-found', { noun: 'page', id: BEGIN });
  return provider;
}

/** Where the page says what went wrong; a mistake of ours is answered as such. */
function pageOf(error: unknown): string {
  if (!(error instanceof Problem)) throw error;
  return `/?sign-in=${error.code === 'provider-unreachable' ? 'unreachable' : 'refused'}`;
}
