import { createHash } from 'node:crypto';
import { keepTaskFile, presentTask, type Queries, taskActionsOf, taskFile, taskFilesOf } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  availableTaskActions,
  type Evidence,
  reduceTask,
  type Seat,
  type TaskActionBody,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { hiddenParts } from './hidden-parts.ts';
import type { EvidenceFile } from './results.ts';

/** A file as it was received. */
export interface GivenFile {
  readonly name: string;
  /** Media type as the sender says; it is kept and never trusted. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Keeps files as evidence of a task, under their hashes and the day they came. Whoever can report on the task, or settle it, gives them.
 * @returns the files in the order given; bytes that were there keep their first name and day
 * @throws Problem `not-found`, `action-not-allowed`, `file-empty`
 */
export function addTaskFiles(
  context: Context,
  id: string,
  files: readonly GivenFile[],
  seat: Seat,
): Promise<EvidenceFile[]> {
  return context.database.write(async (queries) => {
    await assertGives(queries, id, seat);
    const at = context.clock.now();
    const hashes: string[] = [];
    for (const { name, type, bytes } of files) {
      if (bytes.length === 0) throw new Problem('file-empty', { name });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const described = { sha256, task_id: id, name, type, size: bytes.length };
      await keepTaskFile(queries, { ...described, bytes, added_at: at, added_by: seat.hand });
      hashes.push(sha256);
    }
    const kept = new Map((await evidenceFiles(queries, id)).map((file) => [file.sha256, file]));
    return hashes.flatMap((sha256) => kept.get(sha256) ?? []);
  });
}

async function assertGives(queries: Queries, id: string, seat: Seat): Promise<void> {
  if ((await presentTask(queries, id)) === undefined) throw new Problem('not-found', { noun: 'task', id });
  const state = reduceTask(await taskActionsOf(queries, id));
  const open = availableTaskActions(state, seat);
  if (!open.includes('draft') && !open.includes('settle')) {
    throw new Problem('action-not-allowed', { action: 'draft', state: state.lifecycle });
  }
}

/** A file of a task as it came, byte for byte. @throws Problem `not-found`, also where the seat may not see the task */
export async function fileOfTask({ database }: Context, id: string, sha256: string, seat: Seat): Promise<GivenFile> {
  const log = await taskActionsOf(database.queries, id);
  const kept = log.length > 0 && hiddenParts(reduceTask(log), seat).includes('reports');
  const file = kept ? undefined : await taskFile(database.queries, id, sha256);
  if (file === undefined) throw new Problem('not-found', { noun: 'evidence', id: sha256 });
  return file;
}

/** What is known of the files of a task. */
export async function evidenceFiles(queries: Queries, id: string): Promise<EvidenceFile[]> {
  return (await taskFilesOf(queries, id)).map(({ task_id: _, ...file }) => file);
}

/**
 * Lets an action pass whose files the task has: nobody names as evidence what nobody can open.
 * @throws Problem `not-found`
 */
export async function assertFilesThere(queries: Queries, id: string, body: TaskActionBody): Promise<void> {
  const named = evidenceIn(body).flatMap((one) => (one.kind === 'file' ? [one.sha256] : []));
  if (named.length === 0) return;
  const there = new Set((await taskFilesOf(queries, id)).map(({ sha256 }) => sha256));
  const missing = named.find((sha256) => !there.has(sha256));
  if (missing !== undefined) throw new Problem('not-found', { noun: 'evidence', id: missing });
}

function evidenceIn(body: TaskActionBody): readonly Evidence[] {
  if (body.type === 'draft') return body.report.evidence;
  return body.type === 'settle' ? body.evidence : [];
}
