import type { Lineage, LineageLink, LineageReason, LineageUnit, LineageWork } from './model.ts';
import { type CompareUnits, unitComparison } from './relations/drift.ts';
import { relationOf } from './relations/relation.ts';
import { indexWorks, type LineageIndex, rarityOf } from './scoring/index-works.ts';
import { type ChosenPair, chooseAll } from './selection/choose.ts';
import { placeOf } from './selection/place.ts';
import { statusesOf } from './selection/statuses.ts';

/** A chosen pair as a link, with its relation and the reasons. */
export function linkOf({ from, to, a, b, score }: ChosenPair, compare: CompareUnits): LineageLink {
  const [one, other] = [from.work.units[a] as LineageUnit, to.work.units[b] as LineageUnit];
  const drift = compare(from, a, to, b);
  const { relation, why } = relationOf({ unit: one, work: from.work }, { unit: other, work: to.work }, drift);
  const shared: LineageReason = { rule: 'shared', words: drift.shared.join(', ') };
  return {
    a: placeOf(from.work, a),
    b: placeOf(to.work, b),
    relation,
    score: Math.round(score * 1000) / 1000,
    why: [why, shared],
  };
}

/** The lineage between all works of an index: links in order of work and unit, and what is new, dropped or reported. */
export function lineageOf(index: LineageIndex): Lineage {
  const rarity = { idf: rarityOf(index), own: index.table.own };
  const compare = unitComparison(index, rarity);
  const links = chooseAll(index).map((pair) => linkOf(pair, compare));
  return { links, statuses: statusesOf(index, links) };
}

/** Traces a set of works, in order of their dates. Versions of one work are to be gathered before. */
export function traceWorks(works: readonly LineageWork[]): Lineage {
  const inOrder = [...works].sort(
    (one, other) =>
      (one.date ?? '9999').localeCompare(other.date ?? '9999') ||
      Number(one.level === 'local') - Number(other.level === 'local') ||
      one.id.localeCompare(other.id),
  );
  return lineageOf(indexWorks(inOrder));
}
