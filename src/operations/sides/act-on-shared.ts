import { partnerShares, sharedTask } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Seat, TaskActionBody } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { putInOutbox } from '../exchange/index.ts';
import { appendDeed } from '../tasks/index.ts';

/** What a seat of another side does to a task that is shared with it. */
export interface SharedDeed {
  readonly id: string;
  readonly version: number;
  readonly body: Extract<TaskActionBody, { type: 'rate' | 'dispute' }>;
}

/**
 * Rates or disputes a task of another side that the seat sees. The task itself stays behind the wall: only what the rules of tasks
 * let another side do is done, in its log, by this hand.
 * @throws Problem `not-found` (also where it is not shared with the seat, or its own), `changed-meanwhile`, `action-not-allowed`
 */
export async function actOnSharedTask(context: Context, deed: SharedDeed, seat: Seat): Promise<void> {
  const shared = await sharedTask(context.database.queries, deed.id);
  if (shared === undefined && (await sayToPartner(context, deed, seat))) return;
  if (shared === undefined || shared.party === seat.party)
    throw new Problem('not-found', { noun: 'task', id: deed.id });
  await context.whole.write((queries) => appendDeed(queries, context, deed, seat));
}

/** What is done to a task that another node shares is said to that node, which does it by its own rules. False where none does. */
async function sayToPartner(context: Context, { id, version, body }: SharedDeed, seat: Seat): Promise<boolean> {
  const [share] = await partnerShares(context.database.queries, { id, limit: 1 });
  if (share === undefined || share.kind !== 'task' || share.ended) return false;
  const { partner_id: partner, own } = share;
  const rated = body.type === 'rate' ? { scale: body.scale, value: String(body.value) } : {};
  const deed = { task: id, saw: version, type: body.type, note: body.note, ...rated };
  const data = { kind: 'deed', id, version, party: seat.party ?? own, deed };
  const said = { partner, type: 'servanda.action', subject: id, class: 'shared', data, by: seat.hand } as const;
  await context.database.write((queries) => putInOutbox(queries, { ...said, at: context.clock.now() }));
  return true;
}
