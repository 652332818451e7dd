import type { Locale } from '../../kernel/index.ts';
import type { Seat } from '../../register/index.ts';
import type { ExportedList } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { type EntityQuery, entityBatches } from '../entities/index.ts';
import { pairsOf } from '../pairs/index.ts';
import { quotasOf } from '../quotas/index.ts';
import type { CommitmentQuery } from '../register.ts';
import { seriesOf } from '../sessions/index.ts';
import { commitmentSheet } from '../sheets/commitment-sheet.ts';
import { oneLine, unitNames } from '../sheets/rows.ts';
import { MOST_ROWS, taskSheet } from '../sheets/task-sheet.ts';
import { listTwoSides } from '../sides/index.ts';
import { allCompared, type ComparisonQuery } from '../snapshots/index.ts';
import type { TaskQuery } from '../tasks/list-tasks.ts';
import { termsOf } from '../terms/index.ts';
import { type EscalationsQuery, escalationsAhead } from '../urging/index.ts';
import { escalationTable } from './escalation-table.ts';
import { commitmentsOfQuery } from './exported-commitments.ts';
import { tasksOfQuery } from './exported-tasks.ts';
import { pairTable, quotaTable, sidesTable } from './ledger-tables.ts';
import { entityTable, evaluationTable, seriesTable, termTable } from './tables.ts';

/** Lists that their pages narrow by themselves: the rows shown are named. */
export type ShownList = 'sessions' | 'terms' | 'quotas' | 'pairs' | 'sides';

/** Which tasks of two snapshots go out: those of one change or all, of one unit or all. */
type ComparedQuery = Pick<ComparisonQuery, 'before' | 'after' | 'unit'> & Parameters<typeof allCompared>[2];

/** What a list is asked for with; the filters are those of its page. */
export type ListAsked =
  | { readonly list: 'commitments'; readonly query: CommitmentQuery }
  | { readonly list: 'tasks'; readonly query: TaskQuery }
  | {
      readonly list: ShownList;
      readonly query: { readonly id?: readonly string[] | undefined; readonly asOf?: string | undefined };
    }
  | { readonly list: 'entities'; readonly query: EntityQuery }
  | {
      readonly list: 'evaluations';
      readonly query: ComparedQuery;
    }
  | { readonly list: 'escalations'; readonly query: Pick<EscalationsQuery, 'days'> };

/**
 * A list exactly as its page shows it to the seat: filter, order and day are the page's.
 * @param logs whether the actions of commitments and tasks are wanted: for data, not for tables
 */
export async function exportList(
  context: Context,
  asked: ListAsked,
  seat: Seat,
  { locale, logs }: { readonly locale: Locale; readonly logs: boolean },
): Promise<ExportedList> {
  const at = context.clock.now();
  const day = ('asOf' in asked.query ? asked.query.asOf : undefined) ?? at.slice(0, 10);
  const filter = Object.fromEntries(Object.entries(asked.query).filter(([, value]) => value !== undefined));
  const plain = { list: asked.list, at, day, filter, commitments: [], texts: [], tasks: [], rows: [] };
  switch (asked.list) {
    case 'commitments':
      return {
        ...plain,
        table: await commitmentSheet(context, asked.query, seat, locale),
        ...(logs && (await commitmentsOfQuery(context, asked.query))),
      };
    case 'tasks':
      return {
        ...plain,
        table: await taskSheet(context, asked.query, seat, locale),
        tasks: logs ? await tasksOfQuery(context, asked.query, seat) : [],
      };
    case 'sessions': {
      const rows = shown((await seriesOf(context, asked.query.asOf)).rows, asked.query.id);
      return { ...plain, rows, table: seriesTable(rows, locale, day) };
    }
    case 'terms': {
      const rows = shown((await termsOf(context, asked.query.asOf)).rows, asked.query.id);
      return { ...plain, rows, table: termTable(rows, locale, day) };
    }
    case 'quotas': {
      const { rows: all, named } = await quotasOf(context, { asOf: asked.query.asOf }, seat);
      const rows = shown(all, asked.query.id);
      return { ...plain, rows, table: quotaTable(rows, quotesOf(named), locale, day) };
    }
    case 'pairs': {
      const { rows: all, named } = await pairsOf(context, seat, asked.query.asOf);
      const rows = shown(all, asked.query.id);
      return { ...plain, rows, table: pairTable(rows, quotesOf(named), locale, day) };
    }
    case 'sides': {
      const rows = await listTwoSides(context, seat, { asOf: asked.query.asOf, ids: asked.query.id });
      return {
        ...plain,
        rows,
        table: sidesTable(rows, await unitNames(context.database.queries, locale), locale, day),
      };
    }
    case 'entities': {
      const rows = (await Array.fromAsync(entityBatches(context, asked.query))).flat();
      return { ...plain, rows, table: entityTable(rows, locale, day) };
    }
    case 'evaluations': {
      const { before, after, ...listed } = asked.query;
      const rows = await allCompared(context, { before, after }, listed);
      return { ...plain, rows, table: evaluationTable(rows, locale, day) };
    }
    case 'escalations': {
      const { rows } = await escalationsAhead(context, seat, { days: asked.query.days, limit: MOST_ROWS });
      const unit = await unitNames(context.database.queries, locale);
      return { ...plain, rows, table: escalationTable(rows, unit, locale, day) };
    }
  }
}

function quotesOf(named: readonly { readonly id: string; readonly quote: string }[]): ReadonlyMap<string, string> {
  return new Map(named.map(({ id, quote }) => [id, oneLine(quote)]));
}

/** The rows a page shows, in its order; all where it names none. */
function shown<Row extends { readonly id: string }>(
  rows: readonly Row[],
  ids: readonly string[] | undefined,
): readonly Row[] {
  if (ids === undefined) return rows;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
