import {
  descriptionsOf,
  expressionById,
  expressionsOf,
  linksOf,
  presentText,
  type Queries,
  type WorkTable,
  workActionsOf,
  workById,
} from '../../db/index.ts';
import type { Described, FileDescription, Oddity, PartRelation } from '../../documents/index.ts';
import type { Span } from '../../kernel/index.ts';
import {
  IDENTITY_FIELDS,
  type IdentityField,
  type IdentityState,
  type KnownOddity,
  reduceIdentity,
} from '../../register/index.ts';
import type { Context } from '../context.ts';

/** One field of what a file is: its value, where it was read and what people decided of it. */
export interface IdentityEntry {
  readonly field: IdentityField;
  readonly value: unknown;
  readonly state: 'proposed' | 'confirmed' | 'corrected';
  /** Null where the rules read nothing. */
  readonly read: Described<unknown> | null;
  readonly at: string | null;
  readonly by: string | null;
}

export interface LinkedWork {
  readonly workId: string;
  readonly title: string;
  readonly relation: PartRelation;
  /** This work is the one that annexes or reproduces; else it is annexed or reproduced. */
  readonly carries: boolean;
  /** A text of that work from the same file, else its first text. */
  readonly expressionId: string | null;
}

export interface OddityEntry extends Oddity {
  readonly key: string;
  readonly known: KnownOddity | null;
}

/** What a text says of itself and what people decided of it. */
export interface Identity {
  readonly workId: string;
  readonly expressionId: string;
  /** Of the work; a decision names it. */
  readonly version: number;
  readonly canUndo: boolean;
  readonly fields: readonly IdentityEntry[];
  /** Where the text stands in its file; null where it is the whole of it. */
  readonly part: Span | null;
  readonly links: readonly LinkedWork[];
  /** Places where further works may begin. */
  readonly cuts: readonly {
    readonly at: number;
    readonly words: string;
    readonly span: Span;
    readonly confidence: number;
    readonly signs: readonly string[];
    readonly relation: PartRelation;
  }[];
  readonly oddities: readonly OddityEntry[];
}

/**
 * What a text is, with the words it was read from, and what is odd in it.
 * @throws Problem `not-found`
 */
export async function readIdentity({ database: { queries } }: Context, expressionId: string): Promise<Identity> {
  const { work_id } = await expressionById(queries, expressionId);
  const work = await workById(queries, work_id);
  const { part_start, text } = await presentText(queries, expressionId);
  const [description] = await descriptionsOf(queries, [expressionId]);
  const state = reduceIdentity(await workActionsOf(queries, work_id), expressionId);
  const fields = entriesOf(work, description?.fields, state);
  return {
    ...{ workId: work_id, expressionId, version: work.version, canUndo: state.undoable !== null, fields },
    part: part_start === null ? null : { start: part_start, end: part_start + text.length },
    links: await linkedWorks(queries, work_id),
    cuts: part_start === null ? (description?.cuts ?? []).filter(({ at }) => at > 0) : [],
    oddities: (description?.oddities ?? []).map((oddity) => {
      const key = oddityKey(oddity);
      return { ...oddity, key, known: state.known.get(key) ?? null };
    }),
  };
}

/** Every field of what a text is: what stands now, where it was read, what people decided. */
export function entriesOf(
  work: WorkTable,
  described: FileDescription | undefined,
  { decided }: IdentityState,
): IdentityEntry[] {
  const held: Readonly<Partial<Record<IdentityField, unknown>>> = work;
  return IDENTITY_FIELDS.map((field) => {
    const read = readOf(described, field);
    const { state = 'proposed', at = null, by = null, value } = decided.get(field) ?? {};
    const own = decided.has(field) ? value : (read?.value ?? null);
    return { field, value: field in held ? held[field] : own, read, state, at, by };
  });
}

function readOf(fields: FileDescription | undefined, field: IdentityField): Described<unknown> | null {
  return fields?.[field] ?? null;
}

/** Oddities are known by their rule and first words, so that they outlive new versions of the text. */
export function oddityKey({ rule, places }: Oddity): string {
  return [rule, ...places.slice(0, 2).map(({ quote }) => quote.replace(/\s+/g, ' ').slice(0, 80))].join('|');
}

async function linkedWorks(queries: Queries, workId: string): Promise<LinkedWork[]> {
  const links = await linksOf(queries, [workId]);
  return Promise.all(
    links.map(async ({ work_id, other_id, relation }) => {
      const carries = work_id === workId;
      const { id, title } = await workById(queries, carries ? other_id : work_id);
      const [text] = await expressionsOf(queries, [id]);
      return { workId: id, title, relation, carries, expressionId: text?.id ?? null };
    }),
  );
}
