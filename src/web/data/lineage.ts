import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { LinkDecisionBody } from '../../server/contract/index.ts';
import type { Relation } from '../../vocabulary/index.ts';
import { type Answer, call } from '../client.ts';

export type Thread = Answer<'getThread'>;
export type LineageLink = Thread['links'][number];
export type LineageRow = Thread['rows'][number];
export type LineageWork = Thread['works'][number];
export type Changes = Answer<'whatChanged'>;
export type ChangeLine = Changes['rows'][number];
export type Cascade = Answer<'getCascade'>;

/** While texts are being compared a page asks again after so long. Milliseconds. */
const WHILE_TRACING = 1_500;

function again({ state }: { readonly state: { readonly data?: { readonly tracing: unknown } | undefined } }) {
  return state.data?.tracing ? WHILE_TRACING : false;
}

export const lineageWorksQuery = queryOptions({
  queryKey: ['lineage', 'works'],
  queryFn: ({ signal }) => call('lineageWorks', { signal }),
  refetchInterval: again,
});

export function threadQuery(id: string) {
  return queryOptions({
    queryKey: ['lineage', 'thread', id],
    queryFn: ({ signal }) => call('getThread', { params: { id }, signal }),
    refetchInterval: again,
  });
}

/** What a commitment carries on, over as many works as the thread goes back, the nearest first. */
export function earlierOf(thread: Thread | undefined): LineageRow[] {
  if (thread === undefined) return [];
  const found = new Set([thread.start]);
  for (const id of found) {
    for (const { earlierId, laterId } of thread.links) if (laterId === id) found.add(earlierId);
  }
  return [...found].slice(1).flatMap((id) => thread.rows.filter((row) => row.id === id));
}

export function changesQuery(earlier: string, later: string) {
  return queryOptions({
    queryKey: ['lineage', 'changes', earlier, later],
    queryFn: ({ signal }) => call('whatChanged', { query: { earlier, later }, signal }),
    enabled: earlier !== '' && later !== '' && earlier !== later,
    refetchInterval: again,
  });
}

export function cascadeQuery(national: string, local: readonly string[] | undefined) {
  return queryOptions({
    queryKey: ['lineage', 'cascade', national, local],
    queryFn: ({ signal }) => call('getCascade', { query: { national, local: local && [...local] }, signal }),
    enabled: national !== '',
    refetchInterval: again,
  });
}

type Body = z.input<typeof LinkDecisionBody>;
/** A decision as a page makes it; the version it saw is added from the link. */
export type LinkVerdict = Body extends infer B ? (B extends Body ? Omit<B, 'version'> : never) : never;

/** Decides about a link; whatever shows links is read again afterwards. Rejects with the server's `Problem`. */
export function useDecideLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ link, verdict }: { readonly link: LineageLink; readonly verdict: LinkVerdict }) =>
      call('decideLink', { params: { id: link.id }, body: { ...verdict, version: link.version } as Body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['lineage'] }),
  });
}

/** Joins two commitments of different works. */
export function useAddLink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ commitments, relation }: { readonly commitments: [string, string]; readonly relation: Relation }) =>
      call('addLink', { body: { commitments, relation } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['lineage'] }),
  });
}
