import type { Language } from '../../kernel/index.ts';
import { SECTORS, type Sector, Trie } from '../../vocabulary/index.ts';
import { PieceNumbers } from './piece-numbers.ts';
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

type Take = (sector: number, sign: number, size: number) => void;

/** The signs of what stands about a clause; `bare` where the clause itself says nothing. */
function around({ came, weights }: Tally, index: number, bare: boolean, take: Take): void {
  let total = 0;
  for (let at = 0; at < came.length; at++) total += weights[at] as number;
  for (let at = 0; at < came.length; at++) {
    const share = (weights[at] as number) / total;
    take(came[at] as number, 3 + index, share);
    if (bare) take(came[at] as number, 6 + index, share);
  }
}

/** Hands each sign of each sector that has any to `take`: by numbers of sector and sign, with its size. */
export function signsOf(evidence: Evidence, take: Take): void {
  const { own, sentence, provision, heading } = evidence;
  let top = -1;
  let most = 0;
  for (let at = 0; at < own.came.length; at++) {
    const weight = own.weights[at] as number;
    const number = own.came[at] as number;
    take(number, 0, Math.log1p(weight));
    take(number, 1, weight / 4);
    if (weight > most) [top, most] = [number, weight];
  }
  if (top >= 0) take(top, 2, 1);
  around(sentence, 0, top < 0, take);
  around(provision, 1, top < 0, take);
  around(heading, 2, top < 0, take);
  const fallback = NUMBERS.get(evidence.fallback) as number;
  take(fallback, 9, 1);
  if (top < 0) take(fallback, 10, 1);
}

/** What a word of the model weighs for some sectors, by their numbers. */
interface Word {
  readonly sectors: Uint8Array;
  readonly weights: Float64Array;
  /** The clause it was met in last: a word counts once in each. */
  clause: number;
}

/** "health:1.2 education:-0.3" */
function wordOf(line: string): Word {
  const parts = line.split(' ').map((part) => part.split(':'));
  return {
    sectors: Uint8Array.from(parts, ([sector = '']) => NUMBERS.get(sector) as number),
    weights: Float64Array.from(parts, ([, weight]) => Number(weight)),
    clause: 0,
  };
}

/** The model's words of a language as a tree of the numbers of their pieces. */
interface Words {
  readonly pieces: PieceNumbers;
  /** By the number of a piece where the tree goes on from it, or -1. */
  readonly firsts: Int32Array;
  readonly tree: Trie<Word>;
}

const compiled = new Map<Language, Words>();
let clauses = 0;

/** The weights of a language's words, made ready when first asked for. */
function wordsOf(language: Language): Words {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const numbers = new Map<string, number>();
  const lines = (model.words as Readonly<Record<string, Readonly<Record<string, string>>>>)[language] ?? {};
  const entries = Object.entries(lines).map(([word, line]) => {
    const pieces = language === 'zh' ? [...word] : word.split(' ');
    for (const piece of pieces) if (!numbers.has(piece)) numbers.set(piece, numbers.size + 1);
    const key = Uint16Array.from(pieces, (piece) => numbers.get(piece) as number);
    return { key, leaf: wordOf(line) };
  });
  const tree = new Trie(entries);
  const firsts = Int32Array.from({ length: numbers.size + 1 }, (_, number) => (number === 0 ? -1 : tree.first(number)));
  const made = { pieces: new PieceNumbers(numbers, language), firsts, tree };
  compiled.set(language, made);
  return made;
}

/** Adds what a word weighs, where it is new in the clause. */
function addWord(word: Word): void {
  if (word.clause === clauses) return;
  word.clause = clauses;
  const { sectors, weights } = word;
  for (let at = 0; at < sectors.length; at++) {
    const sector = sectors[at] as number;
    scores[sector] = (scores[sector] as number) + (weights[at] as number);
  }
}

/** Adds what the words of an object weigh. */
function addWords(object: string, language: Language): void {
  const { pieces, firsts, tree } = wordsOf(language);
  const { numbers, count } = pieces.read(object);
  clauses += 1;
  for (let from = 0; from < count; from += 1) {
    let place = firsts[numbers[from] as number] as number;
    for (let to = from + 1; place >= 0; to += 1) {
      const word = tree.leaves(place)?.[0];
      if (word !== undefined) addWord(word);
      const next = numbers[to] as number;
      place = next === 0 ? -1 : tree.next(place, next);
    }
  }
}

const BIAS = SECTORS.map((sector) => (model.bias as Readonly<Record<string, number>>)[sector] ?? 0);
const SIGN_WEIGHTS = SIGNS.map((sign) => (model.signs as Readonly<Record<string, number>>)[sign] ?? 0);
const scores = new Float64Array(COUNT);

/**
 * The sector the trained model finds likeliest: a logistic regression over what the rules' terms say of the clause and its
 * surroundings and over the words of the object (`objectOf`), made by `scripts/train-sectors.ts` from the project's own texts.
 */
export function likeliestSector(evidence: Evidence, object: string, language: Language): Sector {
  scores.set(BIAS);
  signsOf(evidence, (sector, sign, size) => {
    scores[sector] = (scores[sector] as number) + size * (SIGN_WEIGHTS[sign] as number);
  });
  const rule = NUMBERS.get(evidence.rule) as number;
  scores[rule] = (scores[rule] as number) + RULE;
  addWords(object, language);
  let best = 0;
  for (let sector = 1; sector < COUNT; sector++) {
    if ((scores[sector] as number) > (scores[best] as number)) best = sector;
  }
  return SECTORS[best] as Sector;
}
