/**
 * Makes src/commitments/attributes/sector-model.json from the texts with gold in test/fixtures/commitments and the examples
 * of single clauses beside the attributes: `node scripts/train-sectors.ts`. With `--folds 6` it measures instead: each
 * text is judged by a model that never saw it. Deterministic: the same texts make the same weights.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeContext } from '../src/commitments/attributes/index.ts';
import { NO_TALLY, tally } from '../src/commitments/attributes/sector.ts';
import { type Evidence, SIGNS, signsOf } from '../src/commitments/attributes/sector-model.ts';
import { objectOf, sectorWords } from '../src/commitments/attributes/sector-words.ts';
import { detectInTurn } from '../src/commitments/detect.ts';
import { LEAST_OVERLAP } from '../src/commitments/evaluation/evaluate.ts';
import { matchSpans } from '../src/commitments/evaluation/matching.ts';
import { locateGold, parseGold } from '../src/commitments/index.ts';
import { parseText } from '../src/documents/index.ts';
import type { Language } from '../src/kernel/index.ts';
import { SECTORS, type Sector, sectorScanner } from '../src/vocabulary/index.ts';

const TEXTS = 'test/fixtures/commitments';
const CLAUSES = 'src/commitments/attributes/fixtures';
const MODEL = 'src/commitments/attributes/sector-model.json';
const K = SECTORS.length;
/** A word is learned where at least so many clauses have it. */
const LEAST = 3;
/** How far weights are held back: of words, of signs, of sectors as such. */
const HELD = { words: 1, signs: 0.05, bias: 3 };
const ROUNDS = 900;
/** Weights nearer to nothing are left out. */
const SLIGHT = 0.1;

interface Row {
  readonly from: string;
  readonly language: Language;
  readonly gold: number;
  readonly words: readonly string[];
  /** Sector, sign, size; one after another. */
  readonly signs: readonly number[];
}

function rowOf(from: string, language: Language, gold: Sector, object: string, evidence: Evidence): Row {
  const signs: number[] = [];
  signsOf(evidence, (sector, sign, size) => signs.push(sector, sign, size));
  const words = sectorWords(object, language).map((word) => `${language} ${word}`);
  return { from, language, gold: SECTORS.indexOf(gold), words, signs };
}

function rowsOfText(name: string): Row[] {
  const text = readFileSync(join(TEXTS, name, 'text.txt'), 'utf8');
  const gold = locateGold(parseGold(readFileSync(join(TEXTS, name, 'gold.jsonl'), 'utf8'), name), text, name);
  const document = parseText(text, { name: 'text.txt', format: 'txt' });
  const context = makeContext(document);
  const clauses = [...detectInTurn(document, null)].flatMap(({ found }) => found.map(({ clause }) => clause));
  const spans = clauses.map((clause) => clause.sentence.raw(clause.span));
  const units = gold.filter(({ kind }) => kind === 'commitment' || kind === 'support');
  const pairs = matchSpans(
    units.map(({ span }) => span),
    spans,
    LEAST_OVERLAP,
  );
  return pairs.flatMap((pair) => {
    const clause = clauses[pair.found];
    const unit = units[pair.gold];
    if (clause === undefined || unit === undefined) return [];
    const { sentence, span, action, language } = clause;
    const scan = context.scan(sentence, language);
    const evidence: Evidence = {
      own: tally(sentence.text, scan.sectors, span, action, context.leadership),
      ...context.surroundings(clause),
      fallback: context.parties.constellation === 'many' ? 'multilateral' : 'diplomacy',
      rule: 'other',
    };
    return [rowOf(name, language, unit.sector as Sector, objectOf(sentence.text, span, action, language), evidence)];
  });
}

function rowsOfClauses(file: string): Row[] {
  const language = file.split('.')[1] as Language;
  const lines = readFileSync(join(CLAUSES, file), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [sector, text = ''] = line.split('\t') as [Sector, string];
    const own = tally(text, sectorScanner(language)(text), { start: 0, end: text.length }, null, 'diplomacy');
    const evidence = {
      own,
      sentence: NO_TALLY,
      provision: NO_TALLY,
      heading: NO_TALLY,
      fallback: 'diplomacy',
      rule: 'other',
    } as const;
    return rowOf(
      file,
      language,
      sector,
      language === 'en' || language === 'vi' ? text.slice(text.search(/\s|$/u)) : text,
      evidence,
    );
  });
}

interface Model {
  readonly signs: Float64Array;
  readonly bias: Float64Array;
  readonly words: ReadonlyMap<string, number>;
  readonly weights: Float64Array;
}

function vocabulary(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of rows) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST).map(([word]) => word);
  return new Map(kept.sort().map((word, index) => [word, index]));
}

function scoresOf(row: Row, known: readonly number[], model: Model): Float64Array {
  const scores = Float64Array.from(model.bias);
  for (let at = 0; at < row.signs.length; at += 3) {
    const [sector, sign, size] = [row.signs[at] as number, row.signs[at + 1] as number, row.signs[at + 2] as number];
    scores[sector] = (scores[sector] as number) + size * (model.signs[sign] as number);
  }
  for (const word of known)
    for (let k = 0; k < K; k++) scores[k] = (scores[k] as number) + (model.weights[word * K + k] as number);
  return scores;
}

