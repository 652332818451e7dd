import type { Language } from '../../kernel/index.ts';
import { conceptMarks } from '../concepts/marks.ts';
import type { LineageWork } from '../model.ts';

/** One work, and the other texts of it. */
export interface WorkVersions {
  readonly work: LineageWork;
  readonly others: readonly LineageWork[];
}

/** How much a text says that other languages can share: words of the lists, those inside longer ones left out, and names. */
function sharable({ units }: LineageWork): number {
  const marks = units.flatMap((unit) => conceptMarks(unit.quote, unit.language));
  return marks.filter(({ kind, weight }) => kind === 'name' || (kind === 'term' && weight === 1)).length;
}

/** The language of most of a work's units. */
function mainLanguage({ units }: LineageWork): Language {
  const counts = Map.groupBy(units, ({ language }) => language);
  const [first] = [...counts].sort(([, one], [, other]) => other.length - one.length);
  return first?.[0] ?? 'und';
}

function otherWorksIn(
  language: Language,
  group: readonly LineageWork[],
  all: ReadonlyArray<readonly LineageWork[]>,
): number {
  return all.filter((other) => other !== group && other.some((work) => mainLanguage(work) === language)).length;
}

/**
 * Texts of one day, type and level by the same parties are versions of one work, not later works of each other. Each
 * work is traced in the version whose language most other works have, else in the one that says the most to other
 * languages. The order of the works is kept.
 */
export function gatherVersions(works: readonly LineageWork[]): WorkVersions[] {
  const groups = new Map<string, LineageWork[]>();
  for (const work of works) {
    const { date, type, level, parties } = work;
    const same = date === null ? work.id : [date, type, level, ...[...parties].sort()].join(' ');
    groups.set(same, [...(groups.get(same) ?? []), work]);
  }
  const all = [...groups.values()];
  return all.map((group) => {
    if (group.length === 1) return { work: group[0] as LineageWork, others: [] };
    const [best, ...others] = group
      .map((work) => ({ work, read: otherWorksIn(mainLanguage(work), group, all), says: sharable(work) }))
      .sort((one, other) => other.read - one.read || other.says - one.says)
      .map(({ work }) => work);
    return { work: best as LineageWork, others };
  });
}
