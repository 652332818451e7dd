import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type PairList = Answer<'listPairs'>;
export type PairRow = PairList['rows'][number];

/** As they stand, or stood on a past day. */
export function pairsQuery(asOf?: string) {
  return queryOptions({
    queryKey: asOf === undefined ? ['pairs'] : ['pairs', asOf],
    queryFn: ({ signal }) => call('listPairs', { query: { asOf }, signal }),
  });
}

function useStep<Input>(step: (input: Input) => Promise<PairList>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: step, onSuccess: (list) => queries.setQueryData(['pairs'], list) });
}

export function useOpenPair() {
  return useStep((body: Arguments<'openPair'>['body']) => call('openPair', { body }));
}

export function useActOnPair() {
  return useStep(({ id, ...body }: { readonly id: string } & Arguments<'actOnPair'>['body']) =>
    call('actOnPair', { params: { id }, body }),
  );
}
