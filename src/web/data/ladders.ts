import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type LadderRow = Answer<'listLadders'>['rows'][number];
export type LadderStep = LadderRow['ladder']['steps'][number];
type LadderBody = Arguments<'changeLadder'>['body']['body'];
export type SetLadder = Extract<LadderBody, { type: 'set' }>['ladder'];

export const laddersQuery = queryOptions({
  queryKey: ['tasks', 'ladders'],
  queryFn: ({ signal }) => call('listLadders', { signal }),
});

/** Sets a ladder or takes that back; rejects with the server's `Problem`. */
export function useChangeLadder({ relation, party, version }: LadderRow) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: LadderBody) => call('changeLadder', { params: { relation, party }, body: { version, body } }),
    // What is ahead of tasks goes by it.
    onSettled: () => Promise.all(['tasks', 'task'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
