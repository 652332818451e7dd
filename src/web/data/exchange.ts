import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call, csrfHeader, readProblem } from '../client.ts';

export type Exchange = Answer<'getExchange'>;
export type Partner = Exchange['partners'][number];
export type ExchangeKey = Exchange['keys'][number];
export type ExchangeMessage = Answer<'getPartner'>['open'][number];
export type PaperHeld = Answer<'listPapersHeld'>['papers'][number];
export type PaperContent = Arguments<'editPaperHeld'>['body']['content'];

/** Links change by themselves: they are looked at again and again. */
const AGAIN_MS = 10_000;

export const exchangeQuery = queryOptions({
  queryKey: ['exchange', 'links'],
  queryFn: ({ signal }) => call('getExchange', { signal }),
  refetchInterval: AGAIN_MS,
});

export const partnerQuery = (id: string) =>
  queryOptions({
    queryKey: ['exchange', 'partner', id],
    queryFn: ({ signal }) => call('getPartner', { params: { id }, signal }),
    refetchInterval: AGAIN_MS,
  });

export const papersHeldQuery = queryOptions({
  queryKey: ['exchange', 'papers'],
  queryFn: ({ signal }) => call('listPapersHeld', { signal }),
  refetchInterval: AGAIN_MS,
});

export const keptBackQuery = (subject: string | null) =>
  queryOptions({
    queryKey: ['exchange', 'kept-back', subject],
    queryFn: ({ signal }) => call('listKeptBack', { query: subject === null ? {} : { subject }, signal }),
  });

export type PartnerPublication = Answer<'listPartnerPublications'>['rows'][number];

export const partnerPublicationsQuery = queryOptions({
  queryKey: ['exchange', 'publications'],
  queryFn: ({ signal }) => call('listPartnerPublications', { signal }),
});

export const partnerTextQuery = ({ partner, id }: PartnerPublication) =>
  queryOptions({
    queryKey: ['exchange', 'publications', partner, id],
    queryFn: ({ signal }) => call('readPartnerText', { params: { partner, id }, signal }),
  });

/** A step in the exchange: everything of it on screen is read anew. */
export function useExchangeStep<Given, Found>(work: (given: Given) => Promise<Found>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: work, onSuccess: () => queries.invalidateQueries({ queryKey: ['exchange'] }) });
}

/** Makes the file for the courier and hands it to the browser to be saved. */
export async function saveCourierFile(partner: string): Promise<void> {
  const path = `/api/exchange/partners/${encodeURIComponent(partner)}/file`;
  const answer = await fetch(path, { method: 'POST', headers: csrfHeader() });
  if (!answer.ok) throw await readProblem(answer);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'exchange.zip';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export interface TakenFile {
  readonly partner: string;
  readonly receipts: number;
  readonly messages: readonly { readonly name: string; readonly outcome: string; readonly reason: string | null }[];
}

/** Takes in a file that came by courier. */
export async function takeCourierFile(file: File): Promise<TakenFile> {
  const headers = { 'content-type': 'application/zip', ...csrfHeader() };
  const answer = await fetch('/api/exchange/file', { method: 'POST', headers, body: file });
  if (!answer.ok) throw await readProblem(answer);
  return (await answer.json()) as TakenFile;
}
