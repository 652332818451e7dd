import { refused } from '../log-steps.ts';
import { keepsSideOf, type Seat } from '../seats/index.ts';
import type { MilestoneKind } from '../tasks/index.ts';

/** One thing that every side has to do its half of: a gate opened on both banks, a petition sent to both governments. */
export interface PairContent {
  readonly title: string;
  readonly kind: MilestoneKind;
  /** ISO 3166 codes of the sides, each with a state of its own. */
  readonly parties: readonly string[];
  /** The commitment it belongs to; null where it belongs to none. */
  readonly commitment: string | null;
  /** The gate (an entry of the registers) it is about; none where absent or null. */
  readonly gate?: string | null | undefined;
  /** ISO date it is to be reached by; null where none is agreed. */
  readonly due: string | null;
}

/** How far one side is. Days are ISO dates. */
export interface PairSide {
  readonly planned: string | null;
  readonly reached: string | null;
  /** Number of a document, or an address, that shows it. */
  readonly source: string;
}

/** What can be done to a pair; each side says only its own state. */
export type PairActionBody =
  | { readonly type: 'open'; readonly pair: PairContent }
  | { readonly type: 'describe'; readonly pair: PairContent }
  | { readonly type: 'state'; readonly party: string; readonly side: PairSide }
  | { readonly type: 'undo'; readonly undoes: string };

export interface PairAction {
  readonly id: string;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly body: PairActionBody;
}

export interface PairState extends PairContent {
  /** By party; a side that has said nothing is not there. */
  readonly sides: Readonly<Record<string, PairSide>>;
  readonly last: { readonly id: string; readonly by: string; readonly type: PairActionBody['type'] };
}

/**
 * Where the actions of a pair lead to, from the first to the last.
 * @throws Problem `action-not-allowed` where the log does not begin with `open`, a state is of none of its parties, a side is reached
 *   without a source, or what is taken back is not the latest
 */
export function reducePair(actions: readonly PairAction[]): PairState {
  const standing: PairState[] = [];
  for (const { id, by, body } of actions) {
    const state = standing.at(-1);
    const last = { id, by, type: body.type };
    if (body.type === 'undo') {
      if (standing.length < 2 || state?.last.id !== body.undoes) throw refused(body.type, 'pair');
      standing.pop();
    } else if (body.type === 'open') {
      if (state !== undefined) throw refused(body.type, 'pair');
      standing.push({ ...body.pair, sides: {}, last });
    } else {
      if (state === undefined) throw refused(body.type, 'pair');
      standing.push({ ...state, ...changed(state, body), last });
    }
  }
  const state = standing.at(-1);
  if (state === undefined) throw refused('none', 'pair');
  return state;
}

function changed(state: PairState, body: Extract<PairActionBody, { type: 'describe' | 'state' }>): Partial<PairState> {
  if (body.type === 'describe') return body.pair;
  const shown = body.side.reached === null || body.side.source.trim() !== '';
  if (!state.parties.includes(body.party) || !shown) throw refused(body.type, 'pair');
  return { sides: { ...state.sides, [body.party]: body.side } };
}

export const PAIR_STANDINGS = ['both', 'one-sided', 'none'] as const;
export type PairStanding = (typeof PAIR_STANDINGS)[number];

/** Whether both sides have reached it, only some, or none; and whether its day has passed for those that have not. */
export function pairStanding(
  { parties, sides, due }: Pick<PairState, 'parties' | 'sides' | 'due'>,
  day: string,
): { readonly standing: PairStanding; readonly behind: readonly string[]; readonly late: boolean } {
  const behind = parties.filter((party) => sides[party]?.reached == null);
  const standing = behind.length === 0 ? 'both' : behind.length < parties.length ? 'one-sided' : 'none';
  return { standing, behind, late: behind.length > 0 && due !== null && due < day };
}

/** What a seat can do to a pair: secretariats and leaders of its parties describe it and say how far their own side is. */
export function availablePairActions(
  { parties, last }: Pick<PairState, 'parties' | 'last'>,
  seat: Seat,
): Exclude<PairActionBody['type'], 'open'>[] {
  if (!keepsSideOf(seat, parties)) return [];
  return ['describe', 'state', ...(last.type !== 'open' && last.by === seat.hand ? (['undo'] as const) : [])];
}
