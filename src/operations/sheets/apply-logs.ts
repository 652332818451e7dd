import {
  actionLogs,
  appendActions,
  appendTaskActions,
  type BatchItem,
  type CommitmentRecord,
  insertCommitments,
  insertTask,
  putTaskState,
  type Queries,
  replaceCommitments,
  taskLogs,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type PlannedRow, reduce, reduceTaskSteps, type SheetDeed, type TaskState } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { presentTextOf } from '../expressions.ts';
import { commitmentRecord, type PresentText } from '../project.ts';
import { keepTask, servedBy, taskRecord } from '../tasks/task-record.ts';

type Log<Noun extends SheetDeed['noun']> = Extract<SheetDeed, { noun: Noun }>;

/** A row with the history it brings in. */
interface LogRow<Noun extends SheetDeed['noun']> {
  readonly row: PlannedRow;
  readonly deed: Log<Noun>;
}

/** Rows entered together. */
const STRETCH = 500;

/** The rows that bring histories in as they are, apart from those that ask for something to be done here. */
export function logRows<Noun extends 'commitment-log' | 'task-log'>(rows: readonly PlannedRow[], noun: Noun) {
  return rows.flatMap((row): LogRow<Noun>[] => {
    const [deed] = row.deeds;
    return deed?.noun === noun ? [{ row, deed: deed as Log<Noun> }] : [];
  });
}

/**
 * Enters histories of commitments as they were made elsewhere, hands and instants with them.
 * @throws Problem `sheet-row-refused` where a history has grown since the list was compared
 */
export async function enterCommitmentLogs(
  queries: Queries,
  rows: readonly LogRow<'commitment-log'>[],
  done: (count: number) => void,
): Promise<BatchItem[]> {
  const texts = new Map<string, PresentText>();
  const items: BatchItem[] = [];
  for (let at = 0; at < rows.length; at += STRETCH) {
    const stretch = rows.slice(at, at + STRETCH);
    const logs = await actionLogs(
      queries,
      stretch.map(({ deed }) => deed.id),
    );
    const [fresh, grown]: [CommitmentRecord[], CommitmentRecord[]] = [[], []];
    for (const { row, deed } of stretch) {
      const here = logs.get(deed.id) ?? [];
      assertVersion(row, here.length);
      const present = texts.get(deed.text) ?? (await presentTextOf(queries, deed.text));
      texts.set(deed.text, present);
      const record = commitmentRecord(deed.id, reduce([...here, ...deed.actions]), present, deed.last);
      (here.length === 0 ? fresh : grown).push(record);
      items.push(itemOf('commitment', row, deed));
    }
    await insertCommitments(queries, fresh);
    await replaceCommitments(queries, grown);
    await appendActions(
      queries,
      stretch.flatMap(({ deed: { id, actions } }) => actions.map((action) => ({ ...action, commitmentId: id }))),
    );
    done(at + stretch.length);
  }
  return items;
}

/**
 * Enters histories of tasks as they were made elsewhere; other nodes are told of each task once, as it stands in the end.
 * @throws Problem `sheet-row-refused`
 */
export async function enterTaskLogs(
  queries: Queries,
  { clock }: Pick<Context, 'clock'>,
  rows: readonly LogRow<'task-log'>[],
  done: (count: number) => void,
): Promise<BatchItem[]> {
  const items: BatchItem[] = [];
  for (let at = 0; at < rows.length; at += STRETCH) {
    const stretch = rows.slice(at, at + STRETCH);
    const logs = await taskLogs(
      queries,
      stretch.map(({ deed }) => deed.id),
    );
    for (const { row, deed } of stretch) {
      const here = logs.get(deed.id) ?? [];
      assertVersion(row, here.length);
      const states = reduceTaskSteps([...here, ...deed.actions]);
      const { party, commitments } = states.at(-1) as TaskState;
      const served = await servedBy(queries, commitments);
      if (here.length === 0) await insertTask(queries, deed.id, party);
      const added = states.slice(here.length);
      for (const [index, state] of added.entries()) {
        const since = deed.actions[index]?.at ?? clock.now();
        if (index < added.length - 1) await putTaskState(queries, taskRecord(deed.id, state, served, since));
        else await keepTask(queries, deed.id, state, served, since);
      }
      await appendTaskActions(
        queries,
        deed.actions.map((action) => ({ ...action, taskId: deed.id })),
      );
      items.push(itemOf('task', row, deed));
    }
    done(at + stretch.length);
  }
  return items;
}

function assertVersion({ row, version }: PlannedRow, now: number): void {
  if (version !== now) throw new Problem('sheet-row-refused', { row, code: 'changed-meanwhile' });
}

function itemOf(
  noun: BatchItem['noun'],
  { row }: PlannedRow,
  { id, actions }: { readonly id: string; readonly actions: readonly { readonly id: string }[] },
): BatchItem {
  return { noun, id, row, actions: actions.map((action) => action.id) };
}
