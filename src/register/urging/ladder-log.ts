import { refused } from '../log-steps.ts';
import { keepsSide, type Seat } from '../seats/index.ts';
import { type Ladder, ladderOf } from './ladder.ts';

/** What a side sets of its ladder. The source says where it comes from: an agreement, a regulation, one's own practice. */
export type SetLadder = Pick<Ladder, 'source' | 'quiet' | 'steps' | 'reports'>;

/** What can be done about the ladder by which a side urges in a relation. */
export type LadderBody =
  | { readonly type: 'set'; readonly ladder: SetLadder }
  | { readonly type: 'undo'; readonly undoes: string };

export interface LadderAction {
  readonly id: string;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly body: LadderBody;
}

/** The ladder in force. */
export interface LadderState {
  readonly ladder: Ladder;
  /** The action that set it; null where the program's stands. */
  readonly set: { readonly id: string; readonly at: string; readonly by: string } | null;
  readonly version: number;
}

/**
 * The ladder that a relation's actions lead to, from the program's on. Levels follow the order of the steps.
 * @throws Problem `action-not-allowed` where what is taken back is not the latest that stands
 */
export function reduceLadder(relation: string, actions: readonly LadderAction[]): LadderState {
  const standing: Omit<LadderState, 'version'>[] = [{ ladder: ladderOf(relation), set: null }];
  for (const { id, at, by, body } of actions) {
    if (body.type === 'set') standing.push({ ladder: inOrder(body.ladder), set: { id, at, by } });
    else if (standing.at(-1)?.set?.id === body.undoes) standing.pop();
    else throw refused('undo', 'ladder');
  }
  const { ladder, set } = standing.at(-1) as Omit<LadderState, 'version'>;
  return { ladder, set, version: actions.length };
}

/** Whether a seat may set the ladder of a side, or take that back. */
export function maySetLadder(seat: Seat, party: string): boolean {
  return keepsSide(seat) && (seat.party === null || seat.party === party);
}

/** Steps in the order of their days, numbered from 1: a level above another never comes before it. */
function inOrder({ source, quiet, steps, reports }: SetLadder): Ladder {
  const ordered = steps.toSorted((a, b) => a.days - b.days).map((step, index) => ({ ...step, level: index + 1 }));
  return { source, quiet, steps: ordered, reports };
}
