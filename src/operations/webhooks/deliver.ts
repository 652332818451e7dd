import {
  accountById,
  claimDeliveries,
  type DeliveryRecord,
  endWebhook,
  fanOut,
  holdings,
  mayReach,
  setDelivery,
  type WebhookRecord,
  webhookEvents,
  webhooksOf,
} from '../../db/index.ts';
import { later } from '../../kernel/index.ts';
import { vault } from '../accounts/secrets.ts';
import { current, seatOf } from '../accounts/sessions.ts';
import type { Context } from '../context.ts';
import { post } from './post.ts';
import { signedHeaders } from './signature.ts';
import { ABOUT } from './subscriptions.ts';

/** Seconds until each further try, with up to a fifth more, so that many do not come back at once; after the last it is given up. */
const WAITS = [5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400];
/** Nobody else sends what was taken for sending. */
const CLAIM_MS = 60_000;
const AT_ONCE = 20;
const EVENTS = 200;
const GONE = 410;

/** What sends: the web, or a test. Resolves to the status. */
export type Post = typeof post;

/**
 * Tells every address that asked what happened and its seat may see, and tries again what did not go through.
 * @returns how many were sent
 */
export async function deliverWebhooks(context: Context, send: Post = post): Promise<number> {
  const { whole, clock } = context;
  const webhooks = await webhooksOf(whole.queries, null);
  if (webhooks.length === 0) return 0;
  await spread(context, webhooks);
  const now = clock.now();
  const due = await whole.write((queries) => claimDeliveries(queries, now, later(now, CLAIM_MS), AT_ONCE));
  const byId = new Map(webhooks.map((one) => [one.id, one]));
  const done = await Promise.all(
    due.map((delivery) => deliver(context, byId.get(delivery.webhook_id), delivery, send)),
  );
  return done.filter(Boolean).length;
}

/** Gives what happened since to each address that asked for it; who may see it is asked again when it is sent. */
async function spread({ whole, clock }: Context, webhooks: readonly WebhookRecord[]): Promise<void> {
  const events = await webhookEvents(whole.queries, EVENTS);
  if (events.length === 0) return;
  const deliveries = events.flatMap(({ id, kind, item, version, at }): DeliveryRecord[] =>
    webhooks
      .filter((one) => one.events.includes(kind) && one.created_at <= at)
      .map((one) => ({
        ...{ id: `msg_${id}_${one.id}`, webhook_id: one.id, kind, item, version, at, state: 'waiting' },
        ...{ attempts: 0, next_at: clock.now(), last_at: null, status: null, failure: null },
      })),
  );
  const ids = events.map(({ id }) => id);
  await whole.write((queries) => fanOut(queries, ids, deliveries));
}

async function deliver(
  context: Context,
  webhook: WebhookRecord | undefined,
  delivery: DeliveryRecord,
  send: Post,
): Promise<boolean> {
  const { whole, clock } = context;
  const { id, kind, item, version, at, attempts } = delivery;
  if (webhook === undefined || !(await maySee(context, webhook, delivery))) {
    // Nothing of what the seat may not see stays in a list that its person reads.
    await setDelivery(whole.queries, id, { state: 'hidden', item: '', version: 0 });
    return false;
  }
  const secret = (await vault(whole.queries)).open(webhook.secret, ABOUT);
  const body = JSON.stringify({ type: `${kind}.changed`, timestamp: at, data: { kind, id: item, version } });
  const now = clock.now();
  const headers = signedHeaders(id, new Date(now), body, Buffer.from(secret ?? '').toString());
  const told = await send(webhook.url, body, headers).then(
    (status) => ({ status, failure: status >= 200 && status < 300 ? null : `HTTP ${status}` }),
    (error: unknown) => ({ status: null, failure: error instanceof Error ? error.message.slice(0, 300) : 'failed' }),
  );
  const tried = { ...told, attempts: attempts + 1, last_at: now };
  if (told.failure === null) {
    await setDelivery(whole.queries, id, { ...tried, state: 'sent' });
    return true;
  }
  const wait = WAITS[attempts];
  const dead = wait === undefined || told.status === GONE;
  const next = later(now, (wait ?? 0) * 1000 * (1 + Math.random() / 5));
  await setDelivery(whole.queries, id, { ...tried, state: dead ? 'dead' : 'waiting', next_at: next });
  if (told.status === GONE) await whole.write((queries) => endWebhook(queries, webhook.id, now));
  return false;
}

/** Whether the seat that asked is still held, and may see the thing: its wall is asked. */
async function maySee(context: Context, webhook: WebhookRecord, { kind, item }: DeliveryRecord): Promise<boolean> {
  const { whole, clock } = context;
  const [held] = current(await holdings(whole.queries, { id: webhook.holding_id }), clock.now());
  if (held === undefined || (await accountById(whole.queries, webhook.account_id)).disabled) return false;
  return mayReach(whole.as(await seatOf(context, held)).queries, kind, item);
}
