import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keptRecords } from '../../db/index.ts';
import type { ChannelContent, ChannelLine, ClockId, NoticeContent, PostContent } from '../../notices/index.ts';
import { OPEN_SEAT } from '../../register/index.ts';
import { ago } from '../ago.ts';
import type { Context } from '../context.ts';
import { listCommitments } from '../register.ts';
import { actOnNotice } from './act-on-notice.ts';
import { actOnChannel, openChannel } from './channels.ts';
import { actOnPost, actOnRoster, openPost } from './duty.ts';
import { issueNotice } from './issue-notice.ts';

/** What the file of the demonstration holds: fictional posts, one channel, and drills that went over it. */
interface Demonstration {
  readonly posts: readonly (Pick<PostContent, 'party' | 'name' | 'phone' | 'zone'> & { readonly id: string })[];
  /** Who takes turns, by post. */
  readonly turns: Readonly<Record<string, readonly string[]>>;
  readonly channel: Omit<ChannelContent, 'commitments'> & { readonly words: readonly string[] };
  readonly lines: Readonly<Record<string, ChannelLine>>;
  readonly limit: { readonly of: string; readonly clock: ClockId; readonly minutes: number; readonly source: string };
  readonly notices: readonly (Pick<NoticeContent, 'texts' | 'fields'> & {
    readonly type: string;
    /** Minutes since it was sent, minutes until it was read, the field that holds when it was seen, how it ended. */
    readonly ago: number;
    readonly read?: number;
    readonly when?: string;
    readonly close?: string;
  })[];
}

const SEAT = { ...OPEN_SEAT, hand: 'demonstration' };

/** Loads the demonstration's channel, posts, rosters and drills, once, where its folder has some. All are exercises, so that nobody is paged. */
export async function loadNotices(context: Context, folder: string): Promise<void> {
  const text = await readFile(join(folder, 'notices.json'), 'utf8').catch(() => null);
  if (text === null) return;
  const told = JSON.parse(text) as Demonstration;
  if ((await keptRecords(context.whole.queries, 'channel', null)).length > 0) return;
  const posts = await openPosts(context, told);
  const channel = await openLine(context, told, posts);
  for (const drill of told.notices) await play(context, drill, channel, posts.get('shore') ?? null);
}

async function openPosts(context: Context, { posts, turns }: Demonstration): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { id: key, ...post } of posts) {
    const { rows } = await openPost(context, { ...post, unit: null, mail: '' }, SEAT);
    const id = rows.find(({ name }) => name === post.name)?.id ?? '';
    ids.set(key, id);
    const people = turns[key]?.map((name) => ({ name, mail: '' }));
    if (people === undefined) continue;
    await actOnPost(context, { id, version: 1, body: { type: 'confirm' } }, SEAT);
    const day = ago(context, 1440).clock.now().slice(0, 10);
    const rotation = { day, time: '08:00', hours: 12, days: 30, people };
    await actOnRoster(context, { id, version: 0, body: { type: 'rotate', rotation } }, SEAT);
  }
  return ids;
}

async function openLine(
  context: Context,
  { channel: { words, ...channel }, lines, limit }: Demonstration,
  posts: ReadonlyMap<string, string>,
): Promise<string> {
  const found = await Promise.all(words.map((q) => listCommitments(context, { q, kind: ['commitment'] })));
  const commitments = found.flatMap(({ rows }) => rows.slice(0, 1).map(({ id }) => id));
  const { rows } = await openChannel(context, { ...channel, commitments: [...new Set(commitments)] }, SEAT);
  const id = rows[0]?.id ?? '';
  let version = 1;
  const post = (key: string) => posts.get(key) ?? key;
  for (const [party, { posts: line, chief }] of Object.entries(lines)) {
    const own = { posts: line.map(post), chief: chief === null ? null : post(chief) };
    await actOnChannel(context, { id, version: version++, body: { type: 'line', party, line: own } }, SEAT);
  }
  const [first = '', ...others] = channel.parties;
  const offer = { type: 'propose-limit', party: first, ...limit } as const;
  await actOnChannel(context, { id, version: version++, body: offer }, SEAT);
  const { of, clock, minutes } = limit;
  for (const party of others) {
    const body = { type: 'agree-limit', party, of, clock, minutes } as const;
    await actOnChannel(context, { id, version: version++, body }, SEAT);
  }
  return id;
}

async function play(
  context: Context,
  { type, texts, fields, ago: since, read, when, close }: Demonstration['notices'][number],
  channel: string,
  desk: string | null,
): Promise<void> {
  const sent = ago(context, since);
  const seen = when === undefined ? {} : { [when]: ago(context, since + 5).clock.now() };
  const about = { type, mode: 'exercise', channel, party: 'XL', post: null, to: [] } as const;
  const content = { texts, fields: { ...fields, ...seen }, area: null, expires: null, references: [] };
  const { notice } = await issueNotice(sent, { ...about, ...content }, SEAT);
  if (read === undefined) return;
  const { id, of } = notice;
  const body = { type: 'acknowledge', post: desk } as const;
  await actOnNotice(ago(context, since - read), { id, of, party: 'XT', body }, SEAT);
  if (close === undefined) return;
  await actOnNotice(
    ago(context, since - read - 20),
    { id, of, party: 'XL', body: { type: 'close', text: close } },
    SEAT,
  );
}
