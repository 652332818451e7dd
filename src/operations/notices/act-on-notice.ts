import { addNoticeNote, keptRecords, lockKept, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  assertFits,
  availableNoticeActions,
  contentOf,
  type NoticeActionBody,
  type NoticeContent,
  noticeType,
} from '../../notices/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { appendNotice, sayNotice } from './append-notice.ts';
import { followNotice } from './follow-notices.ts';
import { postName } from './issue-notice.ts';
import { type NoticeDetail, readNotice } from './read-notices.ts';
import { assertHere } from './sides-here.ts';

/** What a person does to a notice. `of` names the content they saw. */
export type NoticeDeedBody =
  | { readonly type: 'acknowledge'; readonly post: string | null }
  | { readonly type: 'take'; readonly post: string | null; readonly text: string }
  | { readonly type: 'accept' | 'refuse'; readonly text: string }
  | { readonly type: 'cancel' | 'close'; readonly text: string }
  | { readonly type: 'update'; readonly content: NoticeContent }
  | { readonly type: 'follow-up'; readonly text: string; readonly final: boolean };

export interface NoticeDeed {
  readonly id: string;
  /** The side it is done for. */
  readonly party: string;
  readonly of: string;
  readonly body: NoticeDeedBody;
}

/**
 * Does something to a notice for a side.
 * @throws Problem `not-found`, `changed-meanwhile` (its content is another now), `action-not-allowed`, `notice-invalid`, `notice-personal`
 */
export async function actOnNotice(context: Context, deed: NoticeDeed, seat: Seat): Promise<NoticeDetail> {
  const { id, party, of, body } = deed;
  await context.database.write(async (queries) => {
    const record = await lockKept(queries, 'notice', id);
    const type = record && noticeType(record.state.notice.type);
    if (record === undefined || type === undefined) throw new Problem('not-found', { noun: 'notice', id });
    const { state } = record;
    await assertHere(queries, party, type.id);
    if (!availableNoticeActions(type, state, seat, party).includes(body.type)) {
      throw new Problem('action-not-allowed', { action: body.type, state: state.standing });
    }
    // An escalation or a follow-up does not stand in the way of an acknowledgement; other words do.
    if (contentOf(state).action !== of) throw new Problem('changed-meanwhile', { noun: 'notice', id });
    const post = 'post' in body ? body.post : null;
    if ('post' in body && post === null) await assertNoDesk(queries, party);
    const action = {
      ...{ id: context.newId(), at: context.clock.now(), by: seat.hand, party },
      body: actionOf(body, of, { post: post ?? seat.unit ?? party, name: await postName(queries, post, party) }),
    };
    assertFits(state, action);
    await appendNotice(queries, id, action);
    const { from, to } = state.notice;
    await sayNotice(queries, id, action, [from.party, ...to]);
  });
  await followNotice(context, id);
  return readNotice(context, id, seat);
}

/** Only a side without any duty post answers in its own name. @throws Problem `notice-invalid` */
async function assertNoDesk(queries: Queries, party: string): Promise<void> {
  const desks = await keptRecords(queries, 'duty-post', null);
  if (desks.some(({ state }) => state.party === party && !state.ended)) {
    throw new Problem('notice-invalid', { field: 'post', rule: 'required' });
  }
}

function actionOf(
  body: NoticeDeedBody,
  of: string,
  { post, name }: { readonly post: string; readonly name: string },
): NoticeActionBody {
  switch (body.type) {
    case 'acknowledge':
      return { type: 'acknowledge', of, post, postName: name };
    case 'take':
      return { type: 'take', post, postName: name, text: body.text };
    case 'accept':
    case 'refuse':
      return { ...body, of };
    default:
      return body;
  }
}

/** Notes something on a notice for one's own side; it never leaves. @throws Problem `not-found`, `action-not-allowed` */
export async function noteOnNotice(
  context: Context,
  { id, party, text }: { readonly id: string; readonly party: string; readonly text: string },
  seat: Seat,
): Promise<NoticeDetail> {
  await context.database.write(async (queries) => {
    const record = await lockKept(queries, 'notice', id);
    if (record === undefined) throw new Problem('not-found', { noun: 'notice', id });
    if (!record.parties.includes(party) || (seat.party !== null && seat.party !== party)) {
      throw new Problem('action-not-allowed', { action: 'note', state: 'notice' });
    }
    await addNoticeNote(queries, id, { id: context.newId(), at: context.clock.now(), by: seat.hand, party, text });
  });
  return readNotice(context, id, seat);
}
