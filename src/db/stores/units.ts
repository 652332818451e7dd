import type { Selectable } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { UnitActionBody, UnitFields, UnitTable } from '../account-tables.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';

export type UnitRecord = Selectable<UnitTable>;

/** Who did what to a unit, and when. */
export interface UnitAction {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly body: UnitActionBody;
}

/** Every unit of every party, in a fixed order. */
export function allUnits(queries: Queries): Promise<UnitRecord[]> {
  return queries.selectFrom('unit').selectAll().orderBy('party').orderBy('id').execute();
}

/** The logs of some units, by unit, oldest first. */
export async function unitLogs(queries: Queries, ids: readonly string[]): Promise<Map<string, UnitAction[]>> {
  const rows = await queries
    .selectFrom('unit_action')
    .select(['unit_id', 'id', 'at', 'by', 'body'])
    .where('unit_id', 'in', [...ids, ''])
    .orderBy('unit_id')
    .orderBy('sequence')
    .execute();
  return Map.groupBy(rows, ({ unit_id }) => unit_id);
}

/** @throws Problem `not-found` */
export async function unitById(queries: Queries, id: string): Promise<UnitRecord> {
  const unit = await queries.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();
  if (unit === undefined) throw new Problem('not-found', { noun: 'unit', id });
  return unit;
}

/** Adds a unit with the first entry of its log. */
export async function insertUnit(queries: Queries, id: string, fields: UnitFields, first: UnitAction): Promise<void> {
  const names = JSON.stringify(fields.names);
  await queries
    .insertInto('unit')
    .values({ ...fields, code: fields.code ?? null, id, names, version: 1 })
    .execute();
  await append(queries, id, 1, first);
}

/**
 * Changes a unit that still has the version its changer saw, and logs the change.
 * @throws Problem `not-found`, `changed-meanwhile`
 */
export async function changeUnitRow(
  queries: Queries,
  id: string,
  version: number,
  fields: Partial<UnitFields>,
  action: UnitAction,
): Promise<void> {
  const { names, ...rest } = fields;
  const updated = await queries
    .updateTable('unit')
    .set({ ...rest, ...(names !== undefined && { names: JSON.stringify(names) }), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) {
    await unitById(queries, id);
    throw new Problem('changed-meanwhile', { noun: 'unit', id });
  }
  await append(queries, id, version + 1, action);
}

async function append(queries: Queries, unit: string, sequence: number, action: UnitAction): Promise<void> {
  await appendToLog(queries, 'unit', [{ ...action, unit_id: unit, sequence }]);
}
