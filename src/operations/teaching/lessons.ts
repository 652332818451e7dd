import { type LessonRecord, lessonRecords, type Queries, textRelations } from '../../db/index.ts';
import type { Lesson, Teaching } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { relationOfText } from './relation-of-text.ts';
import type { LessonRow, Lessons } from './results.ts';

/** What is taught of every relation, and the relations of the documents, the one with most texts first, those of the demonstration alone last. */
export async function listLessons({ database }: Context): Promise<Lessons> {
  const { queries } = database;
  const records = await lessonRecords(queries);
  const counts = new Map<string, number>();
  for (const { relation: read, parties, demonstration } of await textRelations(queries)) {
    const relation = relationOfText(read, parties);
    counts.set(relation, (counts.get(relation) ?? 0) + (demonstration ? 0 : 1));
  }
  const byTexts = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([relation]) => relation);
  const relations = [...new Set([...byTexts, ...records.map(({ relation }) => relation)])];
  return { relations, lessons: records.map(lessonRow) };
}

/** A lesson of the database as the page shows it. */
export function lessonRow(record: LessonRecord): LessonRow {
  const { id, relation, entry, version, in_force, undoable, taught_by, taught_at } = record;
  return { id, relation, entry, version, on: in_force, canUndo: undoable !== null, by: taught_by, at: taught_at };
}

/** What is in force, by relation: what every reading of a document is given. */
export async function teachingInForce(queries: Queries): Promise<Teaching> {
  return teachingOf(await lessonRecords(queries));
}

/** What of these is in force, by relation. */
export function teachingOf(records: readonly LessonRecord[]): Teaching {
  const byRelation: Record<string, Lesson[]> = {};
  for (const { relation, entry, in_force } of records) {
    if (in_force) byRelation[relation] = [...(byRelation[relation] ?? []), entry.lesson];
  }
  return byRelation;
}
