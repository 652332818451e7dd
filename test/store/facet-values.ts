import type { CommitmentRow } from '../../src/operations/index.ts';

/** What the facets mean, said once more in plain words: the value or values of a row. */
export const FACET_VALUES: Record<string, (row: CommitmentRow) => readonly string[]> = {
  work: (row) => [row.workId],
  kind: (row) => [row.kind],
  strength: (row) => [row.strength],
  actor: (row) => row.actors,
  sector: (row) => [row.sector],
  place: (row) => row.places,
  due: ({ due }) => [due === null ? 'none' : due.from === null && due.to === null ? 'soon' : 'dated'],
  target: ({ targets }) => (targets.length > 0 ? ['some'] : []),
  review: ({ review }) => (review === null ? [] : ['set']),
  decision: (row) => [row.decision],
  language: (row) => [row.language],
};

/** How many rows have each value of a facet. */
export function countedBy(
  rows: readonly CommitmentRow[],
  values: (row: CommitmentRow) => readonly string[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of rows.flatMap((row) => [...new Set(values(row))])) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
