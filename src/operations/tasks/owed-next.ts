import { type TaskRecord, taskLogs, tasksWanting } from '../../db/index.ts';
import {
  keepsSide,
  type OwedThing,
  owedBy,
  reduceTask,
  reportsOwed,
  type Seat,
  type TaskAction,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import type { OwedList } from './results.ts';
import { rulesFor } from './rules-for.ts';

/** Tasks looked at: nobody reads on further in one go. */
const LIMIT = 200;

/** What a seat owes next over all tasks, by day. */
export async function owedNext({ database, whole, clock }: Context, seat: Seat): Promise<OwedList> {
  const day = clock.now().slice(0, 10);
  const keeps = keepsSide(seat);
  const units = seat.party === null ? null : seat.units;
  const records = await tasksWanting(database.queries, { units, keeps }, LIMIT + 1);
  const looked = records.slice(0, LIMIT);
  // Of tasks that the seat was shown: the wall before each action would be asked about all tasks there are.
  const logs = await taskLogs(
    whole.queries,
    looked.map(({ task_id }) => task_id),
  );
  const items = looked.flatMap((record) => itemsOf(record, logs.get(record.task_id) ?? [], seat, day));
  return { day, items: items.sort(byDay), more: records.length > LIMIT };
}

function itemsOf(record: TaskRecord, log: readonly TaskAction[], seat: Seat, day: string): OwedThing[] {
  if (log.length === 0) return [];
  const state = reduceTask(log);
  const { periods, calendar } = rulesFor(record.relation ?? '', record.party);
  const reports = reportsOwed(state, periods, calendar, day);
  const named = { task: record.task_id, title: record.title };
  return owedBy(state, seat, reports).map((item) => ({
    ...named,
    ...item,
    late: item.day !== null && item.day < day && !(item.kind === 'report' && isDayless(reports, item.day)),
  }));
}

/** A report without a submission day is never late: the day shown is the end of its period. */
function isDayless(reports: ReturnType<typeof reportsOwed>, day: string): boolean {
  return reports.some(({ submit, period }) => submit === null && period.to === day);
}

function byDay(a: OwedThing, b: OwedThing): number {
  if (a.day === b.day) return a.task < b.task ? -1 : a.task > b.task ? 1 : 0;
  if (a.day === null || b.day === null) return a.day === null ? 1 : -1;
  return a.day < b.day ? -1 : 1;
}
