import { randomBytes } from 'node:crypto';
import {
  type DeliveryRecord,
  deliveriesOf,
  deliveryById,
  endWebhook,
  holdings,
  insertWebhook,
  setDelivery,
  webhooksOf,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { WebhookKind } from '../../register/index.ts';
import { vault } from '../accounts/secrets.ts';
import { current } from '../accounts/sessions.ts';
import type { Context } from '../context.ts';
import { assertTellable } from './outside.ts';
import { SECRET_PREFIX } from './signature.ts';

/** Deliveries shown of one address, and addresses of one person. */
const SHOWN = 20;
const MOST = 20;
/** What a sealed secret is bound to. */
export const ABOUT = 'webhook';

export interface NewWebhook {
  readonly account: string;
  /** The seat that is told: of what it may see, and nothing else. */
  readonly holding: string;
  readonly url: string;
  readonly events: readonly WebhookKind[];
}

export type DeliveryView = Pick<
  DeliveryRecord,
  'id' | 'kind' | 'item' | 'version' | 'at' | 'state' | 'attempts' | 'status' | 'failure'
> & { readonly nextAt: string | null; readonly lastAt: string | null };

export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookKind[];
  readonly holding: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** The latest first. */
  readonly deliveries: readonly DeliveryView[];
}

/**
 * Lets an address elsewhere be told of what changes; the secret it checks signatures with is told once.
 * @throws Problem `seat-may-not`, `input-invalid` (an address that may not be told)
 */
export async function addWebhook(
  { whole, clock, newId }: Context,
  { account, holding, url, events }: NewWebhook,
): Promise<{ readonly id: string; readonly secret: string }> {
  assertTellable(url);
  const held = current(await holdings(whole.queries, { account }), clock.now());
  if (!held.some(({ id }) => id === holding)) throw new Problem('seat-may-not', { deed: 'webhook' });
  const there = (await webhooksOf(whole.queries, account)).filter(({ ended_at }) => ended_at === null);
  if (there.length >= MOST) throw new Problem('input-invalid', { field: 'url', reason: `at most ${MOST} addresses` });
  const secret = SECRET_PREFIX + randomBytes(32).toString('base64');
  const id = newId();
  const sealed = (await vault(whole.queries)).seal(Buffer.from(secret), ABOUT);
  await whole.write((queries) =>
    insertWebhook(queries, {
      ...{ id, account_id: account, holding_id: holding, url, events },
      ...{ secret: sealed, created_at: clock.now(), ended_at: null },
    }),
  );
  return { id, secret };
}

/** The addresses of a person with their latest deliveries, the latest first. */
export async function listWebhooks({ whole }: Context, account: string): Promise<WebhookView[]> {
  const found: WebhookView[] = [];
  for (const one of await webhooksOf(whole.queries, account)) {
    const deliveries = (await deliveriesOf(whole.queries, one.id, SHOWN)).map(deliveryView);
    const { id, url, events, holding_id: holding, created_at: createdAt, ended_at: endedAt } = one;
    found.push({ id, url, events, holding, createdAt, endedAt, deliveries });
  }
  return found;
}

function deliveryView({ webhook_id: _, next_at, last_at, ...one }: DeliveryRecord): DeliveryView {
  return { ...one, nextAt: one.state === 'waiting' ? next_at : null, lastAt: last_at };
}

/** Tells an address of nothing any more. @throws Problem `not-found` */
export async function stopWebhook({ whole, clock }: Context, account: string, id: string): Promise<void> {
  const own = await webhooksOf(whole.queries, account);
  if (!own.some((one) => one.id === id)) throw new Problem('not-found', { noun: 'webhook', id });
  await whole.write((queries) => endWebhook(queries, id, clock.now()));
}

/** Sends a delivery again, whatever became of it. @throws Problem `not-found` (also where its address is told no more) */
export async function resendDelivery({ whole, clock }: Context, account: string, id: string): Promise<void> {
  const delivery = await deliveryById(whole.queries, id);
  const own = (await webhooksOf(whole.queries, account)).filter(({ ended_at }) => ended_at === null);
  if (delivery === undefined || !own.some((one) => one.id === delivery.webhook_id)) {
    throw new Problem('not-found', { noun: 'webhook', id });
  }
  await whole.write((queries) =>
    setDelivery(queries, id, { state: 'waiting', attempts: 0, next_at: clock.now(), failure: null }),
  );
}
