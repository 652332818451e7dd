/** How often a unit reports, by the names official papers use. */
export const PERIOD_NAMES = ['month', 'quarter', 'half-year', 'year'] as const;
export type PeriodName = (typeof PERIOD_NAMES)[number];

/** One period to report on. */
export interface ReportingPeriod {
  readonly name: PeriodName;
  /** ISO dates, both inclusive: the figures are of these days. */
  readonly from: string;
  readonly to: string;
}
