import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { facetCode } from '../facet-code.ts';
import { readBehind } from '../read-behind.ts';
import type { ActionTable, CommitmentTable, WorkTable } from '../tables.ts';
import { type CommitmentAction, commitmentAction } from './actions.ts';
import type { EntityRecord } from './entities.ts';
import { entityTables } from './entities-then.ts';
import type { WorkAction } from './works.ts';

/** A commitment on a past day, made of its log; what is left out was as it is. */
export type CommitmentThen = Pick<CommitmentTable, 'id' | 'language'> &
  Partial<Omit<Selectable<CommitmentTable>, 'facet_code'>> &
  Parameters<typeof facetCode>[0];

/** What lists show of a work, as it was on a past day. */
export type WorkThen = Pick<WorkTable, 'id' | 'title' | 'type' | 'date' | 'parties' | 'withdrawn'>;

/** A past moment, and what was otherwise then and is not kept in rows. */
export interface RegisterThen {
  /** ISO instant. */
  readonly at: string;
  /** Those of which no rows were kept by then. */
  readonly commitments: readonly CommitmentThen[];
  readonly works: readonly WorkThen[];
  /** Entries of the registers that were otherwise then; left out where nothing is asked of them. */
  readonly entries?: readonly EntityRecord[];
}

/**
 * The tables that the register is read from, as they stood: put before a statement, its `commitment`, `work`, `manifestation` and
 * `task_keeps` are those of that moment, so that rows, order and counts cannot differ. A seat still sees its own side's alone.
 */
export function asItStood(then: RegisterThen): RawBuilder<unknown> {
  const { at, entries } = then;
  return sql`with ${entries === undefined ? sql`` : sql`${entityTables(at, entries)}, `}${registerTables(then)}`;
}

/** The same database as it stood, for any store that reads these tables. */
export function readAsItStood(queries: Queries, then: RegisterThen): Queries {
  return readBehind(queries, asItStood(then));
}

/** What each state of a commitment says for itself; the rest of a row is its work's, or never changes. */
const KEPT = [
  ...([
    'version',
    'since',
    'decision',
    'origin',
    'anchored',
    'retired',
    'joined_to',
    'reject_reason',
    'undoable',
  ] as const),
  ...([
    'span_start',
    'span_end',
    'quote',
    'search',
    'language',
    'path',
    'path_order',
    'page',
    'kind',
    'actors',
  ] as const),
  ...(['action', 'strength', 'due_state', 'due_text', 'due_from', 'due_to', 'sector', 'instruments'] as const),
  ...(['mechanisms', 'places', 'targets', 'lead', 'coordinators', 'report', 'review_on', 'confidence'] as const),
  'facet_code',
] as const satisfies readonly (keyof CommitmentTable)[];
const kept = (row: string) => sql.join(KEPT.map((column) => sql.ref(`${row}.${column}`)));

function registerTables({ at, commitments, works }: RegisterThen): RawBuilder<unknown> {
  const remade = commitments.map((row) => ({ ...row, facet_code: facetCode(row) }));
  const stood = sql`(c.since is null or c.since <= ${at})`;
  return sql`work_then as materialized (
      select t.* from jsonb_array_elements(${JSON.stringify(works)}::text::jsonb) o
      join work w on w.id = o.value ->> 'id' cross join lateral jsonb_populate_record(w, o.value) t
    ), work as not materialized (
      select * from work where id not in (select id from work_then) union all select * from work_then
    ), commitment_then as materialized (
      select c.id, c.work_id, c.expression_id, c.side, w.date as work_date, not g.gone as cited,
        not g.gone and r.joined_to is null as listed, ${kept('r')}
      from (
        select p.id, ${kept('p')} from commitment_past p where p.since <= ${at} and p.until > ${at}
        union all
        select t.id, ${kept('t')} from jsonb_array_elements(${JSON.stringify(remade)}::text::jsonb) o
          join commitment c on c.id = o.value ->> 'id' cross join lateral jsonb_populate_record(c, o.value) t
        union all
        select c.id, ${kept('c')} from commitment c where c.work_id in (select id from work_then) and ${stood}
      ) r join commitment c on c.id = r.id join work w on w.id = c.work_id
      cross join lateral (select r.retired or w.withdrawn as gone) g
    ), commitment as not materialized (
      select c.id, c.work_id, c.expression_id, c.side, c.work_date, c.cited, c.listed, ${kept('c')}
        from commitment c where ${stood} and c.work_id not in (select id from work_then)
      union all select * from commitment_then
    ), manifestation as not materialized (
      select * from manifestation where imported_at <= ${at} or version = 1
    ), task_keeps as not materialized (
      select u.id as commitment_id from task_state s cross join unnest(s.commitments) u (id)
        where s.since <= ${at} and (s.until is null or s.until > ${at})
    )`;
}

/** Logs, up to an instant, of the commitments that were known by then and whose past is kept only from later on. */
export async function logsBefore(queries: Queries, at: string): Promise<Map<string, CommitmentAction[]>> {
  const { rows } = await sql<Selectable<ActionTable>>`
    select * from action where at <= ${at} and commitment_id in (select id from commitment where kept_from > ${at})
    order by commitment_id, sequence`.execute(queries);
  return Map.groupBy(rows.map(commitmentAction), ({ commitmentId }) => commitmentId);
}

/** Logs, up to an instant, of the works that were known by then and acted on since. */
export async function workLogsBefore(queries: Queries, at: string): Promise<Map<string, WorkAction[]>> {
  const { rows } = await sql<WorkAction & { work_id: string }>`
    select id, at, by, body, work_id from work_action
    where at <= ${at} and work_id in (select work_id from work_action where at > ${at}) order by work_id, sequence`.execute(
    queries,
  );
  return Map.groupBy(rows, ({ work_id }) => work_id);
}

/** Where the commitments whose past is kept only from after an instant stand now, and whether their text has been replaced since. */
export async function placesNow(queries: Queries, at: string) {
  const { rows } = await sql<{
    readonly id: string;
    readonly expression_id: string;
    readonly span_start: number;
    readonly span_end: number;
    readonly language: CommitmentTable['language'];
    readonly withdrawn: boolean;
    readonly newer: boolean;
  }>`
    select c.id, c.expression_id, c.span_start, c.span_end, c.language, w.withdrawn, exists (
      select 1 from manifestation m where m.expression_id = c.expression_id and m.version > 1 and m.imported_at > ${at}) as newer
    from commitment c join work w on w.id = c.work_id
    where c.kept_from > ${at}`.execute(queries);
  return rows;
}
