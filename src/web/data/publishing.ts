import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type PublishingWork = Answer<'listPublishing'>['works'][number];
export type PublishingOfWork = Answer<'readPublishing'>;
export type PublishingItem = PublishingOfWork['items'][number];

export const publishingQuery = queryOptions({
  queryKey: ['publishing'],
  queryFn: ({ signal }) => call('listPublishing', { signal }),
});

export const publishingOfWorkQuery = (id: string) =>
  queryOptions({
    queryKey: ['publishing', id],
    queryFn: ({ signal }) => call('readPublishing', { params: { id }, signal }),
  });

/** Makes items of a work public, takes them back, or undoes the latest of that. */
export function usePublish(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Arguments<'actOnPublishing'>['body']) => call('actOnPublishing', { params: { id }, body }),
    onSuccess: (answer) => {
      queries.setQueryData(['publishing', id], answer);
      return queries.invalidateQueries({ queryKey: ['publishing'], exact: true });
    },
  });
}
