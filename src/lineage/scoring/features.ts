import { STRENGTHS } from '../../vocabulary/index.ts';
import type { LineageUnit } from '../model.ts';
import type { Overlap } from './overlap.ts';

/** What the score looks at, in the order of the weights; each 0..1 but the first. */
export const FEATURES = [
  'bias',
  'dice',
  'coverage-greater',
  'coverage-lesser',
  'shared-mass',
  'rarest-shared',
  'same-sector',
  'shared-name',
  'places-shared',
  'places-apart',
  'numbers-shared',
  'numbers-apart',
  'strength-distance',
  'same-kind',
  'same-action',
  'other-language',
  'to-local',
  'carried-out',
  'neighbours',
  'near-best-of-a',
  'near-best-of-b',
  'clear-best',
] as const;
export type Feature = (typeof FEATURES)[number];

/** What two units share by their named attributes; places and names compared by the concepts in them. */
export interface SharedNames {
  /** 0..1: instruments and mechanisms named in both. */
  readonly names: number;
  readonly places: number;
  readonly placesApart: boolean;
  readonly action: boolean;
}

/** Shared weight that counts as full, and the rarity of a word of a single unit in a large register. */
const FULL_MASS = 25;
const FULL_RARITY = 7;

/** The features of a pair; `neighbours`, the two `near-best` and `clear-best` are set by the second pass. */
export function featuresOf(
  a: LineageUnit,
  b: LineageUnit,
  shared: Overlap,
  names: SharedNames,
  to: { readonly local: boolean; readonly directive: boolean },
): Float32Array {
  const distance = Math.abs(STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength));
  return Float32Array.of(
    1,
    shared.dice,
    Math.max(shared.ofA, shared.ofB),
    Math.min(shared.ofA, shared.ofB),
    Math.min(1, shared.mass / FULL_MASS),
    Math.min(1, shared.rarest / FULL_RARITY),
    a.sector === b.sector ? 1 : 0,
    names.names,
    names.places,
    names.placesApart ? 1 : 0,
    Math.min(1, shared.numbersShared / 2),
    Math.min(1, shared.numbersApart / 2),
    distance / (STRENGTHS.length - 1),
    a.kind === b.kind ? 1 : 0,
    names.action ? 1 : 0,
    a.language === b.language ? 0 : 1,
    to.local ? 1 : 0,
    to.directive ? 1 : 0,
    0,
    0,
    0,
    0,
  );
}

export const COVERAGE = FEATURES.indexOf('coverage-greater');
export const RAREST = FEATURES.indexOf('rarest-shared');
export const SAME_SECTOR = FEATURES.indexOf('same-sector');
export const NEIGHBOURS = FEATURES.indexOf('neighbours');
export const NEAR_BEST_A = FEATURES.indexOf('near-best-of-a');
export const NEAR_BEST_B = FEATURES.indexOf('near-best-of-b');
export const CLEAR_BEST = FEATURES.indexOf('clear-best');

/** How akin two units are by their concepts alone, 0..1: the first pass, on which neighbours and ranks rest. */
export function kinship(shared: Overlap, names: SharedNames): number {
  const covered = (shared.dice + Math.max(shared.ofA, shared.ofB) + 0.5 * names.names + 0.5 * names.places) / 3;
  return covered * Math.min(1, 0.3 + shared.rarest / FULL_RARITY);
}

/** Likelihood 0..1 that two units are one concern (logistic). */
export function likelihood(features: Float32Array, weights: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) sum += (features[at] as number) * (weights[at] as number);
  return 1 / (1 + Math.exp(-sum));
}
