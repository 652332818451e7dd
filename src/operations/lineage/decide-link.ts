import {
  appendLinkAction,
  insertLink,
  type LinkRecord,
  linkActionsOf,
  lockLink,
  lockLinkBetween,
  type Queries,
  updateLink,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type LinkActionBody, type LinkState, reduceLink } from '../../register/index.ts';
import type { Relation } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import type { LinkView } from './results.ts';
import { lineageRows, linkView } from './rows.ts';
import { knownParts, partById } from './works.ts';

/** A person's decision on a link, naming the version they saw. */
export type LinkDecision = { readonly id: string; readonly version: number; readonly by: string } & (
  | { readonly type: 'confirm' }
  | { readonly type: 'correct'; readonly relation: Relation }
  | { readonly type: 'reject' }
  | { readonly type: 'undo' }
);

/** Two commitments a person joins, in any order; the works' dates say which is the earlier. */
export interface LinkAddition {
  readonly commitments: readonly [string, string];
  readonly relation: Relation;
  readonly by: string;
}

type Hand = Pick<Context, 'clock' | 'newId'>;

/** The action a decision is. @throws Problem `action-not-allowed` */
function bodyOf(decision: LinkDecision, { decision: now, undoable }: LinkState, relation: Relation): LinkActionBody {
  const refuse = () => new Problem('action-not-allowed', { action: decision.type, state: now });
  switch (decision.type) {
    case 'confirm':
      if (now === 'confirmed' || now === 'corrected') throw refuse();
      return { type: 'confirm' };
    case 'reject':
      if (now === 'rejected') throw refuse();
      return { type: 'reject' };
    case 'undo':
      if (undoable === null) throw refuse();
      return { type: 'undo', undoes: undoable };
    case 'correct':
      if (decision.relation !== relation) return { type: 'correct', relation: decision.relation };
      if (now === 'confirmed' || now === 'corrected') throw refuse();
      return { type: 'confirm' };
  }
}

async function append(
  queries: Queries,
  { clock, newId }: Hand,
  link: LinkRecord,
  by: string,
  bodyFor: (state: LinkState) => LinkActionBody,
): Promise<LinkRecord> {
  const before = await linkActionsOf(queries, link.id);
  const body = bodyFor(reduceLink(link.proposed, before));
  const action = { id: newId(), linkId: link.id, sequence: before.length + 1, at: clock.now(), by, body };
  await appendLinkAction(queries, action);
  const { relation, ...state } = reduceLink(link.proposed, [...before, action]);
  const changed = { ...link, ...state, relation: relation ?? link.relation };
  await updateLink(queries, changed);
  return changed;
}

/**
 * Confirms or rejects a link, changes its relation, or takes the latest decision on it back.
 * @throws Problem `not-found`, `changed-meanwhile` (another version), `action-not-allowed`
 */
export function decideLink({ database, ...hand }: Context, decision: LinkDecision): Promise<LinkView> {
  return database.write(async (queries) => {
    const link = await lockLink(queries, decision.id);
    if (link.version !== decision.version) throw new Problem('changed-meanwhile', { noun: 'link', id: link.id });
    return linkView(await append(queries, hand, link, decision.by, (state) => bodyOf(decision, state, link.relation)));
  });
}

/**
 * Joins two commitments of different works. Where the rules had joined or a person had parted them, the link is taken up
 * again with the relation given.
 * @throws Problem `not-found`, `input-invalid` (both of one work), `action-not-allowed` (joined so already)
 */
export function addLink(
  { database, ...hand }: Context,
  { commitments, relation, by }: LinkAddition,
): Promise<LinkView> {
  return database.write(async (queries) => {
    const [earlier, later] = await inOrder(queries, commitments);
    const known = await lockLinkBetween(queries, earlier.id, later.id);
    if (known !== undefined) {
      const decision: LinkDecision = { id: known.id, version: known.version, by, type: 'correct', relation };
      return linkView(await append(queries, hand, known, by, (state) => bodyOf(decision, state, known.relation)));
    }
    const link: LinkRecord = {
      ...{ id: hand.newId(), earlier_id: earlier.id, later_id: later.id, relation, decision: 'confirmed', version: 0 },
      ...{ earlier_part: earlier.part, later_part: later.part, undoable: null, proposed: null },
      ...{ likely: true, score: 1, why: [] },
    };
    await insertLink(queries, link);
    return linkView(await append(queries, hand, link, by, () => ({ type: 'add', relation })));
  });
}

async function inOrder(queries: Queries, [one, other]: readonly [string, string]) {
  const parts = await knownParts(queries);
  const rows = await lineageRows(queries, parts, [one, other]);
  const placed = (id: string): Placed => {
    const row = rows.get(id);
    if (row === undefined) throw new Problem('not-found', { noun: 'commitment', id });
    return { id, part: row.part, work: partById(parts, row.part).work };
  };
  const [first, second] = [placed(one), placed(other)];
  if (first.part === second.part) throw new Problem('input-invalid', { field: 'commitments', reason: 'same work' });
  const dates = (first.work.date ?? '9999').localeCompare(second.work.date ?? '9999');
  const swap = dates > 0 || (dates === 0 && first.work.level === 'local' && second.work.level === 'national');
  return swap ? ([second, first] as const) : ([first, second] as const);
}

interface Placed {
  readonly id: string;
  readonly part: string;
  readonly work: { readonly date: string | null; readonly level: string };
}
