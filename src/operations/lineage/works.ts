import { type LineagePartRow, lineageParts, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import type { Tracing, WorkInLineage } from './results.ts';

/** A work of lineage with what only the server reads of it. */
export interface KnownPart {
  readonly work: WorkInLineage;
  readonly row: LineagePartRow;
}

/** Every work in lineage by its id, the earliest first. */
export async function knownParts(queries: Queries): Promise<Map<string, KnownPart>> {
  const rows = await lineageParts(queries);
  return new Map(rows.map((row) => [row.id, { row, work: workOf(row) }]));
}

function workOf(row: LineagePartRow): WorkInLineage {
  const { id, type, date, level, language, title, parties, demonstration } = row;
  return {
    ...{
      id,
      type,
      date,
      level,
      language,
      parties,
      demonstration,
      workId: row.work_id,
      expressionId: row.expression_id,
    },
    // A carried statement has a title of its own; else people may have given the work a better one since.
    title: id.endsWith('#1') ? row.work_title : title,
  };
}

/** @throws Problem `not-found` */
export function partById(parts: ReadonlyMap<string, KnownPart>, id: string): KnownPart {
  const part = parts.get(id);
  if (part === undefined) throw new Problem('not-found', { noun: 'work', id });
  return part;
}

/** How far the comparing of texts is, or null where all are compared. */
export function tracingOf({ tracing }: Context): Tracing | null {
  return tracing.progress;
}

/** The works that can be compared, the earliest first, and how far the comparing is. */
export async function lineageWorks(context: Context): Promise<{ works: WorkInLineage[]; tracing: Tracing | null }> {
  const parts = await knownParts(context.database.queries);
  return { works: [...parts.values()].map(({ work }) => work), tracing: tracingOf(context) };
}

/** The part of a text that a place of it belongs to. */
export function partAt(parts: Iterable<KnownPart>, expressionId: string, offset: number): KnownPart | undefined {
  for (const part of parts) {
    const { expression_id, span_start, span_end } = part.row;
    if (expression_id === expressionId && span_start <= offset && offset < span_end) return part;
  }
  return undefined;
}

/** Whether two works are of one relation, as far as their parties tell; the demonstration stands apart. */
export function sameRelation(one: WorkInLineage, other: WorkInLineage): boolean {
  const shared = one.parties.filter((party) => other.parties.includes(party)).length;
  return one.demonstration === other.demonstration && shared >= Math.min(2, one.parties.length, other.parties.length);
}
