import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/index.ts';

/** Words that two sides hold together: agreed conclusions, or a session and who hosts it. */
export type ThingContent = Readonly<Record<string, unknown>>;

/** An edit of a thing, which stands on the edits it saw; its hash is its name. */
export interface ThingEdit {
  readonly kind: 'edit';
  readonly thing: string;
  readonly edit: string;
  /** Hashes of the edits it saw and replaces, sorted; none for the first. */
  readonly parents: readonly string[];
  readonly party: string;
  readonly at: string;
  readonly content: ThingContent;
}

/** A side agrees to exactly the words of one edit. */
export interface ThingAgreement {
  readonly kind: 'agree';
  readonly thing: string;
  readonly agrees: string;
  readonly party: string;
  readonly at: string;
}

export type ThingEntry = ThingEdit | ThingAgreement;

/** How a thing stands. Edits that nobody replaced are its heads: of several, people choose. */
export interface ThingState {
  readonly standing: 'proposed' | 'agreed' | 'conflict';
  readonly heads: readonly ThingHead[];
  /** Edits that others stand on and that have not come yet. */
  readonly missing: readonly string[];
}

export interface ThingHead extends ThingEdit {
  /** SHA-256 of the words alone: what both sides hold. */
  readonly hash: string;
  /** The sides that hold these words: who wrote them, and who agreed. */
  readonly agreed: readonly string[];
}

/** The name of an edit: SHA-256 of its canonical JSON. */
export function editHash({ thing, parents, party, at, content }: Omit<ThingEdit, 'kind' | 'edit'>): string {
  return sha256({ thing, parents: [...parents].sort(), party, at, content });
}

/** What both sides hold the same of: SHA-256 of the canonical JSON of the words. */
export function contentHash(content: ThingContent): string {
  return sha256(content);
}

/**
 * How a thing stands after what is known of it, in whatever order it came. Two edits that did not see each other are both kept.
 * @param parties the sides whose agreement counts
 */
export function reduceThing(entries: readonly ThingEntry[], parties: readonly string[]): ThingState {
  const edits = new Map(entries.flatMap((entry) => (entry.kind === 'edit' ? [[entry.edit, entry] as const] : [])));
  const replaced = new Set([...edits.values()].flatMap((edit) => edit.parents));
  const heads = [...edits.values()]
    .filter(({ edit }) => !replaced.has(edit))
    .sort((a, b) => (a.at === b.at ? (a.edit < b.edit ? -1 : 1) : a.at < b.at ? -1 : 1))
    .map((edit): ThingHead => {
      const agreed = entries.flatMap((one) => (one.kind === 'agree' && one.agrees === edit.edit ? [one.party] : []));
      return { ...edit, hash: contentHash(edit.content), agreed: [...new Set([edit.party, ...agreed])].sort() };
    });
  const [first] = heads;
  const whole = heads.length === 1 && first !== undefined && parties.every((party) => first.agreed.includes(party));
  return {
    standing: heads.length > 1 ? 'conflict' : whole ? 'agreed' : 'proposed',
    heads,
    missing: [...replaced].filter((edit) => !edits.has(edit)).sort(),
  };
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
