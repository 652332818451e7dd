import { alignmentsWith } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { keepCompared } from './comparison.ts';

/** A text has a new version: every comparison it is part of is made again, in the background. */
export async function compareWithVersions(context: Context, expressionId: string): Promise<void> {
  for (const alignment of await alignmentsWith(context.database.queries, expressionId)) {
    await keepCompared(context, alignment);
  }
}
