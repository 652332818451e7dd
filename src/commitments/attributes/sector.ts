import type { Span } from '../../kernel/index.ts';
import { type Match, SECTORS, type Sector, type SectorCue } from '../../vocabulary/index.ts';

/** What speaks for each sector; the words are those of the clause only. */
export interface Tally {
  /** Numbers (in `SECTORS`) of the sectors that anything speaks for, in the order in which they came: of equals the first leads. */
  readonly came: readonly number[];
  /** How much speaks for each of those. */
  readonly weights: readonly number[];
}

const NUMBERS = new Map(SECTORS.map((sector, number) => [sector, number]));

/** Nothing speaks for any sector. */
export const NO_TALLY: Tally = { came: [], weights: [] };

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
/** A head verb says what a clause is about only where it leaves no doubt (`báo cáo`, `invited`). */
const DECISIVE = 4;

/** Whether a term counts in a clause with this head verb: not where it is the verb and leaves a doubt. */
export function counts({ start, end, value }: Match<SectorCue>, verb: Span): boolean {
  if (start >= verb.end || verb.start >= end) return true;
  return value.type === 'term' && value.weight >= DECISIVE;
}

/** How much each further term of a sector counts. */
const SHARES = Array.from({ length: 64 }, (_, before) => AGAIN ** before);

/** Scratch of `tally`, which is asked for several times a clause: how many terms each sector has, and forms met so far. */
const terms: number[] = [];
const forms: string[] = [];

/**
 * Adds up the terms of a stretch of a text, those of asides for less.
 * @param verb the head verb of the clause, or null; asides before it end there
 * @param leadership sector of what leaders do together: of the parties where these meet as parties, else diplomacy
 */
export function tally(
  text: string,
  matches: readonly Match<SectorCue>[],
  span: Span,
  verb: Span | null,
  leadership: Sector,
): Tally {
  if (matches.length === 0) return NO_TALLY;
  const weights: number[] = [];
  const came: number[] = [];
  terms.length = 0;
  forms.length = 0;
  let aside = -1;
  let fade = 1;
  for (const match of matches) {
    if (match.start < span.start || match.end > span.end || (verb !== null && !counts(match, verb))) continue;
    const { value } = match;
    if (value.type !== 'term') {
      if (value.type === 'aside')
        aside = Math.max(aside, asideEnd(text, match.start, match.end, span.end, verb?.start ?? 0));
      continue;
    }
    if (forms.includes(match.form)) continue;
    forms.push(match.form);
    const sector = value.sector === 'politics-party' && value.weight <= FAINT ? leadership : value.sector;
    const number = NUMBERS.get(sector) as number;
    const known = came.indexOf(number);
    const before = known < 0 ? 0 : (terms[known] as number);
    const weight = value.weight * ((match.start < aside ? ASIDE : 1) * fade * (SHARES[before] ?? 0));
    if (known < 0) {
      came.push(number);
      terms.push(1);
      weights.push(weight);
    } else {
      terms[known] = before + 1;
      weights[known] = (weights[known] as number) + weight;
    }
    fade *= FADE;
  }
  return { came, weights };
}

/** A tally with the surroundings of a clause, which add `share` in all. */
function plus(sum: Tally, { weights: around, came: more }: Tally, share: number): Tally {
  let total = 0;
  for (let at = 0; at < around.length; at++) total += around[at] as number;
  if (total === 0) return sum;
  const weights = sum.weights.slice();
  const came = sum.came.slice();
  for (let at = 0; at < more.length; at++) {
    const number = more[at] as number;
    const added = (share * (around[at] as number)) / total;
    const known = came.indexOf(number);
    if (known < 0) {
      came.push(number);
      weights.push(added);
    } else weights[known] = (weights[known] as number) + added;
  }
  return { came, weights };
}

function best({ weights, came }: Tally, fallback: Sector): Sector {
  let first: Sector = fallback;
  let most = 0;
  for (let at = 0; at < came.length; at++) {
    const weight = weights[at] as number;
    if (weight <= most) continue;
    most = weight;
    first = SECTORS[came[at] as number] as Sector;
  }
  return first;
}

/** By how much the sector with the most is ahead of the next. */
function lead({ weights }: Tally): number {
  let most = 0;
  let second = 0;
  for (const weight of weights) {
    if (weight > most) {
      second = most;
      most = weight;
    } else if (weight > second) second = weight;
  }
  return most - second;
}

/** The sector of a clause whose own words leave no doubt, whatever stands about it; null where they do. */
export function saysEnough(own: Tally, fallback: Sector): Sector | null {
  return lead(own) > SHARE.sentence + SHARE.provision + SHARE.heading ? best(own, fallback) : null;
}

/** The sector with the most behind it; what the surroundings say decides only where the clause says little. */
export function readSector(own: Tally, surroundings: Surroundings, fallback: Sector): Sector {
  if (lead(own) > SHARE.sentence + SHARE.provision + SHARE.heading) return best(own, fallback);
  const sum = plus(own, surroundings.sentence(), SHARE.sentence);
  if (lead(sum) > SHARE.provision + SHARE.heading) return best(sum, fallback);
  const heading = surroundings.heading();
  const under = plus(sum, heading, SHARE.heading);
  // To read the provision takes longest: only where it can still change the answer.
  if (lead(under) > SHARE.provision) return best(under, fallback);
  return best(plus(plus(sum, surroundings.provision(), SHARE.provision), heading, SHARE.heading), fallback);
}
