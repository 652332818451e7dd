import type { Language } from '../../kernel/index.ts';
import type { LineageWork } from '../model.ts';

/** One work, and the other texts of it. */
export interface WorkVersions {
  readonly work: LineageWork;
  readonly others: readonly LineageWork[];
}

/** The language of most of a work's units. */
function mainLanguage({ units }: LineageWork): Language {
  const counts = Map.groupBy(units, ({ language }) => language);
  const [first] = [...counts].sort(([, one], [, other]) => other.length - one.length);
  return first?.[0] ?? 'und';
}

/** Names and numbers stand alike in texts of one script. */
function scriptOf(language: Language): 'Arab' | 'Hani' | 'Latn' {
  if (language === 'fa') return 'Arab';
  return language === 'zh' ? 'Hani' : 'Latn';
}

type Writing = (work: LineageWork) => string;
const inLanguage: Writing = (work) => mainLanguage(work);
const inScript: Writing = (work) => scriptOf(mainLanguage(work));

/** How many other works have a text written as this one is. */
function othersWritten(
  as: Writing,
  work: LineageWork,
  group: readonly LineageWork[],
  all: ReadonlyArray<readonly LineageWork[]>,
): number {
  return all.filter((other) => other !== group && other.some((text) => as(text) === as(work))).length;
}

/**
 * Texts of one day, type and level by the same parties are versions of one work, not later works of each other. Each
 * work is traced in the version whose language most other works have; of several, in the one whose script most other
 * works have, then in the one with the most commitments, then in the first. The order of the works is kept.
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
    const ranked = group.map((work) => ({
      work,
      ranks: [
        othersWritten(inLanguage, work, group, all),
        othersWritten(inScript, work, group, all),
        work.units.length,
      ],
    }));
    const [best, ...others] = ranked
      .sort((one, other) => one.ranks.map((rank, at) => (other.ranks[at] as number) - rank).find((by) => by !== 0) ?? 0)
      .map(({ work }) => work);
    return { work: best as LineageWork, others };
  });
}
