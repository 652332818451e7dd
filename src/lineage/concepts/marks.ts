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
import { conceptTerms, type TermIndex, termKey } from './terms.ts';

/** A word, name or number by which a unit may be known in another work, in any language. */
export interface ConceptMark {
  readonly kind: 'term' | 'name' | 'word' | 'number';
  /** As the text has it, for the reasons. */
  readonly words: string;
  /** Two marks may mean the same where they share a key. Keys of words begin with their language. */
  readonly keys: readonly string[];
  /** 1 for what stands by itself, less for a part of a longer term or a lone syllable. */
  readonly weight: number;
}

/** Weight of a term inside a longer one; inside a long name, which others may word differently, it counts in full. */
const INNER = 0.4;
const INSIDE_NAME = 1;
const NAME_LENGTH = 5;
/** Weight of words that only join others, and of a syllable or character beside the pair it belongs to. */
const JOINING = 0.2;
const LONE = 0.5;
/** Names shorter than this say too little as a skeleton of consonants. */
const SHORTEST_SKELETON = 3;

function joined(tokens: readonly Token[], language: Language): string {
  return termKey(
    tokens.map((token) => token.stem),
    language,
  );
}

function surfaceOf(tokens: readonly Token[], language: Language): string {
  return tokens.map(({ surface }) => surface).join(language === 'zh' ? '' : ' ');
}

function longestAt(tokens: readonly Token[], from: number, most: number, index: TermIndex, language: Language): number {
  const longest = index.longest.get(tokens[from]?.stem ?? '') ?? 0;
  for (let size = Math.min(longest, tokens.length - from, most); size > 0; size -= 1) {
    if (index.terms.has(joined(tokens.slice(from, from + size), language))) return size;
  }
  return 0;
}

function nameKeys(token: Token, language: Language): string[] {
  if (language === 'fa' && !token.latin) {
    const skeleton = persianSkeleton(token.stem);
    return skeleton.length >= SHORTEST_SKELETON ? [`s:${skeleton}`] : [];
  }
  if (!token.latin || !token.capital || token.surface.length < 2) return [];
  const skeletons = latinForPersian(token.surface).filter((skeleton) => skeleton.length >= SHORTEST_SKELETON);
  return [`l:${plainLatin(token.surface)}`, ...skeletons.map((skeleton) => `s:${skeleton}`)];
}

function termMarks(tokens: readonly Token[], index: TermIndex, language: Language): ConceptMark[] {
  const keys = [...(index.terms.get(joined(tokens, language)) ?? [])];
  const words = surfaceOf(tokens, language);
  if (tokens.length === 1) keys.push(...nameKeys(tokens[0] as Token, 'en').filter((key) => key.startsWith('l:')));
  const number = keys.some((key) => /^[nm]:/u.test(key));
  const joining = keys.every((key) => key.startsWith('words:'));
  const marks: ConceptMark[] = [{ kind: number ? 'number' : 'term', words, keys, weight: joining ? JOINING : 1 }];
  const weight = tokens.length < NAME_LENGTH ? INNER : INSIDE_NAME;
  if (tokens.length < 3) return marks;
  for (let at = 0; at < tokens.length; ) {
    const size = longestAt(tokens, at, Math.min(tokens.length, NAME_LENGTH) - 1, index, language);
    const part = tokens.slice(at, at + Math.max(size, 1));
    if (size > 0) {
      const inner = index.terms.get(joined(part, language)) ?? [];
      marks.push({ kind: 'term', words: surfaceOf(part, language), keys: inner, weight });
    }
    at += Math.max(size, 1);
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
    return { kind: 'word', words, keys: [`${language}:${joined(pair, language)}`], weight: 1 };
  });
  return [...single, ...pairs];
}

function wordMarks(tokens: readonly Token[], language: Language): ConceptMark[] {
  const index = conceptTerms(language);
  const marks: ConceptMark[] = [];
  let run: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const size = longestAt(tokens, at, tokens.length, index, language);
    if (size === 0) run.push(tokens[at] as Token);
    if (size > 0 || at === tokens.length - 1) {
      marks.push(...unknownMarks(run, language));
      run = [];
    }
    if (size > 0) marks.push(...termMarks(tokens.slice(at, at + size), index, language));
    at += Math.max(size, 1);
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
