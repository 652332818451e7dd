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

/** A step of a ladder and the ISO date on which it is sent. */
interface SentStep {
  readonly day: string;
  readonly level: number;
}

/** What a ladder does first, if nothing changes, over what is due on a day. */
export interface DebtCourse {
  /** The step that was reached already: it comes first where it was not sent since an ISO date. */
  readonly missed: (SentStep & { readonly since: string }) | null;
  /** What comes first where that is not so. */
  readonly next: SentStep | null;
}

/** What the ladder of a side does over all that its tasks owe. */
export interface DebtLadder {
  readonly party: string;
  readonly relation: string;
  /** ISO dates on which something is due, in their order. */
  readonly days: readonly string[];
  /** Number of the class, from 0, of each strength with each lifecycle, strength after strength. */
  readonly classes: readonly number[];
  /** Of each class with each of the days, class after class. */
  readonly courses: readonly DebtCourse[];
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

/** Which debts are asked about, and which stretch of them. */
interface DebtsAsked {
  readonly ladders: readonly DebtLadder[];
  /** The words for strengths and lifecycles, in the order of the classes. */
  readonly strengths: readonly string[];
  readonly lifecycles: readonly string[];
  /** Null for the debts of all units. */
  readonly units: readonly string[] | null;
  readonly offset: number;
  readonly limit: number;
}

/** What comes over each debt, by the day it comes, then by the day that is due. */
export async function debtsAhead(
  queries: Queries,
  { ladders, offset, limit, ...asked }: DebtsAsked,
): Promise<DebtAhead[]> {
  if (ladders.length === 0) return [];
  const each = ladders.map((ladder) => aheadOfSide(ladder, asked));
  const { rows } = await sql<DebtAhead>`
    with ahead as materialized (${sql.join(each, sql` union all `)})
    select task_id as task, unit, relation, due::text as due, (${DAY_ZERO}::date + day)::text as day, level,
      (select count(*)::integer from ahead) as total
    from ahead order by ahead.day, ahead.due, task_id, unit limit ${sql.lit(limit)} offset ${sql.lit(offset)}`.execute(
    queries,
  );
  return rows;
}

/**
 * Each debt finds its course by its place in a list, not by a join: so that one reading of the narrow table is all there is to do, and
 * nothing is left to a planner that cannot know how long the lists of a caller are. A fence after each step keeps it from being worked
 * out again wherever it is used.
 */
function aheadOfSide(
  { party, relation, days, classes, courses }: DebtLadder,
  { strengths, lifecycles, units }: Pick<DebtsAsked, 'strengths' | 'lifecycles' | 'units'>,
) {
  const numbers = (of: (course: DebtCourse) => number | null | undefined) =>
    sql`${courses.map((one) => of(one) ?? 0)}::integer[]`;
  const which = units === null ? sql.lit(true) : sql`unit = any (${[...units]}::text[])`;
  const place = sql`(array_position(${[...strengths]}::text[], strength) - 1) * ${sql.lit(lifecycles.length)}
    + array_position(${[...lifecycles]}::text[], lifecycle)`;
  return sql`
    select task_id, unit, ${relation}::text as relation, due, case when stands then missed else next end as day,
      case when stands then missed_level else next_level end as level
    from (
      select *, missed > 0 and coalesce(urged[missed_level] - ${DAY_ZERO}::date < since, true) as stands
      from (
        select task_id, unit, due, urged, (${numbers(({ missed }) => missed?.level)})[at] as missed_level,
          (${numbers(({ missed }) => missed && dayNumber(missed.day))})[at] as missed,
          (${numbers(({ missed }) => missed && dayNumber(missed.since))})[at] as since,
          (${numbers(({ next }) => next?.level)})[at] as next_level, (${numbers(({ next }) => next && dayNumber(next.day))})[at] as next
        from (
          select task_id, unit, due, urged, (${[...classes]}::integer[])[${place}] * ${sql.lit(days.length)}
            + width_bucket(due, ${[...days]}::date[]) as at
          from task_debt
          where party = ${party} and relation = ${relation} and due between ${days[0]}::date and ${days.at(-1)}::date and ${which}
          offset 0
        ) placed offset 0
      ) found offset 0
    ) each
    where stands or next > 0`;
}

/** Days are numbered from here. */
const DAY_ZERO = sql.lit('2000-01-01');

function dayNumber(day: string): number {
  return Math.round((Date.parse(day) - Date.parse('2000-01-01')) / 86_400_000);
}
