import type { Candidate } from '../../commitments/index.ts';
import type { Document } from '../../documents/index.ts';
import { type Checked, checked } from '../../kernel/index.ts';
import { alignChecked } from '../align.ts';
import type { Bead } from '../model.ts';
import { passagesOf } from '../passages.ts';
import { findLostSentences } from './alone.ts';
import { findContrasts } from './contrasts.ts';
import { rarityIn } from './coverage.ts';
import type { Place, VersionFinding } from './model.ts';
import { findInconsistentNames } from './names.ts';
import { findLostNegations } from './negation.ts';
import { findNumberMismatches } from './numbers.ts';
import { type Pair, pairOf, stretchOf, wholePlace } from './pair.ts';
import { findTurnedVerbs } from './polarity.ts';
import { findRepetitions } from './repeated.ts';
import { findOtherSides } from './sides.ts';
import { findMisspeltNames } from './spelling.ts';
import { findStrengthShifts } from './strength.ts';
import { findWrongTitles } from './titles.ts';
import { findTopics } from './topics.ts';
import { findUndertakingShifts } from './undertakings.ts';
import { findUntranslated } from './untranslated.ts';

const CHECKS: ReadonlyArray<(pair: Pair) => VersionFinding[]> = [
  findUntranslated,
  findNumberMismatches,
  findStrengthShifts,
  findContrasts,
  findLostNegations,
  findTurnedVerbs,
  findRepetitions,
  findTopics,
];

/** Passages shorter than this (letters) may stand alone: dates, captions, page numbers. */
const SHORT = 40;

function lone(a: Document, b: Document, bead: Pick<Bead, 'a' | 'b'>): VersionFinding[] {
  const [document, indexes, side] = bead.a.length > 0 ? ([a, bead.a, 'a'] as const) : ([b, bead.b, 'b'] as const);
  if (document.lines[indexes[0] as number]?.role === 'furniture') return [];
  const place = wholePlace(stretchOf(document, indexes));
  const letters = place.quote.replace(/[^\p{L}]/gu, '').length;
  return [
    {
      ...{ type: side === 'a' ? 'omitted' : 'added', severity: letters < SHORT ? 'minor' : 'critical' },
      side: side === 'a' ? 'b' : 'a',
      ...{ a: side === 'a' ? place : null, b: side === 'b' ? place : null },
      ...{ rule: side === 'a' ? 'omitted/passage' : 'added/passage', details: {} },
    },
  ];
}

function overlap(one: Place | null, other: Place | null): boolean {
  return one !== null && other !== null && one.span.start < other.span.end && other.span.start < one.span.end;
}

/** Without numbers that are part of a term or a lost clause which is a finding already, and clauses of lost sentences. */
function toldOnce(found: readonly VersionFinding[]): VersionFinding[] {
  const terms = found.filter(({ rule }) => rule === 'contrast/how-often');
  const denials = found.filter(({ rule }) => rule === 'negation/lost');
  const exchanged = found.filter(({ rule }) => rule.startsWith('contrast/'));
  const lost = LOST.map((rules) => found.filter(({ rule }) => rules.has(rule)));
  const within = (finding: VersionFinding, wider: readonly VersionFinding[]): boolean =>
    wider.some((one) => one !== finding && overlap(ownPlace(one), ownSide(one) === 'a' ? finding.a : finding.b));
  return found.filter((finding) => {
    const { rule, a, b } = finding;
    if (rule.startsWith('number/') && terms.some((term) => overlap(term.a, a) && overlap(term.b, b))) return false;
    if (rule === 'number/missing') return !within(finding, lost.flat());
    if (rule === 'negation/verb' && denials.some((one) => overlap(one.a, a) || overlap(one.b, b))) return false;
    if (TOPICS.has(rule) && exchanged.some((one) => overlap(one.a, a) && overlap(one.b, b))) return false;
    const rank = LOST.findIndex((rules) => rules.has(rule));
    return rank < 0 || !within(finding, lost.slice(0, rank).flat());
  });
}

