import { z } from 'zod';
import { WEBHOOK_KINDS } from '../../register/index.ts';

const instant = z.iso.datetime({ offset: true });
const events = z.array(z.enum(WEBHOOK_KINDS)).min(1).max(WEBHOOK_KINDS.length);
const params = z.object({ id: z.string() });

const DeliveryShape = z.object({
  ...{ id: z.string(), kind: z.enum(WEBHOOK_KINDS), item: z.string(), version: z.int(), at: instant },
  ...{ state: z.enum(['waiting', 'sent', 'dead', 'hidden']), attempts: z.int(), status: z.int().nullable() },
  ...{ failure: z.string().nullable(), nextAt: instant.nullable(), lastAt: instant.nullable() },
});

const list = z.object({
  webhooks: z.array(
    z.object({
      ...{ id: z.string(), url: z.string(), events, holding: z.string() },
      ...{ createdAt: instant, endedAt: instant.nullable(), deliveries: z.array(DeliveryShape) },
    }),
  ),
});

/** Addresses elsewhere that are told of changes, after Standard Webhooks; docs/api.md says how to check a signature. */
export const WEBHOOK_ROUTES = {
  listWebhooks: { method: 'GET', path: '/api/account/webhooks', response: list },
  addWebhook: {
    method: 'POST',
    path: '/api/account/webhooks',
    body: z.strictObject({ url: z.url().max(1_000), events, holding: z.string().max(200) }),
    /** The secret is told here once. */
    response: z.object({ id: z.string(), secret: z.string() }),
  },
  stopWebhook: { method: 'POST', path: '/api/account/webhooks/:id/end', params, body: z.object({}), response: list },
  resendDelivery: {
    method: 'POST',
    path: '/api/account/webhook-deliveries/:id/resend',
    params,
    body: z.object({}),
    response: list,
  },
} as const;
