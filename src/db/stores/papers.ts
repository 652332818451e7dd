import { type Selectable, sql } from 'kysely';
import type { Queries } from '../connect.ts';
import type { PaperTable } from '../paper-tables.ts';

export type PaperRecord = Selectable<PaperTable>;
/** A paper without its files. */
export type PaperEntry = Omit<PaperRecord, 'docx' | 'pdf' | 'request'>;

const LISTED = [
  ...(['id', 'party', 'kind', 'layout', 'relation', 'language', 'title', 'issuer', 'series', 'number'] as const),
  ...(['notation', 'date', 'docx_sha256', 'pdf_sha256', 'made_at', 'made_by'] as const),
] as const;

/** Keeps a paper as it is. @throws Problem `changed-meanwhile` where its number was given meanwhile */
export async function insertPaper(queries: Queries, paper: PaperRecord): Promise<void> {
  await queries
    .insertInto('paper')
    .values({ ...paper, request: JSON.stringify(paper.request) })
    .execute();
}

/** The papers the seat may see, the latest first. */
export function listedPapers(queries: Queries, limit: number): Promise<PaperEntry[]> {
  return queries.selectFrom('paper').select(LISTED).orderBy('made_at', 'desc').orderBy('id').limit(limit).execute();
}

/** One file of a paper with its title; undefined where there is none, or the seat may not see it. */
export function paperFile(
  queries: Queries,
  id: string,
  format: 'docx' | 'pdf',
): Promise<{ readonly bytes: Uint8Array; readonly title: string } | undefined> {
  return queries
    .selectFrom('paper')
    .select(['title', `${format} as bytes`])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A paper with what it was made of and its Word file; undefined where there is none, or the seat may not see it. */
export function paperById(queries: Queries, id: string): Promise<Omit<PaperRecord, 'pdf'> | undefined> {
  return queries
    .selectFrom('paper')
    .select([...LISTED, 'request', 'docx'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The last number given in a row; 0 before the first. */
export async function lastPaperNumber(queries: Queries, party: string, series: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`select paper_last_number(${party}, ${series}) as last`.execute(queries);
  return rows[0]?.last ?? 0;
}

/** Versions of commitments in other languages of the same work, by the entry they are joined to. */
export function citedVersions(queries: Queries, ids: readonly string[]) {
  return queries
    .selectFrom('commitment as c')
    .innerJoin('work as w', 'w.id', 'c.work_id')
    .select(['c.id', 'c.joined_to', 'c.quote', 'c.language', 'c.path', 'c.sector', 'w.date as work_date'])
    .select(['w.title as work_title', 'w.type as work_type', 'w.parties', 'w.side'])
    .where((row) => row.or([row('c.id', 'in', ['', ...ids]), row('c.joined_to', 'in', ['', ...ids])]))
    .where('c.retired', '=', false)
    .execute();
}
