import {
  clearTaskStates,
  everyTaskLog,
  insertTaskStates,
  replaceSharedTasks,
  replaceTaskDebts,
  type SharedTaskRecord,
  type TaskDebtRecord,
  type TaskRecord,
} from '../../db/index.ts';
import { reduceTaskSteps, type TaskState } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { debtRecords, servedBy, sharedRecord, taskRecord } from './task-record.ts';

/** Rows sent to the database together. */
const BATCH = 2_000;

/** Makes every state of every task again from the logs; returns how many tasks. */
export function rebuildTasks({ database }: Context): Promise<number> {
  return database.write(async (queries) => {
    await clearTaskStates(queries);
    const waiting: TaskRecord[] = [];
    const shared: SharedTaskRecord[] = [];
    const debts: TaskDebtRecord[] = [];
    let count = 0;
    for await (const log of everyTaskLog(queries)) {
      const states = reduceTaskSteps(log);
      const served = await servedBy(queries, states.at(-1)?.commitments ?? []);
      for (const [index, { taskId, at }] of log.entries()) {
        const record = taskRecord(taskId, states[index] as TaskState, served, at);
        waiting.push({ ...record, until: log[index + 1]?.at ?? null });
      }
      const [last, state] = [log.at(-1), states.at(-1)];
      const open = last === undefined || state === undefined ? null : sharedRecord(last.taskId, state, served, last.at);
      if (open !== null) shared.push(open);
      if (last !== undefined && state !== undefined) debts.push(...debtRecords(last.taskId, state, served));
      count++;
      if (waiting.length >= BATCH) await insertTaskStates(queries, waiting.splice(0));
    }
    await insertTaskStates(queries, waiting);
    await replaceSharedTasks(queries, shared);
    await replaceTaskDebts(queries, debts);
    return count;
  });
}
