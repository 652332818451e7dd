import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type Answer, type Arguments, call, send } from '../client.ts';

export type WaterList = Answer<'listWater'>;
export type WaterRow = WaterList['rows'][number];
export type WaterView = Answer<'getWater'>;
export type WaterPoint = WaterView['points'][number];
export type Threshold = WaterRow['state']['thresholds'][number];
export type OpenCrossing = WaterRow['open'][number];
type Brought = {
  readonly series: readonly { readonly station: string; readonly values: number }[];
  readonly findings: readonly {
    readonly severity: 'info' | 'warning' | 'error';
    readonly id: string;
    readonly details: Readonly<Record<string, string | number>>;
    readonly clause: string;
    readonly line: number;
    readonly column: number;
    readonly more?: number;
  }[];
  readonly stored: { readonly added: number; readonly corrected: number; readonly same: number } | null;
};

/** A duty officer leaves this page open: it looks again by itself. */
const LOOK_AGAIN_MS = 60_000;

export const waterQuery = queryOptions({
  queryKey: ['water'],
  queryFn: ({ signal }) => call('listWater', { signal }),
  refetchInterval: LOOK_AGAIN_MS,
});

export function waterSeriesQuery(id: string, from: string | null) {
  return queryOptions({
    queryKey: ['water', id, from],
    queryFn: ({ signal }) => call('getWater', { params: { id }, query: from === null ? {} : { from }, signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });
}

export function useActOnWater() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { readonly id: string } & Arguments<'actOnWater'>['body']) =>
      call('actOnWater', { params: { id }, body }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['water'] }),
  });
}

/** Brings a file in; what came of it stays until the next one. */
export function useBringWater() {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set('files', file, file.name);
      return send<Brought>('/api/water/imports', form);
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['water'] }),
  });
  const bring = useCallback(
    (file: File) => {
      setName(file.name);
      mutate(file);
    },
    [mutate],
  );
  return { bring, brought: data ?? null, error, busy: isPending, name };
}
