import { queryOptions } from '@tanstack/react-query';
import { type Answer, call } from '../client.ts';

export type TermRow = Answer<'listTerms'>['rows'][number];

/** With the alarms of today, or of another day. */
export function termsQuery(asOf?: string) {
  return queryOptions({
    queryKey: ['entities', 'terms', asOf ?? null],
    queryFn: ({ signal }) => call('listTerms', { query: { asOf }, signal }),
  });
}
