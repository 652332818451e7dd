/** Fields of what a file is, in the order they are shown. */
export const IDENTITY_FIELDS = [
  ...(['type', 'number', 'title', 'date', 'published', 'place'] as const),
  ...(['parties', 'signatories', 'rendering'] as const),
] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

/** An entry of a work's log, as far as it says what the work is. */
export interface IdentityAction {
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly body:
    | {
        readonly type: 'describe';
        readonly fields: Readonly<Record<string, unknown>>;
        readonly more?: Readonly<Record<string, unknown>>;
      }
    | { readonly type: 'confirm'; readonly expression: string; readonly values: Readonly<Record<string, unknown>> }
    | {
        readonly type: 'mark-oddity';
        readonly expression: string;
        readonly key: string;
        readonly known: boolean;
        readonly note: string;
      }
    | { readonly type: 'undo'; readonly of: number }
    | { readonly type: string };
}

export interface DecidedField {
  readonly state: 'confirmed' | 'corrected';
  readonly value: unknown;
  readonly at: string;
  readonly by: string;
}

export interface KnownOddity {
  readonly note: string;
  readonly at: string;
  readonly by: string;
}

/** What people decided of what a work is. */
export interface IdentityState {
  readonly decided: ReadonlyMap<IdentityField, DecidedField>;
  /** By key. */
  readonly known: ReadonlyMap<string, KnownOddity>;
  /** Sequence of the latest decision that stands, or null. */
  readonly undoable: number | null;
}

const DECISIONS: ReadonlySet<string> = new Set(['describe', 'confirm', 'mark-oddity']);

/**
 * What the log of a work adds up to. The first entry is what the rules proposed on import; every later description is a
 * person's. Whether a text is a translation belongs to that text alone.
 */
export function reduceIdentity(log: readonly IdentityAction[], expression: string): IdentityState {
  const undone = new Set(log.flatMap(({ body }) => (isUndo(body) ? [body.of] : [])));
  const standing = log.filter(
    ({ sequence, body }) => sequence > 1 && DECISIONS.has(body.type) && !undone.has(sequence),
  );
  const decided = new Map<IdentityField, DecidedField>();
  const known = new Map<string, KnownOddity>();
  for (const { at, by, body } of standing) {
    const put = (values: Readonly<Record<string, unknown>>, state: DecidedField['state']) => {
      for (const field of IDENTITY_FIELDS)
        if (field in values) decided.set(field, { state, value: values[field], at, by });
    };
    if (isDescribe(body)) put({ ...body.fields, ...body.more }, 'corrected');
    if (isConfirm(body)) put(body.expression === expression ? body.values : withoutRendering(body.values), 'confirmed');
    if (isMark(body) && body.known) known.set(body.key, { note: body.note, at, by });
    else if (isMark(body)) known.delete(body.key);
  }
  return { decided, known, undoable: standing.at(-1)?.sequence ?? null };
}

function withoutRendering({ rendering: _, ...values }: Readonly<Record<string, unknown>>) {
  return values;
}

type Body = IdentityAction['body'];
type Of<Type extends string> = Extract<Body, { type: Type }>;

function isUndo(body: Body): body is Of<'undo'> {
  return body.type === 'undo' && 'of' in body;
}

function isDescribe(body: Body): body is Of<'describe'> {
  return body.type === 'describe' && 'fields' in body;
}

function isConfirm(body: Body): body is Of<'confirm'> {
  return body.type === 'confirm' && 'values' in body;
}

function isMark(body: Body): body is Of<'mark-oddity'> {
  return body.type === 'mark-oddity' && 'key' in body;
}
