import type { CueRole, FrameSense, Sense, VerbForm, VerbSense } from './sense.ts';

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
  readonly senses: readonly Sense[];
}

export function verbOf(token: Token | undefined, form?: VerbForm): VerbSense | null {
  if (token === undefined) return null;
  for (const sense of token.senses) {
    if (sense.class === 'verb' && (form === undefined || sense.forms.includes(form))) return sense;
  }
  return null;
}

export function frameOf(token: Token | undefined): FrameSense | null {
  if (token === undefined) return null;
  for (const sense of token.senses) if (sense.class === 'frame') return sense;
  return null;
}

export function isCue(token: Token | undefined, role: CueRole): boolean {
  if (token === undefined) return false;
  for (const sense of token.senses) if (sense.class === 'cue' && sense.role === role) return true;
  return false;
}

export function isMark(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.type === 'mark' && marks.includes(token.word);
}
