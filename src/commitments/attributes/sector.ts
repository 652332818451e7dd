import type { Span } from '../../kernel/index.ts';
import type { Match, Sector, SectorCue } from '../../vocabulary/index.ts';

/** What speaks for each sector; the words are those of the clause only. */
export type Tally = Map<Sector, number>;

/** Terms of a purpose, means or manner count this much of their weight. */
const ASIDE = 0.3;
/** Each further term of a clause counts a little less: what is named first is what it is about. */
const FADE = 0.92;
/** A second term of the same sector counts this much of the first, a third this much of the second. */
const AGAIN = 0.65;
/** How much the surroundings of a clause can add in all, from the nearest to the farthest. */
const SHARE = { sentence: 2, provision: 1.4, heading: 1.6 } as const;

/** Tallies of what stands about a clause; asked for only where the clause leaves a doubt. */
export interface Surroundings {
  readonly sentence: () => Tally;
  readonly provision: () => Tally;
  readonly heading: () => Tally;
}

/**
 * Where an aside ends: at the action where it comes before it; at the next comma where it stands between commas
 * (`, through dialogue,`); else with the clause.
 */
function asideEnd(text: string, opens: number, after: number, end: number, action: number): number {
  if (after < action) return action;
  if (!/[,，،]\s*$/.test(text.slice(Math.max(0, opens - 2), opens))) return end;
  for (let offset = after; offset < end; offset++) {
    if (',;，；،؛'.includes(text.charAt(offset))) return offset;
  }
  return end;
}

/** Words such as `high-level leaders` alone do not make a clause one of parties. */
const FAINT = 2;

/**
 * Adds up the terms of a stretch of a text, those of asides for less.
 * @param action offset of the head verb; asides before it end there
 * @param leadership sector of what leaders do together: of the parties where these meet as parties, else diplomacy
 */
export function tally(
  text: string,
  matches: readonly Match<SectorCue>[],
  span: Span,
  action: number,
  leadership: Sector,
): Tally {
  const sum: Tally = new Map();
  const seen = new Map<Sector, number>();
  const forms = new Set<string>();
  let aside = -1;
  let fade = 1;
  for (const match of matches) {
    if (match.start < span.start || match.end > span.end) continue;
    if (match.value.type !== 'term') {
      if (match.value.type === 'aside')
        aside = Math.max(aside, asideEnd(text, match.start, match.end, span.end, action));
      continue;
    }
    const { weight } = match.value;
    const sector = match.value.sector === 'politics-party' && weight <= FAINT ? leadership : match.value.sector;
    if (forms.has(match.form)) continue;
    forms.add(match.form);
    const before = seen.get(sector) ?? 0;
    seen.set(sector, before + 1);
    const share = (match.start < aside ? ASIDE : 1) * fade * AGAIN ** before;
    sum.set(sector, (sum.get(sector) ?? 0) + weight * share);
    fade *= FADE;
  }
  return sum;
}

function add(sum: Tally, surroundings: Tally, share: number): void {
  let total = 0;
  for (const weight of surroundings.values()) total += weight;
  if (total === 0) return;
  for (const [sector, weight] of surroundings) sum.set(sector, (sum.get(sector) ?? 0) + (share * weight) / total);
}

function ranked(sum: Tally, fallback: Sector): { best: Sector; lead: number } {
  let best: Sector = fallback;
  let [most, second] = [0, 0];
  for (const [sector, weight] of sum) {
    if (weight > most) {
      second = most;
      most = weight;
      best = sector;
    } else if (weight > second) second = weight;
  }
  return { best, lead: most - second };
}

/** The sector with the most behind it; what the surroundings say decides only where the clause says little. */
export function readSector(own: Tally, surroundings: Surroundings, fallback: Sector): Sector {
  const alone = ranked(own, fallback);
  if (alone.lead > SHARE.sentence + SHARE.provision + SHARE.heading) return alone.best;
  const sum: Tally = new Map(own);
  add(sum, surroundings.sentence(), SHARE.sentence);
  const inSentence = ranked(sum, fallback);
  if (inSentence.lead > SHARE.provision + SHARE.heading) return inSentence.best;
  const heading = surroundings.heading();
  const under = new Map(sum);
  add(under, heading, SHARE.heading);
  const underHeading = ranked(under, fallback);
  // To read the provision takes longest: only where it can still change the answer.
  if (underHeading.lead > SHARE.provision) return underHeading.best;
  add(sum, surroundings.provision(), SHARE.provision);
  add(sum, heading, SHARE.heading);
  return ranked(sum, fallback).best;
}
