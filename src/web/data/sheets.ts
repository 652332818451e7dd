import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Problem } from '../../kernel/index.ts';
import type { ROW_STATES } from '../../register/index.ts';
import { type Answer, call, send } from '../client.ts';

export type SheetRun = Answer<'mapSheet'>;
export type SheetRows = Answer<'getSheet'>;
export type PlannedRow = SheetRows['rows'][number];
export type PlannedCell = PlannedRow['cells'][number];
export type Batch = Answer<'listBatches'>['batches'][number];
export type RowState = (typeof ROW_STATES)[number];

const ASK_MS = 300;
const GOING: ReadonlySet<SheetRun['state']> = new Set(['reading', 'planning', 'applying']);

export const batchesQuery = queryOptions({
  queryKey: ['sheets', 'batches'],
  queryFn: async ({ signal }) => (await call('listBatches', { signal })).batches,
});

/** A stretch of the rows of a sheet, of one state. */
export function rowsQuery(run: SheetRun, show: RowState, offset: number) {
  const limit = 200;
  return queryOptions({
    queryKey: ['sheets', run.id, run.state, show, offset],
    queryFn: ({ signal }) => call('getSheet', { params: { id: run.id }, query: { show, offset, limit }, signal }),
    staleTime: 60_000,
  });
}

/** Follows a sheet while the server works on it. */
async function follow(first: SheetRun, show: (run: SheetRun) => void): Promise<void> {
  for (let run = first; ; ) {
    show(run);
    if (!GOING.has(run.state)) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    run = await call('getSheet', { params: { id: run.id }, query: { limit: 1 } }).catch((error: unknown) => {
      if (error instanceof Problem) throw error;
      return run;
    });
  }
}

/** Brings a spreadsheet in, step by step; `error` is what refused the last step. */
export function useSheet() {
  const queries = useQueryClient();
  const [run, setRun] = useState<SheetRun | null>(null);
  const [error, setError] = useState<unknown>(null);
  const step = useCallback(
    async (next: () => Promise<SheetRun>) => {
      setError(null);
      try {
        await follow(await next(), setRun);
      } catch (refused) {
        setError(refused);
      }
      void queries.invalidateQueries();
    },
    [queries],
  );
  const bring = (file: File) => {
    const form = new FormData();
    form.append('files', file, file.name);
    setRun(null);
    return step(async () => (await send<{ run: SheetRun }>('/api/sheets', form)).run);
  };
  const map = (id: string, fields: Parameters<typeof call<'mapSheet'>>[1]['body']['fields']) =>
    step(() => call('mapSheet', { params: { id }, body: { fields } }));
  const apply = (id: string, chosen: { readonly skip: number[]; readonly take: number[] }) =>
    step(() => call('applySheet', { params: { id }, body: chosen }));
  const close = () => {
    setRun(null);
    setError(null);
  };
  return { run, error, bring, map, apply, close };
}
