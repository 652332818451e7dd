import { type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { TaskDebtTable } from '../task-tables.ts';

/** What a unit owes of an open task, and what was sent over it. */
export type TaskDebtRecord = Selectable<TaskDebtTable>;

/** Puts what a task's units owe in the place of what was there. */
export async function putTaskDebts(queries: Queries, task: string, records: readonly TaskDebtRecord[]): Promise<void> {
  await queries.deleteFrom('task_debt').where('task_id', '=', task).execute();
  await insertRows(queries, 'task_debt', records);
}

/** Puts what the units of all tasks owe in the place of what was there. */
export async function replaceTaskDebts(queries: Queries, records: readonly TaskDebtRecord[]): Promise<void> {
  await sql`delete from task_debt`.execute(queries);
  await insertRows(queries, 'task_debt', records);
}

/** On which days something is owed up to a day (ISO date) by some units or, where null, by all, by side and relation; of what the seat may see. */
export async function debtDays(
  queries: Queries,
  until: string,
  units: readonly string[] | null,
): Promise<{ readonly party: string; readonly relation: string; readonly days: readonly string[] }[]> {
  const of = units === null ? sql.lit(true) : sql`unit = any (${[...units]}::text[])`;
  const { rows } = await sql<{ party: string; relation: string; days: string[] }>`
    select party, relation, array_agg(due::text order by due) as days
    from (select distinct party, relation, due from task_debt where due <= ${until}::date and ${of}) each group by 1, 2 order by 1, 2`.execute(
    queries,
  );
  return rows;
}

/** A step of a ladder that is sent, if nothing changes, over whatever a side's tasks of some strengths and lifecycles owe by a day. */
export interface DebtStep {
  readonly party: string;
  readonly relation: string;
  /** Pairs of strength and lifecycle, each as `strength lifecycle`. */
  readonly of: readonly string[];
  /** ISO dates: what is due, when it is sent, and from when on it was to be sent already, or null. */
  readonly due: string;
  readonly day: string;
  readonly missedSince: string | null;
  readonly level: number;
  /** Over which units' debts: of all, of those asked about as being below, as one's own. */
  readonly whom: readonly ('all' | 'below' | 'own')[];
}

/** Something owed, with the step that comes first of those asked about. */
export interface DebtAhead {
  readonly task: string;
  readonly unit: string;
  readonly relation: string;
  readonly due: string;
  readonly day: string;
  readonly level: number;
  /** How many there are, of which these are some. */
  readonly total: number;
}

/** Over which debts one of the steps comes, each once with the first of its steps; by the day it comes, then by the day that is due. */
export async function debtsAhead(
  queries: Queries,
  steps: readonly DebtStep[],
  {
    below,
    own,
    offset,
    limit,
  }: {
    readonly below: readonly string[];
    readonly own: readonly string[];
    readonly offset: number;
    readonly limit: number;
  },
): Promise<DebtAhead[]> {
  const column = (of: (step: DebtStep) => string) => steps.map(of);
  const flag = (whom: DebtStep['whom'][number]) => column((step) => String(step.whom.includes(whom)));
  const { rows } = await sql<DebtAhead>`
    with step as materialized (
      select party, relation, string_to_array(kinds, ',') as kinds, due, day, nullif(missed, '')::date as missed, level, whole, below, own
      from unnest(${column(({ party }) => party)}::text[], ${column(({ relation }) => relation)}::text[],
        ${column(({ of }) => of.join())}::text[], ${column(({ due }) => due)}::date[], ${column(({ day }) => day)}::date[],
        ${column(({ missedSince }) => missedSince ?? '')}::text[], ${column(({ level }) => String(level))}::integer[],
        ${flag('all')}::boolean[], ${flag('below')}::boolean[], ${flag('own')}::boolean[])
        as s (party, relation, kinds, due, day, missed, level, whole, below, own)
    ), first as (
      select distinct on (d.task_id, d.unit) d.task_id as task, d.unit, d.relation, d.due, s.day, s.level
      from task_debt d join step s on s.party = d.party and s.relation = d.relation and s.due = d.due
      where (d.strength || ' ' || d.lifecycle) = any (s.kinds)
        and (s.missed is null or d.urged[s.level] is null or d.urged[s.level] < s.missed)
        and (s.whole or s.below and d.unit = any (${[...below]}::text[]) or s.own and d.unit = any (${[...own]}::text[]))
      order by d.task_id, d.unit, s.day, s.level desc
    )
    select *, due::text as due, day::text as day, count(*) over ()::integer as total from first
    order by first.day, first.due, task, unit limit ${sql.lit(limit)} offset ${sql.lit(offset)}`.execute(queries);
  return rows;
}
