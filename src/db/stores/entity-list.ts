import { type RawBuilder, sql } from 'kysely';
import { searchTerms } from '../../kernel/index.ts';
import type { EntityDecision, EntityOrigin } from '../../register/index.ts';
import type { EntityKind } from '../../vocabulary/index.ts';
import type { Queries } from '../connect.ts';
import type { EntityRecord } from './entities.ts';

/** What a list of entries is narrowed to. */
export interface EntityFilter {
  readonly kind: EntityKind;
  readonly relation?: string | undefined;
  /** Words that must all stand in one of its names, folded. */
  readonly q?: string | undefined;
  readonly state?: readonly EntityListState[] | undefined;
  readonly party?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
}

/** How an entry stands in a list: proposed by a text, confirmed, of the profile and undisputed, or rejected. */
export const ENTITY_LIST_STATES = ['proposed', 'confirmed', 'profile', 'rejected'] as const;
export type EntityListState = (typeof ENTITY_LIST_STATES)[number];

/** Which list a row stands in. An unsure entry of the profile waits for a person as a proposal does. */
export function listState({
  decision,
  origin,
  unsure,
}: {
  readonly decision: EntityDecision;
  readonly origin: EntityOrigin;
  readonly unsure: boolean;
}): EntityListState {
  if (decision === 'rejected') return 'rejected';
  if (decision === 'confirmed') return 'confirmed';
  return origin === 'profile' && !unsure ? 'profile' : 'proposed';
}

const STATE = sql`case when e.decision in ('rejected', 'confirmed') then e.decision
  when e.origin = 'profile' and not e.unsure then 'profile' else 'proposed' end`;

/** A proposal nobody decided and no present text names any more is in no list. */
const SHOWN = sql`e.decision <> 'merged' and (e.origin <> 'text' or e.decision <> 'undecided' or exists (
  select 1 from entity_mention m join entity own on own.id = m.entity_id
    join expression x on x.id = m.expression_id join work w on w.id = x.work_id
  where own.canonical = e.id and not w.withdrawn))`;

type Part = 'state' | 'party' | 'type' | 'relation';

function where(filter: EntityFilter, leftOut?: Part): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`e.kind = ${filter.kind}`, SHOWN];
  const narrow = (part: Part, expression: RawBuilder<unknown>, values: readonly string[] | undefined) => {
    if (part !== leftOut && values?.length) parts.push(sql`${expression} = any(${[...values]}::text[])`);
  };
  narrow('relation', sql`e.relation`, filter.relation === undefined ? undefined : [filter.relation]);
  narrow('state', STATE, filter.state);
  narrow('party', sql`coalesce(e.party, '')`, filter.party);
  narrow('type', sql`coalesce(e.type, '')`, filter.type);
  for (const term of searchTerms(filter.q ?? '')) parts.push(sql`strpos(e.search, ${term}) > 0`);
  return sql`${sql.join(parts, sql` and `)}`;
}

/** One page of a list: proposals first, then by name. */
export async function listEntities(
  queries: Queries,
  filter: EntityFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<EntityRecord[]> {
  const { rows } = await sql<EntityRecord>`
    select e.* from entity e where ${where(filter)}
    order by array_position(array['proposed', 'confirmed', 'profile', 'rejected'], ${STATE}),
      e.origin = 'text' desc, e.search collate "C", e.id
    offset ${page.offset} limit ${page.limit}`.execute(queries);
  return rows;
}

export interface EntityFacetCount {
  readonly facet: Part;
  readonly value: string;
  readonly count: number;
}

/** How many entries of the kind each state, party, type and relation has, with the other parts of the filter applied. */
export async function countEntityFacets(queries: Queries, filter: EntityFilter): Promise<EntityFacetCount[]> {
  const facet = (part: Part, value: RawBuilder<unknown>) => sql`
    select ${sql.lit(part)} as facet, ${value} as value, count(*)::integer as count
    from entity e where ${where(filter, part)} group by 2`;
  const counts = [
    facet('state', STATE),
    facet('party', sql`coalesce(e.party, '')`),
    facet('type', sql`coalesce(e.type, '')`),
    facet('relation', sql`e.relation`),
  ];
  const { rows } = await sql<EntityFacetCount>`
    select * from (${sql.join(counts, sql` union all `)}) counted order by facet, count desc, value`.execute(queries);
  return rows;
}

/** How many entries a filter leaves. */
export async function countEntities(queries: Queries, filter: EntityFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from entity e where ${where(filter)}`.execute(queries);
  return rows[0]?.count ?? 0;
}
