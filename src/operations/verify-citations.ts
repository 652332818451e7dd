import { commitmentsOf, expressionsOf, presentText, workById } from '../db/index.ts';
import type { Context } from './context.ts';
import type { BrokenCitation } from './results.ts';

/** Checks every citation against the text it stands in, character for character; those known to be lost are not counted. */
export async function verifyCitations({ database }: Context): Promise<{ checked: number; broken: BrokenCitation[] }> {
  const { queries } = database;
  const broken: BrokenCitation[] = [];
  let checked = 0;
  for (const { id: expressionId, work_id } of await expressionsOf(queries, null)) {
    const { text, sha256 } = await presentText(queries, expressionId);
    for (const record of await commitmentsOf(queries, expressionId)) {
      if (!record.anchored || record.retired) continue;
      checked++;
      const span = { start: record.span_start, end: record.span_end };
      const found = text.slice(span.start, span.end);
      if (found === record.quote && record.sha256 === sha256) continue;
      const { title } = await workById(queries, work_id);
      broken.push({ commitmentId: record.id, workTitle: title, quote: record.quote, span, found });
    }
  }
  return { checked, broken };
}
