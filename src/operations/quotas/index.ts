import {
  appendQuotaActions,
  commitmentsNamed,
  commitmentsWithTargets,
  listQuotas,
  lockQuota,
  putQuotas,
  type Queries,
  type QuotaRecord,
  quotaActions,
  type StoredQuotaAction,
} from '../../db/index.ts';
import { type Language, Problem } from '../../kernel/index.ts';
import {
  keepsSide,
  type PromisedPlaces,
  promisedPlaces,
  type Quota,
  type QuotaAction,
  type QuotaActionBody,
  type QuotaState,
  reduceQuota,
  type Seat,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { enteredBy, type Moment, momentOf } from '../moment.ts';

/** A quota with its ledger. */
export interface QuotaView extends QuotaState {
  readonly id: string;
  readonly version: number;
  readonly entries: readonly QuotaAction[];
  /** The id of the entry that the asking seat can take back, or null. */
  readonly undoable: string | null;
}

export interface QuotaList {
  readonly rows: readonly QuotaView[];
  /** Places that texts promise and no ledger is open for. */
  readonly promised: readonly PromisedPlaces[];
  /** The words of the commitments that both name. */
  readonly named: readonly { readonly id: string; readonly quote: string; readonly language: Language }[];
  /** Whether the asking seat can enter something. */
  readonly keeps: boolean;
}

/** Which quotas, and of what day: of some commitments, or all; of a past day nothing can be entered. */
export interface QuotaQuery {
  readonly commitment?: readonly string[] | undefined;
  /** ISO date. */
  readonly asOf?: string | undefined;
}

/** The quotas the seat may see, and what texts promise beside them. */
export function quotasOf({ database, clock }: Context, query: QuotaQuery, seat: Seat): Promise<QuotaList> {
  return quotaList(database.queries, query.commitment ?? null, seat, momentOf(clock, query.asOf));
}

const NOW: Pick<Moment, 'at'> = { at: null };

async function quotaList(
  queries: Queries,
  commitments: readonly string[] | null,
  seat: Seat,
  { at }: Pick<Moment, 'at'> = NOW,
): Promise<QuotaList> {
  const records = await listQuotas(queries, commitments);
  const logs = await quotaActions(
    queries,
    records.map(({ id }) => id),
  );
  const rows = records.flatMap(({ id, version }): QuotaView[] => {
    const log = enteredBy(logs.get(id) ?? [], at);
    if (log.length === 0) return [];
    const last = standing(log).at(-1);
    const undoable =
      at === null && last !== undefined && last.body.type !== 'open' && last.by === seat.hand ? last.id : null;
    const entries = log.map((entry) => ({ id: entry.id, at: entry.at, by: entry.by, body: entry.body }));
    return [{ id, version, ...reduceQuota(log), entries, undoable }];
  });
  const opened = new Set(rows.map(({ commitment }) => commitment));
  const promised = promisedPlaces(await commitmentsWithTargets(queries, commitments)).filter(
    ({ commitment }) => !opened.has(commitment),
  );
  const named = [...rows.map(({ commitment }) => commitment), ...promised.map(({ commitment }) => commitment)];
  const ids = [...new Set(named.filter((id) => id !== null))];
  return { rows, promised, named: await commitmentsNamed(queries, ids), keeps: at === null && keepsSide(seat) };
}

/** The entries that nobody took back. */
function standing(log: readonly StoredQuotaAction[]): StoredQuotaAction[] {
  const kept: StoredQuotaAction[] = [];
  for (const entry of log) {
    if (entry.body.type === 'undo') kept.pop();
    else kept.push(entry);
  }
  return kept;
}

/** Who enters what: secretariats and leaders; only the hand of the latest entry takes it back. */
function assertKeeps(seat: Seat, action: string): void {
  if (!keepsSide(seat)) throw new Problem('action-not-allowed', { action, state: 'quota' });
}

/** Opens a ledger, with what is promised to begin with. @throws Problem `action-not-allowed`, `not-found` (commitment) */
export async function openQuota(
  context: Context,
  { quota, places, own }: { readonly quota: Quota; readonly places: number; readonly own: boolean },
  seat: Seat,
): Promise<QuotaList> {
  assertKeeps(seat, 'open');
  return context.database.write(async (queries) => {
    const { commitment } = quota;
    if (commitment !== null && (await commitmentsNamed(queries, [commitment])).length === 0) {
      throw new Problem('not-found', { noun: 'commitment', id: commitment });
    }
    const promise = places > 0 ? [{ type: 'promise', places, note: '' } as const] : [];
    await enter(
      queries,
      context,
      context.newId(),
      [{ type: 'open', quota }, ...promise],
      own ? seat.party : null,
      seat,
    );
    return quotaList(queries, null, seat);
  });
}

/** An entry in a ledger, naming the version it saw. */
export interface QuotaEntry {
  readonly id: string;
  readonly version: number;
  readonly body: Exclude<QuotaActionBody, { type: 'open' }>;
}

/** Enters something in a ledger. @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` */
export async function enterInQuota(
  context: Context,
  { id, version, body }: QuotaEntry,
  seat: Seat,
): Promise<QuotaList> {
  assertKeeps(seat, body.type);
  return context.database.write(async (queries) => {
    const record = await lockQuota(queries, id);
    if (record === undefined) throw new Problem('not-found', { noun: 'quota', id });
    if (record.version !== version) throw new Problem('changed-meanwhile', { noun: 'quota', id });
    await enter(queries, context, id, [body], record.side, seat);
    return quotaList(queries, null, seat);
  });
}

async function enter(
  queries: Queries,
  { clock, newId }: Pick<Context, 'clock' | 'newId'>,
  id: string,
  bodies: readonly QuotaActionBody[],
  side: string | null,
  seat: Seat,
): Promise<void> {
  const log = (await quotaActions(queries, [id])).get(id) ?? [];
  const [undone] = bodies.filter((body) => body.type === 'undo');
  if (undone !== undefined && standing(log).at(-1)?.by !== seat.hand) {
    throw new Problem('action-not-allowed', { action: 'undo', state: 'quota' });
  }
  const at = clock.now();
  const added = bodies.map((body, index) => ({
    ...{ id: newId(), quotaId: id, sequence: log.length + index + 1, at, by: seat.hand, party: seat.party, body },
  }));
  await putQuotas(queries, [recordOf(id, [...log, ...added], side)]);
  await appendQuotaActions(queries, added);
}

function recordOf(id: string, log: readonly StoredQuotaAction[], side: string | null): QuotaRecord {
  const { kind, from, to, year, commitment, promised, granted, used } = reduceQuota(log);
  const sums = { promised, granted, used, version: log.length };
  return { id, side, commitment_id: commitment, kind, giver: from, receiver: to, year, ...sums };
}

/** Makes the sums of every ledger again from its entries; returns how many. */
export function rebuildQuotas({ database }: Context): Promise<number> {
  return database.write(async (queries) => {
    const logs = await quotaActions(queries, null);
    const records = await listQuotas(queries, null);
    const again = records.map(({ id, side }) => recordOf(id, logs.get(id) ?? [], side));
    await putQuotas(queries, again);
    return again.length;
  });
}
