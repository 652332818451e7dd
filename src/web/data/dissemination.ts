import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type DisseminationList = Answer<'listDissemination'>;
export type DisseminationRow = DisseminationList['rows'][number];
type Deed = Arguments<'disseminate'>['body'];

/** As it stands, or stood on a past day. */
export function disseminationQuery(asOf?: string) {
  return queryOptions({
    queryKey: asOf === undefined ? ['dissemination'] : ['dissemination', asOf],
    queryFn: ({ signal }) => call('listDissemination', { query: { asOf }, signal }),
  });
}

/** Sends a text to units, or confirms for one of them; rejects with the server's `Problem`. */
export function useDisseminate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ work, ...body }: Deed & { readonly work: string }) =>
      call('disseminate', { params: { id: work }, body }),
    onSuccess: (list) => queries.setQueryData(disseminationQuery().queryKey, list),
    onError: () => queries.invalidateQueries({ queryKey: disseminationQuery().queryKey }),
  });
}
