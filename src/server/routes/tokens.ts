import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import {
  addToken,
  addWebhook,
  type Context,
  listTokens,
  listWebhooks,
  resendDelivery,
  revokeToken,
  stopWebhook,
} from '../../operations/index.ts';
import type { Acting } from '../acting.ts';
import { route } from '../route.ts';

export function tokenRoutes(app: FastifyInstance): void {
  route(app, 'listTokens', async ({ context, acting }) => ({ tokens: await listTokens(context, accountOf(acting)) }));
  route(app, 'addToken', async ({ context, acting, body }, reply) => {
    reply.header('cache-control', 'no-store');
    return addToken(context, { ...body, account: accountOf(acting) });
  });
  route(app, 'revokeToken', async ({ context, acting, params }) => {
    await revokeToken(context, accountOf(acting), params.id);
    return { tokens: await listTokens(context, accountOf(acting)) };
  });
  webhookRoutes(app);
}

function webhookRoutes(app: FastifyInstance): void {
  const listed = async (context: Context, account: string) => ({ webhooks: await listWebhooks(context, account) });
  route(app, 'listWebhooks', ({ context, acting }) => listed(context, accountOf(acting)));
  route(app, 'addWebhook', async ({ context, acting, body }, reply) => {
    reply.header('cache-control', 'no-store');
    return addWebhook(context, { ...body, account: accountOf(acting) });
  });
  route(app, 'stopWebhook', async ({ context, acting, params }) => {
    await stopWebhook(context, accountOf(acting), params.id);
    return listed(context, accountOf(acting));
  });
  route(app, 'resendDelivery', async ({ context, acting, params }) => {
    await resendDelivery(context, accountOf(acting), params.id);
    return listed(context, accountOf(acting));
  });
}

/** Seats to try the product from are everybody's: no program acts from one. @throws Problem `seat-may-not` */
function accountOf({ signed }: Acting): string {
  if (signed === null || signed.demonstration) throw new Problem('seat-may-not', { deed: 'token' });
  return signed.account;
}
