import {
  changeWorkRow,
  expressionById,
  type MoreFields,
  type WorkActionBody,
  type WorkFields,
  workActionsOf,
  workById,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type IdentityField, reduceIdentity } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { type Identity, readIdentity } from './read-identity.ts';

/** What a person decides of what a file is. */
export type IdentityDecision =
  | { readonly type: 'confirm'; readonly fields: readonly IdentityField[] }
  | { readonly type: 'correct'; readonly fields: Partial<WorkFields & MoreFields> }
  | { readonly type: 'mark-oddity'; readonly key: string; readonly known: boolean; readonly note: string }
  | { readonly type: 'undo' };

export interface IdentityChange {
  readonly expressionId: string;
  /** Of the work, as the person saw it. */
  readonly version: number;
  readonly by: string;
}

const BASE: readonly string[] = ['title', 'type', 'date', 'parties'];

/**
 * Confirms or corrects what a file is, marks an oddity as known, or takes the latest of these back. What a person decided
 * is never changed by a later reading.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed`
 */
export async function decideIdentity(
  context: Context,
  { expressionId, version, by }: IdentityChange,
  decision: IdentityDecision,
): Promise<Identity> {
  const { database, clock, newId } = context;
  const { work_id } = await expressionById(database.queries, expressionId);
  const body = await bodyOf(context, work_id, expressionId, decision);
  await database.write((queries) =>
    changeWorkRow(queries, work_id, version, { id: newId(), at: clock.now(), by, body }),
  );
  return readIdentity(context, expressionId);
}

async function bodyOf(
  context: Context,
  workId: string,
  expression: string,
  decision: IdentityDecision,
): Promise<WorkActionBody> {
  if (decision.type === 'mark-oddity') return { ...decision, expression };
  if (decision.type === 'correct') {
    const own = Object.entries(decision.fields).filter(([, value]) => value !== undefined);
    const pick = (base: boolean) => Object.fromEntries(own.filter(([name]) => BASE.includes(name) === base));
    return { type: 'describe', fields: pick(true), more: pick(false) };
  }
  if (decision.type === 'undo') return undoBody(context, workId, expression);
  const { fields } = await readIdentity(context, expression);
  const chosen = fields.filter(({ field }) => decision.fields.includes(field));
  return { type: 'confirm', expression, values: Object.fromEntries(chosen.map(({ field, value }) => [field, value])) };
}

/** The work is again what it was before the latest decision that stands. */
async function undoBody({ database }: Context, workId: string, expression: string): Promise<WorkActionBody> {
  const log = await workActionsOf(database.queries, workId);
  const { undoable } = reduceIdentity(log, expression);
  if (undoable === null) throw new Problem('action-not-allowed', { action: 'undo', state: 'work' });
  const taken = log.find(({ sequence }) => sequence === undoable)?.body;
  if (taken?.type !== 'describe') return { type: 'undo', of: undoable, fields: {} };
  const undone = new Set(log.flatMap(({ body }) => (body.type === 'undo' ? [body.of] : [])).concat(undoable));
  const before = log.flatMap(({ sequence, body }) =>
    body.type === 'describe' && !undone.has(sequence) ? [body.fields] : [],
  );
  const known: Partial<WorkFields> = Object.assign({}, ...before);
  const now = await workById(database.queries, workId);
  const names = Object.keys(taken.fields);
  const fields = Object.entries({ ...now, ...known }).filter(([name]) => names.includes(name));
  return { type: 'undo', of: undoable, fields: Object.fromEntries(fields) };
}
