import type { Rating } from '../tasks/index.ts';

/** What two raters said of the same things, on one scale. */
export type RatedTwice = readonly (readonly [string, string])[];

/**
 * Cohen's kappa: how far two raters agree beyond what their habits alone would give (J. Cohen, Educational and Psychological
 * Measurement 20, 1960). 1 is full agreement, 0 is chance; null where nothing was rated by both, or where both gave everything one
 * and the same value, so that chance explains it all.
 */
export function cohensKappa(pairs: RatedTwice): number | null {
  const share = (fits: (pair: RatedTwice[number]) => boolean) => pairs.filter(fits).length / pairs.length;
  const values = new Set(pairs.flat());
  const seen = share(([one, other]) => one === other);
  const chance = [...values].reduce(
    (sum, value) => sum + share(([one]) => one === value) * share(([, two]) => two === value),
    0,
  );
  return pairs.length === 0 || chance === 1 ? null : (seen - chance) / (1 - chance);
}

/** Who is compared with whom: what the unit says of itself, what its secretariat says, what the other side says. */
export const RATER_PAIRS = [
  ['self', 'secretariat'],
  ['self', 'other-side'],
  ['secretariat', 'other-side'],
] as const satisfies readonly (readonly [Rating['from'], Rating['from']])[];

/** A task and the ratings that stand on it. */
export interface RatedTask {
  readonly task: string;
  readonly ratings: readonly Pick<Rating, 'from' | 'scale' | 'value'>[];
}

/** How far two raters agree on one scale. */
export interface Agreement {
  readonly raters: (typeof RATER_PAIRS)[number];
  readonly scale: string;
  /** Tasks that both rated, and those of them that both rated the same. */
  readonly rated: number;
  readonly same: number;
  readonly kappa: number | null;
  /** Those on which they differ, in the order given. */
  readonly differing: readonly { readonly task: string; readonly values: readonly [string, string] }[];
}

/** How far each two raters agree, scale by scale; ratings on two scales are never compared. */
export function agreementOf(tasks: readonly RatedTask[]): Agreement[] {
  return RATER_PAIRS.flatMap((raters) => {
    const both = tasks.flatMap(({ task, ratings }) => {
      const [first, second] = raters.map((from) => ratings.findLast((one) => one.from === from));
      return first === undefined || second === undefined || first.scale !== second.scale
        ? []
        : [{ task, scale: first.scale, values: [first.value, second.value] as const }];
    });
    return [...Map.groupBy(both, ({ scale }) => scale)].map(([scale, own]) => {
      const differing = own.filter(({ values: [one, other] }) => one !== other);
      return {
        ...{ raters, scale, rated: own.length, same: own.length - differing.length },
        kappa: cohensKappa(own.map(({ values }) => values)),
        differing: differing.map(({ task, values }) => ({ task, values })),
      };
    });
  });
}
