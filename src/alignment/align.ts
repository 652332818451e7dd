import { identicalLines, likelyPairs } from './anchors.ts';
import { type Anchor, type Band, bandAround } from './band.ts';
import { compile } from './compile.ts';
import { type Scene, scoreEdges } from './edges.ts';
import { gatherEvidence } from './evidence.ts';
import { FEATURES, SHAPES } from './features.ts';
import { bestPath, posteriors, type Step } from './lattice.ts';
import { learnWords } from './learn.ts';
import { lengthModel } from './lengths.ts';
import type { AlignOptions, Bead, Passage } from './model.ts';
import { bindNames } from './names/bind-names.ts';
import { type Signature, signature } from './signature.ts';
import weightsFile from './weights.json' with { type: 'json' };

/** Weights of the features, one set a pass. */
export type Weights = Float64Array;

function weightsOf(table: Readonly<Record<string, number>>): Weights {
  return Float64Array.from(FEATURES, (name) => table[name] ?? 0);
}

const FIRST = weightsOf(weightsFile.first);
const SECOND = weightsOf(weightsFile.second);

/** Texts with fewer lines than this are searched whole. */
const SMALL = 160;
const MARGIN = 12;

/** Both sides as the aligner reads them. */
export interface Texts {
  readonly passagesA: readonly Passage[];
  readonly passagesB: readonly Passage[];
  readonly a: readonly Signature[];
  readonly b: readonly Signature[];
}

/** Reads both sides and binds names across scripts. */
export function readTexts(passagesA: readonly Passage[], passagesB: readonly Passage[]): Texts {
  const a = passagesA.map(signature);
  const b = passagesB.map(signature);
  return { passagesA, passagesB, a: bindNames(a, passagesA, b), b: bindNames(b, passagesB, a) };
}

function bandFor(texts: Texts, sides: ReturnType<typeof compile>, fixed: readonly Anchor[]): Band {
  const [rows, columns] = [texts.a.length, texts.b.length];
  if (rows <= SMALL && columns <= SMALL) return bandAround(rows, columns, [], Math.max(rows, columns));
  return bandAround(rows, columns, mergeChains(fixed, likelyPairs(sides.a, sides.b)), MARGIN);
}

/** Fixed anchors and those likely pairs that fit between them. */
function mergeChains(fixed: readonly Anchor[], likely: readonly Anchor[]): Anchor[] {
  const fits = likely.filter(({ a, b }) =>
    fixed.every((anchor) => a !== anchor.a && b !== anchor.b && a < anchor.a === b < anchor.b),
  );
  return [...fixed, ...fits].sort((one, other) => one.a - other.a);
}

/** Everything for one pass; `ratio` as in `lengthModel`. */
export function prepareScene(
  texts: Texts,
  fixed: readonly Anchor[],
  weights: Weights,
  ratio: number,
  training = false,
): Scene {
  const sides = compile(texts.a, texts.b);
  const band = bandFor(texts, sides, fixed);
  const lengths = lengthModel(
    { signatures: texts.a, passages: texts.passagesA },
    { signatures: texts.b, passages: texts.passagesB },
    ratio,
  );
  const evidence = gatherEvidence(sides.a, sides.b, sides.keys, band, weights, training);
  return { a: sides.a, b: sides.b, band, lengths, evidence };
}

export function decode(scene: Scene, weights: Weights, fixed: readonly Anchor[]): Step[] {
  const scores = scoreEdges(scene, weights, new Map(fixed.map(({ a, b }) => [a, b])));
  const { probabilities } = posteriors(scene.band, scores);
  return bestPath(scene.band, scores, probabilities);
}

/** How much longer side b is than the table of lengths expects: the middle value over sure 1-1 beads. */
export function lengthRatio(scene: Scene, steps: readonly Step[]): number {
  const logs = steps
    .filter(({ shape, probability }) => shape === 0 && probability > 0.8)
    .map(({ i, j }) => Math.log((scene.lengths.b[j] as number) / (scene.lengths.a[i] as number)))
    .sort((one, other) => one - other);
  return logs.length < 8 ? 1 : Math.exp(logs[logs.length >> 1] as number);
}

/** What a first pass teaches the second: words that belong together, and how the lengths compare. */
export function afterFirstPass(texts: Texts, scene: Scene, steps: readonly Step[]): { texts: Texts; ratio: number } {
  const learned = learnWords(texts.a, texts.b, steps);
  return { texts: { ...texts, a: learned.a, b: learned.b }, ratio: lengthRatio(scene, steps) };
}

/**
 * Aligns two texts of the same content in any two of the languages: beads in order, every line in exactly one.
 * Deterministic. Two passes over a banded lattice of beads with weights trained on news sentences; the second pass
 * adds words learned from the sure beads of the first.
 */
export function align(a: readonly Passage[], b: readonly Passage[], _options: AlignOptions = {}): Bead[] {
  const texts = readTexts(a, b);
  const fixed = identicalLines(a, b);
  const first = prepareScene(texts, fixed, FIRST, 1);
  const after = afterFirstPass(texts, first, decode(first, FIRST, fixed));
  const second = prepareScene(after.texts, fixed, SECOND, after.ratio);
  return decode(second, SECOND, fixed).map(({ i, j, shape, probability }) => {
    const [di, dj] = SHAPES[shape] as readonly [number, number];
    return { a: range(i, di), b: range(j, dj), score: probability, why: [] };
  });
}

function range(from: number, size: number): number[] {
  return Array.from({ length: size }, (_, index) => from + index);
}
