import {
  hasten,
  inboxNumbers,
  insertPartnerKey,
  type PartnerRecord,
  partnerKeys,
  type Queries,
  sendAgain,
  setPartner,
} from '../../db/index.ts';
import { fingerprintOf, type LinkState, publicKeyOf, runOf, signState } from '../../exchange/index.ts';
import type { Context } from '../context.ts';
import { signingKeyFor, thisNode, usableKeys } from './node.ts';
import { withPartner } from './partners.ts';

/** Ranges told of at once, and keys kept of one partner. */
const RANGES = 50;
const KEYS = 20;

/** Where the link with a partner stands on our side, signed, as canonical JSON. */
export async function ownState(queries: Queries, partner: PartnerRecord, now: string): Promise<string> {
  const node = await thisNode(queries);
  const { upTo, highest, missing } = runOf(await inboxNumbers(queries, partner.id));
  const trusted = (await partnerKeys(queries, partner.id)).filter(({ state }) => state === 'trusted');
  const offers = (await usableKeys(queries)).map((key) => key.public);
  const lost = (await ownRun(queries, partner)).missing;
  return signState(
    {
      ...{ node: node.id, partner: partner.id, time: now, sent: partner.sealed, upTo, highest },
      ...{ missing: missing.slice(0, RANGES), lost: lost.slice(0, RANGES) },
      ...{ trusts: trusted.map(({ key_id }) => key_id), offers },
    },
    await signingKeyFor(queries, partner),
  );
}

/** Our own numbers that are still in the outbox, against the highest we gave. */
async function ownRun(queries: Queries, { id, sealed }: PartnerRecord) {
  const rows = await queries
    .selectFrom('outbox')
    .select('sequence')
    .where('partner_id', '=', id)
    .where('sequence', 'is not', null)
    .execute();
  return runOf(
    rows.flatMap(({ sequence }) => sequence ?? []),
    sealed,
  );
}

/**
 * Takes up what a partner says of the link: what it lacks goes again, also what it once had and lost; a number of ours it knows
 * and we do not (we were restored from a backup) is given to nothing else; keys it offers wait for a person.
 */
export function applyState(context: Context, id: string, state: LinkState): Promise<void> {
  const now = context.clock.now();
  return withPartner(context, id, 'exchange', async (queries, partner, log) => {
    let again = 0;
    const ranges = [...state.missing, [state.highest + 1, partner.sealed] as const];
    for (const [from, to] of ranges) if (to >= from) again += await sendAgain(queries, id, from, to, now);
    if (again > 0) await log({ type: 'sent-again', count: again });
    if (state.highest > partner.sealed)
      await log({ type: 'numbers-lost', from: partner.sealed + 1, to: state.highest });
    const sealed = Math.max(partner.sealed, state.highest);
    const has = { has_all: state.upTo, has_highest: state.highest, has_sent: state.sent };
    await setPartner(queries, id, {
      ...has,
      sealed,
      trusts: state.trusts,
      said_at: now,
      reached_at: now,
      failure: null,
    });
    await hasten(queries, id, now);
    await keepOffers(queries, id, state, now);
  });
}

/** Keys a partner offers over the link count for nothing until a person compared their fingerprint. */
async function keepOffers(queries: Queries, partner: string, { offers }: LinkState, at: string): Promise<void> {
  const known = await partnerKeys(queries, partner);
  for (const offer of offers.slice(0, Math.max(0, KEYS - known.length))) {
    const { id, algorithm, public: open } = publicKeyOf(offer);
    if (known.some(({ key_id }) => key_id === id)) continue;
    await insertPartnerKey(queries, {
      ...{ partner_id: partner, key_id: id, algorithm, public: open, fingerprint: fingerprintOf(open) },
      ...{ state: 'offered', added_at: at, added_by: 'exchange', trusted_at: null, trusted_by: null },
      ...{ ends_at: null, revoked_at: null },
    });
  }
}
