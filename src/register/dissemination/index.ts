import { refused } from '../log-steps.ts';
import { keepsSide, type Seat } from '../seats/index.ts';

/** What can be done about a text that a side hands on to its units (quán triệt, 传达学习). */
export type DisseminationBody =
  /** Whom it was sent to; a unit that has confirmed anything stays. */
  | { readonly type: 'address'; readonly units: readonly string[] }
  /** ISO date on which the unit got it. */
  | { readonly type: 'receive'; readonly unit: string; readonly day: string }
  /** ISO date on which the unit studied it with its people, and how many they were (null where it is not said). */
  | { readonly type: 'study'; readonly unit: string; readonly day: string; readonly people: number | null }
  | { readonly type: 'undo'; readonly undoes: string };

export interface DisseminationAction {
  readonly id: string;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly body: DisseminationBody;
}

/** A unit the text was sent to, with what it confirmed. */
export interface Addressee {
  readonly unit: string;
  readonly received: string | null;
  readonly studied: { readonly day: string; readonly people: number | null } | null;
}

export interface Dissemination {
  readonly addressees: readonly Addressee[];
  readonly version: number;
  readonly last: { readonly id: string; readonly by: string } | null;
}

const NOTHING: Dissemination = { addressees: [], version: 0, last: null };

/**
 * Where the actions lead to, from the first to the last.
 * @throws Problem `action-not-allowed` where a unit confirms that was not addressed, one that confirmed is left out, or what is taken back
 *   is not the latest
 */
export function reduceDissemination(actions: readonly DisseminationAction[]): Dissemination {
  const standing: Dissemination[] = [NOTHING];
  for (const { id, by, body } of actions) {
    const now = standing.at(-1) ?? NOTHING;
    if (body.type === 'undo') {
      if (standing.length < 2 || now.last?.id !== body.undoes) throw refused(body.type, 'dissemination');
      standing.pop();
    } else standing.push({ ...now, addressees: changed(now.addressees, body), last: { id, by } });
  }
  return { ...(standing.at(-1) ?? NOTHING), version: actions.length };
}

function changed(now: readonly Addressee[], body: Exclude<DisseminationBody, { type: 'undo' }>): readonly Addressee[] {
  if (body.type === 'address') {
    const kept = new Map(now.map((one) => [one.unit, one]));
    const left = now.filter(({ unit }) => !body.units.includes(unit));
    if (left.some(({ received, studied }) => received !== null || studied !== null))
      throw refused(body.type, 'dissemination');
    return [...new Set(body.units)].map((unit) => kept.get(unit) ?? { unit, received: null, studied: null });
  }
  if (!now.some(({ unit }) => unit === body.unit)) throw refused(body.type, 'dissemination');
  return now.map((one) => {
    if (one.unit !== body.unit) return one;
    if (body.type === 'receive') return { ...one, received: body.day };
    // Whoever studied a text has got it.
    return { ...one, received: one.received ?? body.day, studied: { day: body.day, people: body.people } };
  });
}

/** How far a text got, from confirmations alone; whoever confirmed nothing is named. */
export interface Coverage {
  readonly addressed: number;
  readonly received: number;
  readonly studied: number;
  /** People reached, of the units that said how many. */
  readonly people: number;
  /** Units without a confirmation that they studied it. */
  readonly open: readonly string[];
}

export function coverageOf({ addressees }: Dissemination): Coverage {
  return {
    addressed: addressees.length,
    received: addressees.filter(({ received }) => received !== null).length,
    studied: addressees.filter(({ studied }) => studied !== null).length,
    people: addressees.reduce((sum, { studied }) => sum + (studied?.people ?? 0), 0),
    open: addressees.filter(({ studied }) => studied === null).map(({ unit }) => unit),
  };
}

/** Whether a seat may do it: the secretariat and leaders of a side anything, heads and reporters confirm for their own units. */
export function mayDisseminate(body: DisseminationBody, { last }: Dissemination, seat: Seat): boolean {
  if (body.type === 'undo') return last !== null && last.by === seat.hand;
  if (keepsSide(seat)) return true;
  const reports = seat.role === 'unit-head' || seat.role === 'reporter';
  return reports && body.type !== 'address' && seat.units.includes(body.unit);
}
