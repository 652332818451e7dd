import { queryOptions } from '@tanstack/react-query';
import { type Answer, call } from '../client.ts';

export type Escalation = Answer<'escalationsAhead'>['rows'][number];

/** Days ahead that are looked at where nobody says how many. */
export const DAYS_AHEAD = 30;

/** Rows of a page of the list. */
export const ESCALATIONS_A_PAGE = 100;

/** A page, from 1, of what will be escalated to the seat in some days. */
export function escalationsQuery(days: number, page = 1) {
  const query = { days, offset: (page - 1) * ESCALATIONS_A_PAGE, limit: ESCALATIONS_A_PAGE };
  return queryOptions({
    queryKey: ['tasks', 'escalations', query],
    queryFn: ({ signal }) => call('escalationsAhead', { query, signal }),
  });
}
