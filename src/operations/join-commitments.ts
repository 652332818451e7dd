import {
  actionsOf,
  appendActions,
  type CommitmentRecord,
  commitmentById,
  joinedTo,
  lockCommitment,
  type Queries,
  replaceCommitments,
} from '../db/index.ts';
import { Problem } from '../kernel/index.ts';
import { type ActionBody, reduce } from '../register/index.ts';
import type { Context } from './context.ts';
import { tellReading } from './exchange/travel/readings.ts';
import { presentTextOf } from './expressions.ts';
import { commitmentRecord } from './project.ts';

/**
 * The entry of the register that a commitment is to become a citation of: the one named, or the one that is a citation of.
 * @throws Problem `not-found`, `input-invalid` (of the same text, or of another work), `action-not-allowed` (rejected)
 */
export async function entryToJoin(queries: Queries, record: CommitmentRecord, to: string): Promise<string> {
  const named = await commitmentById(queries, to);
  const entry = named.joined_to === null ? named : await commitmentById(queries, named.joined_to);
  if (named.expression_id === record.expression_id) throw refused('of the same text');
  if (entry.work_id !== record.work_id) throw refused('of another work');
  if (entry.decision === 'rejected') throw new Problem('action-not-allowed', { action: 'join', state: 'rejected' });
  return entry.id;
}

function refused(reason: string): Problem {
  return new Problem('input-invalid', { field: 'commitment', reason });
}

/**
 * A commitment became a citation of an entry: whoever joined them vouches for the entry too, and what was a citation of the
 * first is one of the entry.
 */
export async function followEntry(
  queries: Queries,
  context: Context,
  { id, to, by }: { readonly id: string; readonly to: string; readonly by: string },
): Promise<void> {
  const entry = await lockCommitment(queries, to);
  if (entry.decision === 'undecided') await act(queries, context, entry, { type: 'confirm' }, by);
  for (const follower of await joinedTo(queries, id)) await act(queries, context, follower, { type: 'join', to }, by);
}

/** What sets right a join that undoing brought back: the entry may be a citation itself by now, or of another work. */
export async function separateFromGone(
  queries: Queries,
  record: CommitmentRecord,
  to: string | null,
): Promise<ActionBody | null> {
  if (to === null) return null;
  const entry = await commitmentById(queries, to);
  return entry.work_id !== record.work_id || entry.joined_to !== null ? { type: 'separate' } : null;
}

async function act(
  queries: Queries,
  { newId, clock }: Context,
  record: CommitmentRecord,
  body: ActionBody,
  by: string,
): Promise<void> {
  const log = await actionsOf(queries, record.id);
  const action = { id: newId(), sequence: log.length + 1, at: clock.now(), by, body, commitmentId: record.id };
  await appendActions(queries, [action]);
  const present = await presentTextOf(queries, record.expression_id);
  await replaceCommitments(queries, [commitmentRecord(record.id, reduce([...log, action]), present, record)]);
  await tellReading(queries, { id: record.id, by, at: action.at });
}
