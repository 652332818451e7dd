import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { LIFECYCLES, type Lifecycle, type Timeliness } from '../../register/index.ts';

/** What the rest of `stand` by eight means. */
const TIMED = [
  'not-due',
  'waiting',
  'no-deadline',
  'done-on-time',
  'done-late',
  'overdue',
  // Until its day is over.
  'in-time',
] as const satisfies readonly Timeliness[];
const [OVERDUE, IN_TIME] = [TIMED.indexOf('overdue'), TIMED.indexOf('in-time')];

/** How a row stands on a day (ISO), as one number that rows are counted by: what `lifecycleAndTime` reads. */
export function standOn(day: string): RawBuilder<number> {
  return sql<number>`(stand - case when stand & 7 = ${sql.lit(IN_TIME)} and due < ${day}::date then ${sql.lit(IN_TIME - OVERDUE)} else 0 end)`;
}

/** Lifecycle and timeliness of a number of `standOn`. */
export function lifecycleAndTime(stand: number): { readonly lifecycle: Lifecycle; readonly timeliness: Timeliness } {
  return { lifecycle: LIFECYCLES[stand >> 3] as Lifecycle, timeliness: TIMED[stand & 7] as Timeliness };
}

/**
 * The timeliness of a row on a day (ISO), as SQL; the same cases as `timelinessOf` (a test holds both equal).
 */
export function timelinessSql(day: string): RawBuilder<Timeliness> {
  return sql<Timeliness>`(${[...TIMED]}::text[])[(${standOn(day)} & 7) + 1]`;
}

/** The timeliness of a row on a day is one of some. */
export function isTimed(day: string, timeliness: readonly Timeliness[]): RawBuilder<SqlBool> {
  const places = TIMED.flatMap((one, place) => (timeliness.includes(one) ? [place] : []));
  return sql<SqlBool>`${standOn(day)} & 7 = any (${places}::int[])`;
}
