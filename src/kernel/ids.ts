/** A string that carries the name of what it identifies, so that ids of two nouns cannot be mixed up. */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

export type WorkId = Id<'work'>;
export type ExpressionId = Id<'expression'>;
export type ManifestationId = Id<'manifestation'>;
export type CommitmentId = Id<'commitment'>;
export type ActionId = Id<'action'>;

/** Marks a string read from outside (a row, an address) as an id of the wanted noun. */
export function asId<Noun extends string>(value: string): Id<Noun> {
  return value as Id<Noun>;
}
