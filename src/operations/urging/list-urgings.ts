import {
  allAccounts,
  type DigestItem,
  digestsSeen,
  type TaskRecord,
  taskLogs,
  tasksUrgedLast,
  urgedDay,
} from '../../db/index.ts';
import { replyTimes, type TaskAction, URGING_ACTIONS, urgingsIn } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { rulesFor } from '../tasks/rules-for.ts';
import { mailSettings } from './mail.ts';
import type { UrgingEntry, UrgingsView } from './results.ts';

/** Urgings and digests shown: the latest. */
const URGINGS = 200;
const DIGESTS = 60;

/** The latest urgings of the tasks the seat may see, unanswered first, and the digests that are the person's own or the secretariat's to see. */
export async function listUrgings({ database, whole, clock }: Context): Promise<UrgingsView> {
  const day = clock.now().slice(0, 10);
  const { queries } = database;
  const records = await tasksUrgedLast(queries, URGINGS);
  // Of tasks that the seat was shown: the wall before each action would be asked about all tasks there are.
  const logs = await taskLogs(
    whole.queries,
    records.map(({ task_id }) => task_id),
    URGING_ACTIONS,
  );
  const log = records.flatMap((record) => entriesOf(record, logs.get(record.task_id) ?? [], day));
  const digests = await digestsSeen(queries, DIGESTS);
  const names = new Map((await allAccounts(whole.queries)).map(({ id, name }) => [id, name]));
  return {
    day,
    mail: mailSettings() !== null,
    ranOn: await urgedDay(whole.queries),
    log: log
      .sort((a, b) => Number(a.reply !== null) - Number(b.reply !== null) || (a.at < b.at ? 1 : -1))
      .slice(0, URGINGS),
    digests: digests.map(({ id, day: on, person, items, mail, error }) => ({
      ...{ id, day: on, person: person === null ? null : (names.get(person) ?? ''), mail, error },
      items: items as readonly DigestItem[],
    })),
  };
}

function entriesOf(record: TaskRecord, log: readonly TaskAction[], day: string): UrgingEntry[] {
  const urgings = urgingsIn(log);
  const { calendar } = rulesFor(record.relation ?? '', record.party);
  const took = new Map(replyTimes(urgings, calendar, day).map((time) => [time.urging, time.days]));
  return urgings.map(({ id, level, to, at, by, text, reply }) => ({
    ...{ id, task: record.task_id, title: record.title, units: to, level, at, by, text, days: took.get(id) ?? 0 },
    reply: reply === null ? null : { text: reply.text, at: reply.at },
    letter: record.outcome === null && record.due !== null && record.due < day && to.includes(record.lead),
  }));
}
