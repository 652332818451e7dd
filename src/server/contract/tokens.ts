import { z } from 'zod';
import { TOKEN_SCOPES } from '../../register/index.ts';

const scopes = z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length);
const instant = z.iso.datetime({ offset: true });

const TokenShape = z.object({
  ...{ id: z.string(), name: z.string(), hint: z.string(), scopes, holding: z.string() },
  ...{
    createdAt: instant,
    expiresAt: instant,
    usedAt: instant.nullable(),
    state: z.enum(['live', 'expired', 'revoked']),
  },
});
const list = z.object({ tokens: z.array(TokenShape) });

/** A person's tokens for programs. `Authorization: Bearer …` with any other route; cookies do not count then. */
export const TOKEN_ROUTES = {
  listTokens: { method: 'GET', path: '/api/account/tokens', response: list },
  addToken: {
    method: 'POST',
    path: '/api/account/tokens',
    body: z.strictObject({
      ...{ name: z.string().trim().min(1).max(100), holding: z.string().max(200), scopes },
      days: z.int().min(1).max(366),
    }),
    /** The token is told here once. */
    response: z.object({ id: z.string(), token: z.string() }),
  },
  revokeToken: {
    method: 'POST',
    path: '/api/account/tokens/:id/revoke',
    params: z.object({ id: z.string() }),
    body: z.object({}),
    response: list,
  },
} as const;
