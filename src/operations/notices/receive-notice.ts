import { hasNoticeAction, lockNotice } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { assertFits, readNoticeMessage } from '../../notices/index.ts';
import type { Receiver } from '../exchange/receivers.ts';
import { appendNotice } from './append-notice.ts';

/**
 * Takes in what another node says of a notice: one action, of the side that node speaks for. What came before is not taken in again; an
 * action that overtook its notice waits for it. People are told by the next look of `followNotices`.
 * @throws Problem `notice-invalid`, `notice-personal`, `not-found` (the notice is not here yet)
 */
export const receiveNotice: Receiver = async (queries, { envelope, partner }) => {
  const { id, action } = readNoticeMessage(envelope.data.notice);
  if (partner.kind === 'other-side' && action.party !== partner.party) {
    throw new Problem('notice-invalid', { field: 'party', rule: 'sender' });
  }
  if (await hasNoticeAction(queries, action.id)) return;
  const record = await lockNotice(queries, id);
  if (record === undefined && action.body.type !== 'issue') throw new Problem('not-found', { noun: 'notice', id });
  if (record !== undefined && action.body.type === 'issue') {
    throw new Problem('notice-invalid', { field: 'id', rule: 'unique' });
  }
  assertFits(record?.state ?? null, action);
  await appendNotice(queries, id, { ...action, by: `node:${partner.id}` });
};
