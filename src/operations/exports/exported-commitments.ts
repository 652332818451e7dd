import {
  actionLogs,
  expressionById,
  lineHintsOf,
  pageStartsOf,
  presentText,
  type Queries,
  workById,
} from '../../db/index.ts';
import { codePointSpan } from '../../kernel/index.ts';
import { reduce } from '../../register/index.ts';
import type { ExportedCommitment, ExportedText } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { enteredBy, momentOf } from '../moment.ts';
import { type CommitmentQuery, commitmentBatches } from '../register.ts';

/** Characters around a quote by which it is found again. */
const AROUND = 32;

/** The commitments of a query with everything that was done to them by its day, and the texts they stood in. */
export async function commitmentsOfQuery(
  context: Context,
  query: CommitmentQuery,
): Promise<{ readonly commitments: ExportedCommitment[]; readonly texts: ExportedText[] }> {
  const { queries } = context.database;
  const { at } = momentOf(context.clock, query.asOf);
  const found: ExportedCommitment[] = [];
  const texts = new Map<string, ExportedText>();
  for await (const batch of commitmentBatches(context, query)) {
    const logs = await actionLogs(
      queries,
      batch.map(({ id }) => id),
    );
    for (const row of batch) {
      const known = texts.get(row.expressionId) ?? (await textOf(queries, row.expressionId, at));
      texts.set(row.expressionId, known);
      const { text } = known;
      const actions = enteredBy(logs.get(row.id) ?? [], at).map(({ commitmentId: _, ...action }) => action);
      const { span, anchored, quote } = reduce(actions);
      found.push({
        ...{ id: row.id, path: row.path, page: row.page, quote, actions },
        text: {
          ...{ id: row.expressionId, language: row.language, file: row.source.file, sha256: row.source.sha256 },
          ...{ work: row.workId, workTitle: row.workTitle, date: row.workDate },
        },
        prefix: anchored ? text.slice(Math.max(0, span.start - AROUND), span.start) : '',
        suffix: anchored ? text.slice(span.end, span.end + AROUND) : '',
        utf16: anchored ? { start: span.start, end: span.end } : null,
        codePoints: anchored ? codePointSpan(text, span) : null,
      });
    }
  }
  return { commitments: found, texts: [...texts.values()] };
}

async function textOf(queries: Queries, expressionId: string, at: string | null): Promise<ExportedText> {
  const { work_id, language } = await expressionById(queries, expressionId);
  const { id, title, type, date, parties, side } = await workById(queries, work_id);
  const present = await presentText(queries, expressionId, at);
  const { headings = [], asides = [] } = (await lineHintsOf(queries, present.id)) ?? {};
  return {
    ...{ id: expressionId, language, version: present.version, file: present.name, format: present.format },
    ...{ encoding: present.encoding, sha256: present.sha256, startInFile: present.part_start, text: present.text },
    pages: (await pageStartsOf(queries, present.id)).map(({ start, number }) => ({ start, number })),
    lines: { headings, asides },
    work: { id, title, type, date, parties, side },
  };
}
