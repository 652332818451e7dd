import type { Language } from '../kernel/index.ts';
import { type TermNode, termTree } from './lexicon/lexicon.ts';
import type { Passage } from './model.ts';
import { plainLatin } from './words/fold.ts';
import { chineseNumbers, digitNumbers } from './words/numbers.ts';
import { PERSIAN_PARTICLES } from './words/stem.ts';
import { type Token, tokenize } from './words/tokens.ts';

export type MarkKind = 'number' | 'letters' | 'name' | 'term' | 'word';

/** A word, number or name of a passage by which it may be known on the other side. */
export interface Mark {
  readonly kind: MarkKind;
  /** As the text has it, for the reasons. */
  readonly words: string;
  /** Same form, same mark: folded words. */
  readonly form: string;
  /** What it may be; two marks match where they share a key. */
  readonly keys: string[];
}

/** What the aligner looks at in a passage. */
export interface Signature {
  readonly marks: readonly Mark[];
  /** Characters without blanks. */
  readonly length: number;
  /** Sentences it seems to hold. */
  readonly sentences: number;
  /** Closing mark and quotation marks: question, exclamation, opens with a quote, closes with one, colon. */
  readonly shape: readonly boolean[];
}

/** Marks already read, so that a word that comes again is the same object; one a language, for the texts of one call. */
export type KnownMarks = Map<string, Mark>;

function kept(known: KnownMarks, name: string, make: () => Mark): Mark {
  const mark = known.get(name);
  if (mark !== undefined) return mark;
  const fresh = make();
  known.set(name, fresh);
  return fresh;
}

/** English words too short or common to be told from names by their capital. */
function isName(token: Token, language: Language): boolean {
  return (
    token.capital &&
    token.stem.length > 2 &&
    (language !== 'vi' || plainLatin(token.surface) === token.surface.toLowerCase())
  );
}

/** The longest term that begins at a token, of at most `most` tokens; its size in tokens, 0 where there is none. */
function longestTerm(
  tokens: readonly Token[],
  from: number,
  tree: TermNode,
  most = tokens.length,
): { size: number; node: TermNode } {
  let node: TermNode | undefined = tree;
  const best = { size: 0, node: tree };
  for (let size = 1; size <= most && from + size <= tokens.length; size += 1) {
    node = node.next?.get((tokens[from + size - 1] as Token).stem);
    if (node === undefined) break;
    if (node.form !== '') Object.assign(best, { size, node });
  }
  return best;
}

/** A term of as many tokens is read as a whole and in its parts: the other side may name it more shortly. */
const LONG_NAME = 4;

/** Terms inside a long term. */
function partMarks(tokens: readonly Token[], tree: TermNode, language: Language, known: KnownMarks): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { size, node } = longestTerm(tokens, at, tree, tokens.length - 1);
    if (size > 0) marks.push(termMark(tokens.slice(at, at + size), node, language, known));
    at += Math.max(1, size);
  }
  return marks;
}

function termMark(tokens: readonly Token[], node: TermNode, language: Language, known: KnownMarks): Mark {
  const first = tokens[0] as Token;
  const words =
    tokens.length === 1 ? first.surface : tokens.map((token) => token.surface).join(language === 'zh' ? '' : ' ');
  return kept(known, words, () => {
    const named = tokens.length === 1 && first.latin && first.capital;
    return {
      kind: node.keys.some((key) => /^[nm]:/u.test(key)) ? 'number' : 'term',
      words,
      form: node.form,
      keys: named ? [...node.keys, `l:${plainLatin(first.surface)}`] : [...node.keys],
    };
  });
}

function unknownMark(token: Token, language: Language): Mark {
  const latin = token.latin ? [`l:${plainLatin(token.surface)}`] : [];
  const kind = token.latin && (token.capital || language === 'zh' || language === 'fa') ? 'letters' : 'word';
  return {
    kind,
    words: token.surface,
    form: token.stem,
    keys: isName(token, language) ? [...latin, `s:${plainLatin(token.surface)}`] : latin,
  };
}

