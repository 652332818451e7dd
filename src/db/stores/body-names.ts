import { sql } from 'kysely';
import type { BodyName } from '../../commitments/index.ts';
import type { Queries } from '../connect.ts';

/** So many are enough for any page; those named in most texts come first. */
const MOST = 5000;

/** What the texts a seat may read call bodies that no register knows: for each id and language the words most texts have. */
export async function listBodyNames(queries: Queries): Promise<BodyName[]> {
  const { rows } = await sql<BodyName>`
    select id, language, words from (
      select distinct on (name.id, name.language) name.id, name.language, name.words, count(*) as texts
      from manifestation, jsonb_to_recordset(body_names) as name(id text, language text, words text)
      group by name.id, name.language, name.words
      order by name.id, name.language, count(*) desc, name.words) named
    order by texts desc, id, language limit ${MOST}`.execute(queries);
  return rows;
}

/** What the texts of one work call bodies that no register knows, by id and language. */
export async function bodyNamesOfWork(queries: Queries, workId: string): Promise<BodyName[]> {
  const { rows } = await sql<BodyName>`
    select distinct on (name.id, name.language) name.id, name.language, name.words
    from expression e join manifestation m on m.expression_id = e.id,
      jsonb_to_recordset(m.body_names) as name(id text, language text, words text)
    where e.work_id = ${workId} order by name.id, name.language, name.words`.execute(queries);
  return rows;
}
