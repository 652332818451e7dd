import type { Candidate, Reading, ReadingChange } from '../../commitments/index.ts';
import { type CommitmentRecord, commitmentsOf } from '../../db/index.ts';
import type { EntityReading } from '../../entities/index.ts';
import { intersectionOverUnion, Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { planChange } from './plan-change.ts';
import type { LessonChange, Preview, PreviewRow, UnitGlance } from './results.ts';
import { sourceToRead, type TextToRead, textsToRead } from './texts-to-read.ts';

/** What is read in a version of a text after a change. */
export interface ReadAnew {
  readonly manifestation: string;
  readonly reading: Reading;
  readonly entities: EntityReading;
}

/** A preview going on or ended, with what applying it needs. */
export interface RunningPreview {
  preview: Preview;
  readonly change: LessonChange;
  readonly by: string;
  /** What was read anew, by text, of those that the change touches. */
  readonly readings: Map<string, ReadAnew>;
  /** The present version of every text that was read. */
  readonly seen: Map<string, string>;
}

/** Previews kept to be looked at or applied. */
const MOST_KEPT = 20;
/** Units whose spans overlap this much are one, as everywhere. */
const SAME = 0.5;

/**
 * Starts to try a change on all documents and answers at once; `getPreview` follows it.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed`
 */
export async function startPreview(context: Context, change: LessonChange, by: string): Promise<Preview> {
  const { database, previews, running, newId } = context;
  const { lessons } = await planChange(database.queries, context, change, by);
  const texts = await textsToRead(database.queries);
  const preview: Preview = {
    ...{ id: newId(), state: 'reading', done: 0, total: texts.length, documents: 0, rows: [] },
    ...{ lessons: lessons.length, applied: [] },
  };
  const tried: RunningPreview = { preview, change, by, readings: new Map(), seen: new Map() };
  previews.set(preview.id, tried);
  for (const [id, { preview }] of previews)
    if (previews.size > MOST_KEPT && preview.state !== 'reading') previews.delete(id);
  const work = readAll(context, tried, texts).catch(() => {
    tried.preview = { ...tried.preview, state: 'failed' };
  });
  running.add(work);
  void work.finally(() => running.delete(work));
  return preview;
}

/** @throws Problem `not-found` */
export function getPreview({ previews }: Context, id: string): Preview {
  return previewOf(previews, id).preview;
}

/** Stops a preview before its next document. */
export function cancelPreview({ previews }: Context, id: string): Preview {
  const tried = previewOf(previews, id);
  if (tried.preview.state === 'reading') tried.preview = { ...tried.preview, state: 'cancelled' };
  return tried.preview;
}

export function previewOf(previews: Context['previews'], id: string): RunningPreview {
  const tried = previews.get(id);
  if (tried === undefined) throw new Problem('not-found', { noun: 'preview', id });
  return tried;
}

async function readAll(context: Context, tried: RunningPreview, texts: readonly TextToRead[]): Promise<void> {
  for (const text of texts) {
    if (tried.preview.state !== 'reading' || context.closing.aborted) return;
    await readOne(context, tried, text);
    tried.preview = { ...tried.preview, done: tried.preview.done + 1 };
  }
  if (tried.preview.state === 'reading') tried.preview = { ...tried.preview, state: 'ready' };
}

/** Tries the change on one text. */
export async function readOne(
  context: Context,
  tried: RunningPreview,
  { expressionId, title }: TextToRead,
): Promise<void> {
  const { queries } = context.database;
  const { relation, before, after } = await planChange(queries, context, tried.change, tried.by);
  const { manifestation, ...source } = await sourceToRead(queries, expressionId);
  const read = await context.reader.tryLessons({ ...source, relation, before, after });
  tried.seen.set(expressionId, manifestation);
  const { preview } = tried;
  tried.readings.delete(expressionId);
  if (read.relation === relation) tried.preview = { ...preview, documents: preview.documents + 1 };
  if (read.after === null) return;
  tried.readings.set(expressionId, { manifestation, ...read.after });
  const records = await commitmentsOf(queries, expressionId);
  const rows = read.changes.map((one) => previewRow(one, { expressionId, title }, records));
  tried.preview = { ...tried.preview, rows: [...tried.preview.rows, ...rows] };
}

function previewRow(one: ReadingChange, text: TextToRead, records: readonly CommitmentRecord[]): PreviewRow {
  const before = one.change === 'appears' ? null : one.before;
  const after = one.change === 'disappears' ? null : one.after;
  const { span, language } = (before ?? after) as Candidate;
  const decided = records.find(
    (record) =>
      (record.decision !== 'undecided' || record.origin === 'person') &&
      record.anchored &&
      intersectionOverUnion({ start: record.span_start, end: record.span_end }, span) >= SAME,
  );
  return {
    ...{ change: one.change, ...text, language, span },
    before: before && glance(before),
    after: after && glance(after),
    fields: one.change === 'changes' ? one.fields : [],
    decided: decided ? { id: decided.id, decision: decided.decision } : null,
  };
}

function glance({ quote, kind, actors, action, strength, sector }: Candidate): UnitGlance {
  return { quote, kind, actors, action, strength, sector };
}
