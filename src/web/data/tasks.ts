import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { type AssignmentBody, COMPARED_A_PAGE, type TaskDeedBody } from '../../server/contract/index.ts';
import type { SnapshotSearch } from '../app/search.ts';
import { type Answer, type Arguments, call, send } from '../client.ts';

export type TaskList = Answer<'listTasks'>;
export type TaskRow = TaskList['rows'][number];
export type TaskDetail = Answer<'getTask'>;
export type TaskState = TaskDetail['state'];
export type Evidence = TaskState['reports'][number]['evidence'][number];
export type Deed = z.input<typeof TaskDeedBody>;
export type Assignment = z.input<typeof AssignmentBody>;
export type OwedItem = Answer<'owedNext'>['items'][number];
export type UnitRow = Answer<'listUnits'>['units'][number];

export type TaskNarrowing = { readonly [K in keyof Listing]?: Listing[K] | undefined };
type Listing = Omit<Arguments<'listTasks'>['query'], 'offset' | 'limit'>;
export type TaskCounts = Answer<'countTasks'>;
export type CountedBy = NonNullable<Arguments<'countTasks'>['query']['by']>;

/** Rows of a page of the list. */
export const TASKS_A_PAGE = 200;

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => call('listUnits', { query: {}, signal }),
  staleTime: 60_000,
});

/** The units as they were known of on a day. */
export function pastUnitsQuery(asOf: string) {
  return queryOptions({
    queryKey: ['units', asOf],
    queryFn: ({ signal }) => call('listUnits', { query: { asOf }, signal }),
  });
}

export function tasksQuery(narrowed: TaskNarrowing, page = 1) {
  const query = { ...narrowed, offset: (page - 1) * TASKS_A_PAGE };
  return queryOptions({
    queryKey: ['tasks', narrowed, page],
    queryFn: ({ signal }) => call('listTasks', { query, signal }),
  });
}

/** Tasks counted in groups that add up. */
export function countsQuery(narrowed: TaskNarrowing, by: CountedBy) {
  return queryOptions({
    queryKey: ['tasks', 'counts', narrowed, by],
    queryFn: ({ signal }) => call('countTasks', { query: { ...narrowed, by }, signal }),
  });
}

export const owedQuery = queryOptions({
  queryKey: ['tasks', 'owed'],
  queryFn: ({ signal }) => call('owedNext', { signal }),
});

export type Urgings = Answer<'listUrgings'>;
export const urgingsQuery = queryOptions({
  queryKey: ['tasks', 'urgings'],
  queryFn: ({ signal }) => call('listUrgings', { signal }),
});

export type Snapshot = Answer<'listSnapshots'>['snapshots'][number];
export const snapshotsQuery = queryOptions({
  queryKey: ['tasks', 'snapshots'],
  queryFn: async ({ signal }) => (await call('listSnapshots', { signal })).snapshots,
});

/** How far those who rate tasks agree. */
export const agreementQuery = queryOptions({
  queryKey: ['tasks', 'agreement'],
  queryFn: ({ signal }) => call('ratingAgreement', { signal }),
});

export type Comparison = Answer<'compareSnapshots'>;

/** What changed from one snapshot to another, and a page of what is listed of it. */
export function comparisonQuery({ page = 1, before = '', after = '', show, unit }: SnapshotSearch) {
  const query = { before, after, show, unit, offset: (page - 1) * COMPARED_A_PAGE, limit: COMPARED_A_PAGE };
  return queryOptions({
    queryKey: ['tasks', 'snapshots', query],
    queryFn: ({ signal }) => call('compareSnapshots', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** What the commitments of a task let propose for its plan. */
export function proposalsQuery(id: string) {
  return queryOptions({
    queryKey: ['task', id, 'proposals'],
    queryFn: async ({ signal }) => (await call('proposeForTask', { params: { id }, signal })).proposals,
    staleTime: 60_000,
  });
}

/** A task as it stands, or stood on a past day. */
export function taskQuery(id: string, asOf?: string) {
  return queryOptions({
    queryKey: asOf === undefined ? ['task', id] : ['task', id, 'as-of', asOf],
    queryFn: ({ signal }) => call('getTask', { params: { id }, query: { asOf }, signal }),
  });
}

/** Does something to a task; rejects with the server's `Problem`. */
export function useActOnTask(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, body }: { readonly version: number; readonly body: Deed }) =>
      call('actOnTask', { params: { id }, body: { version, body } }),
    onSuccess: (detail) => queries.setQueryData(['task', id], detail),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

/** Sends files to be kept as evidence of a task; what is known of each, in order. */
export function useGiveFiles(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      const form = new FormData();
      for (const file of files) form.append('files', file, file.name);
      return (await send<{ readonly files: TaskDetail['files'] }>(`/api/tasks/${encodeURIComponent(id)}/files`, form))
        .files;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['task', id] }),
  });
}

/** Gives tasks, all of them or none; their ids in order. */
export function useAssign() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (assignments: Assignment[]) => call('assignTasks', { body: { assignments } }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['task'] });
    },
  });
}

/** An id for a part of a task (a report, an obstacle) that a page makes; also where no secure context offers a UUID. */
export function newPartId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
