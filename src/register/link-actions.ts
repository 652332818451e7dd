import type { Relation } from '../vocabulary/index.ts';
import type { Decision } from './actions.ts';

/** What a person can do to a link between two commitments. Each is appended, none is ever changed. */
export type LinkActionBody =
  /** A person joined two commitments that the rules had not. */
  | { readonly type: 'add'; readonly relation: Relation }
  | { readonly type: 'confirm' }
  /** Both belong together, in another relation than the rules say. */
  | { readonly type: 'correct'; readonly relation: Relation }
  | { readonly type: 'reject' }
  /** Takes back the latest decision that still stands. */
  | { readonly type: 'undo'; readonly undoes: string };

export interface LinkAction {
  readonly id: string;
  readonly body: LinkActionBody;
}

/** What the rules say of a link, or null where a person added it. */
export type LinkProposal = Relation | null;

/** Where a link stands: what `reduceLink` makes of the proposal and the actions. */
export interface LinkState {
  readonly decision: Decision;
  /** Null where the person who added it took it back. */
  readonly relation: Relation | null;
  /** The decision that `undo` would take back, or null. */
  readonly undoable: string | null;
  /** Actions so far: the version a decision must name. */
  readonly version: number;
}

/** The present state of a link. An added link that is taken back is a rejected one. */
export function reduceLink(proposal: LinkProposal, actions: readonly LinkAction[]): LinkState {
  const undone = new Set(actions.flatMap(({ body }) => (body.type === 'undo' ? [body.undoes] : [])));
  const standing = actions.filter(({ id, body }) => body.type !== 'undo' && !undone.has(id));
  const last = standing.at(-1);
  const named = standing.findLast(({ body }) => body.type === 'add' || body.type === 'correct')?.body;
  const relation = named !== undefined && 'relation' in named ? named.relation : proposal;
  return {
    decision: decisionOf(last?.body.type, proposal, relation),
    relation,
    undoable: last?.id ?? null,
    version: actions.length,
  };
}

function decisionOf(
  last: LinkActionBody['type'] | undefined,
  proposal: LinkProposal,
  relation: LinkProposal,
): Decision {
  if (last === undefined) return proposal === null ? 'rejected' : 'undecided';
  if (last === 'reject') return 'rejected';
  return relation === proposal || proposal === null ? 'confirmed' : 'corrected';
}
