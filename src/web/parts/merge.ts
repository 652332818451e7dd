/** Whose value of a field is to stand. */
export type Side = 'mine' | 'theirs';

/** A field that two people left different: what both saw, what I made of it, what somebody else made of it meanwhile. */
export interface MergeField {
  readonly name: string;
  readonly before: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Whose value stands unless chosen otherwise: that of who alone changed it; null where both did. */
  readonly settled: Side | null;
}

type Values = Readonly<Record<string, unknown>>;

/** The fields, of those named, that are not the same with both. */
export function fieldsToMerge(names: readonly string[], before: Values, mine: Values, theirs: Values): MergeField[] {
  return names.flatMap((name) => {
    const [was, own, other] = [before[name], mine[name], theirs[name]].map((value) => JSON.stringify(value ?? null));
    if (own === other) return [];
    const settled = own === was ? 'theirs' : other === was ? 'mine' : null;
    return [{ name, before: before[name], mine: mine[name], theirs: theirs[name], settled }];
  });
}
