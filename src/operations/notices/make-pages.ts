import { dutyAddresses, keptRecords, type NoticePageRecord, putPages, type Queries } from '../../db/index.ts';
import { type ChannelState, firstToTell, type Notice, type NoticeAction, onDuty } from '../../notices/index.ts';
import type { Context } from '../context.ts';

/** A notice with what has happened to it, and who is on this machine. */
export interface PagedNotice {
  readonly id: string;
  readonly course: readonly NoticeAction[];
  /** Those of its actions that nobody was told of. */
  readonly fresh: readonly NoticeAction[];
  readonly channel: ChannelState | null;
  readonly sides: readonly string[];
}

/** Whom an action turns to: the side, and its posts. */
interface Turn {
  readonly party: string;
  readonly posts: readonly string[];
  readonly reason: NoticePageRecord['reason'];
}

/**
 * Puts down whom each action turns to, each person once an action. Of an exercise the same is put down and marked as such: nothing is ever
 * sent of it. Where a side has no post to turn to, its duty officers are told, else its secretariat: nothing is dropped.
 */
export async function makePages(
  queries: Queries,
  { clock, newId }: Pick<Context, 'clock' | 'newId'>,
  paged: PagedNotice,
): Promise<void> {
  const { id, course, fresh, sides } = paged;
  const notice = course.find(({ body }) => body.type === 'issue')?.body;
  if (notice?.type !== 'issue') return;
  const { mode } = notice.notice;
  const now = clock.now();
  for (const action of fresh) {
    for (const { party, posts, reason } of turnsOf(action, notice.notice, paged)) {
      if (!sides.includes(party)) continue;
      const people = await peopleAt(queries, party, posts, now);
      await putPages(
        queries,
        people.map(({ post, name, address }) => ({
          ...{ id: newId(), notice_id: id, about: action.id, reason, party, post_id: post, name, address },
          mail: mode === 'exercise' ? 'exercise' : address === '' ? 'nobody' : 'waiting',
          ...{ made_at: now, attempts: 0, next_at: now, sent_at: null, error: null },
        })),
      );
    }
  }
}

function turnsOf({ party, body }: NoticeAction, { to }: Notice, { course, channel }: PagedNotice): Turn[] {
  if (body.type === 'escalate') {
    return [{ party, posts: body.told.map(({ post }) => post), reason: 'escalate' }];
  }
  if (body.type !== 'issue' && body.type !== 'update' && body.type !== 'cancel') return [];
  const { type: reason } = body;
  return to.map((side) => {
    const knows = course.find((one) => one.party === side && one.body.type === 'acknowledge')?.body;
    const posts = reason !== 'issue' && knows?.type === 'acknowledge' ? [knows.post] : firstToTell(channel, side);
    return { party: side, posts, reason };
  });
}

/** Whoever sits at the posts now, with their address or that of the desk. */
async function peopleAt(queries: Queries, party: string, posts: readonly string[], now: string) {
  const desks = (await keptRecords(queries, 'duty-post', posts)).filter(({ state }) => !state.ended);
  const rosters = await keptRecords(queries, 'duty-roster', posts);
  const found = desks.map(({ id, state }) => {
    const shift = onDuty(rosters.find((one) => one.id === id)?.state.shifts ?? [], now);
    return { post: id, name: shift?.name ?? state.name, address: shift?.mail || state.mail };
  });
  if (found.some(({ address }) => address !== '')) return found;
  const others = await dutyAddresses(queries, party, now.slice(0, 10));
  const instead = others.map(({ name, address }) => ({ post: null, name, address }));
  return instead.length > 0 ? instead : found.length > 0 ? found : [{ post: null, name: '', address: '' }];
}
