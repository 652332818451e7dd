import type { z } from 'zod';
import type { EndReason } from '../tasks/index.ts';
import file from './data/scales.json' with { type: 'json' };
import type { scalesFileSchema } from './schema.ts';

type ScalesFile = z.infer<typeof scalesFileSchema>;
export type RatingScale = ScalesFile['scales'][number];

const { scales, conversions, reasons } = file as unknown as ScalesFile;

/** The scales tasks are rated on, with their names. */
export const RATING_SCALES: readonly RatingScale[] = scales;

/** Where a value stands on its scale, counted from the worst; null for a scale or value there is not. */
export function rankOf(scale: string, value: string): number | null {
  const rank = scales.find(({ id }) => id === scale)?.steps.findIndex(({ id }) => id === value) ?? -1;
  return rank < 0 ? null : rank;
}

/** A value on another scale, only where the data states how; null otherwise. No conversion is put together from others. */
export function convertRating(from: string, value: string, to: string): string | null {
  if (from === to) return rankOf(from, value) === null ? null : value;
  return conversions.find((one) => one.from === from && one.to === to)?.map[value] ?? null;
}

/** The reasons that can be given for an outcome, with their names. */
export function endReasons(outcome: 'broken' | 'dropped'): readonly ScalesFile['reasons'][number][] {
  return reasons.filter(({ outcomes }) => outcomes.includes(outcome));
}

/** Name of a reason in a language of the interface. */
export function endReasonName(reason: EndReason, language: 'vi' | 'en' | 'zh'): string {
  return reasons.find(({ id }) => id === reason)?.names[language] ?? reason;
}
