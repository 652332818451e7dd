import {
  chineseNumbers,
  digitNumbers,
  latinForPersian,
  PERSIAN_PARTICLES,
  persianSkeleton,
  plainLatin,
  type Token,
  tokenize,
} from '../../alignment/index.ts';
import type { Language } from '../../kernel/index.ts';
import FUNCTION_WORDS from '../data/function-words.json' with { type: 'json' };
import { conceptTerms, type TermNode } from './terms.ts';

/** A word, name or number by which a unit may be known in another work, in any language. */
export interface ConceptMark {
  readonly kind: 'term' | 'name' | 'word' | 'number';
  /** As the text has it, for the reasons. */
  readonly words: string;
  /** Two marks may mean the same where they share a key. Keys of words begin with their language. */
  readonly keys: readonly string[];
  /** 1 for what stands by itself, less for a part of a longer term or a lone syllable. */
  readonly weight: number;
  /** Stands inside the longer term before it, and counts for it where the other text words that differently. */
  readonly part?: boolean;
}

/** Weight of a term inside a longer one; inside a long name, which others may word differently, it counts in full. */
const INNER = 0.8;
const INSIDE_NAME = 1;
const NAME_LENGTH = 5;
/** Weight of words that only join others, and of a syllable or character beside the pair it belongs to. */
const JOINING = 0.2;
const LONE = 0.5;
/** Names shorter than this say too little as a skeleton of consonants. */
const SHORTEST_SKELETON = 3;

function joined(parts: readonly string[], language: Language): string {
  return parts.join(language === 'zh' ? '' : ' ');
}

function surfaceOf(tokens: readonly Token[], language: Language): string {
  return joined(
    tokens.map(({ surface }) => surface),
    language,
  );
}

/** A stretch of tokens that is a term. */
interface Found {
  readonly size: number;
  readonly keys: readonly string[];
}

/** The longest term of so many tokens at the most that begins at a place, or null. */
function longestAt(tokens: readonly Token[], from: number, most: number, root: TermNode): Found | null {
  let node: TermNode | undefined = root;
  let found: Found | null = null;
  for (let size = 1; size <= most && from + size <= tokens.length; size += 1) {
    node = node.next?.get((tokens[from + size - 1] as Token).stem);
    if (node === undefined) break;
    if (node.keys.length > 0) found = { size, keys: node.keys };
  }
  return found;
}

/** Names come again and again; the cache is emptied before it grows large. */
const MOST_NAMES = 50_000;
const NO_KEYS: readonly string[] = [];
const knownNames = new Map<string, readonly string[]>();

function latinKeys(surface: string): readonly string[] {
  const known = knownNames.get(surface);
  if (known !== undefined) return known;
  const skeletons = latinForPersian(surface).filter((skeleton) => skeleton.length >= SHORTEST_SKELETON);
  const keys = [`l:${plainLatin(surface)}`, ...skeletons.map((skeleton) => `s:${skeleton}`)];
  if (knownNames.size >= MOST_NAMES) knownNames.clear();
  knownNames.set(surface, keys);
  return keys;
}

function nameKeys(token: Token, language: Language): readonly string[] {
  if (language === 'fa' && !token.latin) {
    const skeleton = persianSkeleton(token.stem);
    return skeleton.length >= SHORTEST_SKELETON ? [`s:${skeleton}`] : NO_KEYS;
  }
  return token.latin && token.capital && token.surface.length > 1 ? latinKeys(token.surface) : NO_KEYS;
}

