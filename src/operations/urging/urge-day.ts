import {
  allUnits,
  type DigestItem,
  insertDigests,
  lockTask,
  type PostHolder,
  postHolders,
  type Queries,
  type TaskRecord,
  takeUrgingDay,
  taskLogs,
  tasksWithLateReport,
  urgeableTasks,
} from '../../db/index.ts';
import { addDays } from '../../kernel/index.ts';
import {
  answersOn,
  digestsOf,
  type EscalationComing,
  escalationsComing,
  type LadderUrging,
  lateReports,
  reduceTask,
  type Seat,
  type Unit,
  type UrgedPost,
  urgingsDue,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { appendDeed } from '../tasks/act-on-task.ts';
import { type LadderRules, laddersInForce } from '../tasks/ladders-in-force.ts';
import { aboveIn, urgedTask } from '../tasks/urged.ts';
import { localeOfParty, urgingWords } from './digest-text.ts';
import type { UrgedDay } from './results.ts';

/** Days a ladder reaches ahead at most, and tasks looked at together. */
const AHEAD = 400;
const BATCH = 500;

/** What the ladder is run for. */
export interface UrgeDay {
  /** ISO date. */
  readonly day: string;
  /** One side, or null for all. */
  readonly party: string | null;
  /** Whether digests are to be sent. */
  readonly mail: boolean;
  /** Only tells what would be urged. */
  readonly dry?: boolean | undefined;
}

/**
 * Runs the ladders for a day: each urging is entered in the log of its task, each person gets one digest, with late reports in it and what
 * will be escalated over the person's head; what reaches nobody is kept apart. Run again for the same day it finds nothing more to urge. Sending the digests is another step.
 */
export async function urgeForDay(context: Context, { day, party, mail, dry = false }: UrgeDay): Promise<UrgedDay> {
  return context.whole.write(async (queries) => {
    const units = new Map((await allUnits(queries)).map((unit) => [unit.id, unit]));
    const rulesOf = await laddersInForce(queries);
    const { urgings, coming } = await dueUrgings(queries, { day, party, units, rulesOf });
    const holders = holdersOf(await postHolders(queries, day), units, day);
    const late = await reportReminders(queries, { day, party, rulesOf });
    const pressing = [...urgings, ...late];
    const { digests, unreached } = digestsOf(
      pressing.map(({ urging }) => urging),
      holders,
      coming,
    );
    const told = [...pressing, ...coming];
    if (!dry) {
      for (const { urging, record } of urgings) await enter(queries, context, urging, record);
      const found = new Map(told.map(({ urging, record }) => [urging, { ...urging, title: record.title }]));
      const side = new Map(told.map(({ urging, record }) => [urging, record.party]));
      const about = (items: readonly LadderUrging[]) =>
        items.flatMap((one): DigestItem[] => [found.get(one) ?? []].flat());
      const row = (items: readonly LadderUrging[], person: string | null) => ({
        ...{ id: context.newId(), day, party: side.get(items[0] as LadderUrging) ?? '', person, items: about(items) },
        ...{ mail: mail && person !== null ? ('waiting' as const) : ('off' as const), error: null },
        made_at: context.clock.now(),
      });
      const adrift = Map.groupBy(unreached, (urging) => side.get(urging));
      await insertDigests(queries, [
        ...digests.map(({ person, items }) => row(items, person)),
        ...[...adrift.values()].map((items) => row(items, null)),
      ]);
    }
    return { day, urgings: urgings.map(({ urging }) => urging), people: digests.length, unreached: unreached.length };
  });
}

/** Runs the ladders of all sides for today, once a day whatever number of servers ask. Null where the day was taken. */
export async function urgeToday(context: Context, mail: boolean): Promise<UrgedDay | null> {
  const day = context.clock.now().slice(0, 10);
  const taken = await context.whole.write((queries) => takeUrgingDay(queries, day));
  return taken ? urgeForDay(context, { day, party: null, mail }) : null;
}

interface Found {
  readonly urging: LadderUrging;
  readonly record: TaskRecord;
}

/** For whom and by which ladders. */
interface Run extends Pick<UrgeDay, 'day' | 'party'> {
  readonly rulesOf: (relation: string, party: string) => LadderRules;
}

/** What is urged on a day, and what will be escalated in the days after it. */
async function dueUrgings(
  queries: Queries,
  { day, party, units, rulesOf }: Run & { readonly units: ReadonlyMap<string, Unit> },
): Promise<{ readonly urgings: Found[]; readonly coming: (Found & EscalationComing)[] }> {
  const found = { urgings: [] as Found[], coming: [] as (Found & EscalationComing)[] };
  const until = addDays(day, AHEAD);
  const above = aboveIn(units, day);
  for (let after = ''; ; ) {
    const records = await urgeableTasks(queries, { party, until, after, limit: BATCH });
    const last = records.at(-1);
    if (last === undefined) return found;
    const logs = await taskLogs(
      queries,
      records.map(({ task_id }) => task_id),
    );
    for (const record of records) {
      const log = logs.get(record.task_id);
      if (log === undefined) continue;
      const { ladder, calendar } = rulesOf(record.relation ?? '', record.party);
      const [task, rules] = [urgedTask(record, reduceTask(log)), { ladder, calendar, above }];
      found.urgings.push(...urgingsDue([task], rules, day).map((urging) => ({ urging, record })));
      found.coming.push(...escalationsComing(task, rules, day).map((one) => ({ ...one, record })));
    }
    after = last.task_id;
  }
}

/** Reminders of periodic reports that are late; those of today's digests are passed over. */
async function reportReminders(queries: Queries, { day, party, rulesOf }: Run): Promise<Found[]> {
  const records = await tasksWithLateReport(queries, { party, day });
  return records.flatMap((record) => {
    const { task_id: task, lead, report_by: by } = record;
    const rules = rulesOf(record.relation ?? '', record.party);
    const owed = by === null ? [] : [{ task, party: record.party, lead, by }];
    return lateReports(owed, rules, day).map((urging) => ({ urging, record }));
  });
}

/** Who holds a post of a unit, or of the one that answers for it; for a post of the whole side, of any of its units. */
function holdersOf(held: readonly PostHolder[], units: ReadonlyMap<string, Unit>, day: string) {
  return ({ party, unit, role }: UrgedPost): string[] => {
    const answering = unit === null ? null : answersOn(units, unit, day);
    return held
      .filter((one) => one.party === party && one.role === role && (answering === null || one.unit === answering))
      .map(({ person }) => person);
  };
}

/** An urging in the log of its task names the unit that owes, so that the ladder knows what was sent. */
async function enter(queries: Queries, context: Context, urging: LadderUrging, record: TaskRecord): Promise<void> {
  const { party, task_id: id } = record;
  const rules: Seat = { hand: 'rules', role: 'secretariat', party, unit: null, units: [] };
  const text = urgingWords(urging, localeOfParty(party));
  const body = { type: 'urge', urging: context.newId(), level: urging.level, to: [urging.unit], text } as const;
  // A task that two units owe is urged twice on a day: its version is the one after the first.
  await appendDeed(queries, context, { id, version: await lockTask(queries, id), body }, rules);
}
