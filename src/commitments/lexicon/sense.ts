import type { Kind, Strength } from '../../vocabulary/index.ts';

/** A form of a verb. Languages without inflection have only `base`. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'ing';

/** A word or phrase that can head an action. */
export interface VerbSense {
  readonly class: 'verb';
  /** Dictionary form. */
  readonly verb: string;
  readonly strength: Strength;
  readonly forms: readonly VerbForm[];
  /** As often a noun: only its surroundings decide. */
  readonly alsoNoun: boolean;
  /** Opens a new action even in the middle of an enumeration. */
  readonly leading: boolean;
  /** A person taught it: its strength stands whatever its object is. */
  readonly taught?: true;
}

/** What may follow introducing words. */
export type Complement = 'action' | 'ing' | 'object' | 'clause' | 'duty' | 'assign' | 'affirm';

/** Words that say how what follows is meant: agreed, will, welcomes, affirmed. */
export interface FrameSense {
  readonly class: 'frame';
  /** Id of the data entry, shown in `why`. */
  readonly id: string;
  readonly kind: Kind;
  readonly complement: Complement;
}

/** Cues that open a part which belongs to the running action, or close what a verb may be. */
export type CueRole =
  | 'purpose'
  | 'means'
  | 'time'
  | 'result'
  | 'list'
  | 'relative'
  | 'adverb'
  | 'aspect'
  | 'negation'
  | 'coordinator'
  | 'connective'
  | 'past'
  | 'copula'
  | 'closer'
  | 'subjunctive'
  | 'future'
  | 'present'
  | 'duty'
  | 'party'
  | 'party-head'
  | 'thing'
  | 'preposition'
  | 'determiner'
  | 'auxiliary'
  | 'noun'
  | 'lead-in';

export interface CueSense {
  readonly class: 'cue';
  readonly role: CueRole;
}

export type Sense = VerbSense | FrameSense | CueSense;
