import type { Selectable } from 'kysely';
import type { Action } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import type { ActionTable } from '../tables.ts';

/** An action with the commitment it belongs to. */
export interface CommitmentAction extends Action {
  readonly commitmentId: string;
}

/**
 * Appends actions to the log.
 * @throws Problem `changed-meanwhile` where somebody else appended the same sequence first
 */
export function appendActions(queries: Queries, actions: readonly CommitmentAction[]): Promise<void> {
  return appendToLog(
    queries,
    'commitment',
    actions.map(({ commitmentId, ...action }) => ({ ...action, commitment_id: commitmentId })),
  );
}

/** The actions of one commitment, oldest first. */
export async function actionsOf(queries: Queries, commitmentId: string): Promise<CommitmentAction[]> {
  const rows = await queries
    .selectFrom('action')
    .selectAll()
    .where('commitment_id', '=', commitmentId)
    .orderBy('sequence')
    .execute();
  return rows.map(commitmentAction);
}

/** The actions of every commitment of an expression, by commitment, oldest first. */
export async function actionsByCommitment(
  queries: Queries,
  expressionId: string,
): Promise<Map<string, CommitmentAction[]>> {
  const rows = await queries
    .selectFrom('action')
    .innerJoin('commitment', 'commitment.id', 'action.commitment_id')
    .selectAll('action')
    .where('commitment.expression_id', '=', expressionId)
    .orderBy('action.commitment_id')
    .orderBy('action.sequence')
    .execute();
  return Map.groupBy(rows.map(commitmentAction), (action) => action.commitmentId);
}

/** The logs of some commitments, by commitment, oldest first; of those the seat may see. */
export async function actionLogs(queries: Queries, ids: readonly string[]): Promise<Map<string, CommitmentAction[]>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom('action')
    .selectAll()
    .where('commitment_id', 'in', ids)
    .orderBy('commitment_id')
    .orderBy('sequence')
    .execute();
  return Map.groupBy(rows.map(commitmentAction), (action) => action.commitmentId);
}

/** A row of the log as its readers take it. */
export function commitmentAction({ commitment_id, hash: _, ...row }: Selectable<ActionTable>): CommitmentAction {
  return { ...row, commitmentId: commitment_id };
}
