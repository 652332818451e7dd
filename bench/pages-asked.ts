import {
  type ComparisonQuery,
  type Context,
  channelsOf,
  compareTwoSnapshots,
  disseminationOf,
  dutyOf,
  escalationsAhead,
  getCommitment,
  lineageWorks,
  listCommitments,
  listNotices,
  listOpenPoints,
  listSnapshots,
  listUnits,
  listUrgings,
  listWorks,
  owedNext,
  pageOfTwoSides,
  pairsOf,
  quotasOf,
  ratingAgreement,
  readParallels,
  seriesOf,
  taskCounts,
  taskOf,
  tasksOf,
  termsOf,
  twoSidesOf,
} from '../src/operations/index.ts';
import type { Seat } from '../src/register/index.ts';

type Ask = () => Promise<unknown>;

/** A past day; in these logs nothing was done after it. */
const PAST = '2025-11-22';
/** Rows of a page of the register. */
const PAGE = 200;

/**
 * What the pages of following up ask, each page with all its requests; those of a page are sent at once, as a browser does.
 */
export function pagesAsked(context: Context, seat: Seat): Readonly<Record<string, readonly Ask[]>> {
  const tasks = (query: Parameters<typeof tasksOf>[1]): readonly Ask[] => [
    () => tasksOf(context, query),
    // How many words are gone, and the names of units.
    () => tasksOf(context, { open: 'words' }),
    () => listUnits(context),
  ];
  const counts = (by: Parameters<typeof taskCounts>[1]['by']): readonly Ask[] => [() => taskCounts(context, { by })];
  const register = (query: Parameters<typeof listCommitments>[1]): readonly Ask[] => [
    () => listCommitments(context, { ...query, limit: PAGE }),
  ];
  // The page has them from the request for evaluations.
  const snapshots = once(async () => (await listSnapshots(context)).map(({ id }) => id));
  const compared = async (listed: Pick<ComparisonQuery, 'show' | 'limit'>) => {
    const [after = '', before = ''] = await snapshots();
    return compareTwoSnapshots(context, { before, after, ...listed });
  };
  return {
    'tasks, nothing chosen': tasks({}),
    'tasks, overdue': tasks({ timeliness: ['overdue'] }),
    'tasks of a unit': tasks({ units: ['unit-7'] }),
    'tasks of a sector': tasks({ sector: ['transport'] }),
    'tasks of a document': tasks({ work: 'w17' }),
    'tasks as of a year ago': tasks({ asOf: PAST }),
    'counts by unit': counts('unit'),
    'counts by side': counts('side'),
    'counts by sector': counts('sector'),
    'counts by direction': counts('direction'),
    'counts by document': counts('work'),
    'what will be escalated': [() => escalationsAhead(context, seat), () => listUnits(context)],
    'what is owed next': [() => owedNext(context, seat)],
    'one task': [() => taskOf(context, 't1', seat), () => getCommitment(context, 'c1'), () => listUnits(context)],
    urgings: [() => listUrgings(context), () => listUnits(context)],
    'two sides': [() => pageOfTwoSides(context, seat, {})],
    'two sides, page 300': [() => pageOfTwoSides(context, seat, { offset: 30_000 })],
    'one commitment': [
      () => getCommitment(context, 'c77'),
      () => twoSidesOf(context, 'c77', seat),
      () => tasksOf(context, { commitment: 'c77' }),
      () => quotasOf(context, { commitment: ['c77'] }, seat),
      () => pairsOf(context, seat),
      () => channelsOf(context, seat),
      () => readParallels(context, 'c77'),
      () => listUnits(context),
    ],
    quotas: [() => quotasOf(context, {}, seat)],
    pairs: [() => pairsOf(context, seat)],
    sessions: [() => seriesOf(context)],
    terms: [() => termsOf(context)],
    dissemination: [() => disseminationOf(context, seat), () => listUnits(context)],
    'dissemination as of a year ago': [() => disseminationOf(context, seat, PAST)],
    'units as of a year ago': [() => listUnits(context, PAST)],
    evaluations: [() => listSnapshots(context), () => ratingAgreement(context), () => listUnits(context)],
    'two snapshots compared': [() => compared({})],
    'two snapshots compared, what is the same': [() => compared({ show: 'same', limit: PAGE })],
    'duty console': [
      () => listNotices(context, { open: true }, seat),
      () => dutyOf(context, seat),
      () => channelsOf(context, seat),
    ],
    documents: [() => listWorks(context), () => listOpenPoints(context)],
    'works of the lineage': [() => lineageWorks(context)],
    'register, nothing chosen': register({}),
    'register, one kind, two sectors': register({ kind: ['commitment'], sector: ['transport', 'border-gates'] }),
    'register, what has a task': register({ task: ['given'] }),
    'register, what has none': register({ task: ['none'] }),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}
