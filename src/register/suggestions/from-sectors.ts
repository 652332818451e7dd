import { taughtLanguage, wordsOf } from './from-fields.ts';
import { AT_LEAST, type DecidedUnit, folded, isAccepted, type Proposal } from './model.ts';
import { termsOf } from './phrases.ts';

function holds(unit: DecidedUnit, term: string): boolean {
  return folded(unit.quote).includes(term);
}

/** The longest words that most of the units share and that stand in none of another sector; null where too few share any. */
function sharedTerm(group: readonly DecidedUnit[], others: readonly DecidedUnit[]): string | null {
  const counts = new Map<string, number>();
  for (const unit of group) {
    const action = folded(unit.proposed?.fields.action ?? unit.fields.action);
    for (const term of termsOf(unit.quote, unit.language)) {
      if (!term.startsWith(action)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  const ranked = [...counts]
    .filter(([, count]) => count >= AT_LEAST)
    .sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1));
  return ranked.find(([term]) => !others.some((unit) => holds(unit, term)))?.[0] ?? null;
}

type Group = readonly [DecidedUnit, ...DecidedUnit[]];

function proposal(group: Group, words: string, against: number): Proposal[] {
  const language = taughtLanguage(group[0]);
  if (language === null || group.length < AT_LEAST || against >= group.length) return [];
  const lesson = { type: 'sector', language, words, sector: group[0].fields.sector } as const;
  return [{ lesson, cause: 'sector-corrected', evidence: group, against }];
}

function groupsBy(units: readonly DecidedUnit[], key: (unit: DecidedUnit) => string): Group[] {
  const keyed = Map.groupBy(units, (unit) => `${unit.language} ${unit.fields.sector} ${key(unit)}`);
  return [...keyed.values()] as unknown as Group[];
}

/** Units put in the same other sector: by the word the rules had taken theirs from, else by words they share. */
export function fromSectors(units: readonly DecidedUnit[]): Proposal[] {
  const accepted = units.filter(isAccepted);
  const corrected = accepted.filter(({ proposed, fields }) => proposed && proposed.fields.sector !== fields.sector);
  const othersOf = ([{ language, fields }]: Group) =>
    accepted.filter((unit) => unit.language === language && unit.fields.sector !== fields.sector);
  const read = (unit: DecidedUnit) => folded(wordsOf(unit, 'sector:') ?? '');
  const byTerm = groupsBy(
    corrected.filter((unit) => read(unit) !== ''),
    read,
  ).flatMap((group) => {
    const term = read(group[0]);
    return proposal(group, term, othersOf(group).filter((unit) => read(unit) === term).length);
  });
  const told = new Set(byTerm.flatMap(({ evidence }) => evidence));
  const left = corrected.filter((unit) => !told.has(unit));
  const byShared = groupsBy(left, () => '').flatMap((group) => {
    const term = sharedTerm(group, othersOf(group));
    if (term === null) return [];
    const [first, ...more] = group.filter((unit) => holds(unit, term));
    return first === undefined ? [] : proposal([first, ...more], term, 0);
  });
  return [...byTerm, ...byShared];
}
