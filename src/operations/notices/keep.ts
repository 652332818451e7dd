import {
  type ActionOf,
  appendKept,
  type KeptName,
  type KeptRecord,
  keptActions,
  lockKept,
  putKept,
  type Queries,
  type StateOf,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { reduceChannel, reduceNotice, reducePost, reduceRoster } from '../../notices/index.ts';
import type { Context } from '../context.ts';
import { type Moment, recordsAt } from '../moment.ts';

type Reduce<Name extends KeptName> = (log: readonly ActionOf<Name>[]) => StateOf<Name>;

const REDUCE: { readonly [Name in KeptName]: Reduce<Name> } = {
  channel: reduceChannel,
  notice: reduceNotice,
  'duty-post': reducePost,
  'duty-roster': reduceRoster,
};

/** Records as they stood at a moment, those begun later left out. */
export function keptThen<Name extends KeptName>(
  queries: Queries,
  name: Name,
  records: readonly KeptRecord<Name>[],
  at: Moment['at'],
): Promise<readonly KeptRecord<Name>[]> {
  const logsOf = (ids: readonly string[]) => keptActions(queries, name, ids);
  return recordsAt(records, at, logsOf, (record, log: readonly ActionOf<Name>[]) => ({
    ...{ ...record, version: log.length, state: REDUCE[name](log) },
  }));
}

/** Appends an action to the log of a channel, post or roster and keeps where it now stands. @throws Problem of the rules */
export async function keep<Name extends Exclude<KeptName, 'notice'>>(
  queries: Queries,
  name: Name,
  { id, parties }: Pick<KeptRecord<Name>, 'id' | 'parties'>,
  action: ActionOf<Name>,
): Promise<StateOf<Name>> {
  const log = (await keptActions(queries, name, [id])).get(id) ?? [];
  const state = REDUCE[name]([...log, action]);
  await putKept(queries, name, [{ id, parties, version: log.length + 1, state }]);
  await appendKept(queries, name, { id, sequence: log.length + 1 }, action);
  return state;
}

/** One of them for changing, as whoever changes it saw it. @throws Problem `not-found`, `changed-meanwhile` */
export async function lockSeen<Name extends KeptName>(
  queries: Queries,
  name: Name,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<KeptRecord<Name>> {
  const record = await lockKept(queries, name, id);
  if (record === undefined) throw new Problem('not-found', { noun: name, id });
  if (record.version !== version) throw new Problem('changed-meanwhile', { noun: name, id });
  return record;
}

/** Makes every channel, notice, post and roster again from its log; returns how many. */
export async function rebuildNotices({ whole }: Context): Promise<number> {
  return whole.write(async (queries) => {
    const counts = await Promise.all([
      rebuild(queries, 'channel', ({ parties }) => parties),
      rebuild(queries, 'notice', ({ notice }) => [notice.from.party, ...notice.to]),
      rebuild(queries, 'duty-post', ({ party }) => [party]),
      rebuild(queries, 'duty-roster', null),
    ]);
    return counts.reduce((sum, count) => sum + count, 0);
  });
}

async function rebuild<Name extends KeptName>(
  queries: Queries,
  name: Name,
  sides: ((state: StateOf<Name>) => readonly string[]) | null,
): Promise<number> {
  const logs = await keptActions(queries, name, null);
  for (const [id, log] of logs) {
    const state = REDUCE[name](log);
    const parties = sides === null ? [...new Set(log.map(({ party }) => party))] : sides(state);
    await putKept(queries, name, [{ id, parties, version: log.length, state }]);
  }
  return logs.size;
}
