import { z } from 'zod';
import { LOCALES } from '../../kernel/index.ts';
import { SNAPSHOT_CHANGES } from '../../register/index.ts';
import { many } from './query.ts';

/** How a list goes out. */
export const LIST_FORMATS = ['xlsx', 'csv', 'json', 'jsonld'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** The form a list is wanted in; what narrows it stands beside it, by the names of the list's page. */
export const ExportQuery = z.object({ format: z.enum(LIST_FORMATS), locale: z.enum(LOCALES).default('en') });

/** The rows that a page shows of a list it narrows by itself, in its order (all where none are named), as of a past day or now. */
export const ShownQuery = z.object({ id: many(z.string().max(200)), asOf: z.iso.date().optional() });

/** Two snapshots whose comparison goes out. */
export const ComparisonQuery = z.object({
  before: z.string().min(1),
  after: z.string().min(1),
  /** One kind of change alone, and of one unit. */
  show: z.enum(SNAPSHOT_CHANGES).optional(),
  unit: z.string().min(1).max(100).optional(),
});
