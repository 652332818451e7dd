import { z } from 'zod';
import { LIFECYCLES, SNAPSHOT_CHANGES, TIMELINESS } from '../../register/index.ts';

const id = z.string().min(1).max(100);
const party = z.string().regex(/^[A-Z]{2}$/);
const kind = z.enum(['interim', 'final']);
const rate = z.object({
  part: z.int(),
  whole: z.int(),
  of: z.enum(['tasks-due', 'all-tasks']),
  percent: z.number().nullable(),
});

const rater = z.enum(['self', 'secretariat', 'other-side']);

/** What is listed of two snapshots: the tasks with one change, or the ratings that moved. */
const show = z.enum([...SNAPSHOT_CHANGES, 'ratings']);
const changes = z.record(z.enum(SNAPSHOT_CHANGES), z.int());
const task = z.object({ task: z.string(), title: z.string() });

/** Rows of a page of what is listed. */
export const COMPARED_A_PAGE = 100;

/** Which two snapshots are compared, and what of it is listed: of one unit, and which page. */
export const SnapshotSearch = z.object({
  ...{ before: id.optional(), after: id.optional(), show: show.optional(), unit: id.optional() },
  page: z.coerce.number().int().min(1).max(10_000).optional(),
});

/** Snapshots of how tasks stand, and what changed between two. */
export const SNAPSHOT_ROUTES = {
  listSnapshots: {
    method: 'GET',
    path: '/api/snapshots',
    response: z.object({
      snapshots: z.array(
        z.object({
          ...{ id, party, kind, day: z.iso.date() },
          counts: z.object({
            all: z.int(),
            cells: z.partialRecord(z.enum(LIFECYCLES), z.partialRecord(z.enum(TIMELINESS), z.int())),
          }),
          rates: z.object({ onTime: rate, overdue: rate, done: rate }),
        }),
      ),
    }),
  },
  takeSnapshot: {
    method: 'POST',
    path: '/api/snapshots',
    body: z.object({ party, kind }),
    response: z.object({ id, tasks: z.int() }),
  },
  ratingAgreement: {
    method: 'GET',
    path: '/api/ratings/agreement',
    response: z.object({
      rows: z.array(
        z.object({
          raters: z.tuple([rater, rater]),
          ...{ scale: z.string(), rated: z.int(), same: z.int(), kappa: z.number().nullable() },
          differing: z.array(z.object({ task: z.string(), values: z.tuple([z.string(), z.string()]) })),
        }),
      ),
      titles: z.record(z.string(), z.string()),
    }),
  },
  compareSnapshots: {
    method: 'GET',
    path: '/api/snapshots/comparison',
    query: z.object({
      ...{ before: id, after: id, show: show.optional(), unit: id.optional() },
      offset: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    response: z.object({
      changes,
      units: z.array(z.object({ unit: z.string(), changes })),
      moved: z.int(),
      tasks: z.array(task.extend({ change: z.enum(SNAPSHOT_CHANGES) })),
      ratings: z.array(
        task.extend({
          ...{ from: rater, scale: z.string(), before: z.string(), after: z.string() },
          change: z.enum(['rose', 'fell']),
        }),
      ),
    }),
  },
} as const;
