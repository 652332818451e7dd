import {
  type CommitmentRecord,
  commitmentsOf,
  expressionById,
  otherLanguagesIn,
  type ProvisionTable,
  pageStartsOf,
  presentFile,
  presentText,
  provisionsOf,
  type Queries,
  scanPagesOf,
  sentencesOf,
  workById,
} from '../db/index.ts';
import { type Language, Problem } from '../kernel/index.ts';
import type { Context } from './context.ts';
import { commitmentRow, summariesOf } from './present.ts';
import type { PresentText } from './project.ts';
import type { ExpressionSummary, ReaderProvision, ReaderText, WorkSummary } from './results.ts';

/**
 * Everything the Reader shows of an expression's present version.
 * @throws Problem `not-found`
 */
export async function readExpression({ database }: Context, id: string): Promise<ReaderText> {
  const { queries } = database;
  const expression = await expressionById(queries, id);
  const [work] = await summariesOf(queries, [await workById(queries, expression.work_id)]);
  const summary = work?.expressions.find((one) => one.id === id);
  if (work === undefined || summary === undefined) throw new Problem('not-found', { noun: 'expression', id });
  const { id: manifestation, text } = await presentText(queries, id);
  const records = (await commitmentsOf(queries, id)).filter(({ retired }) => !retired);
  const languages = await otherLanguagesIn(queries, id);
  return {
    work,
    expression: summary,
    text,
    provisions: (await provisionsOf(queries, manifestation)).map(readerProvision),
    sentences: (await sentencesOf(queries, manifestation)).map(({ span_start, span_end, state, reason }) => ({
      span: { start: span_start, end: span_end },
      state,
      reason,
    })),
    pages: (await pageStartsOf(queries, manifestation)).map(({ start, number }) => ({ start, number })),
    scanned: (await scanPagesOf(queries, manifestation)).length > 0,
    commitments: records.map((record) => ({
      ...rowOf(record, { work, expression: summary, also_in: languages.get(record.id) ?? [] }),
      why: record.why,
    })),
  };
}

interface TextOfRow {
  readonly work: Pick<WorkSummary, 'title' | 'date'>;
  readonly expression: Pick<ExpressionSummary, 'file' | 'sha256' | 'startInFile'>;
  readonly also_in: readonly Language[];
}

function rowOf(record: CommitmentRecord, { work, expression, also_in }: TextOfRow) {
  const source = { file: expression.file, sha256: expression.sha256, start: expression.startInFile };
  return commitmentRow({ ...record, work_title: work.title, work_date: work.date, also_in, source });
}

function readerProvision(row: ProvisionTable): ReaderProvision {
  const { index, role, path, eid, level, parent, language, marker_start, marker_end } = row;
  return {
    ...{ index, role, path, level, parent, language },
    eId: eid,
    span: { start: row.span_start, end: row.span_end },
    marker: marker_start === null || marker_end === null ? null : { start: marker_start, end: marker_end },
  };
}

/**
 * The file of an expression's present version, byte for byte as it came.
 * @throws Problem `not-found`
 */
export function originalFile(
  { database }: Context,
  expressionId: string,
): Promise<{ name: string; format: string; bytes: Uint8Array }> {
  return presentFile(database.queries, expressionId);
}

/** The text of an expression with its structure: the present one, or the one of an instant. */
export async function presentTextOf(
  queries: Queries,
  expressionId: string,
  at: string | null = null,
): Promise<PresentText> {
  const expression = await expressionById(queries, expressionId);
  const work = await workById(queries, expression.work_id);
  const { id, text, sha256 } = await presentText(queries, expressionId, at);
  return {
    workId: work.id,
    expressionId,
    manifestationId: id,
    withdrawn: work.withdrawn,
    language: expression.language,
    sha256,
    text,
    provisions: await provisionsOf(queries, id),
    sentences: await sentencesOf(queries, id),
    pages: await pageStartsOf(queries, id),
  };
}
