import { type OutboxRecord, outboxById, setOutbox } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { withPartner } from './partners.ts';

/**
 * Lets a message leave that takes two people; the second is another than the one who wrote it. A machine without accounts has one
 * hand, which then decides twice.
 * @throws Problem `not-found`, `action-not-allowed`
 */
export function releaseMessage(context: Context, id: string, seat: Seat): Promise<void> {
  return change(context, id, seat, ['held'], ({ made_by }) => {
    if (seat.party !== null && made_by === seat.hand) {
      throw new Problem('action-not-allowed', { action: 'release', state: 'own' });
    }
    return { state: 'queued', released_by: seat.hand, next_at: context.clock.now() };
  });
}

/** Keeps a message from leaving. @throws Problem `not-found`, `action-not-allowed` (it has left) */
export function withholdMessage(context: Context, id: string, seat: Seat): Promise<void> {
  return change(context, id, seat, ['held', 'queued'], () => ({ state: 'withheld', failure: null }));
}

/** Sends a message again that was given up, or does not wait for its next turn. @throws Problem `not-found`, `action-not-allowed` */
export function resendMessage(context: Context, id: string, seat: Seat): Promise<void> {
  return change(context, id, seat, ['dead', 'waiting'], () => ({
    ...{ state: 'waiting', attempts: 0, next_at: context.clock.now(), failure: null },
  }));
}

async function change(
  context: Context,
  id: string,
  seat: Seat,
  from: readonly OutboxRecord['state'][],
  to: (message: OutboxRecord) => Partial<OutboxRecord>,
): Promise<void> {
  // The seat's own wall says whether it sees the message.
  const seen = await outboxById(context.database.queries, id);
  if (seen === undefined) throw new Problem('not-found', { noun: 'message', id });
  await withPartner(context, seen.partner_id, seat.hand, async (queries, _, log) => {
    const message = await outboxById(queries, id);
    if (message === undefined || !from.includes(message.state)) {
      throw new Problem('action-not-allowed', { action: 'send', state: message?.state ?? 'none' });
    }
    const changes = to(message);
    await setOutbox(queries, id, changes);
    await log({ type: `message-${changes.state}`, message: id });
  });
}
