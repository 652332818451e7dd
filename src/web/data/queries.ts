import { queryOptions } from '@tanstack/react-query';
import { type Answer, type Arguments, call } from '../client.ts';

export type Work = Answer<'getWork'>;
export type Expression = Work['expressions'][number];
export type ReaderText = Answer<'readExpression'>;
export type ReaderRow = ReaderText['commitments'][number];
export type Passage = ReaderText['provisions'][number];
export type SentenceState = ReaderText['sentences'][number];
export type ScanText = Answer<'readScan'>;
export type Register = Answer<'listCommitments'>;
export type Row = Register['rows'][number];
export type Detail = Answer<'getCommitment'>;
export type ImportJob = Answer<'getImport'>;
export type ImportFile = ImportJob['files'][number];
export type Counts = Expression['counts'];
export type Coverage = Expression['coverage'];
export type Fields = Pick<
  Row,
  | 'kind'
  | 'actors'
  | 'action'
  | 'strength'
  | 'due'
  | 'sector'
  | 'instruments'
  | 'mechanisms'
  | 'places'
  | 'targets'
  | 'lead'
  | 'coordinators'
  | 'report'
>;

/** Rows are asked for in pages of this many. */
export const PAGE = 200;

export const worksQuery = queryOptions({
  queryKey: ['works'],
  queryFn: ({ signal }) => call('listWorks', { signal }),
});

/** What texts call bodies that no register knows. */
export const bodyNamesQuery = queryOptions({
  queryKey: ['body-names'],
  queryFn: async ({ signal }) => (await call('listBodyNames', { signal })).names,
  staleTime: 60_000,
});

/** What of each work still wants a person, by work. */
export const openPointsQuery = queryOptions({
  queryKey: ['works', 'open-points'],
  queryFn: async ({ signal }) => (await call('listOpenPoints', { signal })).works,
});
export type OpenWork = Answer<'listOpenPoints'>['works'][number];

export function expressionQuery(id: string) {
  return queryOptions({
    queryKey: ['expression', id],
    queryFn: ({ signal }) => call('readExpression', { params: { id }, signal }),
    staleTime: 30_000,
  });
}

/** The pages of a text that was read from pictures. */
export function scanQuery(id: string) {
  return queryOptions({
    queryKey: ['scan', id],
    queryFn: ({ signal }) => call('readScan', { params: { id }, signal }),
    staleTime: 30_000,
  });
}

/** A commitment as it stands, or stood on a past day. */
export function commitmentQuery(id: string, asOf?: string) {
  return queryOptions({
    queryKey: asOf === undefined ? ['commitment', id] : ['commitment', id, asOf],
    queryFn: ({ signal }) => call('getCommitment', { params: { id }, query: { asOf }, signal }),
  });
}

/** What the register is narrowed to and sorted by. */
export type Narrowing = { readonly [K in keyof Listing]?: Listing[K] | undefined };
type Listing = Omit<Arguments<'listCommitments'>['query'], 'offset' | 'limit'>;

/** One page of the register as it is narrowed and sorted; not read again within a quarter of a minute. */
export function registerQuery(narrowed: Narrowing, page: number) {
  return queryOptions({
    queryKey: ['register', narrowed, page],
    queryFn: ({ signal }) =>
      call('listCommitments', { query: { ...narrowed, offset: page * PAGE, limit: PAGE }, signal }),
    staleTime: 15_000,
  });
}