function termMarks(
  tokens: readonly Token[],
  found: readonly string[],
  root: TermNode,
  language: Language,
): ConceptMark[] {
  const keys = [...found];
  const words = surfaceOf(tokens, language);
  if (tokens.length === 1) keys.push(...nameKeys(tokens[0] as Token, 'en').filter((key) => key.startsWith('l:')));
  const number = keys.some((key) => key.startsWith('n:') || key.startsWith('m:'));
  const joining = keys.every((key) => key.startsWith('words:'));
  const marks: ConceptMark[] = [{ kind: number ? 'number' : 'term', words, keys, weight: joining ? JOINING : 1 }];
  const weight = tokens.length < NAME_LENGTH ? INNER : INSIDE_NAME;
  if (tokens.length < 2) return marks;
  const most = Math.min(tokens.length, NAME_LENGTH) - 1;
  for (let at = 0; at < tokens.length; ) {
    const inner = longestAt(tokens, at, most, root);
    const size = inner?.size ?? 1;
    if (inner !== null) {
      const part = tokens.slice(at, at + size);
      marks.push({ kind: 'term', words: surfaceOf(part, language), keys: inner.keys, weight, part: true });
    }
    at += size;
  }
  return marks;
}

/** Words of no list: names by their letters; in Vietnamese and Chinese neighbouring syllables as pairs. */
function unknownMarks(run: readonly Token[], language: Language): ConceptMark[] {
  const pairing = language === 'vi' || language === 'zh';
  const single = run.map((token): ConceptMark => {
    const names = nameKeys(token, language);
    const kind = token.latin && names.length > 0 ? 'name' : 'word';
    const weight = pairing && run.length > 1 && kind === 'word' ? LONE : 1;
    return { kind, words: token.surface, keys: [`${language}:${token.stem}`, ...names], weight };
  });
  if (!pairing) return single;
  const pairs = run.slice(1).map((token, index): ConceptMark => {
    const pair = [run[index] as Token, token];
    const words = surfaceOf(pair, language);
    const stems = pair.map(({ stem }) => stem);
    return { kind: 'word', words, keys: [`${language}:${joined(stems, language)}`], weight: 1 };
  });
  return [...single, ...pairs];
}

const functionWords = new Map<Language, ReadonlySet<string>>();

/** Says nothing by itself, and stands between words that say something. */
function isFunctionWord({ surface }: Token, language: Language): boolean {
  if (language === 'und') return false;
  const known = functionWords.get(language) ?? new Set(FUNCTION_WORDS[language]);
  functionWords.set(language, known);
  return known.has(surface.toLowerCase());
}

function wordMarks(tokens: readonly Token[], language: Language): ConceptMark[] {
  const root = conceptTerms(language);
  const marks: ConceptMark[] = [];
  let run: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = longestAt(tokens, at, tokens.length, root);
    const empty = found === null && isFunctionWord(tokens[at] as Token, language);
    if (found === null && !empty) run.push(tokens[at] as Token);
    if (run.length > 0 && (found !== null || empty || at === tokens.length - 1)) {
      marks.push(...unknownMarks(run, language));
      run = [];
    }
    if (found !== null) marks.push(...termMarks(tokens.slice(at, at + found.size), found.keys, root, language));
    at += found?.size ?? 1;
  }
  return marks;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function blankOut(text: string, stretches: readonly Stretch[]): string {
  return stretches.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

/**
 * The marks of a stretch of text, each once: terms of the multilingual lists, names by their letters and consonants,
 * numbers by value, and the words of no list.
 */
export function conceptMarks(text: string, language: Language): ConceptMark[] {
  const plain = text.normalize('NFC');
  const digits = digitNumbers(plain, language);
  const blanked = blankOut(plain, digits);
  const characters = language === 'zh' ? chineseNumbers(blanked) : [];
  const numbers = [...digits, ...characters].map(
    ({ words, keys }): ConceptMark => ({ kind: 'number', words, keys, weight: 1 }),
  );
  const tokens = tokenize(blankOut(blanked, characters), language).filter(
    (token) => language !== 'fa' || !PERSIAN_PARTICLES.has(token.stem),
  );
  const distinct = new Map<string, ConceptMark>();
  for (const mark of [...numbers, ...wordMarks(tokens, language)]) {
    const form = mark.keys.join('|');
    const known = distinct.get(form);
    if (form !== '' && (known === undefined || known.weight < mark.weight)) distinct.set(form, mark);
  }
  return [...distinct.values()];
}
