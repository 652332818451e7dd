import type { CommitmentFields } from '../commitments/index.ts';
import {
  countsByExpression,
  type ExpressionTable,
  expressionsOf,
  type ManifestationHead,
  presentHeads,
  type Queries,
  type RegisterRecord,
  rereadCoverage,
  type WorkTable,
} from '../db/index.ts';
import type { CommitmentRow, Counts, ExpressionSummary, WorkSummary } from './results.ts';

/** A row of the database as the register shows it. */
export function commitmentRow(record: RegisterRecord): CommitmentRow {
  const { id, quote, path, page, language, decision, anchored, origin, confidence, version } = record;
  return {
    ...fieldsOfRecord(record),
    ...{ id, quote, path, page, language, decision, anchored, origin, confidence, version },
    workId: record.work_id,
    workTitle: record.work_title,
    workDate: record.work_date,
    expressionId: record.expression_id,
    span: { start: record.span_start, end: record.span_end },
    source: sourceOf(record),
    review: record.review_on,
    canUndo: record.undoable !== null,
    joinedTo: record.joined_to,
    alsoIn: record.also_in,
  };
}

/** Where the words stand in the file: a text taken from a file with several works begins somewhere in it. */
function sourceOf({ source, span_start, span_end }: RegisterRecord): CommitmentRow['source'] {
  const { file, sha256, start } = source;
  return { file, sha256, start: start + span_start, end: start + span_end };
}

function fieldsOfRecord(record: RegisterRecord): CommitmentFields {
  const { kind, actors, action, strength, sector, instruments, mechanisms, places } = record;
  const { targets, lead, coordinators, report } = record;
  const due = record.due_text === null ? null : { text: record.due_text, from: record.due_from, to: record.due_to };
  const names = { instruments, mechanisms, places, targets, lead, coordinators, report };
  return { kind, actors, action, strength, due, sector, ...names };
}

/** Works as lists show them, with every expression's present version and its numbers. */
export async function summariesOf(queries: Queries, works: readonly WorkTable[]): Promise<WorkSummary[]> {
  const expressions = await expressionsOf(
    queries,
    works.map(({ id }) => id),
  );
  const ids = expressions.map(({ id }) => id);
  const [heads, counts] = [await presentHeads(queries, ids), await countsOf(queries, ids)];
  const reread = await rereadCoverage(
    queries,
    heads.map(({ id }) => id),
  );
  const headOf = new Map(
    heads.map((head) => [head.expression_id, { ...head, coverage: reread.get(head.id) ?? head.coverage }]),
  );
  return works.map((work) => ({
    ...{ id: work.id, title: work.title, type: work.type, date: work.date, parties: work.parties },
    ...{ demonstration: work.demonstration, withdrawn: work.withdrawn, version: work.version, side: work.side },
    expressions: expressions
      .filter((expression) => expression.work_id === work.id)
      .flatMap((expression) => {
        const head = headOf.get(expression.id);
        return head ? [expressionSummary(expression, head, counts.get(expression.id) ?? NO_COUNTS)] : [];
      }),
  }));
}

function expressionSummary(expression: ExpressionTable, head: ManifestationHead, counts: Counts): ExpressionSummary {
  return {
    id: expression.id,
    language: expression.language,
    file: head.name,
    format: head.format,
    encoding: head.encoding,
    sha256: head.sha256,
    startInFile: head.part_start ?? 0,
    bytes: head.size,
    version: head.version,
    importedAt: head.imported_at,
    counts,
    coverage: head.coverage,
    messages: head.messages,
  };
}

const NO_COUNTS: Counts = {
  ...{ commitment: 0, support: 0, position: 0, record: 0 },
  ...{ undecided: 0, confirmed: 0, corrected: 0, rejected: 0, lost: 0 },
};

/** The numbers of expressions, by expression. */
export async function countsOf(queries: Queries, expressionIds: readonly string[]): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>();
  for (const { expression_id, kind, decision, anchored, count } of await countsByExpression(queries, expressionIds)) {
    const sum = { ...(counts.get(expression_id) ?? NO_COUNTS) };
    sum[decision] += count;
    if (decision !== 'rejected') sum[kind] += count;
    if (!anchored) sum.lost += count;
    counts.set(expression_id, sum);
  }
  return counts;
}
