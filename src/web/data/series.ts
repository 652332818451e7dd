import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { SeriesContentBody, SeriesDeedBody } from '../../server/contract/index.ts';
import { type Answer, type Arguments, call } from '../client.ts';

export type SeriesRow = Answer<'listSeries'>['rows'][number];
export type SeriesDetail = Answer<'getSeries'>;
export type SeriesSession = SeriesDetail['sessions'][number];
export type AgendaItem = SeriesDetail['items'][number];
export type SeriesDeed = z.input<typeof SeriesDeedBody>;
export type SeriesContent = z.input<typeof SeriesContentBody>;

/** As they stand, or stood on a past day. */
export function seriesListQuery(asOf?: string) {
  return queryOptions({
    queryKey: asOf === undefined ? ['series'] : ['series', 'as-of', asOf],
    queryFn: ({ signal }) => call('listSeries', { query: { asOf }, signal }),
  });
}

/** A mechanism as it stands, or stood on a past day. */
export function seriesQuery(id: string, asOf?: string) {
  return queryOptions({
    queryKey: asOf === undefined ? ['series', id] : ['series', id, 'as-of', asOf],
    queryFn: ({ signal }) => call('getSeries', { params: { id }, query: { asOf }, signal }),
  });
}

/** A step that answers with the series as it then stands; lists and tasks are read anew. */
function useStep<Input>(step: (input: Input) => Promise<SeriesDetail>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (detail) => queries.setQueryData(['series', detail.id], detail),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['series'] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['task'] });
    },
  });
}

/** Does something to a series; rejects with the server's `Problem`. */
export function useActOnSeries(id: string) {
  return useStep((input: { readonly version: number; readonly body: SeriesDeed }) =>
    call('actOnSeries', { params: { id }, body: input }),
  );
}

/** Takes up what a decision asks for. */
export function useTakeUp(id: string) {
  return useStep((body: Arguments<'takeUp'>['body']) => call('takeUp', { params: { id }, body }));
}

/** Keeps a note of one's own side. */
export function useNoteOnSeries(id: string) {
  return useStep((body: Arguments<'noteOnSeries'>['body']) => call('noteOnSeries', { params: { id }, body }));
}

export function useBeginSeries() {
  return useStep((body: Arguments<'beginSeries'>['body']) => call('beginSeries', { body }));
}
