import {
  clearTaskStates,
  everyTaskLog,
  insertTaskStates,
  type StoredTaskAction,
  type TaskRecord,
} from '../../db/index.ts';
import { reduceTaskSteps } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { servedBy, taskRecord } from './task-record.ts';

/** Rows sent to the database together. */
const BATCH = 2_000;

/** Makes every state of every task again from the logs; returns how many tasks. */
export function rebuildTasks({ database }: Context): Promise<number> {
  return database.write(async (queries) => {
    await clearTaskStates(queries);
    let [count, waiting]: [number, TaskRecord[]] = [0, []];
    for await (const log of everyTaskLog(queries)) {
      const states = reduceTaskSteps(log);
      const served = await servedBy(queries, states.at(-1)?.commitments ?? []);
      waiting.push(
        ...states.map((state, index) => ({
          ...taskRecord(idOf(log), state, served, at(log, index)),
          until: end(log, index),
        })),
      );
      count++;
      if (waiting.length >= BATCH) await insertTaskStates(queries, waiting.splice(0));
    }
    await insertTaskStates(queries, waiting);
    waiting = [];
    return count;
  });
}

function idOf(log: readonly StoredTaskAction[]): string {
  return (log[0] as StoredTaskAction).taskId;
}

function at(log: readonly StoredTaskAction[], index: number): string {
  return (log[index] as StoredTaskAction).at;
}

function end(log: readonly StoredTaskAction[], index: number): string | null {
  return log[index + 1]?.at ?? null;
}
