import { type Selectable, sql } from 'kysely';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { NoticePageTable, PageMail } from '../notice-tables.ts';
import type { KeptRecord } from './kept.ts';

/** A notice as it stands, and how many of its actions people were told of. */
export type NoticeRecord = KeptRecord<'notice'> & { readonly told: number };

/** What a list of notices is narrowed to. */
export interface NoticeFilter {
  readonly open?: boolean | undefined;
  readonly type?: string | undefined;
  readonly channel?: string | undefined;
  readonly mode?: string | undefined;
  /** The id of a notice: only those that went out before it. */
  readonly before?: string | undefined;
}

/** The notices the seat may see, the latest first. */
export async function listNoticeRecords(
  queries: Queries,
  { open, type, channel, mode, before }: NoticeFilter,
  limit: number,
): Promise<NoticeRecord[]> {
  const said = sql.raw("state -> 'notice'");
  const wanted = [
    ...(open === undefined ? [] : [sql`(state ->> 'standing' = 'open') = ${open}`]),
    ...(type === undefined ? [] : [sql`${said} ->> 'type' = ${type}`]),
    ...(channel === undefined ? [] : [sql`${said} ->> 'channel' = ${channel}`]),
    ...(mode === undefined ? [] : [sql`${said} ->> 'mode' = ${mode}`]),
    ...(before === undefined
      ? []
      : [
          sql`(state -> 'issued' ->> 'at', id) <
          (select earlier.state -> 'issued' ->> 'at', earlier.id from notice earlier where earlier.id = ${before})`,
        ]),
  ];
  const { rows } = await sql<NoticeRecord>`
    select id, parties, version, state, told from notice
    where ${wanted.length === 0 ? sql`true` : sql.join(wanted, sql` and `)}
    order by state -> 'issued' ->> 'at' desc, id desc limit ${sql.lit(limit)}`.execute(queries);
  return rows;
}

/** Notices that the rules have to look at: open ones, and those with actions nobody was told of. */
export async function noticesToFollow(queries: Queries): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from notice where state ->> 'standing' = 'open' or told < version order by id`.execute(queries);
  return rows.map(({ id }) => id);
}

/** Whether an action of a notice is here already. */
export async function hasNoticeAction(queries: Queries, id: string): Promise<boolean> {
  return (await queries.selectFrom('notice_action').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** Locks a notice with what people were told of. */
export async function lockNotice(queries: Queries, id: string): Promise<NoticeRecord | undefined> {
  const { rows } = await sql<NoticeRecord>`
    select id, parties, version, state, told from notice where id = ${id} for update`.execute(queries);
  return rows[0];
}

export async function setTold(queries: Queries, id: string, told: number): Promise<void> {
  await queries.updateTable('notice').set({ told }).where('id', '=', id).execute();
}

/** What a side noted on a notice. */
export interface NoticeNote {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly party: string;
  readonly text: string;
}

/** The notes on a notice of the sides that the seat speaks for. */
export async function notesOnNotice(queries: Queries, notice: string): Promise<NoticeNote[]> {
  const rows = await queries
    .selectFrom('notice_note_action')
    .selectAll()
    .where('notice_id', '=', notice)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, at, by, party, body }) => ({
    ...{ id, at: new Date(at).toISOString(), by, party, text: body.text },
  }));
}

/** Adds a note of a side. */
export async function addNoticeNote(
  queries: Queries,
  notice: string,
  { id, at, by, party, text }: NoticeNote,
): Promise<void> {
  const { count } = await queries
    .selectFrom('notice_note_action')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('notice_id', '=', notice)
    .where('party', '=', party)
    .executeTakeFirstOrThrow();
  const row = { id, at, by, party, notice_id: notice, sequence: Number(count) + 1, body: { type: 'note', text } };
  await appendToLog(queries, 'notice-note', [row]);
}

export type NoticePageRecord = Selectable<NoticePageTable>;

/** Keeps whom to tell; one that is kept already stays as it is. */
export async function putPages(queries: Queries, pages: readonly NoticePageRecord[]): Promise<void> {
  for (const page of pages) {
    const known = await queries
      .selectFrom('notice_page')
      .select('id')
      .where('about', '=', page.about)
      .where('party', '=', page.party)
      .where('address', '=', page.address)
      .executeTakeFirst();
    if (known === undefined) await insertRows(queries, 'notice_page', [page]);
  }
}

/**
 * Takes pages whose mail is due, the oldest first, so that no other server sends them until an instant; who breaks off meanwhile
 * leaves them to be sent after it.
 */
export async function claimPages(
  queries: Queries,
  { now, until, limit }: { now: string; until: string; limit: number },
): Promise<NoticePageRecord[]> {
  const { rows } = await sql<NoticePageRecord>`
    update notice_page p set next_at = ${until} where p.id in (
      select id from notice_page where mail = 'waiting' and next_at <= ${now}
      order by made_at, id limit ${sql.lit(limit)} for update skip locked) returning p.*`.execute(queries);
  return rows.sort((a, b) => (a.made_at === b.made_at ? (a.id < b.id ? -1 : 1) : a.made_at < b.made_at ? -1 : 1));
}

export async function markPage(
  queries: Queries,
  id: string,
  changes: { mail: PageMail; attempts: number; next_at: string; sent_at: string | null; error: string | null },
): Promise<void> {
  await queries.updateTable('notice_page').set(changes).where('id', '=', id).execute();
}

/** Whom the seat's side told of a notice. */
export function pagesOfNotice(queries: Queries, notice: string): Promise<NoticePageRecord[]> {
  return queries
    .selectFrom('notice_page')
    .selectAll()
    .where('notice_id', '=', notice)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** The duty officers of a side on a day with their addresses; its secretariat where it has none. */
export async function dutyAddresses(
  queries: Queries,
  party: string,
  day: string,
): Promise<{ readonly name: string; readonly address: string }[]> {
  const { rows } = await sql<{ name: string; address: string; role: string }>`
    select distinct a.name, a.mail as address, p.role from holding h
      join post p on p.id = h.post_id join unit u on u.id = p.unit_id join account a on a.id = h.account_id
    where u.party = ${party} and p.role in ('duty-officer', 'secretariat') and not a.disabled
      and h."from" <= ${day} and (h.until is null or h.until >= ${day}) order by 2`.execute(queries);
  const duty = rows.filter(({ role }) => role === 'duty-officer');
  return duty.length > 0 ? duty : rows;
}
