import { refused } from '../log-steps.ts';

/** What one side gives the other in a year: scholarships, training places, exchanges. */
export interface Quota {
  /** `scholarship`, `training`, `exchange`, or another word of the relation. */
  readonly kind: string;
  /** Who gives and who receives: party or unit. */
  readonly from: string;
  readonly to: string;
  readonly year: number;
  /** The commitment it was promised in; null where it was given unasked. */
  readonly commitment: string | null;
}

/** What is entered in the ledger of one quota; numbers are places, and add to what was entered before. */
export type QuotaActionBody =
  | { readonly type: 'open'; readonly quota: Quota }
  | { readonly type: 'promise'; readonly places: number; readonly note: string }
  | { readonly type: 'grant'; readonly places: number; readonly note: string }
  | { readonly type: 'use'; readonly places: number; readonly note: string }
  | { readonly type: 'undo'; readonly undoes: string };

export interface QuotaAction {
  readonly id: string;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly body: QuotaActionBody;
}

/** Where a quota stands. Granted may be more than promised, never less than used. */
export interface QuotaState extends Quota {
  readonly promised: number;
  readonly granted: number;
  readonly used: number;
  /** Promised and not granted; granted and not used. */
  readonly ungranted: number;
  readonly unused: number;
}

/**
 * The ledger of a quota from its first entry to its last; the latest entry that stands can be taken back.
 * @throws Problem `action-not-allowed` where it does not begin with `open`, where more is used than granted, or where an entry is
 *   taken back that is not the latest
 */
export function reduceQuota(actions: readonly QuotaAction[]): QuotaState {
  const standing: { readonly id: string; readonly state: QuotaState }[] = [];
  for (const { id, body } of actions) {
    const top = standing.at(-1);
    if (body.type === 'undo') {
      if (top?.id !== body.undoes || standing.length === 1) throw refused(body.type, 'quota');
      standing.pop();
    } else {
      standing.push({ id, state: entered(top?.state ?? null, body) });
    }
  }
  const last = standing.at(-1);
  if (last === undefined) throw refused('none', 'quota');
  return last.state;
}

function entered(state: QuotaState | null, body: Exclude<QuotaActionBody, { type: 'undo' }>): QuotaState {
  if (body.type === 'open') {
    if (state !== null) throw refused(body.type, 'quota');
    return balanced({ ...body.quota, promised: 0, granted: 0, used: 0 });
  }
  if (state === null || !Number.isInteger(body.places) || body.places < 1) throw refused(body.type, 'quota');
  const { places } = body;
  if (body.type === 'promise') return balanced({ ...state, promised: state.promised + places });
  if (body.type === 'grant') return balanced({ ...state, granted: state.granted + places });
  if (state.used + places > state.granted) throw refused(body.type, 'quota');
  return balanced({ ...state, used: state.used + places });
}

function balanced(state: Omit<QuotaState, 'ungranted' | 'unused'>): QuotaState {
  return {
    ...state,
    ungranted: Math.max(0, state.promised - state.granted),
    unused: state.granted - state.used,
  };
}
