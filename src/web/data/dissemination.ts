import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type DisseminationList = Answer<'listDissemination'>;
export type DisseminationRow = DisseminationList['rows'][number];
type Deed = Arguments<'disseminate'>['body'];

export const disseminationQuery = queryOptions({
  queryKey: ['dissemination'],
  queryFn: ({ signal }) => call('listDissemination', { signal }),
});

/** Sends a text to units, or confirms for one of them; rejects with the server's `Problem`. */
export function useDisseminate() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ work, ...body }: Deed & { readonly work: string }) =>
      call('disseminate', { params: { id: work }, body }),
    onSuccess: (list) => queries.setQueryData(disseminationQuery.queryKey, list),
    onError: () => queries.invalidateQueries({ queryKey: disseminationQuery.queryKey }),
  });
}
