import { type RawBuilder, sql } from 'kysely';
import { facetPlace, PACKED_FACETS, ROOM } from '../facet-code.ts';
import { asItStood, type RegisterThen } from './register-then.ts';

/** What is packed in the number of a row, as `register_row` keeps it besides. */
const PLACES = PACKED_FACETS.map(
  (part) => sql`(facet_code / ${sql.lit(facetPlace(part).divisor)}) % ${sql.lit(ROOM)} as ${sql.ref(part)}`,
);

/**
 * The tables that the register is read from, as they stood, with the narrow rows it is narrowed, sorted and counted by: these the
 * database keeps for the present alone.
 */
export function rowsAsTheyStood(past: RegisterThen): RawBuilder<unknown> {
  return sql`${asItStood(past)}, register_row as not materialized (
      select facet_code, ${sql.join(PLACES)}, span_start, span_end, page, jsonb_array_length(targets) as targets, work_date,
        coalesce(due_to, due_from, review_on) as due_on, review_on, confidence, listed, cited, anchored, side, id, work_id,
        expression_id, actors, places, instruments, mechanisms, path_order, action from commitment
    ), register_words as not materialized (select id, side, search from commitment)`;
}
