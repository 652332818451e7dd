import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { facetCode } from '../facet-code.ts';
import { readBehind } from '../read-behind.ts';
import type { ActionTable, CommitmentTable, WorkTable } from '../tables.ts';
import { type CommitmentAction, commitmentAction } from './actions.ts';
import type { EntityRecord } from './entities.ts';
import { entityTables } from './entities-then.ts';
import type { WorkAction } from './works.ts';

/** What of a commitment was otherwise on a past day; what is left out was as it is. */
export type CommitmentThen = Pick<CommitmentTable, 'id' | 'language'> &
  Partial<Omit<Selectable<CommitmentTable>, 'facet_code'>> &
  Parameters<typeof facetCode>[0];

/** What lists show of a work, as it was on a past day. */
export type WorkThen = Pick<WorkTable, 'id' | 'title' | 'type' | 'date' | 'parties' | 'withdrawn'>;

/** A past moment, and all that was otherwise then: only what was acted on since is made again. */
export interface RegisterThen {
  /** ISO instant. */
  readonly at: string;
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

function registerTables({ at, commitments, works }: RegisterThen): RawBuilder<unknown> {
  const remade = commitments.map((row) => ({ ...row, facet_code: facetCode(row) }));
  const touched = sql`(select commitment_id from action where at > ${at})`;
  return sql`work_then as materialized (
      select t.* from jsonb_array_elements(${JSON.stringify(works)}::text::jsonb) o
      join work w on w.id = o.value ->> 'id' cross join lateral jsonb_populate_record(w, o.value) t
    ), commitment_then as materialized (
      select t.* from (
        select to_jsonb(c) || o.value as own from jsonb_array_elements(${JSON.stringify(remade)}::text::jsonb) o
          join commitment c on c.id = o.value ->> 'id'
        union all
        select to_jsonb(c) from commitment c where c.work_id in (select id from work_then) and c.id not in ${touched}
      ) r left join work_then w on w.id = r.own ->> 'work_id'
      cross join lateral (select (r.own ->> 'retired')::boolean or w.withdrawn as gone) g
      cross join lateral jsonb_populate_record(null::commitment, r.own || case when w.id is null then '{}' else
        jsonb_build_object('work_date', w.date, 'cited', not g.gone, 'listed', not g.gone and r.own ->> 'joined_to' is null)
      end) t
    ), commitment as not materialized (
      select c.* from commitment c where c.id not in ${touched} and c.work_id not in (select id from work_then)
      union all select * from commitment_then
    ), work as not materialized (
      select * from work where id not in (select id from work_then) union all select * from work_then
    ), manifestation as not materialized (
      select * from manifestation where imported_at <= ${at} or version = 1
    ), task_keeps as not materialized (
      select unnest(commitments) as commitment_id from task_state where since <= ${at} and (until is null or until > ${at})
    )`;
}

/** Logs, up to an instant, of the commitments that were known by then and acted on since. */
export async function logsBefore(queries: Queries, at: string): Promise<Map<string, CommitmentAction[]>> {
  const { rows } = await sql<Selectable<ActionTable>>`
    select * from action where at <= ${at} and commitment_id in (select commitment_id from action where at > ${at})
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

/** Where the commitments acted on since an instant stand now, and which text their place was of then; null where it is the present one. */
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
    where c.id in (select commitment_id from action where at > ${at})`.execute(queries);
  return rows;
}
