import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type PairList = Answer<'listPairs'>;
export type PairRow = PairList['rows'][number];

export const pairsQuery = queryOptions({
  queryKey: ['pairs'],
  queryFn: ({ signal }) => call('listPairs', { signal }),
});

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
