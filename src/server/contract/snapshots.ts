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
const tasks = z.array(z.string());

const rater = z.enum(['self', 'secretariat', 'other-side']);

/** Which two snapshots are compared, and what of it is listed. */
export const SnapshotSearch = z.object({
  before: id.optional(),
  after: id.optional(),
  show: z.enum(SNAPSHOT_CHANGES).optional(),
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
    query: z.object({ before: id, after: id }),
    response: z.object({
      tasks: z.record(z.enum(SNAPSHOT_CHANGES), tasks),
      ratings: z.array(
        z.object({
          task: z.string(),
          from: rater,
          scale: z.string(),
          before: z.string(),
          after: z.string(),
          change: z.enum(['rose', 'fell']),
        }),
      ),
      titles: z.record(z.string(), z.string()),
    }),
  },
} as const;
