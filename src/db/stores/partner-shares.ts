import { type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import type { JointEntryTable, JointThingTable, PartnerShareTable } from '../exchange-tables.ts';

export type PartnerShareRecord = Selectable<PartnerShareTable>;
export type JointThingRecord = Selectable<JointThingTable>;
export type JointEntryRecord = Selectable<JointEntryTable>;

/** Keeps what a partner says of a thing of its side. What is older than what is there changes nothing. */
export async function putPartnerShare(queries: Queries, share: PartnerShareRecord): Promise<void> {
  const { view, commitments, ...plain } = share;
  const row = { ...plain, view: JSON.stringify(view), commitments: [...commitments] };
  const { partner_id: _, kind: __, id: ___, ...changes } = row;
  await queries
    .insertInto('partner_share')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['partner_id', 'kind', 'id'])
        .doUpdateSet(changes)
        .where('partner_share.version', '<', share.version),
    )
    .execute();
}

/** What a partner shares, the latest first; of one kind, or of one id. */
export async function partnerShares(
  queries: Queries,
  { partner, id, limit }: { partner?: string; id?: string; limit: number },
): Promise<PartnerShareRecord[]> {
  let all = queries.selectFrom('partner_share').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit);
  if (partner !== undefined) all = all.where('partner_id', '=', partner);
  if (id !== undefined) all = all.where('id', '=', id);
  return all.execute();
}

/** What partners made public and have not taken back, the latest first; without the words of texts. */
export async function partnerPublications(queries: Queries, limit: number): Promise<PartnerShareRecord[]> {
  const { rows } = await sql<PartnerShareRecord>`
    select partner_id, kind, id, own, party, version, at, view - 'text' - 'provisions' as view, commitments, ended
    from partner_share where kind = 'publication' and not ended order by at desc, id limit ${limit}`.execute(queries);
  return rows;
}

/** Notes what a partner is told of a thing. False where it was told exactly that last. */
export async function noteTold(
  queries: Queries,
  told: { partner_id: string; kind: string; id: string; own: string; hash: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into partner_told (partner_id, kind, id, own, hash)
    values (${told.partner_id}, ${told.kind}, ${told.id}, ${told.own}, ${told.hash})
    on conflict (partner_id, kind, id) do update set hash = excluded.hash where partner_told.hash <> excluded.hash
    returning id`.execute(queries);
  return rows.length > 0;
}

/** Whether a partner was ever told of a thing. */
export async function wasTold(queries: Queries, partner: string, kind: string, id: string): Promise<boolean> {
  const row = await queries
    .selectFrom('partner_told')
    .select('id')
    .where('partner_id', '=', partner)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function putJointEntry(queries: Queries, thing: JointThingRecord, entry: JointEntryRecord): Promise<void> {
  await queries
    .insertInto('joint_thing')
    .values(thing)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await queries
    .insertInto('joint_entry')
    .values({ ...entry, entry: JSON.stringify(entry.entry) })
    .onConflict((conflict) => conflict.columns(['thing_id', 'id']).doNothing())
    .execute();
}

/** Papers held together with a partner, or one by its id, the latest begun first. */
export function jointThings(queries: Queries, id: string | null): Promise<JointThingRecord[]> {
  const all = queries.selectFrom('joint_thing').selectAll().orderBy('begun_at', 'desc').orderBy('id');
  return (id === null ? all : all.where('id', '=', id)).execute();
}

/** Everything known of papers, in the order it came here. */
export function jointEntries(queries: Queries, things: readonly string[]): Promise<JointEntryRecord[]> {
  if (things.length === 0) return Promise.resolve([]);
  return queries
    .selectFrom('joint_entry')
    .selectAll()
    .where('thing_id', 'in', [...things])
    .orderBy('at')
    .orderBy('id')
    .execute();
}
