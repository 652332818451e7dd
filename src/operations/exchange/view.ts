import {
  countInbox,
  countOutbox,
  deliveredNumbers,
  type ExchangeKeyRecord,
  type ExchangeNodeRecord,
  exchangeKeys,
  exchangeNode,
  exchangeSecrets,
  type InboxRecord,
  inboxNumbers,
  inboxOf,
  type OutboxRecord,
  outboxOf,
  type PartnerKeyRecord,
  type PartnerRecord,
  type PartnerShareRecord,
  partnerById,
  partnerKeys,
  partnerShares,
  partners,
} from '../../db/index.ts';
import { type Range, runOf } from '../../exchange/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';

/** Messages and shares shown of one partner, and the time after which a link that says nothing is late. */
const SHOWN = 50;
const LATE_MS = 5 * 60_000;

/** How a link stands: up, late, down, by courier alone, or not used. */
export type LinkStanding = 'up' | 'late' | 'down' | 'courier' | 'never' | 'paused' | 'ended';

export interface PartnerView extends PartnerRecord {
  readonly standing: LinkStanding;
  readonly waiting: number;
  readonly held: number;
  readonly dead: number;
  readonly failed: number;
  /** When the oldest message that waits was said. */
  readonly oldest: string | null;
  /** Numbers of theirs that have not come. */
  readonly gaps: readonly Range[];
  /** It has all of ours up to this number: as it says, or by its receipts. */
  readonly hasAll: number;
  readonly keys: readonly PartnerKeyRecord[];
}

export interface ExchangeView {
  readonly node: ExchangeNodeRecord | null;
  readonly keys: readonly (ExchangeKeyRecord & { readonly here: boolean })[];
  readonly partners: readonly PartnerView[];
}

/** This node, its keys, and how the link with each partner of the seat's side stands. */
export async function exchangeView({ database, whole, clock }: Context): Promise<ExchangeView> {
  const { queries } = database;
  const here = new Set((await exchangeSecrets(whole.queries)).map(({ key_id }) => key_id));
  const [out, come] = [await countOutbox(queries), await countInbox(queries)];
  const keys = Map.groupBy(await partnerKeys(queries, null), ({ partner_id }) => partner_id);
  const views: PartnerView[] = [];
  for (const partner of await partners(queries)) {
    const { id, has_sent } = partner;
    const mine = out.filter(({ partner_id }) => partner_id === id);
    const count = (...states: string[]) =>
      mine.filter(({ state }) => states.includes(state)).reduce((sum, one) => sum + one.count, 0);
    const open = mine.filter(({ state }) => ['held', 'queued', 'waiting', 'dead'].includes(state));
    views.push({
      ...partner,
      standing: standingOf(partner, clock.now()),
      ...{ waiting: count('queued', 'waiting'), held: count('held'), dead: count('dead') },
      failed: come.find(({ partner_id, state }) => partner_id === id && state === 'failed')?.count ?? 0,
      oldest: open.map(({ oldest }) => new Date(oldest).toISOString()).sort()[0] ?? null,
      gaps: runOf(await inboxNumbers(queries, id), has_sent).missing,
      hasAll: Math.max(partner.has_all, runOf(await deliveredNumbers(queries, id)).upTo),
      keys: keys.get(id) ?? [],
    });
  }
  return {
    node: (await exchangeNode(queries)) ?? null,
    keys: (await exchangeKeys(queries)).map((key) => ({ ...key, here: here.has(key.id) })),
    partners: views,
  };
}

function standingOf({ state, address, failure, said_at, heard_at }: PartnerRecord, now: string): LinkStanding {
  if (state !== 'active') return state;
  if (address === null) return 'courier';
  if (failure !== null) return 'down';
  const last = [said_at, heard_at].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  if (last.length === 0) return 'never';
  return Date.parse(now) - Math.max(...last) > LATE_MS ? 'late' : 'up';
}

export interface PartnerDetail {
  /** What has not arrived: held back, waiting, given up, not let out. */
  readonly open: readonly OutboxRecord[];
  readonly sent: readonly OutboxRecord[];
  readonly came: readonly InboxRecord[];
  /** What the partner shares of its side. */
  readonly shares: readonly PartnerShareRecord[];
}

/** What goes to and comes from a partner, the latest first. @throws Problem `not-found` */
export async function partnerDetail({ database }: Context, id: string): Promise<PartnerDetail> {
  const { queries } = database;
  if ((await partnerById(queries, id)) === undefined) throw new Problem('not-found', { noun: 'partner', id });
  return {
    open: await outboxOf(queries, id, ['held', 'queued', 'waiting', 'dead', 'withheld'], SHOWN),
    sent: await outboxOf(queries, id, ['delivered'], SHOWN),
    came: await inboxOf(queries, id, SHOWN),
    shares: await partnerShares(queries, { partner: id, limit: SHOWN }),
  };
}
