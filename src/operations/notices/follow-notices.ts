import {
  keptActions,
  keptRecords,
  lockNotice,
  type NoticeRecord,
  noticesToFollow,
  type Queries,
  setTold,
} from '../../db/index.ts';
import {
  type ChannelState,
  escalationsDue,
  type NoticeAction,
  type NoticeActionBody,
  noticeType,
  postsToTell,
} from '../../notices/index.ts';
import type { Context } from '../context.ts';
import { appendNotice, sayNotice } from './append-notice.ts';
import { makePages } from './make-pages.ts';
import { sidesHere } from './sides-here.ts';

type Making = Pick<Context, 'clock' | 'newId'>;

/** Follows every notice that is open or of which nobody was told yet. One that fails does not keep the others waiting. */
export async function followNotices(context: Context): Promise<{ readonly followed: number; readonly failed: number }> {
  const done = { followed: 0, failed: 0 };
  for (const id of await noticesToFollow(context.whole.queries)) {
    await followNotice(context, id).then(
      () => done.followed++,
      () => done.failed++,
    );
  }
  return done;
}

/**
 * What the rules do about a notice by themselves: note that it was received where the other side is on this machine too, take the steps
 * of the ladder that are due, each once, and put down whom to tell. Done again it changes nothing.
 */
export async function followNotice(context: Context, id: string): Promise<void> {
  await context.whole.write(async (queries) => {
    const record = await lockNotice(queries, id);
    if (record === undefined) return;
    const channel = await channelOf(queries, record);
    const sides = await sidesHere(queries, record.parties);
    const version = await act(queries, context, record, { channel, sides });
    if (version === record.told) return;
    const course = (await keptActions(queries, 'notice', [id])).get(id) ?? [];
    const fresh = course.slice(record.told);
    await makePages(queries, context, { id, course, fresh, channel, sides });
    await setTold(queries, id, version);
  });
}

async function channelOf(queries: Queries, { state }: NoticeRecord): Promise<ChannelState | null> {
  const { channel } = state.notice;
  return channel === null ? null : ((await keptRecords(queries, 'channel', [channel]))[0]?.state ?? null);
}

interface Surroundings {
  readonly channel: ChannelState | null;
  readonly sides: readonly string[];
}

/** Appends what is due; the version that the notice then has. */
async function act(
  queries: Queries,
  making: Making,
  { id, state: before, version }: NoticeRecord,
  { channel, sides }: Surroundings,
): Promise<number> {
  let [state, count] = [before, version];
  const append = async (party: string, body: NoticeActionBody) => {
    const action: NoticeAction = { id: making.newId(), at: making.clock.now(), by: 'rules', party, body };
    state = await appendNotice(queries, id, action);
    await sayNotice(queries, id, action, [state.notice.from.party, ...state.notice.to]);
    count += 1;
  };
  for (const side of state.notice.to.filter((one) => sides.includes(one))) {
    if (!state.received.some(({ party }) => party === side)) await append(side, { type: 'receive' });
  }
  const type = noticeType(state.notice.type);
  if (type === undefined) return count;
  const { from, to } = state.notice;
  const answered = to.every((side) => state.acknowledged.some(({ party }) => party === side));
  // A test call has served once it is answered.
  if (type.group === 'test' && answered && state.standing === 'open' && sides.includes(from.party)) {
    await append(from.party, { type: 'close', text: '' });
  }
  for (const side of sides) {
    for (const due of escalationsDue(type, state, side, making.clock.now())) {
      const told = await named(queries, postsToTell(channel, state.notice, due, side));
      const { clock, of, late, step } = due;
      await append(side, { type: 'escalate', clock, of, late, step, told });
    }
  }
  return count;
}

async function named(queries: Queries, posts: readonly string[]) {
  const records = await keptRecords(queries, 'duty-post', posts);
  return posts.map((post) => ({ post, name: records.find(({ id }) => id === post)?.state.name ?? post }));
}
