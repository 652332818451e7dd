import {
  allUnits,
  changeUnitRow,
  entitiesByIds,
  insertUnit,
  type Queries,
  type UnitAction,
  type UnitFields,
  unitById,
  unitLogs,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { unitsAbove } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { momentOf, recordsAt } from '../moment.ts';
import type { Keeper } from './people.ts';
import type { UnitView } from './results.ts';
import { forgetUnits } from './sessions.ts';

/**
 * Every unit of every party. Of a past day: those known of by its end, as they were described then.
 * @param asOf ISO date
 */
export async function listUnits({ whole, clock }: Context, asOf?: string): Promise<readonly UnitView[]> {
  const units = await allUnits(whole.queries);
  return recordsAt(units, momentOf(clock, asOf).at, (ids) => unitLogs(whole.queries, ids), unitThen);
}

/** A unit as its log describes it. */
function unitThen(unit: UnitView, log: readonly UnitAction[]): UnitView {
  const fields = log.map(({ body }) =>
    body.type === 'end' ? { until: body.until, successor: body.successor } : body.fields,
  );
  if (fields.length === 0) return unit;
  return Object.assign({ ...unit, code: null }, ...fields, { version: fields.length });
}

/**
 * Adds a unit under another of the same party, or at the top.
 * @throws Problem `seat-may-not` (another party's), `input-invalid`, `not-found`
 */
export async function addUnit(context: Context, keeper: Keeper, fields: UnitFields): Promise<UnitView> {
  const id = context.newId();
  await context.whole.write((queries) => enterUnit(queries, context, keeper, id, fields));
  forgetUnits(context);
  return unitById(context.whole.queries, id);
}

export async function enterUnit(
  queries: Queries,
  { clock, newId }: Context,
  keeper: Keeper,
  id: string,
  fields: UnitFields,
): Promise<void> {
  await assertFits(queries, keeper, id, fields);
  const action = { id: newId(), at: clock.now(), by: keeper.by, body: { type: 'add', fields } } as const;
  await insertUnit(queries, id, fields, action);
}

/** A change of a unit, naming the version its changer saw. */
export interface UnitChange {
  readonly id: string;
  readonly version: number;
  readonly fields: Partial<Omit<UnitFields, 'party'>>;
}

/**
 * Changes a unit: its names, the unit above it, its days, and who took over what it owed.
 * @throws Problem `not-found`, `changed-meanwhile`, `seat-may-not`, `input-invalid`
 */
export async function changeUnit(context: Context, keeper: Keeper, change: UnitChange): Promise<UnitView> {
  const { whole, clock, newId } = context;
  const { id, version, fields } = change;
  await whole.write(async (queries) => {
    const { version: _, id: __, ...known } = await unitById(queries, id);
    await assertFits(queries, keeper, id, { ...known, ...fields });
    const { until, successor, ...rest } = fields;
    const ends = successor !== undefined && until !== undefined && Object.keys(rest).length === 0;
    const body = ends ? ({ type: 'end', until, successor } as const) : ({ type: 'edit', fields } as const);
    await changeUnitRow(queries, id, version, fields, { id: newId(), at: clock.now(), by: keeper.by, body });
  });
  forgetUnits(context);
  return unitById(whole.queries, id);
}

/** A unit stands under, and is succeeded by, units of its own party, and never under itself. */
async function assertFits(queries: Queries, { party }: Keeper, id: string, fields: UnitFields): Promise<void> {
  if (party !== null && fields.party !== party) throw new Problem('seat-may-not', { deed: 'administer' });
  if (Object.keys(fields.names).length === 0) throw new Problem('input-invalid', { field: 'names', reason: 'no name' });
  const units = new Map((await allUnits(queries)).map((unit) => [unit.id, unit]));
  for (const [field, other] of [['parent', fields.parent] as const, ['successor', fields.successor] as const]) {
    if (other === null) continue;
    if (units.get(other)?.party !== fields.party)
      throw new Problem('input-invalid', { field, reason: 'another party' });
    if (other === id) throw new Problem('input-invalid', { field, reason: 'the unit itself' });
  }
  if (fields.parent !== null && unitsAbove(units, fields.parent).includes(id)) {
    throw new Problem('input-invalid', { field: 'parent', reason: 'it stands under this unit' });
  }
}

/**
 * Makes units of bodies of the registers, with the names they have there; bodies that are units already are passed over.
 * Returns how many were made.
 * @throws Problem `seat-may-not` (a body of another party), `not-found`
 */
export async function unitsFromBodies(
  context: Context,
  keeper: Keeper,
  {
    party,
    parent,
    entities,
  }: { readonly party: string; readonly parent: string | null; readonly entities: readonly string[] },
): Promise<number> {
  const made = await context.whole.write(async (queries) => {
    const there = new Set((await allUnits(queries)).map(({ entity }) => entity));
    const bodies = (await entitiesByIds(queries, entities)).filter(({ id, kind }) => kind === 'body' && !there.has(id));
    for (const { id, fields } of bodies) {
      const unit = { party, names: fields.names, parent, from: null, until: null, successor: null, entity: id };
      await enterUnit(queries, context, keeper, context.newId(), unit);
    }
    return bodies.length;
  });
  forgetUnits(context);
  return made;
}
