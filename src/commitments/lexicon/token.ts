import { type Meaning, UNKNOWN } from './meaning.ts';
import type { CueRole, FrameSense, VerbForm, VerbSense } from './sense.ts';

export type TokenType = 'word' | 'number' | 'mark';

/** A known phrase, a word, a number or a punctuation mark of a sentence. Offsets are of the sentence's flat text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, words joined by one space. */
  readonly word: string;
  readonly type: TokenType;
  readonly capital: boolean;
  /** Within quotation marks or brackets: never opens an action. */
  readonly enclosed: boolean;
  readonly meaning: Meaning;
}

/** No lexicon has the word. */
export function isUnknown(token: Token): boolean {
  return token.meaning === UNKNOWN;
}

export function verbOf(token: Token | undefined, form?: VerbForm): VerbSense | null {
  if (token === undefined) return null;
  const { verbs } = token.meaning;
  if (form === undefined || verbs.length === 0) return verbs[0] ?? null;
  for (const sense of verbs) if (sense.forms.includes(form)) return sense;
  return null;
}

export function frameOf(token: Token | undefined): FrameSense | null {
  return token === undefined ? null : token.meaning.frame;
}

export function isCue(token: Token | undefined, role: CueRole): boolean {
  return token !== undefined && token.meaning.cues.length > 0 && token.meaning.cues.includes(role);
}

export function isMark(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.type === 'mark' && marks.includes(token.word);
}
