export const SPANS = ['1d', '3d', '7d', '30d', 'all'] as const;
export type Span = (typeof SPANS)[number];

export interface WaterSearch {
  readonly series?: string | undefined;
  readonly span?: Span | undefined;
}

/** What the address says: the series shown, and how far back. */
export function readWaterSearch(search: Readonly<Record<string, unknown>>): WaterSearch {
  const span = SPANS.find((one) => one === search.span);
  return {
    ...(typeof search.series === 'string' ? { series: search.series } : {}),
    ...(span === undefined ? {} : { span }),
  };
}
