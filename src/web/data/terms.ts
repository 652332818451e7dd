import { queryOptions } from '@tanstack/react-query';
import { type Answer, call } from '../client.ts';

export type TermRow = Answer<'listTerms'>['rows'][number];

export const termsQuery = queryOptions({
  queryKey: ['entities', 'terms'],
  queryFn: ({ signal }) => call('listTerms', { signal }),
});
