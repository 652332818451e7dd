import {
  type OutboxRecord,
  outboxById,
  type PartnerRecord,
  type Queries,
  setOutbox,
  setPartner,
  toSeal,
} from '../../db/index.ts';
import { assertReleased, sealEnvelope } from '../../exchange/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { signingKeyFor, thisNode } from './node.ts';
import { withPartner } from './partners.ts';

const AT_ONCE = 200;

/** Numbers and signs what waits for a partner, in the order it was said, and passes it through the gate once more. */
export function sealOutbox(context: Context, id: string): Promise<number> {
  return withPartner(context, id, 'exchange', async (queries, partner, log) => {
    const messages = await toSeal(queries, id, AT_ONCE);
    if (messages.length === 0) return 0;
    let { sealed } = partner;
    for (const message of messages) {
      const { id: name, type, class: marked, data, attachments } = message;
      const refused = refusalOf(() => assertReleased({ type, class: marked, data, attachments }, partner.kind));
      if (refused !== null) {
        await setOutbox(queries, name, { state: 'withheld', failure: refused });
        continue;
      }
      const sequence = ++sealed;
      const { text, hash } = await envelopeOf(queries, partner, message, sequence);
      const now = context.clock.now();
      await setOutbox(queries, name, { state: 'waiting', sequence, envelope: text, hash, next_at: now });
      await log({ type: 'sealed', message: name, number: sequence, hash });
    }
    await setPartner(queries, id, { sealed });
    return messages.length;
  });
}

function refusalOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

/**
 * Seals a message anew that was not received as it was: under another number where that is taken, else under its own with the key
 * that counts now.
 */
export async function sealAnew(
  context: Context,
  { id, partner_id }: Pick<OutboxRecord, 'id' | 'partner_id'>,
  { renumber }: { readonly renumber: boolean },
): Promise<void> {
  await withPartner(context, partner_id, 'exchange', async (queries, partner, log) => {
    const message = await outboxById(queries, id);
    if (message?.state !== 'waiting' || message.sequence === null) return;
    const sequence = renumber ? partner.sealed + 1 : message.sequence;
    const { text, hash } = await envelopeOf(queries, partner, message, sequence);
    await setOutbox(queries, id, { sequence, envelope: text, hash, next_at: context.clock.now() });
    await setPartner(queries, partner_id, { sealed: Math.max(partner.sealed, sequence) });
    await log({ type: 'sealed', message: id, number: sequence, hash });
  });
}

async function envelopeOf(queries: Queries, partner: PartnerRecord, message: OutboxRecord, sequence: number) {
  const [node, key] = [await thisNode(queries), await signingKeyFor(queries, partner)];
  const { id, type, subject, data, attachments, made_at } = message;
  const time = new Date(made_at).toISOString();
  const parts = { id, source: node.id, partner: partner.id, type, subject, time, sequence, data, attachments };
  return sealEnvelope(parts, key);
}
