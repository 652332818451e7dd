import type { Reading } from '../../commitments/index.ts';
import { type CoverageCounts, keepCoverage, presentText, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { storeEntities } from '../entities/store-entities.ts';
import { presentTextOf } from '../expressions.ts';
import { traceLineage } from '../lineage/index.ts';
import { enterReading } from '../store-file.ts';
import { compareWithVersions } from '../versions/follow-text.ts';
import { makeChange, planChange } from './plan-change.ts';
import { previewOf, type RunningPreview, readOne } from './preview.ts';
import type { LessonRow, Preview } from './results.ts';
import { textsToRead } from './texts-to-read.ts';

/** An answer that takes longer comes as a preview that is being applied. Milliseconds. */
const PATIENCE = 800;

/**
 * Makes the change of a preview: the lessons are kept, and in the texts they touch what nobody had decided, the registers and
 * the lineage are read anew. Texts that came or changed since the preview are read first. What people decided stays as they
 * left it.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` where the preview is not ready
 */
export async function applyPreview(context: Context, id: string): Promise<readonly LessonRow[]> {
  const tried = previewOf(context.previews, id);
  const { state } = tried.preview;
  if (state !== 'ready') throw new Problem('action-not-allowed', { action: 'apply', state });
  tried.preview = { ...tried.preview, state: 'applying', done: 0, total: tried.readings.size };
  try {
    await readLateComers(context, tried);
    const applied = await store(context, tried);
    tried.preview = { ...tried.preview, state: 'applied', applied };
  } catch (error) {
    tried.preview = { ...tried.preview, state: 'ready' };
    throw error;
  }
  for (const expressionId of tried.readings.keys()) await compareWithVersions(context, expressionId);
  traceLineage(context).catch(() => undefined);
  return tried.preview.applied;
}

/**
 * Starts to apply a preview. Answers it as applied where that is quick, else as it is by then; `getPreview` follows it.
 * @throws Problem as `applyPreview`, where it fails at once
 */
export async function startApplying(context: Context, id: string): Promise<Preview> {
  const { running, previews } = context;
  const work = applyPreview(context, id);
  running.add(work);
  void work.catch(() => undefined).finally(() => running.delete(work));
  const { promise, resolve } = Promise.withResolvers<void>();
  const alarm = setTimeout(resolve, PATIENCE);
  await Promise.race([work, promise]).finally(() => clearTimeout(alarm));
  return previewOf(previews, id).preview;
}

async function readLateComers(context: Context, tried: RunningPreview): Promise<void> {
  const { queries } = context.database;
  for (const text of await textsToRead(queries)) {
    const { id: present } = await presentText(queries, text.expressionId);
    if (tried.seen.get(text.expressionId) !== present) await readOne(context, tried, text);
  }
}

function store(context: Context, tried: RunningPreview): Promise<LessonRow[]> {
  return context.database.write(async (queries) => {
    const kept = await makeChange(queries, await planChange(queries, context, tried.change, tried.by));
    for (const [expressionId, { manifestation, reading, entities }] of tried.readings) {
      await enterReading(queries, context, expressionId, reading.candidates);
      await storeEntities(queries, context, await presentTextOf(queries, expressionId), entities);
      await keepReadingCoverage(queries, manifestation, reading);
      tried.preview = { ...tried.preview, done: tried.preview.done + 1, total: tried.readings.size };
    }
    return kept;
  });
}

async function keepReadingCoverage(queries: Queries, manifestation: string, { coverage }: Reading): Promise<void> {
  const counts: Record<keyof CoverageCounts, number> = {
    ...{ sentences: coverage.length, commitment: 0, support: 0, position: 0, record: 0, none: 0, unread: 0 },
  };
  for (const { state } of coverage) counts[state] += 1;
  const rows = coverage.map(({ sentence, state, reason }) => ({ index: sentence, state, reason }));
  await keepCoverage(queries, manifestation, rows, counts);
}
