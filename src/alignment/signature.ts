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
    node = node.next.get((tokens[from + size - 1] as Token).stem);
    if (node === undefined) break;
    if (node.form !== '') Object.assign(best, { size, node });
  }
  return best;
}

/** A term of as many tokens is read as a whole and in its parts: the other side may name it more shortly. */
const LONG_NAME = 4;

/** Terms inside a long term. */
function partMarks(tokens: readonly Token[], tree: TermNode, language: Language): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { size, node } = longestTerm(tokens, at, tree, tokens.length - 1);
    if (size > 0) marks.push(termMark(tokens.slice(at, at + size), node, language));
    at += Math.max(1, size);
  }
  return marks;
}

function termMark(tokens: readonly Token[], node: TermNode, language: Language): Mark {
  const first = tokens[0] as Token;
  const named = tokens.length === 1 && first.latin && first.capital;
  return {
    kind: node.keys.some((key) => /^[nm]:/u.test(key)) ? 'number' : 'term',
    words: tokens.map((token) => token.surface).join(language === 'zh' ? '' : ' '),
    form: node.form,
    keys: named ? [...node.keys, `l:${plainLatin(first.surface)}`] : [...node.keys],
  };
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
function unknownRun(run: readonly Token[], language: Language): Mark[] {
  if (language === 'zh' || language === 'vi') {
    const join = language === 'zh' ? '' : ' ';
    const plain = run.filter((token) => !token.latin || language === 'vi');
    const pairs = plain.slice(1).map((token, index) => {
      const words = `${plain[index]?.surface}${join}${token.surface}`;
      return { kind: 'word' as const, words, form: `${plain[index]?.stem}${join}${token.stem}`, keys: [] };
    });
    const single = language === 'vi' || run.length === 1 ? run : run.filter((token) => token.latin);
    return [...single.map((token) => unknownMark(token, language)), ...pairs];
  }
  return run.map((token) => unknownMark(token, language));
}

function wordMarks(tokens: readonly Token[], language: Language): Mark[] {
  const tree = termTree(language);
  const marks: Mark[] = [];
  let run: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { size, node } = longestTerm(tokens, at, tree);
    if (size === 0) run.push(tokens[at] as Token);
    if (size > 0 || at === tokens.length - 1) {
      marks.push(...unknownRun(run, language));
      run = [];
    }
    const found = tokens.slice(at, at + size);
    if (size > 0) marks.push(termMark(found, node, language));
    if (size >= LONG_NAME) marks.push(...partMarks(found, tree, language));
    at += Math.max(size, 1);
  }
  return marks;
}

function blankOut(text: string, spans: ReadonlyArray<{ start: number; end: number }>): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}

function numberMarks(text: string, language: Language): { marks: Mark[]; rest: string } {
  const digits = digitNumbers(text, language);
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

/** Reads a passage once; all comparing is done on the result. */
export function signature(passage: Passage): Signature {
  const { text, language } = passage;
  const numbers = numberMarks(text.normalize('NFC'), language);
  const tokens = tokenize(numbers.rest, language).filter(
    (token) => language !== 'fa' || !PERSIAN_PARTICLES.has(token.stem),
  );
  const { label } = passage;
  const labels: Mark[] = label ? [{ kind: 'number', words: label, form: `L:${label}`, keys: [`L:${label}`] }] : [];
  const all = [...labels, ...numbers.marks, ...wordMarks(tokens, language)];
  const distinct = new Map<string, Mark>();
  for (const mark of all) if (!distinct.has(mark.form)) distinct.set(mark.form, mark);
  return {
    marks: [...distinct.values()],
    length: text.replace(/\s+/gu, '').length,
    sentences: 1 + [...text.matchAll(SENTENCE_END)].length,
    shape: shapeOf(text),
  };
}
