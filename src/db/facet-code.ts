import { LANGUAGES } from '../kernel/index.ts';
import { DECISIONS } from '../register/index.ts';
import { KINDS, SECTORS, STRENGTHS } from '../vocabulary/index.ts';
import type { CommitmentTable } from './tables.ts';

/** Whether and when a commitment is due: by a date, urgently without one (`sớm`), or not told. */
export const DUE_STATES = ['dated', 'soon', 'none'] as const;

/** The facets of which every commitment has one value; how many values each can have. The order is kept in the data. */
const FACETS = [
  { part: 'kind', column: 'kind', values: KINDS },
  { part: 'strength', column: 'strength', values: STRENGTHS },
  { part: 'sector', column: 'sector', values: SECTORS },
  { part: 'due', column: 'due_state', values: DUE_STATES },
  { part: 'decision', column: 'decision', values: DECISIONS },
  { part: 'language', column: 'language', values: LANGUAGES },
] as const satisfies readonly { part: string; column: keyof CommitmentTable; values: readonly string[] }[];

export type PackedFacet = (typeof FACETS)[number]['part'];
export const PACKED_FACETS = FACETS.map(({ part }) => part);

type Packed = Pick<CommitmentTable, (typeof FACETS)[number]['column']>;

/** Values a facet may have before its codes change their meaning; more than any has now. */
export const ROOM = 32;

/** The values of all packed facets as one number. */
export function facetCode(row: Packed): number {
  return FACETS.reduce(
    (code, { column, values }) => code * ROOM + (values as readonly string[]).indexOf(row[column]),
    0,
  );
}

/** Where a facet stands in the number: what to divide by, of which the rest by `ROOM` is the value's place among `values`. */
export function facetPlace(part: PackedFacet): { readonly divisor: number; readonly values: readonly string[] } {
  const index = FACETS.findIndex((facet) => facet.part === part);
  return { divisor: ROOM ** (FACETS.length - 1 - index), values: FACETS[index]?.values ?? [] };
}

/** The values that a number stands for. */
export function facetValues(code: number): Record<PackedFacet, string> {
  let rest = code;
  const values: Partial<Record<PackedFacet, string>> = {};
  for (const facet of FACETS.toReversed()) {
    values[facet.part] = facet.values[rest % ROOM] ?? '';
    rest = Math.floor(rest / ROOM);
  }
  return values as Record<PackedFacet, string>;
}

/** What counts are kept under besides a value of a packed facet: the rest of `register_pair.under`. */
export const KEPT_UNDER = { owed: 200, given: 201, givenOwed: 202 } as const;

/** A value of a packed facet, as counts are kept under it. */
export function underOf(part: PackedFacet, value: string): number {
  const values: readonly string[] = facetPlace(part).values;
  return PACKED_FACETS.indexOf(part) * ROOM + values.indexOf(value);
}
