import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type QuotaList = Answer<'listQuotas'>;
export type QuotaRow = QuotaList['rows'][number];
export type PromisedPlaces = QuotaList['promised'][number];

/** Of some commitments, or all where none is named; as they stand, or stood on a past day. */
export function quotasQuery(commitment?: readonly string[], asOf?: string) {
  return queryOptions({
    queryKey: ['quotas', commitment ?? null, asOf ?? null],
    queryFn: ({ signal }) =>
      call('listQuotas', {
        query: { asOf, ...(commitment !== undefined && { commitment: [...commitment] }) },
        signal,
      }),
  });
}

function useEntry<Input>(step: (input: Input) => Promise<QuotaList>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSettled: () => void queries.invalidateQueries({ queryKey: ['quotas'] }),
  });
}

export function useOpenQuota() {
  return useEntry((body: Arguments<'openQuota'>['body']) => call('openQuota', { body }));
}

export function useEnterInQuota() {
  return useEntry(({ id, ...body }: { readonly id: string } & Arguments<'enterInQuota'>['body']) =>
    call('enterInQuota', { params: { id }, body }),
  );
}
