import { z } from 'zod';
import { EntityFields } from './entities.ts';
import { OfDay } from './query.ts';

const { names } = EntityFields.shape;

/** An instrument with its term. */
export const TermRowShape = z.object({
  id: z.string(),
  version: z.int(),
  names,
  type: z.string().nullable(),
  parties: z.array(z.string()),
  signed: z.string().nullable(),
  expires: z.string().nullable(),
  toSign: z.boolean(),
  ended: z.boolean(),
  successor: z.object({ id: z.string(), names }).nullable(),
  /** 12, 6 or 3 months ahead; 0 once its term is over and nobody said what follows. */
  months: z.int().nullable(),
  lastDay: z.iso.date().nullable(),
  commitments: z.int(),
});

/** Instruments and when their terms end. */
export const TERM_ROUTES = {
  listTerms: {
    method: 'GET',
    path: '/api/terms',
    query: OfDay,
    response: z.object({ day: z.iso.date(), rows: z.array(TermRowShape) }),
  },
} as const;
