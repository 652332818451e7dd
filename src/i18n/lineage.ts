import type { Locale } from '../kernel/index.ts';
import { type Relation, STRENGTHS } from '../vocabulary/index.ts';
import { translate } from './translate.ts';

/** A reason of a link: the rule, and the words or steps it rests on. */
interface LinkReason {
  readonly rule: string;
  readonly words: string;
}

/** What is said of how a commitment goes on. */
export interface SaidLink {
  readonly relation: Relation;
  /** A person set the relation: the reasons of the rules do not speak for it. */
  readonly person: boolean;
  readonly why: readonly LinkReason[];
}

const DETAILED = {
  strength: 'lineage.said.strength',
  raised: 'lineage.said.raised',
  lowered: 'lineage.said.lowered',
  'due-set': 'lineage.said.due-set',
  'due-moved': 'lineage.said.due-moved',
  'due-lost': 'lineage.said.due-lost',
  'object-added': 'lineage.said.object-added',
  wider: 'lineage.said.object-added',
  'object-lost': 'lineage.said.object-lost',
  'other-object': 'lineage.said.other-object',
  'reported-done': 'lineage.said.reported-done',
  'under-way': 'lineage.said.under-way',
  ongoing: 'lineage.said.ongoing',
  'used-as-existing': 'lineage.said.in-use',
  'tried-then-used': 'lineage.said.in-use',
} as const;

function isStrength(word: string): word is (typeof STRENGTHS)[number] {
  return (STRENGTHS as readonly string[]).includes(word);
}

/** `study → deliver` in the reader's words; other words are the texts' own and stay. */
function readable(locale: Locale, words: string): string {
  return words
    .split(' → ')
    .map((word) => (isStrength(word) ? translate(locale, `strength.${word}`) : word))
    .join(' → ');
}

/** How a commitment goes on in a later one, in plain words: what moved, or that it stayed the same. */
export function linkSentence(locale: Locale, { relation, person, why }: SaidLink): string {
  const [reason] = why;
  const known = !person && reason !== undefined && reason.words !== '' && reason.rule in DETAILED;
  if (!known) return translate(locale, `lineage.said.${relation}`);
  return translate(locale, DETAILED[reason.rule as keyof typeof DETAILED], { words: readable(locale, reason.words) });
}
