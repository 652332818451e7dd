import type { Candidate } from '../../commitments/index.ts';
import { align } from '../align.ts';
import type { Rarities } from './alone.ts';
import { coverageOf, type Rarity } from './coverage.ts';
import { stepsApart } from './ladder.ts';
import type { FindingSeverity, VersionFinding } from './model.ts';
import { type Pair, placeAt, type Stretch, wholePlace } from './pair.ts';

/** Undertakings of both versions, and how rare words are in each. */
export interface Undertakings extends Rarities {
  readonly a: readonly Candidate[];
  readonly b: readonly Candidate[];
}

/** Two undertakings are compared where their bead is this sure and the readers of both are. */
const SURE = 0.6;
const CONFIDENT = 0.5;
/** An undertaking is missing where the other side says less than this of it, in at least as many known words. */
const SAID = 0.25;
const WORDS = 3;

const sorted = new WeakMap<readonly Candidate[], readonly Candidate[]>();

/** The undertakings that are read surely enough, by where they begin; sorted once for all passages. */
function sureOnes(candidates: readonly Candidate[]): readonly Candidate[] {
  const before = sorted.get(candidates);
  if (before !== undefined) return before;
  const sure = candidates
    .filter(({ kind, confidence }) => (kind === 'commitment' || kind === 'support') && confidence >= CONFIDENT)
    .sort((one, other) => one.span.start - other.span.start);
  sorted.set(candidates, sure);
  return sure;
}

function within(stretch: Stretch, candidates: readonly Candidate[]): Candidate[] {
  const sure = sureOnes(candidates);
  let [low, high] = [0, sure.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sure[middle] as Candidate).span.start >= stretch.span.start) high = middle;
    else low = middle + 1;
  }
  const found: Candidate[] = [];
  for (let at = low; (sure[at]?.span.start ?? stretch.span.end) < stretch.span.end; at += 1) {
    const candidate = sure[at] as Candidate;
    if (candidate.span.end <= stretch.span.end) found.push(candidate);
  }
  return found;
}

function place(stretch: Stretch, { span }: Candidate) {
  return placeAt(stretch, span.start - stretch.span.start, span.end - stretch.span.start);
}

/** Actors named as a side of the text (`the Chinese side`); persons and bodies are read less surely. */
const A_SIDE = /phía|bên|side|方|طرف|جانب/iu;

function sidesNamed({ document }: Stretch, { evidence }: Candidate): boolean {
  return (evidence.actors ?? []).some(({ start, end }) => A_SIDE.test(document.text.slice(start, end)));
}

function actorsDiffer(one: Candidate, other: Candidate): boolean {
  const parties = (candidate: Candidate): string[] => candidate.actors.filter((actor) => /^[A-Z]{2}$/u.test(actor));
  const [mine, theirs] = [parties(one), parties(other)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((actor) => theirs.includes(actor));
}

function compare(pair: Pair, one: Candidate, other: Candidate): VersionFinding[] {
  const finding = (rule: string, severity: FindingSeverity, a: string, b: string): VersionFinding => ({
    ...{ type: 'meaning-shift', severity, side: 'both', rule },
    ...{ a: place(pair.a, one), b: place(pair.b, other), details: { a, b } },
  });
  const apart = stepsApart(one, other);
  return [
    ...(apart === null ? [] : [finding('strength/ladder', apart, one.strength, other.strength)]),
    ...(actorsDiffer(one, other) && sidesNamed(pair.a, one) && sidesNamed(pair.b, other)
      ? [finding('actor/other', 'critical', one.actors.join(', '), other.actors.join(', '))]
      : []),
  ];
}

function missing(pair: Pair, side: 'a' | 'b', candidate: Candidate, rarity: Rarity): VersionFinding[] {
  const [own, other] = side === 'a' ? [pair.a, pair.b] : [pair.b, pair.a];
  const { known, share } = coverageOf(candidate.quote, own, other, rarity);
  if (known < WORDS || share >= SAID) return [];
  const [quote, whole] = [place(own, candidate), wholePlace(other)];
  return [
    {
      ...{ type: side === 'a' ? 'omitted' : 'added', severity: 'critical', side: side === 'a' ? 'b' : 'a' },
      ...(side === 'a' ? { a: quote, b: whole } : { a: whole, b: quote }),
      rule: side === 'a' ? 'omitted/undertaking' : 'added/undertaking',
      details: { percent: Math.round(share * 100) },
    },
  ];
}

/**
 * Undertakings that differ: those of a passage are aligned with those of its translation and compared; what one side
 * undertakes and the other does not say at all is omitted or added.
 */
export function findUndertakingShifts(pair: Pair, { a, b, rarityA, rarityB }: Undertakings): VersionFinding[] {
  if (pair.a.language === pair.b.language) return [];
  const [mine, theirs] = [within(pair.a, a), within(pair.b, b)];
  if (mine.length === 0 || theirs.length === 0) return [];
  const passages = (side: Stretch, candidates: readonly Candidate[]) =>
    candidates.map(({ quote }) => ({ text: quote, language: side.language }));
  return align(passages(pair.a, mine), passages(pair.b, theirs)).flatMap((bead) => {
    const [one, other] = [mine[bead.a[0] as number], theirs[bead.b[0] as number]];
    if (bead.a.length === 1 && bead.b.length === 1 && one && other) {
      return bead.score >= SURE && bead.why.length > 0 ? compare(pair, one, other) : [];
    }
    if (bead.b.length === 0 && one) return missing(pair, 'a', one, rarityA);
    return bead.a.length === 0 && other ? missing(pair, 'b', other, rarityB) : [];
  });
}
