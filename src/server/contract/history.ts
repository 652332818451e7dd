import { z } from 'zod';

/** An action as a person reads it, the same of commitments, entries, tasks and mechanisms. */
export const HistoryStepShape = z.object({
  ...{ id: z.string(), sequence: z.int(), at: z.iso.datetime(), by: z.string(), type: z.string() },
  /** Field by field what it made different: values before and after, of a part where one is named; of the first action none. */
  changes: z.array(
    z.object({
      ...{ field: z.string(), before: z.unknown(), after: z.unknown() },
      part: z
        .object({
          noun: z.enum(['session', 'item', 'decision', 'evidence', 'request']),
          ...{ id: z.string(), name: z.string() },
        })
        .optional(),
    }),
  ),
  /** A later action took it back. */
  undone: z.boolean(),
});
