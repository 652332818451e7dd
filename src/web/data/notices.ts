import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { zoneOfParty } from '../../notices/index.ts';
import type { AlertFileShape } from '../../server/contract/index.ts';
import { type Answer, type Arguments, call, send } from '../client.ts';
import { useSession } from './session.ts';

export type NoticeRow = Answer<'listNotices'>['rows'][number];
export type NoticeDetail = Answer<'getNotice'>;
export type ChannelRow = Answer<'listChannels'>['rows'][number];
export type PostRow = Answer<'listDuty'>['rows'][number];

/** How often what may have changed on the other side is asked for again. */
const LIVE_MS = 3_000;

export function noticesQuery(filter: Arguments<'listNotices'>['query']) {
  return queryOptions({
    queryKey: ['notices', filter],
    queryFn: ({ signal }) => call('listNotices', { query: filter, signal }),
    refetchInterval: LIVE_MS,
    refetchIntervalInBackground: true,
  });
}

export function noticeQuery(id: string) {
  return queryOptions({
    queryKey: ['notice', id],
    queryFn: ({ signal }) => call('getNotice', { params: { id }, signal }),
    refetchInterval: LIVE_MS,
  });
}

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => call('listChannels', { query: {}, signal }),
});

export const dutyQuery = queryOptions({
  queryKey: ['duty'],
  queryFn: ({ signal }) => call('listDuty', { query: {}, signal }),
});

/** The channels, and the posts at their ends, as they stood on a past day; today's where it is undefined. */
export function channelsThenQuery(asOf: string | undefined) {
  if (asOf === undefined) return channelsQuery;
  return queryOptions({
    queryKey: ['channels', asOf],
    queryFn: ({ signal }) => call('listChannels', { query: { asOf }, signal }),
  });
}
export function dutyThenQuery(asOf: string | undefined) {
  if (asOf === undefined) return dutyQuery;
  return queryOptions({
    queryKey: ['duty', asOf],
    queryFn: ({ signal }) => call('listDuty', { query: { asOf }, signal }),
  });
}

/** The time zone of each side: of its first duty post, else that of its country. */
export function useZones(): (party: string) => string {
  const posts = useQuery(dutyQuery).data?.rows;
  return (party) => posts?.find((post) => post.party === party)?.zone ?? zoneOfParty(party);
}

/** Sides the seat speaks for: its own; on a machine without accounts those of the posts and channels that no other node speaks for. */
export function useOwnParties(): readonly string[] {
  const own = useSession()?.seat?.party ?? null;
  const { rows: posts = [], elsewhere = [] } = useQuery(dutyQuery).data ?? {};
  const channels = useQuery(channelsQuery).data?.rows ?? [];
  if (own !== null) return [own];
  const known = [...channels.flatMap(({ parties }) => parties), ...posts.map(({ party }) => party)];
  return [...new Set(known)].filter((party) => !elsewhere.includes(party));
}

/** After a deed on a notice: it is shown as it now stands, lists are read anew. */
function useNoticeStep<Input>(step: (input: Input) => Promise<NoticeDetail>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (detail) => {
      queries.setQueryData(['notice', detail.notice.id], detail);
      void queries.invalidateQueries({ queryKey: ['notices'] });
      void queries.invalidateQueries({ queryKey: ['channels'] });
    },
  });
}

export function useIssueNotice() {
  return useNoticeStep((body: Arguments<'issueNotice'>['body']) => call('issueNotice', { body }));
}

export function useActOnNotice() {
  return useNoticeStep(({ id, ...body }: { readonly id: string } & Arguments<'actOnNotice'>['body']) =>
    call('actOnNotice', { params: { id }, body }),
  );
}

export function useNoteOnNotice() {
  return useNoticeStep(({ id, ...body }: { readonly id: string } & Arguments<'noteOnNotice'>['body']) =>
    call('noteOnNotice', { params: { id }, body }),
  );
}

/** A step that changes channels, posts or rosters: each list is read anew. */
export function useDutyStep() {
  const queries = useQueryClient();
  return async (step: () => Promise<unknown>): Promise<void> => {
    await step();
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['duty'] }),
      queries.invalidateQueries({ queryKey: ['channels'] }),
    ]);
  };
}

export type AlertFile = z.output<typeof AlertFileShape>;

/** Reads a CAP file; nothing of it is kept. */
export function readAlertFile(file: File): Promise<AlertFile> {
  const form = new FormData();
  form.set('files', file, file.name);
  return send<AlertFile>('/api/notices/cap', form);
}

export type AlertFeeds = Answer<'listAlertFeeds'>;

/** Feeds of others are asked every five minutes; the page looks a little more often. */
const FEEDS_MS = 30_000;

export const alertFeedsQuery = queryOptions({
  queryKey: ['alert-feeds'],
  queryFn: ({ signal }) => call('listAlertFeeds', { signal }),
  refetchInterval: FEEDS_MS,
});

/** An alert that came in a feed, read as the beginning of a notice. */
export function alertQuery(id: string) {
  return queryOptions({
    queryKey: ['alert', id],
    queryFn: ({ signal }) => call('getAlert', { params: { id }, signal }),
  });
}

/** Steps on feeds of others and on what came in them; each answers with the list as it then is. */
export function useAlertFeedStep() {
  const queries = useQueryClient();
  const show = async (step: Promise<AlertFeeds>) => void queries.setQueryData(['alert-feeds'], await step);
  return {
    add: (body: Arguments<'addAlertFeed'>['body']) => show(call('addAlertFeed', { body })),
    end: (id: string) => show(call('endAlertFeed', { params: { id } })),
    settle: (id: string, body: Arguments<'settleAlert'>['body']) => show(call('settleAlert', { params: { id }, body })),
  };
}

export const gatesQuery = queryOptions({
  queryKey: ['gates'],
  queryFn: ({ signal }) => call('getGates', { signal }),
  refetchInterval: FEEDS_MS,
});
