import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Deed, keepsSide } from '../../register/index.ts';
import { type Answer, type Arguments, call, keepCsrf } from '../client.ts';

export type Session = Answer<'getSession'>;
export type Holding = Session['seats'][number];

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await call('getSession', { signal });
    keepCsrf(session.csrf);
    return session;
  },
  staleTime: 30_000,
});

/** Who is signed in; undefined until the server has answered. */
export function useSession(): Session | undefined {
  return useQuery(sessionQuery).data;
}

/** Whether the seat acted from may do this; the same rule that the server holds. */
export function useMay(deed: Deed): boolean {
  return useSession()?.deeds.includes(deed) ?? false;
}

/** Whether the seat acted from gives tasks to the units of its side; parts of tasks have rules of their own. */
export function useMayAssign(): boolean {
  const session = useSession();
  if (session?.seat) return keepsSide(session.seat);
  return session?.mode === 'open';
}

type SessionRoute = 'signIn' | 'signOut' | 'chooseSeat' | 'trySeat' | 'setUp' | 'changePassword' | 'takeInvitation';

type Body<Name extends SessionRoute> = Arguments<Name> extends { readonly body: infer Given } ? Given : never;

/** A step that changes who acts: everything on screen is read anew. */
export function useSessionStep<Name extends SessionRoute>(name: Name, then?: (answer: Answer<Name>) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<Name>) => call(name, { body } as unknown as Arguments<Name>),
    onSuccess: async (answer: Answer<Name>) => {
      await queries.cancelQueries();
      keepCsrf(null);
      await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
      then?.(answer);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session', type: 'inactive' });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
}
