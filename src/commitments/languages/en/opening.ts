import type { VerbForm } from '../../lexicon/sense.ts';
import { isCue, type Token } from '../../lexicon/token.ts';
import type { VerbGroup } from './verb-group.ts';
import { beginsObject, isAdverb } from './words.ts';

/** What stands before a place where an action might begin. */
export type Boundary = 'start' | 'frame' | 'semicolon' | 'colon' | 'comma' | 'comma-and' | 'and' | 'that';

export interface OpeningContext {
  /** Within a purpose, means, relative or result clause of the running action. */
  readonly inAdjunct: boolean;
  /** Within an enumeration ("such as …"). */
  readonly inList: boolean;
  /** The running action already has an object. */
  readonly hasObject: boolean;
}

const PLAIN_OBJECT = new Set([
  'information',
  'views',
  'experience',
  'experiences',
  'data',
  'best',
  'knowledge',
  'opinions',
]);

/** A verb that is as often a noun needs the beginning of an object after it. */
function verbal(tokens: readonly Token[], group: VerbGroup, strict: boolean): boolean {
  const verb = group.senses[group.senses.length - 1];
  const after = tokens[group.next];
  if (verb === undefined || !verb.alsoNoun) return true;
  if (!beginsObject(after)) return verb.strength === 'implement' && isCue(after, 'preposition') && !strict;
  return !strict || isCue(after, 'determiner') || PLAIN_OBJECT.has(after?.word ?? '') || group.first > group.start;
}

/** Whether a verb group opens an action of its own at this boundary (GUIDE: one action, one record). */
export function opensAction(
  tokens: readonly Token[],
  group: VerbGroup,
  boundary: Boundary,
  form: VerbForm,
  context: OpeningContext,
): boolean {
  if (boundary === 'frame') return true;
  const head = tokens[group.first];
  if (
    form === 'ing' &&
    boundary !== 'start' &&
    boundary !== 'semicolon' &&
    (isCue(head, 'result') || context.inAdjunct)
  )
    return boundary === 'comma-and' && !context.inAdjunct;
  if (boundary === 'start' || boundary === 'semicolon' || boundary === 'colon')
    return verbal(tokens, group, boundary === 'start' && form === 'base');
  if (!context.hasObject) return false;
  if (boundary === 'and' && context.inAdjunct) return false;
  if (
    context.inList &&
    boundary !== 'comma-and' &&
    group.senses.some((sense) => sense.alsoNoun) &&
    !isAdverb(tokens[group.start])
  )
    return false;
  return verbal(tokens, group, true);
}
