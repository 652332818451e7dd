import { sql } from 'kysely';
import type {
  ChannelAction,
  ChannelState,
  NoticeAction,
  NoticeState,
  PostAction,
  PostState,
  RosterAction,
  RosterState,
} from '../../notices/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { upsertRows } from '../insert-rows.ts';

/** What is kept with a log of its own, by name: where it lies, and what its states and actions are. */
const KEPT = {
  channel: { table: 'channel', actions: 'channel_action', of: 'channel_id' },
  notice: { table: 'notice', actions: 'notice_action', of: 'notice_id' },
  'duty-post': { table: 'duty_post', actions: 'duty_post_action', of: 'post_id' },
  'duty-roster': { table: 'duty_roster', actions: 'duty_roster_action', of: 'roster_id' },
} as const;

interface Kept {
  channel: { state: ChannelState; action: ChannelAction };
  notice: { state: NoticeState; action: NoticeAction };
  'duty-post': { state: PostState; action: PostAction };
  'duty-roster': { state: RosterState; action: RosterAction };
}
export type KeptName = keyof Kept;
export type StateOf<Name extends KeptName> = Kept[Name]['state'];
export type ActionOf<Name extends KeptName> = Kept[Name]['action'] & { readonly party: string };

/** One of them as it stands. */
export interface KeptRecord<Name extends KeptName> {
  readonly id: string;
  readonly parties: readonly string[];
  readonly version: number;
  readonly state: StateOf<Name>;
}

const COLUMNS = sql.raw('id, parties, version, state');

/** Those the seat may see: some by id, or all, by id. */
export async function keptRecords<Name extends KeptName>(
  queries: Queries,
  name: Name,
  ids: readonly string[] | null,
): Promise<KeptRecord<Name>[]> {
  const wanted = ids === null ? sql`true` : sql`id = any(${[...ids]}::text[])`;
  const { rows } = await sql<KeptRecord<Name>>`
    select ${COLUMNS} from ${sql.table(KEPT[name].table)} where ${wanted} order by id`.execute(queries);
  return rows;
}

/** One for changing; undefined where there is none, or the seat may not see it. */
export async function lockKept<Name extends KeptName>(
  queries: Queries,
  name: Name,
  id: string,
): Promise<KeptRecord<Name> | undefined> {
  const { rows } = await sql<KeptRecord<Name>>`
    select ${COLUMNS} from ${sql.table(KEPT[name].table)} where id = ${id} for update`.execute(queries);
  return rows[0];
}

/** Adds one, or replaces it by what its actions now lead to. */
export function putKept<Name extends KeptName>(
  queries: Queries,
  name: Name,
  records: readonly KeptRecord<Name>[],
): Promise<void> {
  return upsertRows(queries, KEPT[name].table, 'id', records);
}

/** Appends an action as the next of its log. @throws Problem `changed-meanwhile` where somebody else was faster */
export function appendKept<Name extends KeptName>(
  queries: Queries,
  name: Name,
  { id: of, sequence }: { readonly id: string; readonly sequence: number },
  { id, at, by, party, body }: ActionOf<Name>,
): Promise<void> {
  return appendToLog(queries, name, [{ id, sequence, at, by, party, body, [KEPT[name].of]: of }]);
}

/** The actions of some (or all), by what they are of, as they were appended. */
export async function keptActions<Name extends KeptName>(
  queries: Queries,
  name: Name,
  ids: readonly string[] | null,
): Promise<Map<string, ActionOf<Name>[]>> {
  const { actions, of } = KEPT[name];
  const wanted = ids === null ? sql`true` : sql`${sql.ref(of)} = any(${[...ids]}::text[])`;
  const { rows } = await sql<ActionOf<Name> & { of: string }>`
    select ${sql.ref(of)} as of, id, at, by, party, body from ${sql.table(actions)}
    where ${wanted} order by ${sql.ref(of)}, sequence`.execute(queries);
  const grouped = Map.groupBy(rows, (row) => row.of);
  return new Map(
    [...grouped].map(([id, log]) => [
      id,
      log.map(({ of: _, ...row }) => ({ ...row, at: new Date(row.at).toISOString() }) as unknown as ActionOf<Name>),
    ]),
  );
}
