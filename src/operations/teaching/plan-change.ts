import { keepLesson, type LessonRecord, lessonActions, lessonRecords, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  type LessonAction,
  type LessonActionBody,
  lessonSubject,
  reduceLesson,
  sameValue,
} from '../../register/index.ts';
import type { Lesson } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { lessonRow, teachingOf } from './lessons.ts';
import type { LessonChange, LessonRow, SeenLesson, TaughtLesson } from './results.ts';

/** A lesson as a change leaves it, with the actions that make it so. */
interface PlannedLesson {
  readonly record: LessonRecord;
  readonly actions: readonly LessonAction[];
}

/** A change worked out: the lessons it touches, and what is taught of the relation before and after. */
export interface PlannedChange {
  readonly relation: string;
  readonly lessons: readonly PlannedLesson[];
  readonly before: readonly Lesson[];
  readonly after: readonly Lesson[];
}

/** What is to be done with one lesson; `known` null where it is new. */
interface Step {
  readonly known: LessonRecord | null;
  readonly bodies: readonly LessonActionBody[];
}

/**
 * Works a change out without making it.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` where nothing stands to undo
 */
export async function planChange(
  queries: Queries,
  hand: Pick<Context, 'clock' | 'newId'>,
  change: LessonChange,
  by: string,
): Promise<PlannedChange> {
  const records = await lessonRecords(queries);
  const steps = stepsOf(change, records);
  const relation = 'relation' in change ? change.relation : (steps[0]?.known?.relation ?? '');
  const lessons: PlannedLesson[] = [];
  for (const step of steps) lessons.push(await planLesson(queries, hand, step, { relation, by }));
  const touched = new Map(lessons.map(({ record }) => [record.id, record]));
  const kept = records.map((record) => touched.get(record.id) ?? record);
  const known = new Set(records.map(({ id }) => id));
  const fresh = lessons.flatMap(({ record }) => (known.has(record.id) ? [] : [record]));
  return {
    relation,
    lessons,
    before: teachingOf(records)[relation] ?? [],
    after: teachingOf([...kept, ...fresh])[relation] ?? [],
  };
}

function stepsOf(change: LessonChange, records: readonly LessonRecord[]): Step[] {
  switch (change.type) {
    case 'teach':
      return [{ known: null, bodies: [{ type: 'teach', entry: change.entry }] }];
    case 'change':
      return [{ known: seen(records, change), bodies: [{ type: 'change', entry: change.entry }] }];
    case 'switch':
      return [{ known: seen(records, change), bodies: [{ type: 'switch', on: change.on }] }];
    case 'undo':
      return change.lessons.map((one) => {
        const known = seen(records, one);
        if (known.undoable === null) throw new Problem('action-not-allowed', { action: 'undo', state: 'lesson' });
        return { known, bodies: [{ type: 'undo', undoes: known.undoable }] };
      });
    case 'import': {
      const own = records.filter(({ relation }) => relation === change.relation);
      const bySubject = new Map(change.entries.map((entry) => [lessonSubject(entry.lesson), entry]));
      return [...bySubject.values()].map((entry) => importStep(entry, own)).filter(({ bodies }) => bodies.length > 0);
    }
  }
}

/** A lesson of a file is taught, changes the one on the same words, or is there already. */
function importStep({ on, ...entry }: TaughtLesson, records: readonly LessonRecord[]): Step {
  const subject = lessonSubject(entry.lesson);
  const same = records.filter((record) => lessonSubject(record.entry.lesson) === subject);
  const known = same.find(({ in_force }) => in_force) ?? same.at(-1) ?? null;
  const bodies: LessonActionBody[] = [];
  if (known === null) bodies.push({ type: 'teach', entry });
  else if (!sameValue(known.entry, entry)) bodies.push({ type: 'change', entry });
  if ((known?.in_force ?? true) !== on) bodies.push({ type: 'switch', on });
  return { known, bodies };
}

function seen(records: readonly LessonRecord[], { id, version }: SeenLesson): LessonRecord {
  const known = records.find((record) => record.id === id);
  if (known === undefined) throw new Problem('not-found', { noun: 'lesson', id });
  if (known.version !== version) throw new Problem('changed-meanwhile', { noun: 'lesson', id });
  return known;
}

async function planLesson(
  queries: Queries,
  { clock, newId }: Pick<Context, 'clock' | 'newId'>,
  { known, bodies }: Step,
  { relation, by }: { readonly relation: string; readonly by: string },
): Promise<PlannedLesson> {
  const log = known === null ? [] : await lessonActions(queries, known.id);
  const actions = bodies.map((body, index): LessonAction => {
    return { id: newId(), sequence: log.length + 1 + index, at: clock.now(), by, body };
  });
  const { version, on, undoable, entry } = reduceLesson([...log, ...actions]);
  const record: LessonRecord = {
    ...{ id: known?.id ?? newId(), relation: known?.relation ?? relation, version, in_force: on, undoable, entry },
    taught_by: known?.taught_by ?? by,
    taught_at: known?.taught_at ?? clock.now(),
  };
  return { record, actions };
}

/** Makes a planned change. */
export async function makeChange(queries: Queries, { lessons }: PlannedChange): Promise<LessonRow[]> {
  for (const { record, actions } of lessons) await keepLesson(queries, record, actions);
  return lessons.map(({ record }) => lessonRow(record));
}
