import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type Token = Answer<'listTokens'>['tokens'][number];
export type Webhook = Answer<'listWebhooks'>['webhooks'][number];

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => call('listTokens', { signal }),
});

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => call('listWebhooks', { signal }),
  refetchInterval: 15_000,
});

/** A step on one's own tokens or addresses: the list is read anew after it. */
function useStep<Given, Found>(list: 'tokens' | 'webhooks', work: (given: Given) => Promise<Found>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: work, onSuccess: () => queries.invalidateQueries({ queryKey: [list] }) });
}

export const useAddToken = () => useStep('tokens', (body: Arguments<'addToken'>['body']) => call('addToken', { body }));
export const useRevokeToken = () =>
  useStep('tokens', (id: string) => call('revokeToken', { params: { id }, body: {} }));
export const useAddWebhook = () =>
  useStep('webhooks', (body: Arguments<'addWebhook'>['body']) => call('addWebhook', { body }));
export const useStopWebhook = () =>
  useStep('webhooks', (id: string) => call('stopWebhook', { params: { id }, body: {} }));
export const useResend = () =>
  useStep('webhooks', (id: string) => call('resendDelivery', { params: { id }, body: {} }));
