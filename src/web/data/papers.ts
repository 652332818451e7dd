import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { CheckedPaperShape, PaperRequestBody } from '../../server/contract/index.ts';
import { type Answer, call, send, writeQuery } from '../client.ts';

export type PaperRequest = z.output<typeof PaperRequestBody>;
export type PaperDraft = Answer<'draftPaper'>;
export type PaperLayout = Answer<'paperLayouts'>['layouts'][number];
export type MadePaper = Answer<'listPapers'>['papers'][number];
export type PaperSetting = PaperDraft['setting'];
export type CheckedPaper = z.output<typeof CheckedPaperShape>;

export const layoutsQuery = queryOptions({
  queryKey: ['papers', 'layouts'],
  queryFn: async ({ signal }) => (await call('paperLayouts', { signal })).layouts,
  staleTime: 3_600_000,
});

export const papersQuery = queryOptions({
  queryKey: ['papers', 'made'],
  queryFn: async ({ signal }) => (await call('listPapers', { signal })).papers,
});

/** The paper as it would leave now; the last one stays on screen while the next is made. */
export function draftQuery(request: PaperRequest) {
  return queryOptions({
    queryKey: ['papers', 'draft', request],
    queryFn: ({ signal }) => call('draftPaper', { body: request, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Keeps a paper as it is, with its number. */
export function useMakePaper() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: PaperRequest) => call('makePaper', { body: request }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['papers'] }),
  });
}

/** The address of a draft's file. */
export function draftAddress(request: PaperRequest, format: 'docx' | 'pdf'): string {
  return `/api/papers/draft.${format}?${writeQuery({ request: JSON.stringify(request) })}`;
}

/** Checks a Word file against a layout; nothing of it is kept. */
export function useCheckPaper() {
  return useMutation({
    mutationFn: ({ file, layout }: { readonly file: File; readonly layout: string }) => {
      const form = new FormData();
      form.append('files', file);
      return send<CheckedPaper>(`/api/papers/check?${writeQuery({ layout })}`, form);
    },
  });
}
