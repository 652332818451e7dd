import type { z } from 'zod';
import { Problem } from '../../kernel/index.ts';
import { type CommitmentState, reduce, reduceTask, type TaskState } from '../../register/index.ts';
import type { ExportedCommitment, ExportedList, ExportedTask, ExportedText, ListName } from './list.ts';

/** What a list is in JSON: nothing of it is lost, and `readListJson` has it back. */
export interface ListJson {
  readonly servanda: ListName;
  readonly form: 1;
  readonly at: string;
  readonly day: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly rows: readonly unknown[];
  /** The texts that commitments are cited from; other lists have none. */
  readonly texts?: readonly ExportedText[];
}

/** A list as JSON: rows with their actions, so that whoever reads it can work out every state again, and the texts they stand in. */
export function listJson({ list, at, day, filter, commitments, texts, tasks, rows }: ExportedList): ListJson {
  const own = list === 'commitments' ? commitments : list === 'tasks' ? tasks : rows;
  return { servanda: list, form: 1, at, day, filter, rows: own, ...(list === 'commitments' && { texts }) };
}

/** A row with what its actions lead to, or what is wrong with it: the place within the row. */
export type ReadRowOf<Row, State> = { readonly row: Row; readonly state: State } | { readonly wrong: string };

/** What reading a list in JSON again gives: rows in their order. */
export type ReadList =
  | {
      readonly list: 'commitments';
      readonly rows: readonly ReadRowOf<ExportedCommitment, CommitmentState>[];
      readonly texts: readonly ExportedText[];
    }
  | { readonly list: 'tasks'; readonly rows: readonly ReadRowOf<ExportedTask, TaskState>[] };

/**
 * Reads a list that was written as JSON, and works out every state from its actions. A row that is malformed, or whose actions do not
 * follow from one another and lead to what it says, is given as wrong.
 * @param name of the file
 * @throws Problem `input-invalid` where it is no list of commitments or tasks of ours
 */
export async function readListJson(name: string, text: string): Promise<ReadList> {
  const file = parsed(name, text);
  const { CommitmentShape, TaskShape, TextShape } = await import('./shapes.ts');
  if (file.form !== 1 || !Array.isArray(file.rows)) throw invalid(name, 'no list of Servanda');
  if (file.servanda === 'commitments') {
    const texts = (file.texts ?? []).map((one, at) => {
      const read = TextShape.safeParse(one);
      if (!read.success) throw invalid(name, `texts/${at}/${placeOf(read.error)}`);
      return read.data as ExportedText;
    });
    const rows = file.rows.map((row) =>
      readRow<ExportedCommitment, CommitmentState>(CommitmentShape, row, ({ actions, quote }) => {
        const state = reduce(actions);
        return state.quote === quote ? state : null;
      }),
    );
    return { list: 'commitments', rows, texts };
  }
  if (file.servanda === 'tasks') {
    const rows = file.rows.map((row) =>
      readRow<ExportedTask, TaskState>(TaskShape, row, ({ actions, due, lifecycle }) => {
        const state = reduceTask(actions);
        return state.due === due && state.lifecycle === lifecycle ? state : null;
      }),
    );
    return { list: 'tasks', rows };
  }
  throw invalid(name, 'commitments, tasks');
}

function readRow<Row, State>(
  shape: z.ZodType,
  given: unknown,
  stateOf: (row: Row) => State | null,
): ReadRowOf<Row, State> {
  const read = shape.safeParse(given);
  if (!read.success) return { wrong: placeOf(read.error) };
  try {
    const state = stateOf(read.data as Row);
    return state === null ? { wrong: 'actions' } : { row: read.data as Row, state };
  } catch {
    // Actions of the right form that do not follow from one another, or lack what they need.
    return { wrong: 'actions' };
  }
}

function placeOf({ issues: [issue] }: z.ZodError): string {
  return (issue?.path ?? []).join('/') || '?';
}

function parsed(name: string, text: string): Partial<ListJson> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below, as for anything that is no object.
  }
  throw invalid(name, 'no JSON');
}

function invalid(field: string, reason: string): Problem {
  return new Problem('input-invalid', { field, reason });
}
