import type { Language } from '../kernel/index.ts';
import { identicalLines, likelyPairs } from './anchors.ts';
import { type Anchor, type Band, bandAround } from './band.ts';
import { compile, WIDEST } from './compile.ts';
import { type Bound, type Scene, scoreEdges } from './edges.ts';
import { gatherEvidence } from './evidence.ts';
import { FEATURES } from './features.ts';
import { bestPath, posteriors, type Step } from './lattice.ts';
import { learnWords } from './learn.ts';
import { lengthModel } from './lengths.ts';
import type { Passage } from './model.ts';
import { bindNames } from './names/bind-names.ts';
import { type KnownMarks, type Signature, signature } from './signature.ts';
import weightsFile from './weights.json' with { type: 'json' };

/** Weights of the features, one set a pass. */
export type Weights = Float64Array;

export function weightsOf(table: Readonly<Record<string, number>>): Weights {
  return Float64Array.from(FEATURES, (name) => table[name] ?? 0);
}

const FIRST = weightsOf(weightsFile.first);
const SECOND = weightsOf(weightsFile.second);

/** Lines beyond its anchors that the band reaches, in the first pass and in the second. */
const WIDE = 6;
const NARROW = 4;
/** Beads of the first pass that are this sure hold the second. */
const HOLDING = 0.95;

/** Both sides as the aligner reads them. */
export interface Texts {
  readonly passagesA: readonly Passage[];
  readonly passagesB: readonly Passage[];
  readonly a: readonly Signature[];
  readonly b: readonly Signature[];
}

function signatures(passages: readonly Passage[]): Signature[] {
  const known = new Map<Language, KnownMarks>();
  return passages.map((passage) => {
    const marks = known.get(passage.language) ?? new Map();
    known.set(passage.language, marks);
    return signature(passage, marks);
  });
}

/** Reads both sides and binds names across scripts. */
export function readTexts(passagesA: readonly Passage[], passagesB: readonly Passage[]): Texts {
  const a = signatures(passagesA);
  const b = signatures(passagesB);
  return { passagesA, passagesB, a: bindNames(a, passagesA, b), b: bindNames(b, passagesB, a) };
}

/** Fixed anchors and those likely pairs that fit between them. */
function mergeChains(fixed: readonly Anchor[], likely: readonly Anchor[]): Anchor[] {
  const merged: Anchor[] = [];
  let at = 0;
  for (const anchor of [...fixed, { a: Number.POSITIVE_INFINITY, b: Number.POSITIVE_INFINITY }]) {
    const before = merged.at(-1)?.b ?? -1;
    for (; at < likely.length && (likely[at] as Anchor).a < anchor.a; at += 1) {
      const pair = likely[at] as Anchor;
      if (pair.b > before && pair.b < anchor.b) merged.push(pair);
    }
    while (at < likely.length && (likely[at] as Anchor).a === anchor.a) at += 1;
    if (Number.isFinite(anchor.a)) merged.push(anchor);
  }
  return merged;
}

/** How a pass is to be run. */
export interface Pass {
  readonly weights: Weights;
  /** As in `lengthModel`. */
  readonly ratio: number;
  /** Lines the band is drawn around; without, those found by rare words and `fixed`. */
  readonly around: readonly Anchor[] | null;
  readonly fixed: readonly Anchor[];
  /** Most lines a bead has on one side. */
  readonly widest: number;
}

/** Everything one pass needs to score beads. */
export function prepareScene(texts: Texts, pass: Pass): Scene {
  const sides = compile(texts.a, texts.b);
  const anchors = pass.around ?? mergeChains(pass.fixed, likelyPairs(sides.a, sides.b, sides.numbers.size));
  const band: Band = bandAround(texts.a.length, texts.b.length, anchors, pass.around === null ? WIDE : NARROW);
  const a = { signatures: texts.a, passages: texts.passagesA };
  const b = { signatures: texts.b, passages: texts.passagesB };
  const evidence = gatherEvidence(sides.a, sides.b, sides.numbers.size, band, pass.weights, pass.widest);
  return { ...sides, band, lengths: lengthModel(a, b, pass.ratio), evidence, widest: pass.widest };
}

function boundBy(fixed: readonly Anchor[], scene: Scene): Bound {
  const a = new Int32Array(scene.a.count).fill(-1);
  const b = new Int32Array(scene.b.count).fill(-1);
  for (const anchor of fixed) {
    a[anchor.a] = anchor.b;
    b[anchor.b] = anchor.a;
  }
  return { a, b };
}

/** The best beads of a scene with their probabilities. */
export function decode(scene: Scene, weights: Weights, fixed: readonly Anchor[]): Step[] {
  const scores = scoreEdges(scene, weights, boundBy(fixed, scene));
  return bestPath(scene.band, posteriors(scene.band, scores));
}

/** How much longer side b is than the table of lengths expects: the middle value over sure 1-1 beads. */
function lengthRatio(scene: Scene, steps: readonly Step[]): number {
  const size = (sums: Float64Array, line: number): number => (sums[line + 1] as number) - (sums[line] as number);
  const logs = steps
    .filter(({ shape, probability }) => shape === 0 && probability > 0.8)
    .map(({ i, j }) => Math.log(size(scene.lengths.b, j) / size(scene.lengths.a, i)))
    .sort((one, other) => one - other);
  return logs.length < 8 ? 1 : Math.exp(logs[logs.length >> 1] as number);
}

/** What a first pass teaches the second: words that belong together, how lengths compare, where the path runs. */
export function afterFirstPass(
  texts: Texts,
  scene: Scene,
  steps: readonly Step[],
): { texts: Texts; ratio: number; around: Anchor[] } {
  const learned = learnWords(texts.a, texts.b, steps);
  const around = steps
    .filter(({ shape, probability }) => shape === 0 && probability > HOLDING)
    .map(({ i, j }) => ({ a: i, b: j }));
  return { texts: { ...texts, a: learned.a, b: learned.b }, ratio: lengthRatio(scene, steps), around };
}

/** What both passes come to. */
export interface Outcome {
  readonly scene: Scene;
  readonly steps: readonly Step[];
  readonly fixed: readonly Anchor[];
}

/** Runs both passes: the second is narrower and knows the words the first has learned. */
export function runPasses(
  a: readonly Passage[],
  b: readonly Passage[],
  weights: { readonly first: Weights; readonly second: Weights } = { first: FIRST, second: SECOND },
): Outcome {
  const texts = readTexts(a, b);
  const fixed = identicalLines(a, b);
  const scene = prepareScene(texts, { weights: weights.first, ratio: 1, around: null, fixed, widest: 2 });
  const { texts: taught, ...after } = afterFirstPass(texts, scene, decode(scene, weights.first, fixed));
  const last = prepareScene(taught, { weights: weights.second, ...after, fixed, widest: WIDEST });
  return { scene: last, steps: decode(last, weights.second, fixed), fixed };
}
