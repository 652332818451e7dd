import { type Selectable, sql } from 'kysely';
import type { PlaceCandidate, Reference } from '../../exchange/index.ts';
import type { Queries } from '../connect.ts';
import type { PartnerReferenceTable } from '../exchange-tables.ts';
import type { PartnerShareRecord } from './partner-shares.ts';

export type PartnerReferenceRecord = Selectable<PartnerReferenceTable>;

/** The words of commitments whose work both sides have, by the id of the commitment. */
export async function openReferences(queries: Queries, ids: readonly string[]): Promise<Map<string, Reference>> {
  const { rows } = await sql<{ id: string } & Omit<PlaceCandidate, 'entry'>>`
    select ${CANDIDATE} from commitment c join work w on w.id = c.work_id left join commitment_source s on s.commitment_id = c.id
    where c.id = any(${[...ids]}::text[]) and w.side is null order by c.id`.execute(queries);
  return new Map(
    rows.map(({ id, title, date, parties, ...words }) => [id, { ...words, work: { title, date, parties } }]),
  );
}

const CANDIDATE = sql.raw(`c.id, c.quote, c.language, c.path, c.span_start as start, coalesce(s.sha256, '') as sha256,
  coalesce(s.prefix, '') as prefix, coalesce(s.suffix, '') as suffix, w.title, w.date::text as date, w.parties`);

/** Commitments that stand in works of a day (null: of any), or in works whose day is unknown. */
export async function placeCandidates(queries: Queries, date: string | null): Promise<PlaceCandidate[]> {
  const ofDay = date === null ? sql`true` : sql`(w.date = ${date}::date or w.date is null)`;
  const { rows } = await sql<PlaceCandidate>`
    select ${CANDIDATE}, coalesce(c.joined_to, c.id) as entry
    from work w join commitment c on c.work_id = w.id left join commitment_source s on s.commitment_id = c.id
    where w.side is null and not w.withdrawn and not c.retired and ${ofDay} order by c.id`.execute(queries);
  return rows;
}

/** The newest commitment there is, by its id; empty where there is none. */
export async function newestCommitment(queries: Queries): Promise<string> {
  const { rows } = await sql<{ id: string | null }>`select max(id) as id from commitment`.execute(queries);
  return rows[0]?.id ?? '';
}

/** Keeps references that were not known; those that are stay as they are. */
export async function keepReferences(queries: Queries, records: readonly PartnerReferenceRecord[]): Promise<void> {
  if (records.length === 0) return;
  await queries
    .insertInto('partner_reference')
    .values(records.map((record) => ({ ...record, reference: JSON.stringify(record.reference) })))
    .onConflict((conflict) => conflict.columns(['partner_id', 'key']).doNothing())
    .execute();
}

/** References nobody has placed and that were looked at before the newest commitment came. */
export function referencesToPlace(queries: Queries, newest: string, limit: number): Promise<PartnerReferenceRecord[]> {
  return queries
    .selectFrom('partner_reference')
    .selectAll()
    .where('found', '=', 'open')
    .where('looked_at', '<>', newest)
    .orderBy('key')
    .limit(limit)
    .execute();
}

/** What is known of where partners' words stand here: of some standings, the latest first. */
export function referencesFound(
  queries: Queries,
  found: readonly PartnerReferenceRecord['found'][],
  limit: number,
): Promise<PartnerReferenceRecord[]> {
  return queries
    .selectFrom('partner_reference')
    .selectAll()
    .where('found', 'in', [...found])
    .orderBy('at', 'desc')
    .orderBy('key')
    .limit(limit)
    .execute();
}

export function referenceByKey(
  queries: Queries,
  partner: string,
  key: string,
): Promise<PartnerReferenceRecord | undefined> {
  return queries
    .selectFrom('partner_reference')
    .selectAll()
    .where('partner_id', '=', partner)
    .where('key', '=', key)
    .executeTakeFirst();
}

export async function setReference(
  queries: Queries,
  { partner_id, key, ...changes }: Pick<PartnerReferenceRecord, 'partner_id' | 'key'> & Partial<PartnerReferenceRecord>,
): Promise<void> {
  const { reference: _, ...plain } = changes;
  await queries
    .updateTable('partner_reference')
    .set(plain)
    .where('partner_id', '=', partner_id)
    .where('key', '=', key)
    .execute();
}

/** What partners share of commitments, by commitment, their citations in other languages included. */
export async function partnerSharesOf(
  queries: Queries,
  commitments: readonly string[],
): Promise<Map<string, PartnerShareRecord[]>> {
  const { rows } = await sql<PartnerShareRecord & { readonly commitment: string }>`
    select distinct asked.id as commitment, s.* from unnest(${[...commitments]}::text[]) as asked (id)
      join commitment c on c.id = asked.id or c.joined_to = asked.id
      join partner_reference r on r.commitment_id = c.id
      join partner_share s on s.partner_id = r.partner_id and s.commitments @> array[r.key]
    where s.kind in ('task', 'reading') and not s.ended
    order by asked.id, s.partner_id, s.kind, s.id`.execute(queries);
  return Map.groupBy(rows, ({ commitment }) => commitment);
}

/** Listed commitments that partners share something of. */
export async function commitmentsPartnersShare(queries: Queries): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(c.joined_to, c.id) as id from partner_reference r join commitment c on c.id = r.commitment_id
      join partner_share s on s.partner_id = r.partner_id and s.commitments @> array[r.key]
    where s.kind in ('task', 'reading') and not s.ended`.execute(queries);
  return rows.map(({ id }) => id);
}

/** What stands behind some references of partners: tasks and readings they share. */
export async function sharesBehind(
  queries: Queries,
  keys: readonly string[],
): Promise<(Pick<PartnerShareRecord, 'partner_id' | 'kind' | 'id' | 'view'> & { readonly key: string })[]> {
  const { rows } = await sql<Pick<PartnerShareRecord, 'partner_id' | 'kind' | 'id' | 'view'> & { key: string }>`
    select s.partner_id, s.kind, s.id, s.view, asked.key from unnest(${[...keys]}::text[]) as asked (key)
      join partner_share s on s.commitments @> array[asked.key] where not s.ended order by s.partner_id, s.id`.execute(
    queries,
  );
  return rows;
}
