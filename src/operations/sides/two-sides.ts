import {
  actionLogs,
  type PartnerShareRecord,
  partnerSharesOf,
  type Queries,
  type SharedTaskRecord,
  type SidedCommitment,
  sharedTasksOf,
  sidedCommitments,
  taskLogs,
  tasksServing,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  compareSides,
  keepsSide,
  ownView,
  readingsOf,
  reduceTask,
  type Seat,
  type SideReading,
  sharedView,
  type TaskState,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { sideOfMachine, sidesOfHands } from '../exchange/travel/readings.ts';
import { enteredBy, type Moment, momentOf } from '../moment.ts';
import { hiddenParts } from '../tasks/index.ts';
import type { SideOfCommitment, TaskOfSide, TwoSides } from './results.ts';

/**
 * A commitment as both sides have it, today or at the end of a past day.
 * @param asOf ISO date
 * @throws Problem `not-found`, also where the seat may not see it
 */
export async function twoSidesOf(context: Context, id: string, seat: Seat, asOf?: string): Promise<TwoSides> {
  const found = await sidedCommitments(context.database.queries, [id]);
  const [ledger] = await ledgersOf(context, found, seat, momentOf(context.clock, asOf).at);
  if (ledger === undefined) throw new Problem('not-found', { noun: 'commitment', id });
  return ledger;
}

/** The ledgers of some commitments, each question asked once for all of them. */
export async function ledgersOf(
  { database, whole }: Context,
  commitments: readonly SidedCommitment[],
  seat: Seat,
  at: Moment['at'],
): Promise<TwoSides[]> {
  const { queries } = database;
  const ids = commitments.map(({ id }) => id);
  const logs = await actionLogs(queries, ids);
  const logOf = (id: string) => enteredBy(logs.get(id) ?? [], at);
  const speaksFor = await sidesOfHands(
    whole.queries,
    ids.flatMap(logOf).map(({ by }) => by),
  );
  const own = await ownTasks({ queries, whole: whole.queries }, ids, seat, at);
  const theirs = await theirTasks({ queries, whole: whole.queries }, ids, seat, at);
  const shares = await partnerSharesOf(queries, ids);
  const ownParty = seat.party ?? (await sideOfMachine(whole.queries));
  return commitments.map((commitment) => {
    const serves = ({ commitments: kept }: Serving) => kept.includes(commitment.id);
    const shared = (shares.get(commitment.id) ?? []).filter((share) => at === null || share.at <= at);
    const told = shared.filter(({ kind }) => kind === 'reading').map(partnerReading);
    const tasks = [
      ...[...own, ...theirs].filter(serves).map(({ task }) => task),
      ...shared.filter(({ kind }) => kind === 'task').map((share) => partnerTask(share, seat)),
    ];
    const shown = at === null ? tasks : tasks.map((task) => ({ ...task, actions: [] }));
    const log = logOf(commitment.id);
    // Of one side, what its own node says of it counts.
    const here = (log.length === 0 ? [] : readingsOf(log, speaksFor)).filter(
      ({ party }) => !told.some((one) => one.party === party),
    );
    return ledgerOf(commitment, [...here, ...told], shown, ownParty);
  });
}

function ledgerOf(
  commitment: SidedCommitment,
  readings: readonly SideReading[],
  tasks: readonly Placed[],
  ownParty: string | null,
): TwoSides {
  const parties = new Set([
    ...(ownParty === null ? [] : [ownParty]),
    ...commitment.parties.filter((party) => /^[A-Z]{2}$/.test(party)),
    ...readings.map(({ party }) => party),
    ...tasks.map(({ party }) => party),
  ]);
  const sides = [...parties].sort().map((party) => sideOf(party, readings, tasks, ownParty));
  const found = compareSides(
    sides.map((side) => ({ ...side, reading: readings.find((one) => one.party === side.party) ?? null })),
  );
  return { ...commitment, sides, ...found };
}

type Placed = TaskOfSide & { readonly party: string };

/** A task and the commitments it keeps. */
interface Serving {
  readonly commitments: readonly string[];
  readonly task: Placed;
}

function sideOf(
  party: string,
  readings: readonly SideReading[],
  tasks: readonly Placed[],
  ownParty: string | null,
): SideOfCommitment {
  const reading = readings.find((one) => one.party === party);
  return {
    ...{ party, own: ownParty === null || ownParty === party },
    reading: reading === undefined ? null : { decision: reading.decision, fields: reading.fields, at: reading.at },
    tasks: tasks.filter((task) => task.party === party).map(({ party: _, ...task }) => task),
  };
}

/** The tasks of the seat's own side that serve commitments, shared or not; the wall says which. */
async function ownTasks(
  { queries, whole }: { readonly queries: Queries; readonly whole: Queries },
  commitments: readonly string[],
  seat: Seat,
  at: Moment['at'],
): Promise<Serving[]> {
  // Whose logs may be read is known by then: the wall before each action would be asked about all tasks there are.
  const states = await statesBy(whole, await tasksServing(queries, commitments), at);
  return [...states].map(([id, state]) => {
    const { version, audience, party } = state;
    const task = { ...ownView(state, hiddenParts(state, seat)), id, version, audience, party, actions: [] };
    return { commitments: state.commitments, task };
  });
}

/** What the other sides share; without a wall everything is one's own. */
async function theirTasks(
  { queries, whole }: { readonly queries: Queries; readonly whole: Queries },
  commitments: readonly string[],
  seat: Seat,
  at: Moment['at'],
): Promise<Serving[]> {
  if (seat.party === null) return [];
  const records = (await sharedTasksOf(queries, commitments)).filter(({ party }) => party !== seat.party);
  const before =
    at === null
      ? null
      : await statesBy(
          whole,
          records.map(({ task_id }) => task_id),
          at,
        );
  return records.flatMap((record) => {
    const shown = before === null ? record : sharedThen(record, before.get(record.task_id));
    return shown === null ? [] : [{ commitments: record.commitments, task: theirTask(shown, seat) }];
  });
}

/** How tasks stood; those given later are left out. */
async function statesBy(queries: Queries, ids: readonly string[], at: Moment['at']): Promise<Map<string, TaskState>> {
  const logs = await taskLogs(queries, ids);
  return new Map(
    ids.flatMap((id) => {
      const log = enteredBy(logs.get(id) ?? [], at);
      return log.length === 0 ? [] : [[id, reduceTask(log)]];
    }),
  );
}

/** What is shared of a task now, as it stood then and as far as it was shared then; null where it was not. */
function sharedThen(record: SharedTaskRecord, state: TaskState | undefined): SharedTaskRecord | null {
  if (state === undefined) return null;
  const kept = Object.fromEntries(record.view.kept.map((part) => [part, 'own-side' as const]));
  const view = sharedView({ ...state, parts: { ...state.parts, ...kept } });
  return view === null ? null : { ...record, version: state.version, view };
}

/** How another node's side reads a commitment. */
function partnerReading({ party, view }: PartnerShareRecord): SideReading {
  return { ...(view as unknown as Pick<SideReading, 'decision' | 'fields' | 'at'>), party, by: '' };
}

/** A task that another node shares of its side. */
function partnerTask({ id, version, party, view }: PartnerShareRecord, seat: Seat): Placed {
  const { audience, ...shared } = view as unknown as SharedTaskRecord['view'] & Pick<SharedTaskRecord, 'audience'>;
  return theirTask({ task_id: id, version, party, audience, view: shared }, seat);
}

function theirTask(
  {
    task_id,
    version,
    party,
    audience,
    view,
  }: Pick<SharedTaskRecord, 'task_id' | 'version' | 'party' | 'audience' | 'view'>,
  seat: Seat,
): Placed {
  const keeps = keepsSide(seat);
  const actions = [
    ...(keeps && view.lifecycle !== 'assigned' ? (['rate'] as const) : []),
    ...(keeps && view.lifecycle === 'settled' ? (['dispute'] as const) : []),
  ];
  return { ...view, id: task_id, version, party, audience, actions };
}
