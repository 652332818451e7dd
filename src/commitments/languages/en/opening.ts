import type { VerbForm } from '../../lexicon/sense.ts';
import { isCue, isMark, type Token } from '../../lexicon/token.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';
import { beginsObject, isAdverb, isAnd, skipInterjection } from './words.ts';

/** What stands before a place where an action might begin. */
export type Boundary = 'start' | 'frame' | 'semicolon' | 'colon' | 'comma' | 'comma-and' | 'and' | 'that';

export interface OpeningContext {
  readonly form: VerbForm;
  /** Within a purpose, means, relative or result clause of the running action. */
  readonly inAdjunct: boolean;
  /** That clause is one of means ("on the basis of …"), which names things and takes no plain verb. */
  readonly inMeans: boolean;
  /** Within an -ing clause of the object. */
  readonly inGerund: boolean;
  /** Within an enumeration ("such as …"). */
  readonly inList: boolean;
  /** The running action already has an object. */
  readonly hasObject: boolean;
  /** Governed by an earlier sentence. */
  readonly governed: boolean;
  /** "to" stands before the verb. */
  readonly introduced: boolean;
  /** An item under introducing words begins here. */
  readonly listed: boolean;
  /** The running action followed another after a comma: "A, B and C". */
  readonly enumerated: boolean;
  /** A surer action follows in the same list ("…, and coordinate their …"). */
  readonly parallel: boolean;
}

/** The forms a verb may have at a boundary, from the form the acts of the sentence take; `denies`: "not to" stands there. */
export function formsAt(form: VerbForm | null, boundary: Boundary, denies: boolean): readonly VerbForm[] {
  if (form === null) return boundary === 'start' ? ['base', 'ing'] : [];
  if (denies) return ['base'];
  return boundary === 'semicolon' && form === 'base' ? ['base', 'ing'] : [form];
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

/** Nouns too, but none that stands before another noun after "and". */
const SELDOM_NOUN = new Set(
  'grant hold help pay raise fix train end cut ban boost share slash spur reward track'.split(' '),
);

/** "…, and support small firms": whom or what one supports, and no noun that support is made for. */
const SUPPORTED =
  /^(?:small|medium|micro|young|new|poor|early|vulnerable|women|youth|children|families|workers|farmers|fishers|people|peoples|communities|countries|members|efforts|victims|refugees|small-scale|low-income|developing|peace|growth|recovery|global|regional|ongoing|sustainable|inclusive)$/;

/** Before a noun as well as before a verb: "better control", "further support". */
const COMPARATIVE = new Set(['better', 'more', 'most', 'further', 'well', 'hard', 'fast']);

/** A verb that is as often a noun needs manner before it or the beginning of an object after it. */
function verbal(tokens: readonly Token[], group: VerbGroup, strict: boolean): boolean {
  const verb = group.senses.at(-1);
  const after = tokens[group.next];
  const manner = group.first > group.start && !COMPARATIVE.has(tokens[group.first - 1]?.word ?? '');
  if (verb === undefined || !verb.alsoNoun || manner) return true;
  if (verb.verb === 'report' && /^(?:to|back|by|at)$/.test(after?.word ?? '')) return true;
  if (!beginsObject(after))
    return (
      /^(?:in|on|with|to|towards?|together|under)$/.test(after?.word ?? '') && verb.strength === 'implement' && !strict
    );
  if (SELDOM_NOUN.has(verb.verb)) return true;
  if (verb.verb === 'support' && SUPPORTED.test(after?.word ?? '')) return true;
  const adjective = verb.verb === 'support' && /(?:ous|al|ive|able|ing|ed|local)$/.test(after?.word ?? '');
  return !strict || adjective || isAdverb(after) || isCue(after, 'determiner') || PLAIN_OBJECT.has(after?.word ?? '');
}

/** Tokens a list of actions may go on for. */
const LIST_REACH = 40;

/** Whether a list that began at `from` goes on to "and <action> the …", an action that is no noun there. */
export function leadsToAction(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(from + LIST_REACH, tokens.length) && !isMark(tokens[i], ';:.'); i += 1) {
    if (!isAnd(tokens[i]) || tokens[i]?.enclosed) continue;
    const group = verbGroupAt(tokens, skipInterjection(tokens, i + 1), 'base');
    if (group !== null && verbal(tokens, group, true) && isCue(tokens[group.next], 'determiner')) return true;
  }
  return false;
}

/** Whether a list of acts with "to" that goes on from `from` has a last one after "and to". */
export function leadsToFurther(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(from + LIST_REACH, tokens.length) && !isMark(tokens[i], ';:.'); i += 1)
    if (isAnd(tokens[i]) && tokens[i + 1]?.word === 'to') return true;
  return false;
}

/** A participle that says what comes of the running action ("…, ensuring …"). */
function isResult(tokens: readonly Token[], group: VerbGroup): boolean {
  return isCue(tokens[group.start], 'result') || isCue(tokens[group.first], 'result');
}

function gerundOpens(tokens: readonly Token[], group: VerbGroup, boundary: Boundary, context: OpeningContext): boolean {
  const within = context.inAdjunct || context.inGerund || context.inList;
  if (isResult(tokens, group) && !(boundary === 'start' && context.listed))
    return boundary === 'comma-and' && context.hasObject && !context.governed && context.form === 'ing' && !within;
  if (boundary === 'start' || boundary === 'semicolon' || boundary === 'colon') return true;
  if (context.governed) return boundary === 'and' && context.hasObject && !within;
  return context.hasObject && (context.introduced || !(context.inAdjunct || context.inGerund));
}

const OBJECT_REACH = 6;

/** "will facilitate A, establish B and exchange young scientists": the last of several acts, with many things as its object. */
function endsEnumeration(tokens: readonly Token[], group: VerbGroup, context: OpeningContext): boolean {
  if (!context.enumerated || context.inList || context.inAdjunct || context.inGerund) return false;
  let at = group.next;
  while (
    at < group.next + OBJECT_REACH &&
    tokens[at]?.type === 'word' &&
    !isCue(tokens[at], 'preposition') &&
    !isAnd(tokens[at])
  )
    at += 1;
  return at > group.next && /[^s]s$/.test(tokens[at - 1]?.word ?? '');
}

/** Whether a verb group opens an action of its own at this boundary (GUIDE: one action, one record). */
export function opensAction(
  tokens: readonly Token[],
  group: VerbGroup,
  boundary: Boundary,
  context: OpeningContext,
): boolean {
  if (boundary === 'frame') return true;
  if (context.form === 'ing') return gerundOpens(tokens, group, boundary, context);
  if (boundary === 'start' || boundary === 'semicolon' || boundary === 'colon') return verbal(tokens, group, false);
  if (!context.hasObject) return false;
  if (context.introduced) return true;
  const noun = group.senses.some((sense) => sense.alsoNoun);
  if (boundary === 'and' && context.inAdjunct && (!context.inMeans || noun)) return false;
  if (context.inList && boundary !== 'comma-and' && noun && !isAdverb(tokens[group.start])) return false;
  return verbal(
    tokens,
    group,
    (boundary !== 'comma-and' || context.inList) &&
      !(boundary === 'comma' && context.parallel) &&
      !(boundary === 'and' && endsEnumeration(tokens, group, context)),
  );
}
