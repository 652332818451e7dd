import type { Lineage, LineageLink, LineageStatus } from '../../src/lineage/index.ts';
import { type GoldLine, overlaps, type Sample, spanOf } from './gold.ts';

type GoldLink = Extract<GoldLine, { relation: string }>;
type GoldStatus = Extract<GoldLine, { status: string }>;

export interface Figures {
  readonly links: number;
  readonly gold: number;
  /** Gold links found; links found that are gold. */
  readonly found: number;
  readonly right: number;
  /** Gold links found with their relation. */
  readonly relation: number;
  readonly missed: readonly GoldLink[];
  readonly extra: readonly LineageLink[];
  readonly wrongRelation: ReadonlyArray<readonly [GoldLink, LineageLink]>;
  readonly statuses: Readonly<Record<'new' | 'dropped', StatusFigures>>;
}

export interface StatusFigures {
  readonly said: number;
  readonly gold: number;
  readonly found: number;
  /** Said of units that the gold links. */
  readonly linked: readonly LineageStatus[];
}

function matches({ texts }: Sample, gold: GoldLink, link: LineageLink): boolean {
  if (gold.a.doc !== link.a.doc || gold.b.doc !== link.b.doc) return false;
  return overlaps(spanOf(texts, gold.a), link.a.span) && overlaps(spanOf(texts, gold.b), link.b.span);
}

function statusFigures(sample: Sample, lineage: Lineage, status: 'new' | 'dropped'): StatusFigures {
  const { texts, gold } = sample;
  const said = lineage.statuses.filter((one) => one.status === status);
  const wanted = gold.filter((line): line is GoldStatus => 'status' in line && line.status === status);
  const links = gold.filter((line): line is GoldLink => 'relation' in line);
  const at = (one: LineageStatus, side: GoldStatus | GoldLink['a']): boolean =>
    side.doc === one.place.doc && overlaps(spanOf(texts, side), one.place.span);
  return {
    said: said.length,
    gold: wanted.length,
    found: wanted.filter((line) => said.some((one) => at(one, line))).length,
    linked: said.filter((one) => links.some((link) => at(one, status === 'new' ? link.b : link.a))),
  };
}

/** Compares what was traced with the gold: a link is found when both quotes overlap. */
export function measure(sample: Sample, lineage: Lineage): Figures {
  const gold = sample.gold.filter((line): line is GoldLink => 'relation' in line);
  const found = gold.map((line) => ({ line, links: lineage.links.filter((link) => matches(sample, line, link)) }));
  const hit = found.filter(({ links }) => links.length > 0);
  const right = hit.filter(({ line, links }) => links.some(({ relation }) => relation === line.relation));
  const matched = new Set(found.flatMap(({ links }) => links));
  return {
    links: lineage.links.length,
    gold: gold.length,
    found: hit.length,
    right: matched.size,
    relation: right.length,
    missed: found.filter(({ links }) => links.length === 0).map(({ line }) => line),
    extra: lineage.links.filter((link) => !matched.has(link)),
    wrongRelation: hit
      .filter((one) => !right.includes(one))
      .map(({ line, links }) => [line, links[0] as LineageLink] as const),
    statuses: {
      new: statusFigures(sample, lineage, 'new'),
      dropped: statusFigures(sample, lineage, 'dropped'),
    },
  };
}
