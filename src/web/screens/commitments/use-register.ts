import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import type { Column, FacetName } from '../../../server/contract/index.ts';
import type { RegisterSearch } from '../../app/search.ts';
import { PAGE, type Row, registerQuery } from '../../data/queries.ts';

/** Shown where nobody chose columns. */
export const FIRST_COLUMNS: readonly Column[] = ['quote', 'kind', 'strength', 'actors', 'due', 'work', 'decision'];

/** What is looked for is shown: narrowed to targets or review dates, their columns come in. */
function columnsFor({ target, review }: RegisterSearch): readonly Column[] {
  const more: Column[] = [...(target ? (['targets'] as const) : []), ...(review ? (['review'] as const) : [])];
  return FIRST_COLUMNS.flatMap((column) => (column === 'due' ? [column, ...more] : [column]));
}

/** At most so many rows are taken into a selection of all. */
export const SELECT_LIMIT = 1000;

/** The part of the address that narrows and sorts; the columns change nothing about the rows. */
function narrowing({ column: _, ...rest }: RegisterSearch): Omit<RegisterSearch, 'column'> {
  return rest;
}

/** Names of the address under which a facet's values stand: the same as the facet's. */
export function isNarrowed(search: RegisterSearch): boolean {
  const { sort: _s, order: _o, asOf: _a, ...rest } = narrowing(search);
  return Object.values(rest).some((value) => value !== undefined);
}

/** The register as the address narrows and sorts it: pages are read as they come near. */
export function useRegister() {
  const search = useSearch({ from: '/commitments' });
  const navigate = useNavigate({ from: '/commitments' });
  const queries = useQueryClient();
  const key = JSON.stringify(narrowing(search));
  const narrowed = useMemo(() => JSON.parse(key) as Omit<RegisterSearch, 'column'>, [key]);
  const [wanted, setWanted] = useState<readonly number[]>([]);

  const first = useQuery({ ...registerQuery(narrowed, 0), placeholderData: keepPreviousData });
  // What was read last stays on screen while the server is gone.
  const [kept, setKept] = useState(first.data);
  if (first.data && first.data !== kept) setKept(first.data);
  const data = first.data ?? kept;
  const further = useQueries({
    queries: wanted.filter((page) => page > 0).map((page) => registerQuery(narrowed, page)),
  });
  const pages = new Map<number, readonly Row[]>();
  if (data) pages.set(0, data.rows);
  wanted
    .filter((page) => page > 0)
    .forEach((page, index) => {
      const rows = further[index]?.data?.rows;
      if (rows) pages.set(page, rows);
    });
  const rowAt = (index: number): Row | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE];

  /** Tells which rows are near the window. */
  const near = useCallback((from: number, to: number) => {
    const next: number[] = [];
    for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) next.push(page);
    setWanted((now) => (now.join() === next.join() ? now : next));
  }, []);

  const change = useCallback(
    (part: RegisterSearch) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
  const clear = useCallback(
    () =>
      void navigate({ search: (now) => ({ column: now.column, sort: now.sort, order: now.order, asOf: now.asOf }) }),
    [navigate],
  );
  /** All rows as narrowed, for a selection; no more than `SELECT_LIMIT`. */
  const everyRow = async (): Promise<Row[]> => {
    const count = Math.min(data?.total ?? 0, SELECT_LIMIT);
    const rows: Row[] = [];
    for (let page = 0; page * PAGE < count; page++)
      rows.push(...(await queries.fetchQuery(registerQuery(narrowed, page))).rows);
    return rows.slice(0, count);
  };
  return {
    search,
    key,
    columns: search.column ?? columnsFor(search),
    total: data?.total ?? 0,
    facets: data?.facets ?? ({} as Partial<NonNullable<typeof data>['facets']>),
    loaded: data !== undefined,
    query: first,
    rowAt,
    near,
    change,
    clear,
    everyRow,
  };
}

export type RegisterView = ReturnType<typeof useRegister>;
export type FacetValues = NonNullable<RegisterView['facets'][FacetName]>;
