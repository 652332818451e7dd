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
  readonly sentence: Tally;
  readonly provision: Tally;
  readonly heading: Tally;
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
/** One that goes on behind the verb has its object in it (`exchange students`): it counts where it is more than faint. */
const CLEAR = FAINT + 1;

/** Whether a term counts in a clause with this head verb: not where it is the verb and leaves a doubt. */
export function counts({ start, end, value }: Match<SectorCue>, verb: Span): boolean {
  if (start >= verb.end || verb.start >= end) return true;
  return value.type === 'term' && value.weight >= (end > verb.end ? CLEAR : DECISIVE);
}

/** How much each further term of a sector counts. */
const SHARES = Array.from({ length: 64 }, (_, before) => AGAIN ** before);

/** Terms found in a part of a text, with how far its offsets are moved in the whole. */
export interface Terms {
  readonly matches: readonly Match<SectorCue>[];
  readonly moved: number;
}

/** Scratch of `tally`, which is asked for several times a clause: sectors as they come, what they weigh, how many terms each has, and forms met so far. */
const sectors = new Uint8Array(SECTORS.length);
const sums = new Float64Array(SECTORS.length);
const terms = new Int32Array(SECTORS.length);
const forms: string[] = [];

/** A tally of what lies in the scratch, in arrays no longer than it needs. */
function taken(count: number): Tally {
  if (count === 0) return NO_TALLY;
  const came = new Array<number>(count);
  const weights = new Array<number>(count);
  for (let at = 0; at < count; at++) {
    came[at] = sectors[at] as number;
    weights[at] = sums[at] as number;
  }
  return { came, weights };
}

/**
 * Adds up the terms of a stretch of a text, those of asides for less.
 * @param parts what was found in the text, in order
 * @param verb the head verb of the clause, or null; asides before it end there
 * @param leadership sector of what leaders do together: of the parties where these meet as parties, else diplomacy
 */
export function tallyParts(
  text: string,
  parts: readonly Terms[],
  span: Span,
  verb: Span | null,
  leadership: Sector,
): Tally {
  let count = 0;
  forms.length = 0;
  let aside = -1;
  let fade = 1;
  for (const { matches, moved } of parts) {
    for (let at = 0; at < matches.length; at++) {
      const match = matches[at] as (typeof matches)[number];
      const start = match.start + moved;
      const end = match.end + moved;
      if (start < span.start || end > span.end || (verb !== null && !counts(match, verb))) continue;
      const { value } = match;
      if (value.type !== 'term') {
        if (value.type === 'aside') aside = Math.max(aside, asideEnd(text, start, end, span.end, verb?.start ?? 0));
        continue;
      }
      if (forms.includes(match.form)) continue;
      forms.push(match.form);
      const sector = value.sector === 'politics-party' && value.weight <= FAINT ? leadership : value.sector;
      const number = NUMBERS.get(sector) as number;
      let known = 0;
      while (known < count && sectors[known] !== number) known++;
      if (known === count) {
        sectors[count] = number;
        sums[count] = 0;
        terms[count] = 0;
        count++;
      }
      const before = terms[known] as number;
      const weight = value.weight * ((start < aside ? ASIDE : 1) * fade * (SHARES[before] ?? 0));
      terms[known] = before + 1;
      sums[known] = (sums[known] as number) + weight;
      fade *= FADE;
    }
  }
  return taken(count);
}

/** The same for terms found in the text as a whole. */
export function tally(
  text: string,
  matches: readonly Match<SectorCue>[],
  span: Span,
  verb: Span | null,
  leadership: Sector,
): Tally {
  return matches.length === 0 ? NO_TALLY : tallyParts(text, [{ matches, moved: 0 }], span, verb, leadership);
}

/** A tally to which what stands about a clause is added. */
class Sum {
  #count = 0;
  readonly #came = new Uint8Array(SECTORS.length);
  readonly #weights = new Float64Array(SECTORS.length);

  /** Begins anew with what the clause itself says. */
  begin({ came, weights }: Tally): this {
    this.#count = came.length;
    for (let at = 0; at < came.length; at++) {
      this.#came[at] = came[at] as number;
      this.#weights[at] = weights[at] as number;
    }
    return this;
  }

  /** Adds surroundings, `share` in all. */
  add({ weights, came }: Tally, share: number): this {
    let total = 0;
    for (let at = 0; at < weights.length; at++) total += weights[at] as number;
    if (total === 0) return this;
    for (let at = 0; at < came.length; at++) {
      const number = came[at] as number;
      const added = (share * (weights[at] as number)) / total;
      let known = 0;
      while (known < this.#count && this.#came[known] !== number) known++;
      if (known === this.#count) {
        this.#came[known] = number;
        this.#weights[known] = added;
        this.#count++;
      } else this.#weights[known] = (this.#weights[known] as number) + added;
    }
    return this;
  }

  best(fallback: Sector): Sector {
    let first: Sector = fallback;
    let most = 0;
    for (let at = 0; at < this.#count; at++) {
      const weight = this.#weights[at] as number;
      if (weight <= most) continue;
      most = weight;
      first = SECTORS[this.#came[at] as number] as Sector;
    }
    return first;
  }

  /** By how much the sector with the most is ahead of the next. */
  lead(): number {
    let most = 0;
    let second = 0;
    for (let at = 0; at < this.#count; at++) {
      const weight = this.#weights[at] as number;
      if (weight > most) {
        second = most;
        most = weight;
      } else if (weight > second) second = weight;
    }
    return most - second;
  }
}

const sum = new Sum();

/** The sector of a clause whose own words leave no doubt, whatever stands about it; null where they do. */
export function saysEnough(own: Tally, fallback: Sector): Sector | null {
  return sum.begin(own).lead() > SHARE.sentence + SHARE.provision + SHARE.heading ? sum.best(fallback) : null;
}

/** The sector with the most behind it; what the surroundings say decides only where the clause says little. */
export function readSector(own: Tally, { sentence, provision, heading }: Surroundings, fallback: Sector): Sector {
  const enough = saysEnough(own, fallback);
  if (enough !== null) return enough;
  if (sum.add(sentence, SHARE.sentence).lead() > SHARE.provision + SHARE.heading) return sum.best(fallback);
  if (sum.add(heading, SHARE.heading).lead() > SHARE.provision) return sum.best(fallback);
  sum.begin(own).add(sentence, SHARE.sentence).add(provision, SHARE.provision).add(heading, SHARE.heading);
  return sum.best(fallback);
}
