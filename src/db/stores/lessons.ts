import { type Selectable, sql } from 'kysely';
import type { LessonAction } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { upsertRows } from '../insert-rows.ts';
import type { CoverageCounts, LessonTable } from '../tables.ts';

export type LessonRecord = Selectable<LessonTable>;

/** Every lesson, in the order they were taught. */
export function lessonRecords(queries: Queries): Promise<LessonRecord[]> {
  return queries.selectFrom('lesson').selectAll().orderBy('id').execute();
}

/** The actions of a lesson, oldest first; none where there is no such lesson. */
export async function lessonActions(queries: Queries, lessonId: string): Promise<LessonAction[]> {
  const rows = await queries
    .selectFrom('lesson_action')
    .selectAll()
    .where('lesson_id', '=', lessonId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ lesson_id: _, hash: __, ...action }) => action);
}

/**
 * Appends actions to a lesson and keeps what it now is.
 * @throws Problem `changed-meanwhile` where somebody else appended the same sequence first
 */
export async function keepLesson(
  queries: Queries,
  record: LessonRecord,
  actions: readonly LessonAction[],
): Promise<void> {
  await upsertRows(queries, 'lesson', 'id', [record]);
  await appendToLog(
    queries,
    'lesson',
    actions.map((action) => ({ ...action, lesson_id: record.id })),
  );
}

/** What became of one sentence, read again. */
export interface SentenceRow {
  readonly index: number;
  readonly state: string;
  readonly reason: string;
}

/** Keeps what became of the sentences of a version of a text, read again, and how many of each there are. */
export async function keepCoverage(
  queries: Queries,
  manifestationId: string,
  sentences: readonly SentenceRow[],
  coverage: CoverageCounts,
): Promise<void> {
  await sql`update sentence set state = new.state, reason = new.reason
    from jsonb_to_recordset(${JSON.stringify(sentences)}::jsonb) as new(index integer, state text, reason text)
    where sentence.manifestation_id = ${manifestationId} and sentence.index = new.index
      and (sentence.state, sentence.reason) is distinct from (new.state, new.reason)`.execute(queries);
  await sql`insert into reread_coverage (manifestation_id, coverage)
    values (${manifestationId}, ${JSON.stringify(coverage)}::jsonb)
    on conflict (manifestation_id) do update
    set coverage = excluded.coverage, times = reread_coverage.times + 1`.execute(queries);
}

/** Counts of the versions of texts that were read again, by version. */
export async function rereadCoverage(
  queries: Queries,
  manifestationIds: readonly string[],
): Promise<Map<string, CoverageCounts>> {
  const rows = await queries
    .selectFrom('reread_coverage')
    .selectAll()
    .where('manifestation_id', 'in', [...manifestationIds, ''])
    .execute();
  return new Map(rows.map(({ manifestation_id, coverage }) => [manifestation_id, coverage]));
}
