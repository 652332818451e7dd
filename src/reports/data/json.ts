import { Problem } from '../../kernel/index.ts';
import { type CommitmentState, reduce, reduceTask, type TaskState } from '../../register/index.ts';
import type { ExportedCommitment, ExportedList, ExportedTask, ListName } from './list.ts';

/** What a list is in JSON: nothing of it is lost, and `readListJson` has it back. */
export interface ListJson {
  readonly servanda: ListName;
  readonly form: 1;
  readonly at: string;
  readonly day: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly rows: readonly unknown[];
}

/** A list as JSON: rows with their actions, so that whoever reads it can work out every state again. */
export function listJson({ list, at, day, filter, commitments, tasks, rows }: ExportedList): ListJson {
  const own = list === 'commitments' ? commitments : list === 'tasks' ? tasks : rows;
  return { servanda: list, form: 1, at, day, filter, rows: own };
}

/** What reading a list in JSON again gives. */
export interface ReadList {
  readonly list: ListName;
  readonly day: string;
  readonly commitments: readonly (ExportedCommitment & { readonly state: CommitmentState })[];
  readonly tasks: readonly (ExportedTask & { readonly state: TaskState })[];
  readonly rows: readonly unknown[];
}

/**
 * Reads a list that was written as JSON, and works out every state from its actions.
 * @throws Problem `input-invalid` where it is none, or a log does not lead to what the row says
 */
export function readListJson(text: string): ReadList {
  const { servanda, form, day, rows } = parsed(text);
  if (form !== 1 || !Array.isArray(rows)) throw invalid('form');
  if (servanda === 'commitments') {
    const commitments = (rows as ExportedCommitment[]).map((row) => {
      const state = reduce(row.actions);
      if (state.quote !== row.quote) throw invalid(row.id);
      return { ...row, state };
    });
    return { list: servanda, day, commitments, tasks: [], rows: [] };
  }
  if (servanda === 'tasks') {
    const tasks = (rows as ExportedTask[]).map((row) => {
      const state = reduceTask(row.actions);
      if (state.due !== row.due || state.lifecycle !== row.lifecycle) throw invalid(row.id);
      return { ...row, state };
    });
    return { list: servanda, day, commitments: [], tasks, rows: [] };
  }
  return { list: servanda, day, commitments: [], tasks: [], rows };
}

function parsed(text: string): ListJson {
  try {
    return JSON.parse(text) as ListJson;
  } catch {
    throw invalid('json');
  }
}

function invalid(reason: string): Problem {
  return new Problem('input-invalid', { field: 'list', reason });
}
