import type {
  ExchangeView,
  InboxRecord,
  JointThing,
  OutboxRecord,
  PartnerDetail,
  PartnerShareRecord,
} from '../../operations/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Answer } from '../route.ts';

const instant = (at: string | null) => (at === null ? null : new Date(at).toISOString());

/** The exchange as the contract has it. */
export function presentExchange({ node, keys, partners }: ExchangeView): Answer<'getExchange'> {
  return {
    node: node === null ? null : { id: node.id, name: node.name, address: node.address },
    keys: keys.map(({ id, algorithm, fingerprint, public: open, made_at, ends_at, here }) => ({
      ...{ id, algorithm, fingerprint, public: open, since: new Date(made_at).toISOString() },
      state: ends_at !== null ? 'over' : here ? 'current' : 'elsewhere',
    })),
    partners: partners.map(({ keys: theirs, gaps, types, ...one }) => ({
      ...{ id: one.id, name: one.name, party: one.party, own: one.own, kind: one.kind, address: one.address },
      ...{ state: one.state, types, standing: one.standing, failure: one.failure, waiting: one.waiting },
      ...{ receiptAt: instant(one.receipt_at), heardAt: instant(one.heard_at), saidAt: instant(one.said_at) },
      ...{ held: one.held, dead: one.dead, failed: one.failed, oldest: one.oldest },
      ...{ sealed: one.sealed, hasAll: one.hasAll },
      gaps: gaps.map(([from, to]): [number, number] => [from, to]),
      keys: theirs.map(({ key_id: id, algorithm, fingerprint, public: open, state, added_at }) => ({
        ...{ id, algorithm, fingerprint, public: open, state, since: new Date(added_at).toISOString() },
      })),
    })),
  };
}

/** What goes to and comes from a partner. */
export function presentPartner({ open, sent, came, shares }: PartnerDetail, seat: Seat): Answer<'getPartner'> {
  return {
    open: open.map((one) => outgoing(one, seat)),
    sent: sent.map((one) => outgoing(one, seat)),
    came: came.map(incoming),
    shares: shares.map(share),
  };
}

function outgoing(message: OutboxRecord, seat: Seat): Answer<'getPartner'>['open'][number] {
  const { id, type, subject, made_at, sequence, state, attempts, failure, via, made_by, next_at, data } = message;
  return {
    ...{ id, type, subject, at: new Date(made_at).toISOString(), sequence, state, attempts, failure, via, data },
    own: seat.party !== null && made_by === seat.hand,
    nextAt: state === 'waiting' ? instant(next_at) : null,
  };
}

function incoming(message: InboxRecord): Answer<'getPartner'>['came'][number] {
  const { id, type, subject, received_at, sequence, state, attempts, failure, via, envelope } = message;
  const { data } = JSON.parse(envelope) as { data: Record<string, unknown> };
  const at = new Date(received_at).toISOString();
  return { ...{ id, type, subject, at, sequence, state, attempts, failure, via, data }, own: false, nextAt: null };
}

function share({ kind, id, at, ended, view, commitments }: PartnerShareRecord) {
  const { title, quote } = view as { title?: unknown; quote?: unknown };
  return {
    ...{ kind, id, at: new Date(at).toISOString(), ended, quotes: commitments },
    title: String(title ?? quote ?? ''),
  };
}

/** Papers held together with partners. */
export function presentPapers(things: readonly JointThing[]): Answer<'listPapersHeld'> {
  return {
    papers: things.map(({ id, kind, partner_id: partner, parties, state }) => ({
      ...{ id, kind, partner, parties, standing: state.standing, missing: state.missing.length },
      heads: state.heads.map(({ edit, hash, party, at, agreed, content }) => ({
        edit,
        hash,
        party,
        at,
        agreed,
        content,
      })),
    })),
  };
}
