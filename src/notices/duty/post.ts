import { Problem } from '../../kernel/index.ts';
import { isZone } from '../zones.ts';
import rules from './data/rules.json' with { type: 'json' };

/** A desk that somebody always sits at. It is a post, not a person: who sits there tonight is its roster's, and its own side's. */
export interface PostContent {
  readonly party: string;
  /** The unit it belongs to, where that is in the tree. */
  readonly unit: string | null;
  readonly name: string;
  /** Telephone and mail of the desk; empty where it has none. */
  readonly phone: string;
  readonly mail: string;
  /** IANA time zone. */
  readonly zone: string;
}

export type PostActionBody =
  | { readonly type: 'open'; readonly post: PostContent }
  | { readonly type: 'describe'; readonly post: PostContent }
  /** The desk itself says that it can be reached so. */
  | { readonly type: 'confirm' }
  | { readonly type: 'end' };

export interface PostAction {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly body: PostActionBody;
}

export interface PostState extends PostContent {
  /** ISO instant of the last confirmation of what stands here; null where it was never confirmed. */
  readonly confirmedAt: string | null;
  readonly ended: boolean;
}

/** Where the actions of a post lead to; whoever changes how it is reached has to confirm it anew. @throws Problem `action-not-allowed`, `input-invalid` */
export function reducePost(actions: readonly PostAction[]): PostState {
  let state = null as PostState | null;
  for (const { at, body } of actions) {
    if ((state === null) !== (body.type === 'open') || state?.ended) throw refused(body.type);
    if (body.type === 'open' || body.type === 'describe') {
      const { post } = body;
      if (!isZone(post.zone)) throw new Problem('input-invalid', { field: 'zone', reason: post.zone });
      const same = state !== null && state.phone === post.phone && state.mail === post.mail;
      if (state !== null && state.party !== post.party) throw refused(body.type);
      state = { ...post, confirmedAt: same ? (state?.confirmedAt ?? null) : null, ended: false };
    } else {
      const before = state as PostState;
      state = body.type === 'confirm' ? { ...before, confirmedAt: at } : { ...before, ended: true };
    }
  }
  if (state === null) throw refused('none');
  return state;
}

export const CONTACT_STANDINGS = ['confirmed', 'due', 'overdue', 'never'] as const;
export type ContactStanding = (typeof CONTACT_STANDINGS)[number];

const DAY_MS = 86_400_000;

/** Whether a post has lately said that it can be reached, and until which instant that holds. */
export function contactStanding(
  { confirmedAt }: Pick<PostState, 'confirmedAt'>,
  now: string,
): { readonly standing: ContactStanding; readonly until: string | null } {
  if (confirmedAt === null) return { standing: 'never', until: null };
  const until = new Date(confirmedAt).getTime() + rules.confirmEveryDays * DAY_MS;
  const left = until - new Date(now).getTime();
  const standing = left < 0 ? 'overdue' : left < rules.remindDaysBefore * DAY_MS ? 'due' : 'confirmed';
  return { standing, until: new Date(until).toISOString() };
}

function refused(action: string): Problem {
  return new Problem('action-not-allowed', { action, state: 'post' });
}
