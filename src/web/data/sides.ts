import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type TwoSides = Answer<'getTwoSides'>;
export type Side = TwoSides['sides'][number];
export type TaskOfSide = Side['tasks'][number];
type SharedDeed = Arguments<'actOnSharedTask'>['body']['body'];

/** How the sides have a commitment, or had it on a past day. */
export function twoSidesQuery(id: string, asOf?: string) {
  return queryOptions({
    queryKey: asOf === undefined ? ['sides', id] : ['sides', id, asOf],
    queryFn: ({ signal }) => call('getTwoSides', { params: { id }, query: { asOf }, signal }),
  });
}

/** Ledgers of a page of the list. */
export const SIDES_A_PAGE = 100;

export function sidesQuery(page: number, asOf?: string) {
  return queryOptions({
    queryKey: ['sides', 'page', page, asOf ?? null],
    queryFn: ({ signal }) => call('listTwoSides', { query: { asOf, offset: (page - 1) * SIDES_A_PAGE }, signal }),
  });
}

/** Rates or disputes what the other side shares; rejects with the server's `Problem`. */
export function useActOnShared({ id, version }: TaskOfSide) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SharedDeed) => call('actOnSharedTask', { params: { id }, body: { version, body } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sides'] }),
  });
}

export type Unplaced = Answer<'listReferences'>['rows'][number];
type Placing = Arguments<'placeReference'>['body'];

export const referencesQuery = queryOptions({
  queryKey: ['sides', 'references'],
  queryFn: ({ signal }) => call('listReferences', { signal }),
});

/** Says which commitment here another node speaks of; rejects with the server's `Problem`. */
export function usePlaceReference() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Placing) => call('placeReference', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sides'] }),
  });
}
