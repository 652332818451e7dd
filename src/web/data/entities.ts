import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { EntityDecisionBody, EntityFilter } from '../../server/contract/index.ts';
import { type Answer, call } from '../client.ts';

export type EntityList = Answer<'listEntities'>;
export type EntityRow = EntityList['rows'][number];
export type EntityDetail = Answer<'getEntity'>;
export type EntityFact = EntityDetail['facts'][number];
export type EntityPlace = EntityDetail['places'][number];
export type EntityFields = EntityRow['fields'];

/** Entries are asked for this many at a time. */
export const ENTITY_PAGE = 100;

type Narrowing = { readonly [K in keyof EntityFilter]?: EntityFilter[K] | undefined } & Pick<EntityFilter, 'kind'>;

export function entitiesQuery(narrowed: Narrowing, limit: number) {
  return queryOptions({
    queryKey: ['entities', narrowed, limit],
    queryFn: ({ signal }) => call('listEntities', { query: { ...narrowed, offset: 0, limit }, signal }),
    staleTime: 10_000,
  });
}

export function entityQuery(id: string, asOf?: string) {
  return queryOptions({
    queryKey: asOf === undefined ? ['entity', id] : ['entity', id, asOf],
    queryFn: ({ signal }) => call('getEntity', { params: { id }, query: { asOf }, signal }),
  });
}

type Body = z.input<typeof EntityDecisionBody>;
/** A decision as a page makes it; the version it saw is added. */
export type EntityVerdict = Body extends infer B ? (B extends Body ? Omit<B, 'version'> : never) : never;

/** Decides about an entry. Rejects with the server's `Problem`. */
export function decideEntity({
  id,
  version,
  verdict,
}: {
  readonly id: string;
  readonly version: number;
  readonly verdict: EntityVerdict;
}): Promise<EntityDetail> {
  return call('decideEntity', { params: { id }, body: { ...verdict, version } as Body });
}

export function useDecideEntity() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: decideEntity,
    onSuccess: (detail) => queries.setQueryData(['entity', detail.id], detail),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['entities'] });
      void queries.invalidateQueries({ queryKey: ['entity'] });
      void queries.invalidateQueries({ queryKey: ['register'] });
    },
  });
}

/** Adds an entry that a person knows of. Rejects with the server's `Problem`. */
export function useAddEntity() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entry: { relation: string; kind: EntityRow['kind']; fields: Pick<EntityFields, 'names'> }) =>
      call('addEntity', { body: entry }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['entities'] }),
  });
}