/** Turns scores into what they are too high by, as probabilities. */
function errorsOf(scores: Float64Array, gold: number): Float64Array {
  const most = Math.max(...scores);
  let sum = 0;
  for (let k = 0; k < K; k++) {
    scores[k] = Math.exp((scores[k] as number) - most);
    sum += scores[k] as number;
  }
  for (let k = 0; k < K; k++) scores[k] = (scores[k] as number) / sum;
  scores[gold] = (scores[gold] as number) - 1;
  return scores;
}

/** Adam's step (Kingma and Ba 2015) on one array of weights. */
class Steps {
  readonly weights: Float64Array;
  readonly slope: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #held: number;

  constructor(size: number, held: number) {
    this.weights = new Float64Array(size);
    this.slope = new Float64Array(size);
    this.#first = new Float64Array(size);
    this.#second = new Float64Array(size);
    this.#held = held;
  }

  step(round: number, rate: number): void {
    for (let i = 0; i < this.weights.length; i++) {
      const slope = (this.slope[i] as number) + 2 * this.#held * (this.weights[i] as number);
      const first = 0.9 * (this.#first[i] as number) + 0.1 * slope;
      const second = 0.999 * (this.#second[i] as number) + 0.001 * slope * slope;
      this.#first[i] = first;
      this.#second[i] = second;
      const size = first / (1 - 0.9 ** round) / (Math.sqrt(second / (1 - 0.999 ** round)) + 1e-8);
      this.weights[i] = (this.weights[i] as number) - rate * size;
    }
    this.slope.fill(0);
  }
}

function addSlopes(
  row: Row,
  known: readonly number[],
  errors: Float64Array,
  steps: Readonly<Record<'signs' | 'bias' | 'words', Steps>>,
): void {
  const { signs, bias, words } = steps;
  for (let at = 0; at < row.signs.length; at += 3) {
    const [sector, sign, size] = [row.signs[at] as number, row.signs[at + 1] as number, row.signs[at + 2] as number];
    signs.slope[sign] = (signs.slope[sign] as number) + size * (errors[sector] as number);
  }
  for (let k = 0; k < K; k++) {
    const error = errors[k] as number;
    bias.slope[k] = (bias.slope[k] as number) + error;
    for (const word of known) words.slope[word * K + k] = (words.slope[word * K + k] as number) + error;
  }
}

function train(rows: readonly Row[]): Model {
  const words = vocabulary(rows);
  const steps = {
    signs: new Steps(SIGNS.length, HELD.signs),
    bias: new Steps(K, HELD.bias),
    words: new Steps(words.size * K, HELD.words),
  };
  const model: Model = { signs: steps.signs.weights, bias: steps.bias.weights, words, weights: steps.words.weights };
  const known = rows.map((row) => row.words.flatMap((word) => words.get(word) ?? []));
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [index, row] of rows.entries()) {
      const ids = known[index] as number[];
      addSlopes(row, ids, errorsOf(scoresOf(row, ids, model), row.gold), steps);
    }
    const rate = 0.06 * (1 - (0.9 * round) / ROUNDS);
    for (const one of Object.values(steps)) one.step(round, rate);
  }
  return model;
}

function right(row: Row, model: Model): boolean {
  const scores = scoresOf(
    row,
    row.words.flatMap((word) => model.words.get(word) ?? []),
    model,
  );
  return scores.indexOf(Math.max(...scores)) === row.gold;
}

function measure(rows: readonly Row[], folds: number): void {
  const names = [...new Set(rows.map(({ from }) => from))].sort();
  const tally = new Map<string, [right: number, of: number]>();
  for (let fold = 0; fold < folds; fold++) {
    const model = train(rows.filter(({ from }) => names.indexOf(from) % folds !== fold));
    for (const row of rows) {
      if (names.indexOf(row.from) % folds !== fold || row.from.endsWith('.tsv')) continue;
      const sum = tally.get(row.language) ?? [0, 0];
      tally.set(row.language, [sum[0] + (right(row, model) ? 1 : 0), sum[1] + 1]);
    }
  }
  for (const [language, [good, of]] of tally) console.log(language, (good / of).toFixed(3), `of ${of}`);
}

function written(model: Model): string {
  const round = (weight: number) => Math.round(weight * 100) / 100;
  const words: Record<string, Record<string, string>> = {};
  for (const [key, index] of model.words) {
    const language = key.slice(0, 2);
    const parts = SECTORS.flatMap((sector, k) => {
      const weight = round(model.weights[index * K + k] as number);
      return Math.abs(weight) < SLIGHT ? [] : [`${sector}:${weight}`];
    });
    const known = words[language] ?? {};
    if (parts.length > 0) known[key.slice(3)] = parts.join(' ');
    words[language] = known;
  }
  const about =
    'Made by scripts/train-sectors.ts: how much each word of an object speaks for a sector. Not to be edited by hand.';
  const signs = Object.fromEntries(SIGNS.map((sign, index) => [sign, round(model.signs[index] as number)]));
  const bias = Object.fromEntries(SECTORS.map((sector, k) => [sector, round(model.bias[k] as number)]));
  return `${JSON.stringify({ about, signs, bias, words }, null, 2)}\n`;
}

const texts = readdirSync(TEXTS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const files = readdirSync(CLAUSES).filter((name) => name.startsWith('sectors.'));
const rows = [
  ...texts
    .map(({ name }) => name)
    .sort()
    .flatMap(rowsOfText),
  ...files.sort().flatMap(rowsOfClauses),
];
const folds = process.argv.indexOf('--folds');
if (folds > 0) measure(rows, Number(process.argv[folds + 1]));
else writeFileSync(MODEL, written(train(rows)));
