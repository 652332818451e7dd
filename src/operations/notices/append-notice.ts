import { appendKept, keptActions, putKept, type Queries } from '../../db/index.ts';
import { inOrder, type NoticeAction, type NoticeState, reduceNotice } from '../../notices/index.ts';
import { partnersToTell, putInOutbox } from '../exchange/put-in-outbox.ts';

/** Appends an action to a notice and keeps where it now stands. */
export async function appendNotice(queries: Queries, id: string, action: NoticeAction): Promise<NoticeState> {
  const log = (await keptActions(queries, 'notice', [id])).get(id) ?? [];
  const state = reduceNotice([...log, action]);
  const parties = [state.notice.from.party, ...state.notice.to];
  await putKept(queries, 'notice', [{ id, parties, version: log.length + 1, state }]);
  await appendKept(queries, 'notice', { id, sequence: log.length + 1 }, action);
  return state;
}

/** Says an action of our own to the nodes of the other sides, in the same transaction. Who did it stays here. */
export async function sayNotice(
  queries: Queries,
  id: string,
  { id: action, at, by, party, body }: NoticeAction,
  sides: readonly string[],
): Promise<void> {
  for (const { id: partner, kind, party: theirs } of await partnersToTell(queries, 'servanda.notice', party)) {
    if (kind === 'other-side' && !sides.includes(theirs)) continue;
    const data = { notice: { id, action: { id: action, at, party, body } } };
    await putInOutbox(queries, { partner, type: 'servanda.notice', subject: id, data, class: 'shared', at, by });
  }
}

/** The actions of a notice in the order of their time. */
export async function courseOf(queries: Queries, id: string): Promise<NoticeAction[]> {
  return inOrder((await keptActions(queries, 'notice', [id])).get(id) ?? []);
}
