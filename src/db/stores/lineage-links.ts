import { type Selectable, sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { LinkActionBody } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { LineageActionTable, LineageLinkTable } from '../tables.ts';

/** A link as the register keeps it. */
export type LinkRecord = Selectable<LineageLinkTable>;

/** Takes away what the rules had said of a text where nobody decided; what people decided stays. */
export async function forgetProposedLinks(queries: Queries, expressionId: string): Promise<void> {
  const own = sql<string>`(select id from commitment where expression_id = ${expressionId})`;
  await sql`delete from lineage_link where version = 0 and (earlier_id in ${own} or later_id in ${own})`.execute(
    queries,
  );
}

/** The same for some commitments only. */
export async function forgetLinksAt(queries: Queries, commitmentIds: readonly string[]): Promise<void> {
  const ids = [...commitmentIds];
  await sql`delete from lineage_link where version = 0 and (earlier_id = any(${ids}) or later_id = any(${ids}))`.execute(
    queries,
  );
}

/** Enters links of the rules. Where two commitments are joined already, what stands there stays. */
export async function proposeLinks(queries: Queries, links: readonly LinkRecord[]): Promise<void> {
  if (links.length === 0) return;
  const rows = JSON.stringify(links);
  await sql`
    insert into lineage_link select * from jsonb_populate_recordset(null::lineage_link, ${rows}::jsonb)
    on conflict (earlier_id, later_id) do nothing`.execute(queries);
}

/** Enters a link that a person adds. */
export async function insertLink(queries: Queries, link: LinkRecord): Promise<void> {
  await insertRows(queries, 'lineage_link', [link]);
}

/** Sets what the actions of a link lead to. */
export async function updateLink(
  queries: Queries,
  {
    id,
    relation,
    decision,
    version,
    undoable,
  }: Pick<LinkRecord, 'id' | 'relation' | 'decision' | 'version' | 'undoable'>,
): Promise<void> {
  await queries
    .updateTable('lineage_link')
    .set({ relation, decision, version, undoable })
    .where('id', '=', id)
    .execute();
}

/**
 * A link for changing: nobody else changes it until the transaction ends.
 * @throws Problem `not-found`
 */
export async function lockLink(queries: Queries, id: string): Promise<LinkRecord> {
  const row = await queries.selectFrom('lineage_link').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', { noun: 'link', id });
  return row;
}

/** The link that joins two commitments, for changing. */
export function lockLinkBetween(queries: Queries, earlier: string, later: string): Promise<LinkRecord | undefined> {
  return queries
    .selectFrom('lineage_link')
    .selectAll()
    .where('earlier_id', '=', earlier)
    .where('later_id', '=', later)
    .forUpdate()
    .executeTakeFirst();
}

/** An action on a link, as the log keeps it. */
export interface StoredLinkAction {
  readonly id: string;
  readonly linkId: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly body: LinkActionBody;
}

/** @throws Problem `changed-meanwhile` where somebody else appended the same sequence first */
export async function appendLinkAction(queries: Queries, { linkId, ...action }: StoredLinkAction): Promise<void> {
  await appendToLog(queries, 'link', [{ ...action, link_id: linkId }]);
}

/** The actions of a link, oldest first. */
export async function linkActionsOf(queries: Queries, linkId: string): Promise<StoredLinkAction[]> {
  const rows: Selectable<LineageActionTable>[] = await queries
    .selectFrom('lineage_action')
    .selectAll()
    .where('link_id', '=', linkId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ link_id, hash: _, ...row }) => ({ ...row, linkId: link_id }));
}

/** A link with the entries of the register that its two ends are citations of, and where those stand. */
export interface StandingLink extends LinkRecord {
  readonly earlier_entry: string;
  readonly earlier_text: string;
  readonly earlier_at: number;
  readonly later_entry: string;
  readonly later_text: string;
  readonly later_at: number;
}

/** Links between commitments that are in force and that people did not reject. */
function standing(queries: Queries) {
  return queries
    .selectFrom('lineage_link')
    .innerJoin('commitment as a', 'a.id', 'lineage_link.earlier_id')
    .innerJoin('commitment as b', 'b.id', 'lineage_link.later_id')
    .innerJoin('commitment as x', (join) => join.on(sql<boolean>`x.id = coalesce(a.joined_to, a.id)`))
    .innerJoin('commitment as y', (join) => join.on(sql<boolean>`y.id = coalesce(b.joined_to, b.id)`))
    .selectAll('lineage_link')
    .select(['x.id as earlier_entry', 'x.expression_id as earlier_text', 'x.span_start as earlier_at'])
    .select(['y.id as later_entry', 'y.expression_id as later_text', 'y.span_start as later_at'])
    .where('a.cited', '=', true)
    .where('b.cited', '=', true)
    .where('a.decision', '<>', 'rejected')
    .where('b.decision', '<>', 'rejected')
    .where('x.decision', '<>', 'rejected')
    .where('y.decision', '<>', 'rejected');
}

/** Every link from works of one set to works of another, rejected ones too. */
export function linksBetween(
  queries: Queries,
  earlier: readonly string[],
  later: readonly string[],
): Promise<StandingLink[]> {
  return standing(queries)
    .where('earlier_part', 'in', [...earlier, ''])
    .where('later_part', 'in', [...later, ''])
    .orderBy('score', 'desc')
    .execute();
}

/** Links that end or begin at any of the commitments, rejected ones too. */
export function linksAt(queries: Queries, commitmentIds: readonly string[]): Promise<StandingLink[]> {
  const ids = [...commitmentIds, ''];
  return standing(queries)
    .where((where) => where.or([where('earlier_id', 'in', ids), where('later_id', 'in', ids)]))
    .orderBy('score', 'desc')
    .execute();
}

/** The further citations of entries, in other language versions. */
export function citationsOf(queries: Queries, entries: readonly string[]) {
  return queries
    .selectFrom('commitment')
    .select(['id', 'joined_to as entry', 'language', 'quote'])
    .where('joined_to', 'in', [...entries, ''])
    .where('cited', '=', true)
    .where('decision', '<>', 'rejected')
    .orderBy('language')
    .orderBy('id')
    .execute();
}
