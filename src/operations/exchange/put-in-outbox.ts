import { randomUUIDv7 } from 'node:crypto';
import { insertOutbox, type PartnerRecord, partnerById, partnersTaking, type Queries } from '../../db/index.ts';
import { type AttachmentNote, assertReleased, type MessageType, type ReleaseClass } from '../../exchange/index.ts';
import { Problem } from '../../kernel/index.ts';

/** Something to say to another node. */
export interface OutgoingMessage {
  /** Id of the partner. */
  readonly partner: string;
  readonly type: MessageType;
  /** What it is about, by its id on this node. */
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Words anybody may read, or that both sides share. What is neither has no class, and stays. */
  readonly class: ReleaseClass;
  readonly attachments?: readonly AttachmentNote[];
  /** ISO instant, and the hand that causes it. */
  readonly at: string;
  readonly by: string;
}

/**
 * Says something to another node, in the transaction of what it tells of: it leaves if, and only if, that is kept. It is
 * numbered, signed and sent afterwards (`deliverExchange`).
 * @returns the id of the message
 * @throws Problem `release-refused` (may not leave, and why), `not-found` (partner), `action-not-allowed` (exchange has ended)
 */
export async function putInOutbox(
  queries: Queries,
  { partner: id, type, subject, data, class: marked, attachments = [], at, by }: OutgoingMessage,
): Promise<string> {
  const partner = await partnerById(queries, id);
  if (partner === undefined) throw new Problem('not-found', { noun: 'partner', id });
  if (partner.state === 'ended') throw new Problem('action-not-allowed', { action: 'send', state: 'ended' });
  const rule = assertReleased({ type, class: marked, data, attachments }, partner.kind);
  const message = randomUUIDv7();
  await insertOutbox(queries, {
    ...{ id: message, partner_id: id, party: partner.own, type, subject, class: marked, data, attachments },
    ...{ made_at: at, made_by: by, next_at: at, state: rule.persons > 1 ? 'held' : 'queued' },
  });
  return message;
}

/** The nodes that are told of a kind of thing by themselves, on behalf of a side (null: of any). */
export function partnersToTell(queries: Queries, type: MessageType, own: string | null): Promise<PartnerRecord[]> {
  return partnersTaking(queries, type, own);
}
