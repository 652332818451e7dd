import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { TaskAction } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { TaskActionTable, TaskStateTable } from '../task-tables.ts';

/** How a task stands, or stood, as lists show it. */
export type TaskRecord = Selectable<TaskStateTable>;

/** An action with the task it belongs to. */
export interface StoredTaskAction extends TaskAction {
  readonly taskId: string;
}

/** Enters a task; its first action and state follow in the same transaction. */
export async function insertTask(queries: Queries, id: string, party: string): Promise<void> {
  await queries.insertInto('task').values({ id, party }).execute();
}

/**
 * A task for changing: nobody else changes it until the transaction ends. Returns its present version.
 * @throws Problem `not-found`, also where the seat may not see it
 */
export async function lockTask(queries: Queries, id: string): Promise<number> {
  const row = await queries.selectFrom('task').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  const state = row === undefined ? undefined : await presentTask(queries, id);
  if (state === undefined) throw new Problem('not-found', { noun: 'task', id });
  return state.version;
}

/** Appends actions to the logs of tasks. @throws Problem `changed-meanwhile` where somebody else was first */
export function appendTaskActions(queries: Queries, actions: readonly StoredTaskAction[]): Promise<void> {
  const rows = actions.map(({ taskId, ...action }) => ({ ...action, task_id: taskId }));
  return appendToLog(queries, 'task', rows);
}

/** The actions of one task, oldest first. */
export async function taskActionsOf(queries: Queries, taskId: string): Promise<StoredTaskAction[]> {
  const rows = await queries
    .selectFrom('task_action')
    .selectAll()
    .where('task_id', '=', taskId)
    .orderBy('sequence')
    .execute();
  return rows.map(storedAction);
}

/** The logs of some tasks, by task; of actions of these types alone where some are named. */
export async function taskLogs(
  queries: Queries,
  ids: readonly string[],
  types?: readonly TaskAction['body']['type'][],
): Promise<Map<string, StoredTaskAction[]>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom('task_action')
    .selectAll()
    .where('task_id', 'in', ids)
    .$if(types !== undefined, (all) => all.where(sql<string>`body ->> 'type'`, 'in', types ?? []))
    .orderBy('task_id')
    .orderBy('sequence')
    .execute();
  return Map.groupBy(rows.map(storedAction), ({ taskId }) => taskId);
}

/** The actions of all tasks, task by task, oldest first, some thousands at a time. */
export async function* everyTaskLog(queries: Queries): AsyncGenerator<StoredTaskAction[]> {
  let after = '';
  for (;;) {
    const ids = queries.selectFrom('task').select('id').where('id', '>', after).orderBy('id').limit(500);
    const rows = await queries
      .selectFrom('task_action')
      .selectAll()
      .where('task_id', 'in', ids)
      .orderBy('task_id')
      .orderBy('sequence')
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const log of Map.groupBy(rows.map(storedAction), ({ taskId }) => taskId).values()) yield log;
    after = last.task_id;
  }
}

/** Puts a task's newest state in the place of the one before, which ends when it begins. */
export async function putTaskState(queries: Queries, record: TaskRecord): Promise<void> {
  await queries
    .updateTable('task_state')
    .set({ until: record.since })
    .where('task_id', '=', record.task_id)
    .where('until', 'is', null)
    .execute();
  await insertRows(queries, 'task_state', [record]);
}

/** Forgets every state and what the present ones keep, for making them again from the logs. */
export async function clearTaskStates(queries: Queries): Promise<void> {
  await sql`delete from task_keeps`.execute(queries);
  await sql`delete from task_state`.execute(queries);
}

/** Enters states made from the logs. */
export function insertTaskStates(queries: Queries, records: readonly TaskRecord[]): Promise<void> {
  return insertRows(queries, 'task_state', records);
}

/** How a task stands now; undefined where there is none, or the seat may not see it. */
export function presentTask(queries: Queries, id: string): Promise<TaskRecord | undefined> {
  return taskThen(queries, id, null);
}

/** How a task stood at an instant (ISO), or stands where that is null; undefined where there was none, or the seat may not see it today. */
export function taskThen(queries: Queries, id: string, at: string | null): Promise<TaskRecord | undefined> {
  return queries
    .selectFrom('task_state')
    .selectAll()
    .where('task_id', '=', id)
    .where(standingAt(at))
    .executeTakeFirst();
}

/** Tasks as they stand, of those that are there, in no order: by the digest that present states are found by. */
export function presentTasks(queries: Queries, ids: readonly string[]): Promise<TaskRecord[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return queries
    .selectFrom('task_state')
    .selectAll()
    .where('until', 'is', null)
    .where(sql<string>`md5(task_id)`, '=', sql<string>`any(select md5(unnest(${[...ids]}::text[])))`)
    .execute();
}

/** The tasks that were parts of a task at an instant (ISO), or are where that is null. */
export function tasksUnder(queries: Queries, parent: string, at: string | null): Promise<TaskRecord[]> {
  return queries
    .selectFrom('task_state')
    .selectAll()
    .where(standingAt(at))
    .where('parent_id', '=', parent)
    .orderBy('task_id')
    .execute();
}

/** The states of `task_state` that stood at an instant, or stand now. */
export function standingAt(at: string | null): RawBuilder<SqlBool> {
  return at === null ? sql`until is null` : sql`since <= ${at} and (until is null or until > ${at})`;
}

/** Which states stood at an instant (ISO), or stand where that is null: those that stand still, and those that have ended since, each by its index. */
export function standingParts(at: string | null): readonly RawBuilder<SqlBool>[] {
  if (at === null) return [sql`until is null`];
  return [sql`until is null and since <= ${at}`, sql`until > ${at} and since <= ${at}`];
}

function storedAction({ task_id, hash: _, ...row }: Selectable<TaskActionTable>): StoredTaskAction {
  return { ...row, taskId: task_id };
}
