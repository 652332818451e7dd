import type { Language } from '../../kernel/index.ts';
import { SECTORS, type Sector } from '../../vocabulary/index.ts';
import type { Surroundings, Tally } from './sector.ts';
import model from './sector-model.json' with { type: 'json' };

/** What speaks for a sector beside the words themselves, in the order of the model's weights. */
export const SIGNS = [
  'own',
  'strong',
  'top',
  'sentence',
  'provision',
  'heading',
  'bare-sentence',
  'bare-provision',
  'bare-heading',
  'fallback',
  'bare-fallback',
] as const;

/** What the rules say counts so much more than anything learned of the texts they were written for. */
const RULE = 0.8;

const COUNT = SECTORS.length;
const NUMBERS = new Map(SECTORS.map((sector, number) => [sector as string, number]));

/** The tallies about a clause, and the sector of clauses nothing speaks for. */
export interface Evidence extends Record<keyof Surroundings, Tally> {
  readonly own: Tally;
  readonly fallback: Sector;
  /** What the rules alone would say. */
  readonly rule: Sector;
}

/** Hands each sign of each sector that has any to `take`: by numbers of sector and sign, with its size. */
export function signsOf(evidence: Evidence, take: (sector: number, sign: number, size: number) => void): void {
  const { own, sentence, provision, heading } = evidence;
  let top = -1;
  let most = 0;
  for (const [at, weight] of own.weights.entries()) {
    const number = own.came[at] as number;
    take(number, 0, Math.log1p(weight));
    take(number, 1, weight / 4);
    if (weight > most) [top, most] = [number, weight];
  }
  if (top >= 0) take(top, 2, 1);
  for (const [index, { came, weights }] of [sentence, provision, heading].entries()) {
    let total = 0;
    for (const weight of weights) total += weight;
    for (const [at, weight] of weights.entries()) {
      take(came[at] as number, 3 + index, weight / total);
      if (top < 0) take(came[at] as number, 6 + index, weight / total);
    }
  }
  const fallback = NUMBERS.get(evidence.fallback) as number;
  take(fallback, 9, 1);
  if (top < 0) take(fallback, 10, 1);
}

type Weights = readonly (readonly [sector: number, weight: number])[];

/** "health:1.2 education:-0.3" */
function weightsOf(line: string): Weights {
  return line.split(' ').map((part) => {
    const colon = part.lastIndexOf(':');
    return [NUMBERS.get(part.slice(0, colon)) as number, Number(part.slice(colon + 1))];
  });
}

/** The model's words of a language as a tree of their pieces. */
interface Branch {
  weights: Weights | null;
  readonly next: Map<string, Branch>;
  /** The clause it was met in last: a word counts once in each. */
  clause: number;
}

function branch(): Branch {
  return { weights: null, next: new Map(), clause: 0 };
}

const compiled = new Map<Language, Branch>();
let clauses = 0;

/** The weights of a language's words, made ready when first asked for. */
function wordsOf(language: Language): Branch {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const root = branch();
  const lines = (model.words as Readonly<Record<string, Readonly<Record<string, string>>>>)[language] ?? {};
  for (const [word, line] of Object.entries(lines)) {
    let at = root;
    for (const piece of language === 'zh' ? word : word.split(' ')) {
      const next = at.next.get(piece) ?? branch();
      at.next.set(piece, next);
      at = next;
    }
    at.weights = weightsOf(line);
  }
  compiled.set(language, root);
  return root;
}

/** Adds what the words made of these pieces weigh. */
function addWords(pieces: readonly string[], language: Language): void {
  const root = wordsOf(language);
  clauses += 1;
  for (let from = 0; from < pieces.length; from += 1) {
    let at = root.next.get(pieces[from] as string);
    for (let to = from + 1; at !== undefined; to += 1) {
      if (at.weights !== null && at.clause !== clauses) {
        for (const [sector, weight] of at.weights) scores[sector] = (scores[sector] as number) + weight;
      }
      at.clause = clauses;
      at = at.next.get(pieces[to] as string);
    }
  }
}

const BIAS = SECTORS.map((sector) => (model.bias as Readonly<Record<string, number>>)[sector] ?? 0);
const SIGN_WEIGHTS = SIGNS.map((sign) => (model.signs as Readonly<Record<string, number>>)[sign] ?? 0);
const scores = new Float64Array(COUNT);

/**
 * The sector the trained model finds likeliest: a logistic regression over what the rules' terms say of the clause and its
 * surroundings and over the words of the object, made by `scripts/train-sectors.ts` from the project's own texts.
 */
export function likeliestSector(evidence: Evidence, pieces: readonly string[], language: Language): Sector {
  scores.set(BIAS);
  signsOf(evidence, (sector, sign, size) => {
    scores[sector] = (scores[sector] as number) + size * (SIGN_WEIGHTS[sign] as number);
  });
  const rule = NUMBERS.get(evidence.rule) as number;
  scores[rule] = (scores[rule] as number) + RULE;
  addWords(pieces, language);
  let best = 0;
  for (let sector = 1; sector < COUNT; sector++) {
    if ((scores[sector] as number) > (scores[best] as number)) best = sector;
  }
  return SECTORS[best] as Sector;
}
