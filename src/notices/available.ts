import type { Seat } from '../register/index.ts';
import { NOTICE_VERBS, type NoticeState } from './model.ts';
import { contentOf } from './reduce.ts';
import type { NoticeType } from './types/index.ts';

export type PersonVerb = (typeof NOTICE_VERBS)[number];

/** Verbs of the side that sent it; `follow-up` and `close` belong to both. */
const SENDERS: readonly PersonVerb[] = ['update', 'cancel', 'follow-up', 'close'];
const ADDRESSED: readonly PersonVerb[] = ['acknowledge', 'take', 'accept', 'refuse', 'follow-up'];

/** Whether a seat may send a type of notice and act on those that come: its role is one of the type's. */
export function standsBy({ sends }: Pick<NoticeType, 'sends'>, { party, role }: Pick<Seat, 'party' | 'role'>): boolean {
  return party === null || sends.roles.includes(role);
}

/**
 * What a seat can do to a notice, for a side: its own, or on a machine without accounts the one it speaks for. What a side has done
 * already of the content in force is not offered again.
 */
export function availableNoticeActions(
  type: NoticeType,
  state: NoticeState,
  seat: Pick<Seat, 'party' | 'role'>,
  party: string,
): PersonVerb[] {
  const { notice, standing } = state;
  const own = notice.from.party === party;
  if ((seat.party !== null && seat.party !== party) || !standsBy(type, seat)) return [];
  if (!own && !notice.to.includes(party)) return [];
  const of = contentOf(state).action;
  const done = (list: readonly { readonly party: string; readonly of: string }[]) =>
    list.some((one) => one.party === party && one.of === of);
  // What was ended unseen can still be acknowledged: somebody has read it.
  if (standing !== 'open')
    return !own && !done(state.acknowledged) && type.verbs.includes('acknowledge') ? ['acknowledge'] : [];
  return NOTICE_VERBS.filter((verb) => {
    if (!type.verbs.includes(verb) || !(own ? SENDERS : ADDRESSED).includes(verb)) return false;
    if (verb === 'acknowledge') return !done(state.acknowledged);
    if (verb === 'accept' || verb === 'refuse') return done(state.acknowledged) && !done(state.answers);
    if (verb === 'take') return done(state.acknowledged) && state.taken?.party !== party;
    return true;
  });
}
