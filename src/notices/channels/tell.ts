import type { Notice, Rung } from '../model.ts';
import type { ChannelState } from './channel.ts';

/** The posts of an addressed side that are told when a notice goes out: the first of its line. */
export function firstToTell(channel: ChannelState | null, party: string): readonly string[] {
  return channel?.lines[party]?.posts.slice(0, 1) ?? [];
}

/** The posts of one side that a step of the ladder turns to; empty where the side has none for it. */
export function postsToTell(
  channel: ChannelState | null,
  { from }: Pick<Notice, 'from'>,
  { late, step, tell }: { readonly late: string; readonly step: number; readonly tell: readonly Rung[] },
  party: string,
): readonly string[] {
  const line = channel?.lines[party];
  const posts = tell.flatMap((rung): readonly (string | null | undefined)[] => {
    if (rung === 'next-contact') return party === late ? [line?.posts[step + 1] ?? line?.chief] : [];
    if (rung === 'issuer') return party === from.party ? [from.post ?? line?.posts[0]] : [];
    return party === late || party === from.party ? [line?.chief] : [];
  });
  return [...new Set(posts.flatMap((post) => post ?? []))];
}
