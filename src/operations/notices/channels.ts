import { commitmentsNamed, keptRecords, listNoticeRecords, type Queries } from '../../db/index.ts';
import { type Language, Problem } from '../../kernel/index.ts';
import {
  type ChannelActionBody,
  type ChannelContent,
  type ChannelFigures,
  type ChannelState,
  channelFigures,
  type NoticeState,
  noticeType,
  type TestStanding,
  testOfMonth,
} from '../../notices/index.ts';
import { keepsSideOf, type Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { tellChannel } from '../exchange/travel/channels.ts';
import { momentOf } from '../moment.ts';
import { keep, keptThen, lockSeen } from './keep.ts';
import { assertHere } from './sides-here.ts';

/** A channel as a seat sees it, with what went over it. */
export interface ChannelView extends ChannelState {
  readonly id: string;
  readonly version: number;
  readonly figures: ChannelFigures;
  /** By side: whether its test call of this month was made and answered. */
  readonly tests: Readonly<Record<string, TestStanding>>;
  readonly actions: readonly ('describe' | 'line' | 'limits' | 'end')[];
}

export interface ChannelList {
  readonly now: string;
  readonly rows: readonly ChannelView[];
  /** The commitments that created them. */
  readonly named: readonly { readonly id: string; readonly quote: string; readonly language: Language }[];
}

const NOTICES = 5_000;

/**
 * The channels the seat may see, or those that a commitment created; of a past day (ISO date) as they and what went over them stood at
 * its end, when nothing can be done to them.
 */
export async function channelsOf(
  { database, clock }: Context,
  seat: Seat,
  commitment: string | null = null,
  asOf?: string,
): Promise<ChannelList> {
  const { at } = momentOf(clock, asOf);
  return channelList(database.queries, at ?? clock.now(), seat, commitment, at);
}

async function channelList(
  queries: Queries,
  now: string,
  seat: Seat,
  commitment: string | null,
  at: string | null = null,
): Promise<ChannelList> {
  const all = await keptThen(queries, 'channel', await keptRecords(queries, 'channel', null), at);
  const shown = all.filter(({ state }) => commitment === null || state.commitments.includes(commitment));
  const latest = shown.length === 0 ? [] : await listNoticeRecords(queries, {}, NOTICES);
  const notices = await keptThen(queries, 'notice', latest, at);
  const over = Map.groupBy(
    notices.map(({ state }) => state),
    ({ notice }) => notice.channel,
  );
  const rows = shown.map(({ id, version, state }): ChannelView => {
    const states: readonly NoticeState[] = over.get(id) ?? [];
    const tests = state.parties.map((party) => [party, testOfMonth(states, party, now.slice(0, 7))] as const);
    return {
      ...{ id, version, ...state, figures: channelFigures(states, now), tests: Object.fromEntries(tests) },
      actions: at !== null || state.ended || !keeps(seat, state) ? [] : ['describe', 'line', 'limits', 'end'],
    };
  });
  const ids = [...new Set(rows.flatMap(({ commitments }) => commitments))];
  return { now, rows, named: await commitmentsNamed(queries, ids) };
}

/** Secretariats and leaders of its sides keep a channel. */
function keeps(seat: Seat, { parties }: Pick<ChannelContent, 'parties'>): boolean {
  return keepsSideOf(seat, parties);
}

/** Begins a channel. @throws Problem `action-not-allowed`, `not-found` (commitment, type) */
export async function openChannel(context: Context, channel: ChannelContent, seat: Seat): Promise<ChannelList> {
  if (!keeps(seat, channel) || new Set(channel.parties).size < 2) {
    throw new Problem('action-not-allowed', { action: 'open', state: 'channel' });
  }
  return context.database.write(async (queries) => {
    await assertNamed(queries, channel);
    const { parties } = channel;
    const about = {
      id: context.newId(),
      at: context.clock.now(),
      by: seat.hand,
      party: seat.party ?? parties[0] ?? '',
    };
    const id = context.newId();
    await keep(queries, 'channel', { id, parties }, { ...about, body: { type: 'open', channel } });
    await tellChannel(queries, id, about);
    return channelList(queries, context.clock.now(), seat, null);
  });
}

/** An action on a channel, naming the version it saw. */
export interface ChannelDeed {
  readonly id: string;
  readonly version: number;
  readonly body: Exclude<ChannelActionBody, { type: 'open' }>;
}

/** Does something to a channel; each side speaks for itself alone. @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` */
export function actOnChannel(context: Context, { id, version, body }: ChannelDeed, seat: Seat): Promise<ChannelList> {
  return context.database.write(async (queries) => {
    const { state } = await lockSeen(queries, 'channel', { id, version });
    const party = 'party' in body ? body.party : (seat.party ?? state.parties[0] ?? '');
    if ('party' in body) await assertHere(queries, party, 'channel');
    const others = seat.party !== null && party !== seat.party;
    if (others || !keeps(seat, state)) throw new Problem('action-not-allowed', { action: body.type, state: 'channel' });
    if (body.type === 'describe') await assertNamed(queries, body.channel);
    if (body.type === 'line')
      await assertPosts(queries, body.party, [...body.line.posts, body.line.chief ?? []].flat());
    const parties = body.type === 'describe' ? body.channel.parties : state.parties;
    const about = { id: context.newId(), at: context.clock.now(), by: seat.hand, party };
    await keep(queries, 'channel', { id, parties }, { ...about, body });
    await tellChannel(queries, id, about);
    return channelList(queries, context.clock.now(), seat, null);
  });
}

async function assertNamed(queries: Queries, { commitments, types }: ChannelContent): Promise<void> {
  const unknown = types.find((type) => noticeType(type) === undefined);
  if (unknown !== undefined) throw new Problem('notice-invalid', { field: 'type', rule: 'unknown' });
  const found = await commitmentsNamed(queries, commitments);
  const missing = commitments.find((one) => !found.some(({ id }) => id === one));
  if (missing !== undefined) throw new Problem('not-found', { noun: 'commitment', id: missing });
}

async function assertPosts(queries: Queries, party: string, posts: readonly string[]): Promise<void> {
  const found = await keptRecords(queries, 'duty-post', posts);
  for (const post of posts) {
    if (!found.some(({ id, state }) => id === post && state.party === party && !state.ended)) {
      throw new Problem('not-found', { noun: 'duty-post', id: post });
    }
  }
}
