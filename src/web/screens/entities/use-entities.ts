import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { ENTITY_KINDS, type EntityKind } from '../../../vocabulary/index.ts';
import type { EntitySearch } from '../../app/search.ts';
import { ENTITY_PAGE, entitiesQuery } from '../../data/entities.ts';

/** The register of one kind as the address narrows it. */
export function useEntities() {
  const { kind: given } = useParams({ from: '/registers/$kind' });
  const kind: EntityKind = ENTITY_KINDS.find((each) => each === given) ?? 'body';
  const search = useSearch({ from: '/registers/$kind' });
  const navigate = useNavigate({ from: '/registers/$kind' });
  const [limit, setLimit] = useState(ENTITY_PAGE);
  const query = useQuery({ ...entitiesQuery({ ...search, kind }, limit), placeholderData: keepPreviousData });
  const change = useCallback(
    (part: EntitySearch) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
  const fits = query.data?.rows.every((row) => row.kind === kind) ?? false;
  return {
    kind,
    search,
    change,
    clear: () => void navigate({ search: { asOf: search.asOf } }),
    more: () => setLimit((now) => Math.min(500, now + ENTITY_PAGE)),
    query,
    data: fits ? query.data : undefined,
  };
}

export type EntitiesView = ReturnType<typeof useEntities>;
