import { keptRecords, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  assertFits,
  type ChannelState,
  limitsOf,
  type Notice,
  type NoticeMode,
  type NoticeType,
  noticeType,
  standsBy,
} from '../../notices/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { appendNotice, sayNotice } from './append-notice.ts';
import { followNotice } from './follow-notices.ts';
import { type NoticeDetail, readNotice } from './read-notices.ts';
import { assertHere } from './sides-here.ts';

/** A notice as a duty post writes it. */
export interface NoticeDraft
  extends Pick<Notice, 'type' | 'channel' | 'texts' | 'fields' | 'area' | 'expires' | 'references'> {
  readonly mode: NoticeMode;
  /** The side it is sent for: the seat's own; on a machine without accounts any. */
  readonly party: string;
  readonly post: string | null;
  /** Without a channel: the sides it goes to. */
  readonly to: readonly string[];
}

/**
 * Sends a notice: over its channel to every other side of it, with the limits agreed there.
 * @throws Problem `seat-may-not`, `not-found` (channel, post), `action-not-allowed` (not of this channel), `notice-invalid`, `notice-personal`
 */
export async function issueNotice(context: Context, draft: NoticeDraft, seat: Seat): Promise<NoticeDetail> {
  const type = noticeType(draft.type);
  if (type === undefined) throw new Problem('notice-invalid', { field: 'type', rule: 'unknown' });
  if (!standsBy(type, seat) || (seat.party !== null && seat.party !== draft.party)) {
    throw new Problem('seat-may-not', { deed: type.id });
  }
  const id = context.newId();
  await context.database.write(async (queries) => {
    await assertHere(queries, draft.party, type.id);
    const notice = await noticeOf(queries, draft, type);
    const body = { type: 'issue', notice } as const;
    const action = { id: context.newId(), at: context.clock.now(), by: seat.hand, party: draft.party, body };
    assertFits(null, action);
    await appendNotice(queries, id, action);
    await sayNotice(queries, id, action, notice.to);
  });
  await followNotice(context, id);
  return readNotice(context, id, seat);
}

async function noticeOf(queries: Queries, draft: NoticeDraft, type: NoticeType): Promise<Notice> {
  const { party, post, to, mode, channel: line, texts, fields, area, references } = draft;
  const expires = draft.expires === null ? null : new Date(draft.expires).toISOString();
  const channel = line === null ? null : await channelOf(queries, line, type, party);
  await assertSeries(queries, draft, type);
  const sides = channel === null ? to : channel.parties.filter((side) => side !== party);
  return {
    ...{ type: type.id, mode, channel: line, to: sides, texts, fields, area, expires, references },
    from: { party, post, postName: await postName(queries, post, party) },
    limits: limitsOf(channel, type),
  };
}

async function channelOf(queries: Queries, id: string, type: NoticeType, party: string): Promise<ChannelState> {
  const [record] = await keptRecords(queries, 'channel', [id]);
  if (record === undefined) throw new Problem('not-found', { noun: 'channel', id });
  const { types, parties, ended } = record.state;
  const fits = types.includes(type.id) || type.group === 'test';
  if (ended || !fits || !parties.includes(party)) {
    throw new Problem('action-not-allowed', { action: 'issue', state: 'channel' });
  }
  return record.state;
}

/** The name of a post of a side; empty where none is named. @throws Problem `not-found` */
export async function postName(queries: Queries, post: string | null, party: string): Promise<string> {
  if (post === null) return '';
  const [record] = await keptRecords(queries, 'duty-post', [post]);
  if (record === undefined || record.state.party !== party || record.state.ended) {
    throw new Problem('not-found', { noun: 'duty-post', id: post });
  }
  return record.state.name;
}

/** Notices of one case are numbered without gaps: the first is 1, the next one more than the one it follows. */
async function assertSeries(
  queries: Queries,
  { fields, references }: NoticeDraft,
  { series }: NoticeType,
): Promise<void> {
  if (series === undefined) return;
  const before = await keptRecords(queries, 'notice', references);
  const last = before.map(({ state }) => Number(state.notice.fields[series] ?? 0)).reduce((a, b) => Math.max(a, b), 0);
  if (fields[series] !== last + 1) throw new Problem('notice-invalid', { field: series, rule: 'series' });
}
