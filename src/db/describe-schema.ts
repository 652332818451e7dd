import { sql } from 'kysely';
import type { Queries } from './connect.ts';

/**
 * The schema as the database itself tells it, one object a line: columns, constraints, indexes, triggers, walls, functions. Kept as
 * `schema.sql`, so that a change of a migration shows as a change of the schema, and both kinds of database prove equal.
 */
export async function describeSchema(queries: Queries): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select c.relname as name, 1 as part, lpad(a.attnum::text, 3, '0') as place,
        format('column %s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
          case when a.attnotnull then ' not null' else '' end,
          coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      union all
      select c.relname, 2, k.conname, format('constraint %s on %s %s', k.conname, c.relname, pg_get_constraintdef(k.oid))
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = current_schema()::regnamespace and k.contype <> 'n'
      union all
      select tablename, 3, indexname, replace(indexdef, current_schema() || '.', '') from pg_indexes
      where schemaname = current_schema()
      union all
      select c.relname, 4, t.tgname, replace(pg_get_triggerdef(t.oid), current_schema() || '.', '')
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace
      union all
      select c.relname, 5, p.polname, format('policy %s on %s using %s', p.polname, c.relname,
        regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g'))
      from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relrowsecurity and c.relnamespace = current_schema()::regnamespace
      union all
      select '~', 6, p.proname, regexp_replace(regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g'),
        ' SET search_path TO .* AS ', ' SET search_path AS ') from pg_proc p
      where p.pronamespace = current_schema()::regnamespace
    ) described
    order by name collate "C", part, place collate "C"`.execute(queries);
  return `${rows.map(({ line }) => `${line};`).join('\n')}\n`;
}
