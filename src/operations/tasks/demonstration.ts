import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SnapshotRecord, UnitFields } from '../../db/index.ts';
import { addDays } from '../../kernel/index.ts';
import type { Assignment, Role, Seat } from '../../register/index.ts';
import { enterUnit, forgetUnits, readyHolding } from '../accounts/index.ts';
import { ago } from '../ago.ts';
import type { Context } from '../context.ts';
import { listCommitments } from '../register.ts';
import { takeSnapshot } from '../snapshots/index.ts';
import { actOnTask, type TaskDeed } from './act-on-task.ts';
import { assignTasks } from './assign-task.ts';

/** Who does a step: a seat of the task's own side, or the secretariat of the other. */
type Hand = Extract<Role, 'reporter' | 'unit-head' | 'secretariat'> | 'other-side';

/** Days back from today. */
interface Dated {
  readonly ago: number;
}

/**
 * What the file holds: units, tasks with what became of each, snapshots. In its texts `unit:x` stands for a unit, `id:x` for an
 * id that is made when it is first named, `day:n` for the day n days from today.
 */
interface Demonstration {
  readonly units: readonly (Pick<UnitFields, 'party' | 'names' | 'parent'> & { readonly id: string })[];
  readonly tasks: readonly (Dated &
    Pick<Assignment, 'party' | 'audience' | 'title' | 'lead' | 'due' | 'every'> & {
      /** Words of the commitment it keeps. */
      readonly words: string;
      readonly coordinators: readonly string[];
      readonly steps: readonly (Dated & { readonly as: Hand } & TaskDeed['body'])[];
    })[];
  readonly snapshots: readonly (Dated & Pick<SnapshotRecord, 'party' | 'kind'>)[];
}

const DAY_MINUTES = 1440;

/** Loads the demonstration's units and tasks, where its folder has some, each step on the day it is told of. */
export async function loadTasks(context: Context, folder: string): Promise<void> {
  const text = await readFile(join(folder, 'tasks.json'), 'utf8').catch(() => null);
  if (text === null) return;
  const told = JSON.parse(text) as Demonstration;
  const ids = new Map<string, string>();
  const oldest = Math.max(...told.tasks.map(({ ago: days }) => days)) + 1;
  await openUnits(ago(context, oldest * DAY_MINUTES), told, ids);
  const seatOf = await seats(context, told, ids);
  const acts = [
    ...told.tasks.flatMap((task) => played(task, ids, seatOf)),
    ...told.snapshots.map((one) => ({
      ago: one.ago,
      act: (then: Context) => takeSnapshot(then, one, seatOf(one.party, 'secretariat')),
    })),
  ];
  for (const { ago: days, act } of acts.sort((one, other) => other.ago - one.ago)) {
    await act(ago(context, days * DAY_MINUTES));
  }
}

async function openUnits(then: Context, { units }: Demonstration, ids: Map<string, string>): Promise<void> {
  await then.whole.write(async (queries) => {
    for (const { id, party, names, parent } of units) {
      ids.set(`unit:${id}`, then.newId());
      const above = parent === null ? null : (ids.get(`unit:${parent}`) ?? null);
      const fields = { party, names, parent: above, from: null, until: null, successor: null, entity: null };
      await enterUnit(queries, then, { by: 'demonstration', party }, ids.get(`unit:${id}`) ?? '', fields);
    }
  });
  forgetUnits(then);
}

/** The ready seats of the demonstration, so that the history names the persons one can try the product as. */
async function seats(context: Context, { units }: Demonstration, ids: ReadonlyMap<string, string>) {
  const made = new Map<string, Seat>();
  const parties = [...new Set(units.map(({ party }) => party))];
  for (const party of parties) {
    const own = units.flatMap((unit) => (unit.party === party ? (ids.get(`unit:${unit.id}`) ?? []) : []));
    for (const role of ['reporter', 'unit-head', 'secretariat'] as const) {
      const { holding } = await context.whole.write((queries) => readyHolding(queries, context, { party, role }));
      made.set(`${party} ${role}`, { hand: holding ?? role, role, party, unit: own[0] ?? null, units: own });
    }
  }
  return (party: string, hand: Hand): Seat => {
    const side = hand === 'other-side' ? (parties.find((one) => one !== party) ?? party) : party;
    return made.get(`${side} ${hand === 'other-side' ? 'secretariat' : hand}`) as Seat;
  };
}

function played(
  { words, ago: since, steps, coordinators, lead, ...given }: Demonstration['tasks'][number],
  ids: Map<string, string>,
  seatOf: (party: string, hand: Hand) => Seat,
) {
  let id = '';
  let version = 1;
  const assign = async (then: Context) => {
    const { rows } = await listCommitments(then, { q: words, kind: ['commitment'] });
    const units = coordinators.map((unit) => ({ unit: `unit:${unit}`, due: null, part: '' }));
    const assignment = { ...given, lead: `unit:${lead}`, coordinators: units, parent: null, unresolved: [] };
    const commitments = rows.slice(0, 1).map((row) => row.id);
    const whole = { ...filled(assignment, then, ids, since), commitments };
    [id = ''] = await assignTasks(then, [whole], seatOf(given.party, 'secretariat'));
  };
  const follow = steps.map(({ ago: days, as, ...body }) => ({
    ago: days,
    act: async (then: Context) => {
      const deed = { id, version: version++, body: filled(body, then, ids, days) };
      await actOnTask(then, deed, seatOf(given.party, as));
    },
  }));
  return [{ ago: since, act: assign }, ...follow];
}

/** A value of the file with units, ids and days in place of what stands for them. */
function filled<Value>(value: Value, then: Context, ids: Map<string, string>, days: number): Value {
  const today = addDays(then.clock.now().slice(0, 10), days);
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'string') return part;
    if (part.startsWith('day:')) return addDays(today, Number(part.slice(4)));
    if (part.startsWith('id:') && !ids.has(part)) ids.set(part, then.newId());
    return ids.get(part) ?? part;
  });
  return JSON.parse(text) as Value;
}