const TOPICS: ReadonlySet<string> = new Set(['omitted/topic', 'added/topic']);

/** Rules of what is lost or was never translated, the wider before the narrower. */
const LOST: readonly ReadonlySet<string>[] = [
  new Set(['untranslated/words']),
  new Set(['omitted/sentence', 'added/sentence']),
  new Set(['omitted/undertaking', 'added/undertaking']),
  new Set(['omitted/clause', 'added/clause']),
  TOPICS,
];

/** The version in which the words stand that the other has not. */
function ownSide({ type, side }: VersionFinding): 'a' | 'b' {
  if (type === 'untranslated') return side === 'a' ? 'a' : 'b';
  return type === 'omitted' ? 'a' : 'b';
}

function ownPlace(finding: VersionFinding): Place | null {
  return finding[ownSide(finding)];
}

/** Shifts of strength that no other rule has found in the passage. */
function newShifts(found: readonly VersionFinding[], shifts: readonly VersionFinding[]): VersionFinding[] {
  const known = found.some(({ rule }) => rule.startsWith('strength/'));
  return shifts.filter(({ rule }) => !known || !rule.startsWith('strength/'));
}

/** A finding of one side with the other side's passage beside it. */
function completed(finding: VersionFinding, pairs: readonly Pair[]): VersionFinding {
  const [known, missing] = finding.a === null ? (['b', 'a'] as const) : (['a', 'b'] as const);
  const place = finding[known];
  if (finding[missing] !== null || place === null) return finding;
  const pair = pairs.find((candidate) => candidate[known].lines.some(({ number }) => number === place.line));
  return pair === undefined ? finding : { ...finding, [missing]: wholePlace(pair[missing]) };
}

function inOrder(findings: readonly VersionFinding[]): VersionFinding[] {
  const at = ({ a, b }: VersionFinding): number => (a ?? b)?.line ?? 0;
  return [...findings].sort((one, other) => at(one) - at(other));
}

/** The commitments read in either version (`readCommitments`); without them undertakings are not compared one by one. */
export interface Readings {
  readonly a: readonly Candidate[];
  readonly b: readonly Candidate[];
}

const NOTHING_READ: Readings = { a: [], b: [] };

/**
 * Compares two language versions passage by passage: what is untranslated, left out or added, which numbers, names and
 * offices differ, and where an undertaking is weaker or somebody else's. In document order; every finding with both
 * quotes and the rule that made it, for a person to judge. The messages are those of the alignment.
 */
export function compareVersions(a: Document, b: Document, read: Readings = NOTHING_READ): Checked<VersionFinding[]> {
  const { value: beads, messages } = alignChecked(passagesOf(a), passagesOf(b));
  if (messages.some(({ id }) => id === 'alignment.unrelated')) return checked([], messages);
  return checked(compareAligned(a, b, beads, read), messages);
}

/** The findings of two versions whose beads are known already, by the rules or by a person (indexes into `lines`). */
export function compareAligned(
  a: Document,
  b: Document,
  beads: readonly Pick<Bead, 'a' | 'b'>[],
  read: Readings = NOTHING_READ,
): VersionFinding[] {
  const undertakings = {
    ...{ a: read.a, b: read.b },
    ...{ rarityA: rarityIn(a), rarityB: rarityIn(b) },
  };
  const pairs: Pair[] = [];
  const findings = beads.flatMap((bead) => {
    if (bead.a.length === 0 || bead.b.length === 0) return lone(a, b, bead);
    const pair = pairOf(a, b, bead);
    pairs.push(pair);
    const found = [...CHECKS.flatMap((check) => check(pair)), ...findLostSentences(pair, undertakings)];
    return toldOnce([...found, ...newShifts(found, findUndertakingShifts(pair, undertakings))]);
  });
  const wide = [
    ...findOtherSides(pairs, a, b),
    ...findWrongTitles(a, b),
    ...findInconsistentNames(pairs),
    ...findMisspeltNames(pairs),
  ].map((finding) => completed(finding, pairs));
  return inOrder([...findings, ...wide]);
}
