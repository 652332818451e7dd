import { useQuery } from '@tanstack/react-query';
import { recall } from '../app/memory.ts';
import { dutyQuery } from '../data/notices.ts';

/** The desk of a side that acts from this machine: the one chosen on the console, else the first of that side; null where it has none. */
export function useDesk(): (party: string) => string | null {
  const posts = useQuery(dutyQuery).data?.rows ?? [];
  return (party) => {
    const own = posts.filter((post) => post.party === party);
    return (own.find(({ id }) => id === recall('duty-post')) ?? own[0])?.id ?? null;
  };
}
