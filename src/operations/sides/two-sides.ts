import {
  actionsOf,
  commitmentsPartnersShare,
  decidedByBoth,
  type PartnerShareRecord,
  partnerSharesOf,
  type Queries,
  type SharedTaskRecord,
  type SidedCommitment,
  sharedCommitments,
  sharedTasksOf,
  sidedCommitments,
  taskActionsOf,
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
  type TaskState,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { sidesOfHands } from '../exchange/travel/readings.ts';
import { hiddenParts } from '../tasks/index.ts';
import type { SideOfCommitment, TaskOfSide, TwoSides } from './results.ts';

/** Commitments in the list at most. */
const LIMIT = 500;

/** A commitment as both sides have it. @throws Problem `not-found`, also where the seat may not see it */
export async function twoSidesOf(context: Context, id: string, seat: Seat): Promise<TwoSides> {
  const [commitment] = await sidedCommitments(context.database.queries, [id]);
  if (commitment === undefined) throw new Problem('not-found', { noun: 'commitment', id });
  return ledgerOf(context, commitment, seat);
}

/** Every commitment that both sides decided on, or that a task serves which one side shares with the other. */
export async function listTwoSides(context: Context, seat: Seat): Promise<TwoSides[]> {
  const { queries } = context.database;
  const ids = new Set([
    ...(await sharedCommitments(queries)),
    ...(await commitmentsPartnersShare(queries)),
    ...(await decidedByBoth(context.whole.queries)),
  ]);
  const commitments = (await sidedCommitments(queries, [...ids])).slice(0, LIMIT);
  const ledgers: TwoSides[] = [];
  for (const commitment of commitments) ledgers.push(await ledgerOf(context, commitment, seat));
  return ledgers;
}

async function ledgerOf({ database, whole }: Context, commitment: SidedCommitment, seat: Seat): Promise<TwoSides> {
  const { queries } = database;
  const log = await actionsOf(queries, commitment.id);
  const speaksFor = await sidesOfHands(
    whole.queries,
    log.map(({ by }) => by),
  );
  const shares = await partnerSharesOf(queries, commitment.id);
  const told = shares.filter(({ kind }) => kind === 'reading').map(partnerReading);
  // Of one side, what its own node says of it counts.
  const here = readingsOf(log, speaksFor).filter(({ party }) => !told.some((one) => one.party === party));
  const readings = [...here, ...told];
  const tasks = [
    ...(await ownTasks(queries, commitment.id, seat)),
    ...(await theirTasks(queries, commitment.id, seat)),
    ...shares.filter(({ kind }) => kind === 'task').map((share) => partnerTask(share, seat)),
  ];
  const parties = new Set([
    ...(seat.party === null ? [] : [seat.party]),
    ...commitment.parties.filter((party) => /^[A-Z]{2}$/.test(party)),
    ...readings.map(({ party }) => party),
    ...tasks.map(({ party }) => party),
  ]);
  const sides = [...parties].sort().map((party) => sideOf(party, readings, tasks, seat));
  const found = compareSides(
    sides.map((side) => ({ ...side, reading: readings.find((one) => one.party === side.party) ?? null })),
  );
  return { ...commitment, sides, ...found };
}

type Placed = TaskOfSide & { readonly party: string };

function sideOf(
  party: string,
  readings: readonly SideReading[],
  tasks: readonly Placed[],
  seat: Seat,
): SideOfCommitment {
  const reading = readings.find((one) => one.party === party);
  return {
    ...{ party, own: seat.party === null || seat.party === party },
    reading: reading === undefined ? null : { decision: reading.decision, fields: reading.fields, at: reading.at },
    tasks: tasks.filter((task) => task.party === party).map(({ party: _, ...task }) => task),
  };
}

/** The tasks of the seat's own side that serve a commitment, shared or not; the wall says which. */
async function ownTasks(queries: Queries, commitment: string, seat: Seat): Promise<Placed[]> {
  const found: Placed[] = [];
  for (const id of await tasksServing(queries, [commitment])) {
    const state: TaskState = reduceTask(await taskActionsOf(queries, id));
    const { version, audience, party } = state;
    found.push({ ...ownView(state, hiddenParts(state, seat)), id, version, audience, party, actions: [] });
  }
  return found;
}

/** What the other sides share; without a wall everything is one's own. */
async function theirTasks(queries: Queries, commitment: string, seat: Seat): Promise<Placed[]> {
  if (seat.party === null) return [];
  const records = await sharedTasksOf(queries, [commitment]);
  return records.filter(({ party }) => party !== seat.party).map((record) => theirTask(record, seat));
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
