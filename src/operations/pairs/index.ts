import {
  appendPairActions,
  commitmentsNamed,
  entitiesByIds,
  listPairs,
  lockPair,
  type PairRecord,
  pairActions,
  putPairs,
  type Queries,
  type StoredPairAction,
} from '../../db/index.ts';
import { type Language, Problem } from '../../kernel/index.ts';
import {
  availablePairActions,
  type NameForms,
  type PairActionBody,
  type PairContent,
  type PairStanding,
  type PairState,
  pairStanding,
  reducePair,
  type Seat,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { type Moment, momentOf, recordsAt } from '../moment.ts';

/** A paired milestone as a seat sees it. */
export interface PairView extends PairState {
  readonly id: string;
  readonly version: number;
  readonly standing: PairStanding;
  /** Parties that have not reached it, and whether its day has passed. */
  readonly behind: readonly string[];
  readonly late: boolean;
  readonly actions: readonly Exclude<PairActionBody['type'], 'open'>[];
}

export interface PairList {
  /** ISO date that lateness is of. */
  readonly day: string;
  readonly rows: readonly PairView[];
  readonly named: readonly { readonly id: string; readonly quote: string; readonly language: Language }[];
  /** The gates they are about. */
  readonly gates: readonly { readonly id: string; readonly names: NameForms }[];
}

/**
 * The paired milestones the seat may see: one-sided first, then what is late, then by day. Of a past day (ISO) as they stood
 * at its end, and nothing can be done to them.
 */
export function pairsOf({ database, clock }: Context, seat: Seat, asOf?: string): Promise<PairList> {
  return pairList(database.queries, seat, momentOf(clock, asOf));
}

async function pairList(queries: Queries, seat: Seat, moment: Moment): Promise<PairList> {
  const { day, at } = moment;
  const records = await recordsAt(
    await listPairs(queries),
    at,
    (ids) => pairActions(queries, ids),
    ({ id }, log) => recordOf(id, log),
  );
  const rows = records.map(
    ({ id, version, state }): PairView => ({
      ...{ id, version, ...state },
      ...pairStanding(state, day),
      actions: at === null ? availablePairActions(state, seat) : [],
    }),
  );
  const order = ['one-sided', 'none', 'both'];
  const rank = ({ standing, late }: PairView) => order.indexOf(standing) * 2 + (late ? 0 : 1);
  const until = ({ due }: PairView) => due ?? '9';
  rows.sort((a, b) => rank(a) - rank(b) || (until(a) < until(b) ? -1 : 1));
  const ids = [...new Set(rows.flatMap(({ commitment }) => commitment ?? []))];
  const gates = await entitiesByIds(queries, [...new Set(rows.flatMap(({ gate }) => gate ?? []))]);
  return {
    ...{ day, rows, named: await commitmentsNamed(queries, ids) },
    gates: gates.map(({ id, fields }) => ({ id, names: fields.names })),
  };
}

/** Begins a paired milestone. @throws Problem `action-not-allowed`, `not-found` (commitment, gate) */
export async function openPair(context: Context, pair: PairContent, seat: Seat): Promise<PairList> {
  const fresh = { ...pair, last: { id: '', by: '', type: 'open' as const } };
  if (availablePairActions(fresh, seat).length === 0 || pair.parties.length < 2) {
    throw new Problem('action-not-allowed', { action: 'open', state: 'pair' });
  }
  return context.database.write(async (queries) => {
    const { commitment } = pair;
    if (commitment !== null && (await commitmentsNamed(queries, [commitment])).length === 0) {
      throw new Problem('not-found', { noun: 'commitment', id: commitment });
    }
    await assertGate(queries, pair);
    await store(queries, context, context.newId(), { type: 'open', pair }, seat);
    return pairList(queries, seat, momentOf(context.clock, undefined));
  });
}

/** An action on a pair, naming the version it saw. */
export interface PairDeed {
  readonly id: string;
  readonly version: number;
  readonly body: Exclude<PairActionBody, { type: 'open' }>;
}

/** Does something to a pair. @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` (another side's state) */
export function actOnPair(context: Context, { id, version, body }: PairDeed, seat: Seat): Promise<PairList> {
  return context.database.write(async (queries) => {
    const record = await lockPair(queries, id);
    if (record === undefined) throw new Problem('not-found', { noun: 'pair', id });
    if (record.version !== version) throw new Problem('changed-meanwhile', { noun: 'pair', id });
    const others = body.type === 'state' && seat.party !== null && body.party !== seat.party;
    if (others || !availablePairActions(record.state, seat).includes(body.type)) {
      throw new Problem('action-not-allowed', { action: body.type, state: 'pair' });
    }
    if (body.type === 'describe') await assertGate(queries, body.pair);
    await store(queries, context, id, body, seat);
    return pairList(queries, seat, momentOf(context.clock, undefined));
  });
}

/** @throws Problem `not-found` where what is named is no gate of the registers */
async function assertGate(queries: Queries, { gate }: PairContent): Promise<void> {
  if (gate == null) return;
  const [entry] = await entitiesByIds(queries, [gate]);
  if (entry?.kind !== 'gate') throw new Problem('not-found', { noun: 'entity', id: gate });
}

async function store(
  queries: Queries,
  { clock, newId }: Pick<Context, 'clock' | 'newId'>,
  id: string,
  body: PairActionBody,
  seat: Seat,
): Promise<void> {
  const log = (await pairActions(queries, [id])).get(id) ?? [];
  const said = { at: clock.now(), by: seat.hand, party: seat.party };
  const action = { id: newId(), pairId: id, sequence: log.length + 1, ...said, body };
  await putPairs(queries, [recordOf(id, [...log, action])]);
  await appendPairActions(queries, [action]);
}

function recordOf(id: string, log: readonly StoredPairAction[]): PairRecord {
  const state = reducePair(log);
  return { id, commitment_id: state.commitment, parties: state.parties, version: log.length, state };
}

/** Makes the state of every pair again from its log; returns how many. */
export function rebuildPairs({ database }: Context): Promise<number> {
  return database.write(async (queries) => {
    const logs = await pairActions(queries, null);
    await putPairs(
      queries,
      [...logs].map(([id, log]) => recordOf(id, log)),
    );
    return logs.size;
  });
}
