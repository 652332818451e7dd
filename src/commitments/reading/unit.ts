import type { Kind, Strength } from '../../vocabulary/index.ts';
import type { Lexicon } from '../lexicon/tokenise.ts';

/** A reason over the flat text of a sentence. */
export interface UnitReason {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

/** Words that name who acts, in flat offsets; `text` stays when the sentence is left. */
export interface UnitSubject {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Introducing words as they were used. */
export interface UnitFrame {
  readonly id: string;
  readonly kind: Kind;
  /** Which form its actions take: `strengthen`, `strengthening`, or a whole clause or object. */
  readonly complement: 'action' | 'ing' | 'object' | 'clause';
  readonly start: number;
  readonly end: number;
}

/** One unit of a sentence: what is undertaken, in flat offsets of that sentence. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly actionStart: number;
  readonly actionEnd: number;
  readonly kind: Kind;
  readonly strength: Strength;
  /** Null where the unit is governed by a frame of an earlier sentence. */
  readonly frame: UnitFrame | null;
  /** Null where nobody is named in the sentence. */
  readonly subject: UnitSubject | null;
  readonly ownSubject: boolean;
  readonly confidence: number;
  readonly reasons: readonly UnitReason[];
}

/** What an earlier sentence hands on to those without introducing words of their own. */
export interface Governor {
  readonly id: string;
  readonly kind: Kind;
  readonly complement: 'action' | 'ing' | 'object' | 'clause';
}

/** Where a sentence stands. */
export interface SentencePlace {
  /** First sentence of a numbered or dashed item. */
  readonly opensItem: boolean;
  readonly governor: Governor | null;
  /** More sentences of the same provision follow it. */
  readonly opensPassage?: boolean;
  /** The words of the language with those taught, where any were. */
  readonly lexicon?: Lexicon | undefined;
}

export interface SentenceReading {
  readonly units: readonly Unit[];
  /** The frame that governs what follows, if this sentence set one. */
  readonly governor: Governor | null;
  readonly subject: UnitSubject | null;
  /** The sentence only names who is to act ("4. Sở Ngoại vụ:"): what stands below is theirs. */
  readonly names: UnitSubject | null;
  /** The sentence is the title of its item: the next one opens it. */
  readonly title?: boolean;
  /** Ends in a colon that announces items. */
  readonly announces: boolean;
  /** Why there is no unit; empty where there is one. */
  readonly reason: string;
}

/** Reads one sentence of one language. */
export type ReadSentence = (text: string, place: SentencePlace) => SentenceReading;
