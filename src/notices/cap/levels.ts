import type { Locale } from '../../kernel/index.ts';
import data from './data/levels.json' with { type: 'json' };
import type { CapInfo, CapSeverity, CapValue } from './model.ts';

type Names = Readonly<Record<Locale, string>>;

export interface NationalLevel {
  readonly id: string;
  readonly severity: CapSeverity;
  readonly colour: string;
  readonly name: Names;
}

/** A country's scale of warnings, lowest level first. */
export interface LevelScheme {
  readonly id: string;
  /** The name of the CAP parameter that carries a level of it. */
  readonly parameter: string;
  readonly country: string;
  readonly source: string;
  readonly name: Names;
  readonly levels: readonly NationalLevel[];
}

export const LEVEL_SCHEMES = data.schemes as readonly LevelScheme[];

/** A native level as an alert carries it, with the severity it stands for here. */
export interface NativeLevel {
  readonly scheme: string;
  readonly level: string;
  readonly severity: CapSeverity;
  readonly name: Names;
}

/** The parameter that keeps a national level in an alert, so that both labels travel; null of a level unknown here. */
export function levelParameter(scheme: string, level: string): CapValue | null {
  const found = LEVEL_SCHEMES.find(({ id }) => id === scheme);
  return found?.levels.some(({ id }) => id === level) ? { valueName: found.parameter, value: level } : null;
}

/** The national levels a block carries, in any of the known scales. */
export function levelsOf({ parameter }: Pick<CapInfo, 'parameter'>): readonly NativeLevel[] {
  return LEVEL_SCHEMES.flatMap((scheme) =>
    parameter
      .filter(({ valueName }) => valueName === scheme.parameter)
      .flatMap(({ value }) => {
        const level = scheme.levels.find(({ id }) => id === value.trim());
        return level ? [{ scheme: scheme.id, level: level.id, severity: level.severity, name: level.name }] : [];
      }),
  );
}

/** The levels of a scale that are shown for a severity: none, one, or two where a scale is finer than CAP. */
export function levelsFor(scheme: string, severity: CapSeverity): readonly NationalLevel[] {
  return LEVEL_SCHEMES.find(({ id }) => id === scheme)?.levels.filter((level) => level.severity === severity) ?? [];
}