/** Neighbouring unknown syllables or characters make one word more often than each is one. */
function unknownRun(run: readonly Token[], language: Language, known: KnownMarks): Mark[] {
  const one = (token: Token): Mark => kept(known, `?${token.surface}`, () => unknownMark(token, language));
  if (language === 'zh' || language === 'vi') {
    const join = language === 'zh' ? '' : ' ';
    const plain = run.filter((token) => !token.latin || language === 'vi');
    const pairs = plain.slice(1).map((token, index) => {
      const before = plain[index] as Token;
      const words = `${before.surface}${join}${token.surface}`;
      const form = `${before.stem}${join}${token.stem}`;
      return kept(known, `+${words}`, () => ({ kind: 'word', words, form, keys: [] }));
    });
    const single = language === 'vi' || run.length === 1 ? run : run.filter((token) => token.latin);
    return [...single.map(one), ...pairs];
  }
  return run.map(one);
}

function wordMarks(tokens: readonly Token[], language: Language, known: KnownMarks): Mark[] {
  const tree = termTree(language);
  const marks: Mark[] = [];
  let run: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { size, node } = longestTerm(tokens, at, tree);
    if (size === 0) run.push(tokens[at] as Token);
    if (size > 0 || at === tokens.length - 1) {
      if (run.length > 0) marks.push(...unknownRun(run, language, known));
      run = [];
    }
    if (size > 0) {
      const found = tokens.slice(at, at + size);
      marks.push(termMark(found, node, language, known));
      if (size >= LONG_NAME) marks.push(...partMarks(found, tree, language, known));
    }
    at += Math.max(size, 1);
  }
  return marks;
}

function blankOut(text: string, spans: ReadonlyArray<{ start: number; end: number }>): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}

const ANY_DIGIT = /[0-9۰-۹٠-٩０-９]/u;

function numberMarks(text: string, language: Language): { marks: Mark[]; rest: string } {
  const digits = ANY_DIGIT.test(text) ? digitNumbers(text, language) : [];
  const blanked = blankOut(text, digits);
  const words = language === 'zh' ? chineseNumbers(blanked) : [];
  const marks = [...digits, ...words].map(({ words: shown, keys }) => ({
    kind: 'number' as const,
    words: shown,
    form: keys.join(' '),
    keys: [...keys],
  }));
  return { marks, rest: blankOut(blanked, words) };
}

const SENTENCE_END =
  /(?:[。！？]|(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|TP|TT|TS|GS|PGS|ThS)\.?)[.!?؟…])+["'”’»)\]」』]*(?=\s*\S)(?=\s|[^\d\s.,!?"'”’»)\]」』a-z])/gu;

const ANY_END = /[。！？.!?؟…]/u;

/** Ends of sentences inside a text, the last left out. */
function sentenceEnds(text: string): number {
  const end = text.search(ANY_END);
  return end < 0 || end >= text.trimEnd().length - 1 ? 0 : (text.match(SENTENCE_END) ?? []).length;
}

/** Characters without blanks. */
function lengthOf(text: string): number {
  return text.length - (text.match(/\s/gu) ?? []).length;
}

function shapeOf(text: string): boolean[] {
  const tail = text.trim();
  return [
    /[?？؟]/u.test(tail),
    /[!！]/u.test(tail),
    /^["“”«‘'「『]/u.test(tail),
    /["”»’」』“«]\s*[.。]?$/u.test(tail),
    /[:：]/u.test(tail),
    /["“”«»「」『』]/u.test(tail),
    /[()（）]/u.test(tail),
  ];
}

/** Marks of different form, in order. */
function distinctMarks(all: readonly Mark[]): Mark[] {
  const forms = new Set<string>();
  return all.filter(({ form }) => {
    const before = forms.size;
    return forms.add(form).size > before;
  });
}

/** Reads a passage once; all comparing is done on the result. `known` holds the marks of the language met so far. */
export function signature(passage: Passage, known: KnownMarks = new Map()): Signature {
  const { text, language } = passage;
  const numbers = numberMarks(text.normalize('NFC'), language);
  const tokens = tokenize(numbers.rest, language).filter(
    (token) => language !== 'fa' || !PERSIAN_PARTICLES.has(token.stem),
  );
  const { label } = passage;
  const labels: Mark[] = label ? [{ kind: 'number', words: label, form: `L:${label}`, keys: [`L:${label}`] }] : [];
  return {
    marks: distinctMarks([...labels, ...numbers.marks, ...wordMarks(tokens, language, known)]),
    length: lengthOf(text),
    sentences: 1 + sentenceEnds(text),
    shape: shapeOf(text),
  };
}
