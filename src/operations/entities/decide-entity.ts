import {
  appendEntityActions,
  type EntityRecord,
  type EntryAction,
  entityActions,
  entityById,
  followMerges,
  lockEntity,
  putEntities,
  type Queries,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  type EntityActionBody,
  type EntityFields,
  type EntityRejectReason,
  type EntityState,
  namedFields,
  reduceEntity,
  sameValue,
} from '../../register/index.ts';
import type { EntityKind } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { entityDetail } from './entity-detail.ts';
import { entityRecord, formsOf } from './entity-record.ts';
import type { EntityDetail } from './results.ts';

type Edited = { readonly [Name in keyof EntityFields]?: EntityFields[Name] | undefined };

/** A person's decision on an entry, naming the version they saw. */
export type DecideEntity = { readonly id: string; readonly version: number; readonly by: string } & (
  | { readonly type: 'confirm' }
  | { readonly type: 'edit'; readonly fields: Edited }
  | { readonly type: 'reject'; readonly reason: EntityRejectReason; readonly note: string }
  | { readonly type: 'merge'; readonly into: string }
  | { readonly type: 'dismiss'; readonly fact: string }
  | { readonly type: 'undo' }
);

/**
 * Appends a decision on an entry and returns the entry as it then is.
 * @throws Problem `not-found`, `changed-meanwhile` (another version), `action-not-allowed`, `input-invalid`
 */
export function decideEntity({ database, clock, newId }: Context, decision: DecideEntity): Promise<EntityDetail> {
  const { id, version, by } = decision;
  return database.write(async (queries) => {
    const record = await lockEntity(queries, id);
    if (record.version !== version) throw new Problem('changed-meanwhile', { noun: 'entity', id });
    const log = (await entityActions(queries, [id])).get(id) ?? [];
    const body = await bodyOf(queries, decision, record, reduceEntity(log));
    if (body === null) return entityDetail(queries, id);
    const action: EntryAction = { entityId: id, id: newId(), sequence: version + 1, at: clock.now(), by, body };
    const state = reduceEntity([...log, action]);
    await appendEntityActions(queries, [action]);
    await putEntities(queries, [entityRecord(record, state, state.mergedInto ?? id)]);
    await followMerges(queries, record.relation);
    return entityDetail(queries, id);
  });
}

async function bodyOf(
  queries: Queries,
  decision: DecideEntity,
  record: EntityRecord,
  state: EntityState,
): Promise<EntityActionBody | null> {
  switch (decision.type) {
    case 'confirm':
      return { type: 'confirm' };
    case 'reject':
      return { type: 'reject', reason: decision.reason, note: decision.note };
    case 'dismiss':
      return { type: 'dismiss', fact: decision.fact };
    case 'undo':
      if (state.undoable === null) throw new Problem('action-not-allowed', { action: 'undo', state: state.decision });
      return { type: 'undo', undoes: state.undoable };
    case 'merge':
      await checkMerge(queries, record, decision.into);
      return { type: 'merge', into: decision.into };
    case 'edit':
      return edit(decision.fields, state);
  }
}

/** What an edit really changes; null where nothing. */
function edit(fields: Edited, state: EntityState): EntityActionBody | null {
  const changed = Object.entries(fields).filter(
    ([name, value]) => value !== undefined && !sameValue(value, state.fields[name as keyof EntityFields]),
  );
  if (changed.length === 0) return state.decision === 'confirmed' ? null : { type: 'confirm' };
  const edited: Partial<EntityFields> = Object.fromEntries(changed);
  if (formsOf({ ...state.fields, ...edited, sides: null }).every((form) => form.trim() === ''))
    throw new Problem('input-invalid', { field: 'names', reason: 'no name' });
  return { type: 'edit', fields: edited };
}

/** An entry is merged into another of its kind and relation that stands for itself, and not in a ring. */
async function checkMerge(queries: Queries, { id, kind, relation }: EntityRecord, into: string): Promise<void> {
  const target = await entityById(queries, into);
  const fits = target.kind === kind && target.relation === relation && target.decision !== 'merged';
  if (!fits || target.id === id)
    throw new Problem('input-invalid', { field: 'into', reason: 'no other entry of this register' });
}

/** A new entry as a person gives it. */
export interface NewEntity {
  readonly relation: string;
  readonly kind: EntityKind;
  readonly fields: Edited & Pick<EntityFields, 'names'>;
  readonly by: string;
}

/**
 * Adds an entry that neither profile nor texts give; it is confirmed from the start.
 * @throws Problem `input-invalid` where it has no name
 */
export async function addEntity(
  { database, clock, newId }: Context,
  { relation, kind, fields, by }: NewEntity,
): Promise<EntityDetail> {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const whole: EntityFields = { ...namedFields(fields.names), ...given };
  if (formsOf(whole).every((form) => form.trim() === ''))
    throw new Problem('input-invalid', { field: 'names', reason: 'no name' });
  return database.write(async (queries) => {
    const id = newId();
    const action: EntryAction = {
      entityId: id,
      id: newId(),
      sequence: 1,
      at: clock.now(),
      by,
      body: { type: 'add', fields: whole },
    };
    await putEntities(queries, [entityRecord({ id, relation, kind }, reduceEntity([action]))]);
    await appendEntityActions(queries, [action]);
    return entityDetail(queries, id);
  });
}
