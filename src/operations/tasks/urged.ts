import { allUnits, type Queries, type TaskRecord } from '../../db/index.ts';
import {
  answersOn,
  type LadderUrging,
  type TaskState,
  type Unit,
  type UrgedTask,
  urgingsAhead,
} from '../../register/index.ts';
import { laddersInForce } from './ladders-in-force.ts';

/** A task as the ladder looks at it. */
export function urgedTask(record: TaskRecord, state: TaskState): UrgedTask {
  return { ...state, id: record.task_id, strength: record.strength, owed: record.owed };
}

/** The unit over a unit, or over the one that answers for it on a day. */
export function aboveIn(units: ReadonlyMap<string, Unit>, day: string): (unit: string) => string | null {
  return (unit) => units.get(answersOn(units, unit, day))?.parent ?? null;
}

/** What the ladder does next over a task, on which day and to whom, if nothing changes. */
export async function aheadOf(
  queries: Queries,
  record: TaskRecord,
  state: TaskState,
  day: string,
): Promise<LadderUrging[]> {
  const units = new Map((await allUnits(queries)).map((unit) => [unit.id, unit]));
  const { ladder, calendar } = (await laddersInForce(queries))(record.relation ?? '', record.party);
  return urgingsAhead(urgedTask(record, state), { ladder, calendar, above: aboveIn(units, day) }, day);
}
