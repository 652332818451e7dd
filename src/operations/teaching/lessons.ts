import {
  expressionsOf,
  keepLesson,
  type LessonRecord,
  lessonActions,
  lessonRecords,
  listedWorks,
  type Queries,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type LessonAction, type LessonActionBody, reduceLesson } from '../../register/index.ts';
import type { Lesson, Teaching } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { relationOfWork } from './relation-of-work.ts';
import type { LessonChange, LessonRow, Lessons } from './results.ts';

/** What is taught of every relation, and the relations of the documents, the one with most texts first. */
export async function listLessons({ database }: Context): Promise<Lessons> {
  const { queries } = database;
  const records = await lessonRecords(queries);
  const works = await listedWorks(queries);
  const texts = await expressionsOf(
    queries,
    works.map(({ id }) => id),
  );
  const counts = new Map<string, number>();
  for (const { id, parties } of works) {
    const relation = relationOfWork(parties);
    const own = texts.filter(({ work_id }) => work_id === id).length;
    counts.set(relation, (counts.get(relation) ?? 0) + own);
  }
  const byTexts = [...counts].sort((a, b) => b[1] - a[1]).map(([relation]) => relation);
  const relations = [...new Set([...byTexts, ...records.map(({ relation }) => relation)])];
  return { relations, lessons: records.map(lessonRow) };
}

function lessonRow(record: LessonRecord): LessonRow {
  const { id, relation, entry, version, in_force, undoable, taught_by, taught_at } = record;
  return { id, relation, entry, version, on: in_force, canUndo: undoable !== null, by: taught_by, at: taught_at };
}

/** What is in force, by relation: what every reading of a document is given. */
export async function teachingInForce(queries: Queries): Promise<Teaching> {
  return teachingOf(await lessonRecords(queries));
}

function teachingOf(records: readonly LessonRecord[]): Teaching {
  const byRelation: Record<string, Lesson[]> = {};
  for (const { relation, entry, in_force } of records) {
    if (in_force) byRelation[relation] = [...(byRelation[relation] ?? []), entry.lesson];
  }
  return byRelation;
}

/** A change worked out: the lesson as it then is, the action that makes it so, and what is taught before and after. */
export interface PlannedChange {
  readonly record: LessonRecord;
  readonly action: LessonAction;
  readonly before: readonly Lesson[];
  readonly after: readonly Lesson[];
}

/**
 * Works a change out without making it.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` where nothing stands to undo
 */
export async function planChange(
  queries: Queries,
  { clock, newId }: Pick<Context, 'clock' | 'newId'>,
  change: LessonChange,
  by: string,
): Promise<PlannedChange> {
  const records = await lessonRecords(queries);
  const known = change.type === 'teach' ? null : records.find(({ id }) => id === change.id);
  if (known === undefined) throw new Problem('not-found', { noun: 'lesson', id: 'id' in change ? change.id : '' });
  if (known !== null && 'version' in change && known.version !== change.version) {
    throw new Problem('changed-meanwhile', { noun: 'lesson', id: known.id });
  }
  const body = bodyOf(change, known);
  const log = known === null ? [] : await lessonActions(queries, known.id);
  const action = { id: newId(), sequence: log.length + 1, at: clock.now(), by, body };
  const state = reduceLesson([...log, action]);
  const record: LessonRecord = {
    id: known?.id ?? newId(),
    relation: known?.relation ?? (change.type === 'teach' ? change.relation : ''),
    version: state.version,
    in_force: state.on,
    undoable: state.undoable,
    entry: state.entry,
    taught_by: known?.taught_by ?? by,
    taught_at: known?.taught_at ?? action.at,
  };
  const others = records.filter(({ id }) => id !== record.id);
  return {
    record,
    action,
    before: teachingOf(records)[record.relation] ?? [],
    after: teachingOf([...others, record])[record.relation] ?? [],
  };
}

function bodyOf(change: LessonChange, known: LessonRecord | null): LessonActionBody {
  switch (change.type) {
    case 'teach':
    case 'change':
      return { type: change.type, entry: change.entry };
    case 'switch':
      return { type: 'switch', on: change.on };
    case 'undo':
      if (!known?.undoable) throw new Problem('action-not-allowed', { action: 'undo', state: 'lesson' });
      return { type: 'undo', undoes: known.undoable };
  }
}

/** Makes a planned change. */
export async function makeChange(queries: Queries, { record, action }: PlannedChange): Promise<LessonRow> {
  await keepLesson(queries, record, action);
  return lessonRow(record);
}
