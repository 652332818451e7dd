/** Round numbers about so many steps apart that cover a span. */
export function ticks(least: number, most: number, wanted: number): readonly number[] {
  const rough = (most - least || Math.abs(most) || 1) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(most / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(digits)));
}

const HOUR = 3_600_000;
const STEPS = [1, 2, 3, 6, 12, 24, 48, 168, 336, 720, 2160, 8760].map((hours) => hours * HOUR);

/** Whole hours or days between two instants, about so many, as clocks `offset` minutes ahead of UTC show them. */
export function timeTicks(from: number, to: number, wanted: number, offset: number): readonly number[] {
  const step = STEPS.find((each) => (to - from) / each <= wanted) ?? (STEPS.at(-1) as number);
  const shift = offset * 60_000;
  const first = Math.ceil((from + shift) / step) * step - shift;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
}

export interface Shown {
  readonly at: number;
  readonly value: number;
}

/**
 * The runs of values between which a line is drawn. It breaks where the gauge said that it has none, and where values are missing:
 * more than one and a half intervals apart, or, where none is agreed, four times what is usual here.
 */
export function runsOf(
  points: readonly { readonly instant: string | null; readonly value: number | null }[],
  interval: number | null,
): readonly (readonly Shown[])[] {
  const dated = points.flatMap(({ instant, value }) => (instant === null ? [] : [{ at: Date.parse(instant), value }]));
  const steps = dated.slice(1).map(({ at }, index) => at - (dated[index]?.at ?? at));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const widest = interval === null ? usual * 4 : interval * 60_000 * 1.5;
  const runs: Shown[][] = [];
  let before: number | null = null;
  for (const { at, value } of dated) {
    if (value === null) {
      before = null;
      continue;
    }
    if (before === null || at - before > widest) runs.push([]);
    runs.at(-1)?.push({ at, value });
    before = at;
  }
  return runs;
}
