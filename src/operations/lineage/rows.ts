import { type LinkRecord, type Queries, rowsById, rowsOfExpression } from '../../db/index.ts';
import { commitmentRow } from '../present.ts';
import type { LineageRow, LinkView } from './results.ts';
import { type KnownPart, partAt } from './works.ts';

export function linkView(record: LinkRecord): LinkView {
  const { id, relation, decision, version, likely, score, why } = record;
  return {
    ...{ id, relation, decision, version, likely, score, why },
    earlierId: record.earlier_id,
    laterId: record.later_id,
    canUndo: record.undoable !== null,
    origin: record.proposed === null ? 'person' : 'rules',
  };
}

/** A link that counts: a person said so, or the rules do and nobody objected. */
export function counts({ decision, likely }: LinkRecord): boolean {
  return decision === 'confirmed' || decision === 'corrected' || (decision === 'undecided' && likely);
}

/** Commitments by their ids, each with the work of lineage it stands in. */
export async function lineageRows(
  queries: Queries,
  parts: ReadonlyMap<string, KnownPart>,
  ids: readonly string[],
): Promise<Map<string, LineageRow>> {
  const rows = await rowsById(queries, ids);
  return new Map(
    rows.map((record) => {
      const row = commitmentRow(record);
      const part = partAt(parts.values(), row.expressionId, row.span.start);
      return [row.id, { ...row, part: part?.work.id ?? '' }];
    }),
  );
}

/** The commitments of a work of lineage in the order of the text, without those that people rejected. */
export async function rowsOfPart(queries: Queries, { work, row }: KnownPart): Promise<LineageRow[]> {
  const rows = await rowsOfExpression(queries, work.expressionId);
  return rows
    .filter(({ span_start }) => row.span_start <= span_start && span_start < row.span_end)
    .map((record) => ({ ...commitmentRow(record), part: work.id }));
}
