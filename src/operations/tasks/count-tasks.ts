import {
  type AsOf,
  allUnits,
  countTasksBy,
  countTasksBySectors,
  listedWorks,
  type Queries,
  type TaskCell,
  type TaskFilter,
} from '../../db/index.ts';
import {
  type Counts,
  countOf,
  countsOf,
  LIFECYCLES,
  type Lifecycle,
  type Rate,
  ratesOf,
  rollUpLeads,
  TIMELINESS,
  type Timeliness,
  type UnitCounts,
} from '../../register/index.ts';
import { PROFILES } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { filterOf, type TaskQuery } from './list-tasks.ts';

/** What tasks are counted by. `direction`: the directions of the relation their side belongs to. */
export const COUNTED_BY = ['unit', 'side', 'sector', 'direction', 'work'] as const;
export type CountedBy = (typeof COUNTED_BY)[number];

/** Tasks counted on both axes, with the rates that name what they are of. */
export interface TaskTally {
  readonly all: number;
  readonly lifecycle: Readonly<Record<Lifecycle, number>>;
  readonly timeliness: Readonly<Record<Timeliness, number>>;
  readonly rates: Readonly<Record<'onTime' | 'overdue' | 'done', Rate>>;
}

/** A group of tasks. Units stand under the unit above them. */
export interface TaskGroup {
  /** Id of the unit, code of the side, sector, `<relation>/<direction>`, or id of the work; null for what belongs to none. */
  readonly key: string | null;
  /** The name of a work; null for all else, which pages name in their own language. */
  readonly name: string | null;
  readonly depth: number;
  readonly tally: TaskTally;
}

export interface TaskCounts {
  /** ISO date that timeliness is of. */
  readonly day: string;
  readonly whole: TaskTally;
  readonly groups: readonly TaskGroup[];
  /** How often a task stands in a further group; the groups at the top add up to the whole and this. */
  readonly repeated: number;
}

/** Which direction of a relation each sector belongs to, by both. */
const DIRECTIONS = new Map<string, string>(
  PROFILES.flatMap(({ id, directions }) =>
    directions.flatMap((one) => one.sectors.map((sector) => [`${id}/${sector}`, `${id}/${one.id}`] as const)),
  ),
);

/** Tasks the asking seat may see, counted in groups that add up. The same filter as a list of tasks. */
export async function taskCounts(context: Context, query: TaskQuery & { readonly by: CountedBy }): Promise<TaskCounts> {
  const { queries } = context.database;
  const { by, ...listed } = query;
  const { filter, moment } = await filterOf(context, listed);
  const { cells, each } = await cellsBy(queries, filter, moment, by);
  const counted = new Map([...Map.groupBy(cells, ({ key }) => key)].map(([key, own]) => [key, countsOf(own)]));
  const whole = countsOf(each);
  if (by === 'unit') {
    const leads = new Map([...counted].map(([key, counts]) => [key ?? '', counts]));
    const { tops, unknown } = rollUpLeads(leads, await allUnits(context.whole.queries), moment.day);
    const strangers = unknown.all === 0 ? [] : [group(null, unknown)];
    return { day: moment.day, whole: tallyOf(whole), groups: [...tops.flatMap(branch(0)), ...strangers], repeated: 0 };
  }
  const works = by === 'work' ? await listedWorks(queries) : [];
  const names = new Map(works.map(({ id, title }) => [id, title]));
  const groups = [...counted]
    .map(([key, counts]) => ({ ...group(key, counts), name: names.get(key ?? '') ?? null }))
    .sort((a, b) => b.tally.all - a.tally.all || ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1));
  const sum = groups.reduce((all, { tally }) => all + tally.all, 0);
  return { day: moment.day, whole: tallyOf(whole), groups, repeated: sum - whole.all };
}

type Cell = Omit<TaskCell, 'key'>;

/** The cells of every group, and cells in which each task stands once. */
async function cellsBy(
  queries: Queries,
  filter: TaskFilter,
  moment: AsOf,
  by: CountedBy,
): Promise<{ readonly cells: readonly TaskCell[]; readonly each: readonly Cell[] }> {
  if (by === 'unit' || by === 'side') {
    const cells = await countTasksBy(queries, filter, moment, by);
    return { cells, each: cells };
  }
  if (by === 'work') {
    const [cells, each] = await Promise.all([
      countTasksBy(queries, filter, moment, by),
      countTasksBy(queries, filter, moment, 'side'),
    ]);
    return { cells, each };
  }
  const each = await countTasksBySectors(queries, filter, moment);
  const keyOf = (relation: string | null, sector: string) =>
    by === 'sector' ? sector : (DIRECTIONS.get(`${relation}/${sector}`) ?? null);
  const cells = each.flatMap(({ relation, sectors, ...cell }) => {
    const keys = sectors.length === 0 ? [null] : sectors.map((sector) => keyOf(relation, sector));
    return [...new Set(keys)].map((key) => ({ ...cell, key }));
  });
  return { cells, each };
}

const branch =
  (depth: number) =>
  ({ unit, total, below }: UnitCounts): TaskGroup[] => [
    { ...group(unit, total), depth },
    ...below.flatMap(branch(depth + 1)),
  ];

function group(key: string | null, counts: Counts): TaskGroup {
  return { key, name: null, depth: 0, tally: tallyOf(counts) };
}

function tallyOf(counts: Counts): TaskTally {
  const record = <Name extends string>(names: readonly Name[], of: (name: Name) => number) =>
    Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, number>;
  return {
    all: counts.all,
    lifecycle: record(LIFECYCLES, (lifecycle) => countOf(counts, { lifecycle })),
    timeliness: record(TIMELINESS, (timeliness) => countOf(counts, { timeliness })),
    rates: ratesOf(counts),
  };
}
