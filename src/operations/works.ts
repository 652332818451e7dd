import {
  changeWorkRow,
  listCommitmentsOf,
  listedWorks,
  type Queries,
  seatParty,
  type WorkActionBody,
  type WorkFields,
  workById,
} from '../db/index.ts';
import type { Context } from './context.ts';
import { summariesOf } from './present.ts';
import { withdrawWithWork } from './publishing/index.ts';
import type { WorkSummary } from './results.ts';

/** Every work that is not withdrawn, the latest first. */
export async function listWorks({ database }: Context): Promise<WorkSummary[]> {
  return summariesOf(database.queries, await listedWorks(database.queries));
}

/** @throws Problem `not-found` */
export async function getWork({ database }: Context, id: string): Promise<WorkSummary> {
  const [summary] = await summariesOf(database.queries, [await workById(database.queries, id)]);
  return summary as WorkSummary;
}

/** Names the work a person changes, the version they saw, and themselves. */
export interface WorkChange {
  readonly id: string;
  readonly version: number;
  readonly by: string;
}

type Described = { readonly [Name in keyof WorkFields]?: WorkFields[Name] | undefined };

/**
 * Corrects what is known of a work; parts left out stay.
 * @throws Problem `not-found`, `changed-meanwhile`, `input-invalid`
 */
export function changeWork(context: Context, change: WorkChange & Described): Promise<WorkSummary> {
  const { title, type, date, parties, side } = change;
  const fields: Partial<WorkFields> = {
    ...(title !== undefined && { title: title.trim() }),
    ...(type !== undefined && { type }),
    ...(date !== undefined && { date }),
    ...(parties !== undefined && { parties }),
    ...(side !== undefined && { side }),
  };
  return record(context, change, { type: 'describe', fields });
}

/**
 * Takes a work out of every list, and off the portal; nothing is erased.
 * @throws Problem `not-found`, `changed-meanwhile`
 */
export function withdrawWork(context: Context, change: WorkChange): Promise<WorkSummary> {
  return record(context, change, { type: 'withdraw' });
}

/**
 * Brings a withdrawn work back.
 * @throws Problem `not-found`, `changed-meanwhile`
 */
export function restoreWork(context: Context, change: WorkChange): Promise<WorkSummary> {
  return record(context, change, { type: 'restore' });
}

async function record(context: Context, { id, version, by }: WorkChange, body: WorkActionBody): Promise<WorkSummary> {
  await context.database.write((queries) => changeWorkIn(queries, context, { id, version, by }, body));
  return getWork(context, id);
}

/** The same inside a transaction that does more. @throws Problem `not-found`, `changed-meanwhile` */
export async function changeWorkIn(
  queries: Queries,
  context: Context,
  { id, version, by }: WorkChange,
  body: WorkActionBody,
): Promise<void> {
  const { clock, newId } = context;
  await changeWorkRow(queries, id, version, { id: newId(), at: clock.now(), by, body });
  if (body.type !== 'describe') await listCommitmentsOf(queries, id, body.type === 'restore');
  const shut = body.type === 'withdraw' || (body.type === 'describe' && typeof body.fields.side === 'string');
  if (shut) await withdrawWithWork(queries, context, id, { hand: by, party: await seatParty(queries) });
}
