import type { Reading } from '../../commitments/index.ts';
import { type CoverageCounts, keepCoverage, presentText, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { enterReading } from '../store-file.ts';
import { compareWithVersions } from '../versions/follow-text.ts';
import { makeChange, planChange } from './lessons.ts';
import { previewOf, readOne } from './preview.ts';
import type { LessonRow } from './results.ts';
import { textsToRead } from './texts-to-read.ts';

/**
 * Makes the change of a preview: the lesson is kept, and what nobody had decided in the texts it touches is read anew.
 * Texts that came or changed since the preview are read first. What people decided stays as they left it.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` where the preview is not ready
 */
export async function applyPreview(context: Context, id: string): Promise<LessonRow> {
  const { database, previews } = context;
  const tried = previewOf(previews, id);
  if (tried.preview.state !== 'ready')
    throw new Problem('action-not-allowed', { action: 'apply', state: tried.preview.state });
  for (const text of await textsToRead(database.queries)) {
    const { id: present } = await presentText(database.queries, text.expressionId);
    if (tried.seen.get(text.expressionId) !== present) await readOne(context, tried, text);
  }
  const lesson = await database.write(async (queries) => {
    const kept = await makeChange(queries, await planChange(queries, context, tried.change, tried.by));
    for (const [expressionId, { manifestation, reading }] of tried.readings) {
      await enterReading(queries, context, expressionId, reading.candidates);
      await keepReadingCoverage(queries, manifestation, reading);
    }
    return kept;
  });
  tried.preview = { ...tried.preview, state: 'applied' };
  for (const expressionId of tried.readings.keys()) await compareWithVersions(context, expressionId);
  return lesson;
}

async function keepReadingCoverage(queries: Queries, manifestation: string, { coverage }: Reading): Promise<void> {
  const counts: Record<keyof CoverageCounts, number> = {
    ...{ sentences: coverage.length, commitment: 0, support: 0, position: 0, record: 0, none: 0, unread: 0 },
  };
  for (const { state } of coverage) counts[state] += 1;
  const rows = coverage.map(({ sentence, state, reason }) => ({ index: sentence, state, reason }));
  await keepCoverage(queries, manifestation, rows, counts);
}
