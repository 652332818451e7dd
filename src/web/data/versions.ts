import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { VersionsBody } from '../../server/contract/index.ts';
import { type Answer, call } from '../client.ts';

export type Versions = Answer<'readVersions'>;
export type Finding = Versions['findings'][number];
export type Bead = Versions['beads'][number];
export type Side = 'a' | 'b';
export type Parallel = Answer<'readParallels'>['parallels'][number];

type Body = z.input<typeof VersionsBody>;
/** What a page does to two texts; the version it saw is added. */
export type Change = Body extends infer B ? (B extends Body ? Omit<B, 'version'> : never) : never;

/** Texts being compared are asked for again this often. */
const ASK_MS = 600;

export const versionsKey = (a: string, b: string) => ['versions', ...[a, b].sort()] as const;

export function versionsQuery(a: string, b: string) {
  return queryOptions({
    queryKey: versionsKey(a, b),
    queryFn: ({ signal }) => call('readVersions', { params: { a, b }, signal }),
    refetchInterval: ({ state }) => (state.data && state.data.progress !== null ? ASK_MS : false),
  });
}

export function parallelsQuery(id: string) {
  return queryOptions({
    queryKey: ['parallels', id],
    queryFn: ({ signal }) => call('readParallels', { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.parallels.some(({ progress }) => progress !== null) ? ASK_MS : false),
  });
}

/** The last request about two texts; the next waits for it and takes its version, so that fast keys are no conflict. */
let line: Promise<Versions | null> = Promise.resolve(null);

/** The texts as they will be when the server has heard of the change. */
function foresee(versions: Versions, change: Change): Versions {
  if (change.type !== 'judge') return versions;
  const at = new Date().toISOString();
  const judgement = change.verdict === null ? null : { verdict: change.verdict, note: change.note ?? '', at, by: '' };
  const findings = versions.findings.map((one) => (one.key === change.key ? { ...one, judgement } : one));
  return { ...versions, findings, canUndo: true };
}

/** Changes links and judgements: judgements are shown at once and taken back if the server refuses. */
export function useChangeVersions(a: string, b: string) {
  const queries = useQueryClient();
  const queryKey = versionsKey(a, b);
  return useMutation({
    mutationFn: (change: Change) => {
      const send = async (before: Versions | null) => {
        const seen = queries.getQueryData<Versions>(queryKey);
        const ours = before !== null && before.a.expression.id === seen?.a.expression.id ? before.version : 0;
        const body = { ...change, version: Math.max(seen?.version ?? 0, ours) } as Body;
        return call('changeVersions', { params: { a, b }, body });
      };
      const now = line.then(send, () => send(null));
      line = now.catch(() => null);
      return now;
    },
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<Versions>(queryKey, (versions) => versions && foresee(versions, change));
    },
    onError: () => void queries.invalidateQueries({ queryKey }),
    onSuccess: (versions) => {
      if (queries.isMutating() <= 1) queries.setQueryData(queryKey, versions);
    },
  });
}
