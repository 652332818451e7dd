import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Problem } from '../../kernel/index.ts';
import { call, ServerGone } from '../client.ts';

const RETRY_MS = 2500;

let gone = false;
let waiting: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function tell(state: boolean): void {
  if (gone === state) return;
  gone = state;
  for (const listener of listeners) listener();
}

/** Every error passes here: a server that is gone is asked again until it answers, then everything is read anew. */
function notice(error: Error): void {
  if (!(error instanceof ServerGone)) return;
  tell(true);
  clearTimeout(waiting);
  waiting = setTimeout(knock, RETRY_MS);
}

function knock(): void {
  call('health', {}).then(() => {
    tell(false);
    void queries.invalidateQueries();
  }, notice);
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof Problem) && !(error instanceof ServerGone) && count < 1,
      refetchOnWindowFocus: true,
      staleTime: 5_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** True while the server does not answer. */
export function useServerGone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => gone,
  );
}
