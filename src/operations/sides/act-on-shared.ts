import { sharedTask } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Seat, TaskActionBody } from '../../register/index.ts';
import type { Context } from '../context.ts';
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
  if (shared === undefined || shared.party === seat.party)
    throw new Problem('not-found', { noun: 'task', id: deed.id });
  await context.whole.write((queries) => appendDeed(queries, context, deed, seat));
}
