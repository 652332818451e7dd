import { stateNames } from '../../../vocabulary/index.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { attitudeNounAt, type FrameMatch, frameAt } from './frame.ts';
import type { Boundary } from './opening.ts';
import { beginsObject, isAdverb, isAnd, skipAdverbs } from './words.ts';

/** A party and the introducing words it is the subject of. Token indices; `last` is exclusive. */
export interface SubjectMatch {
  readonly first: number;
  readonly last: number;
  readonly frame: FrameMatch;
}

const RELATIVE = new Set(['which', 'who', 'that', 'whom', 'whose', 'where']);
const THING_ENDING = /(?:tion|tions|sion|ment|ments|ness|ity|ism|ship|ance|ence|ing|ings|ure|als?)$/;

/** "the decisions we make": the clause of another subject. */
const CONTACT = new Set(['we', 'they']);
const MEETINGS = /^(?:meeting|conference|summit|assembly|forum|session|dialogue)$/;

/** "The Meeting tasked …": those who meet. */
function meets(tokens: readonly Token[], first: number, at: number): boolean {
  const token = tokens[at];
  const named = token?.capital === true || first === 0;
  return at === first + 1 && named && tokens[first]?.word === 'the' && MEETINGS.test(token?.word ?? '');
}

/**
 * Whether the words from `first` to `last` (exclusive) name somebody who can act: the last naming word before the
 * first preposition decides ("the Ministry of …", "Aldoria and Bevania", not "the Agreement between the two sides").
 */
export function namesParty(tokens: readonly Token[], first: number, last: number): boolean {
  let party = false;
  for (let i = first; i < last; i += 1) {
    const token = tokens[i] as Token;
    if (RELATIVE.has(token.word)) return false;
    if (token.type === 'mark' || isCue(token, 'preposition')) {
      if (i > first && party) return true;
      if (isCue(token, 'preposition')) return false;
      continue;
    }
    if (i > first + 1 && CONTACT.has(token.word) && tokens[first]?.word === 'the') return false;
    if (isCue(token, 'party') || meets(tokens, first, i)) party = true;
    else if (isCue(token, 'thing') || isCue(token, 'means') || isCue(token, 'purpose')) party = false;
    else if (token.capital) party = i > 0 || startsName(token);
    else if (token.type === 'word' && THING_ENDING.test(token.word) && !isCue(token, 'determiner')) party = false;
  }
  return party;
}

/** "We launch …" undertakes by saying so; "They continue to …" tells what goes on being done. */
function toldPlainly(tokens: readonly Token[], from: number, at: number): FrameMatch | null {
  if (tokens[at - 1]?.word === 'to') return null;
  const goesOn = isCue(tokens[at], 'aspect');
  const direct =
    tokens[from]?.word === 'we' &&
    skipAdverbs(tokens, from + 1) === at &&
    verbOf(tokens[at], 'base') !== null &&
    !BEING.test(tokens[at]?.word ?? '') &&
    beginsObject(tokens[at + 1]);
  if (!goesOn && !direct) return null;
  const told = { kind: 'commitment', first: at, verb: at, plain: true, directs: false, duty: false } as const;
  return { ...told, id: goesOn ? 'continue' : 'we', complement: 'action', next: at };
}

/** "We represent two billion people": what those who speak are, not what they do. */
const BEING = /^(?:represent|constitute|comprise|number|embody)$/;

/** `France`, `Nepal`: states that end as words for things do. */
const STATES = new Set(stateNames('en').map((name) => name.toLowerCase()));

/** Every sentence begins with a capital: its first word names a party unless it is a word of another sort. */
function startsName(token: Token): boolean {
  return (
    verbOf(token, 'base') === null &&
    !isCue(token, 'determiner') &&
    (!THING_ENDING.test(token.word) || STATES.has(token.word)) &&
    !isAdverb(token)
  );
}

const AIMS = /^(?:intention|aim|goal|ambition|objective|resolve|priority|commitment|determination)$/;

const SHARED = /^(?:common|shared|joint|firm|collective|overarching|ultimate|overall)$/;

/** "It is our intention to …" */
function intention(tokens: readonly Token[], from: number, at: number): SubjectMatch | null {
  const own = /^(?:our|their)$/.test(tokens[at]?.word ?? '');
  const noun = SHARED.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
  if (!own || !AIMS.test(tokens[noun]?.word ?? '')) return null;
  if (tokens[noun + 1]?.word !== 'to') return null;
  const told = { plain: false, directs: false, duty: false } as const;
  const frame: FrameMatch = {
    ...told,
    id: 'intend',
    kind: 'commitment',
    complement: 'action',
    first: at,
    next: noun + 2,
    verb: noun,
  };
  return { first: from, last: from + 1, frame };
}

/** "Our aim is to …": the party that speaks intends it. */
function aim(tokens: readonly Token[], from: number): SubjectMatch | null {
  const own = /^(?:our|their)$/.test(tokens[from]?.word ?? '');
  const noun = SHARED.test(tokens[from + 1]?.word ?? '') ? from + 2 : from + 1;
  if (!own || !AIMS.test(tokens[noun]?.word ?? '') || !/^(?:is|remains)$/.test(tokens[noun + 1]?.word ?? ''))
    return null;
  if (tokens[noun + 2]?.word !== 'to') return null;
  const told = { plain: false, directs: false, duty: false } as const;
  const at = { first: noun, next: noun + 3, verb: noun + 1 };
  return {
    first: from,
    last: from + 1,
    frame: { ...told, ...at, id: 'intend', kind: 'commitment', complement: 'action' },
  };
}

/** "It was agreed that …", "It was decided to …": the parties agreed. */
function impersonal(tokens: readonly Token[], from: number): SubjectMatch | null {
  if (tokens[from]?.word !== 'it' || !/^(?:was|is|remains)$/.test(tokens[from + 1]?.word ?? '')) return null;
  const at = skipAdverbs(tokens, from + 2);
  const meant = intention(tokens, from, at);
  if (meant !== null) return meant;
  const [verb, link, next] =
    tokens[at]?.word === 'agreed that' ? ['agreed', 'that', at + 1] : [tokens[at]?.word, tokens[at + 1]?.word, at + 2];
  if ((verb !== 'agreed' && verb !== 'decided' && verb !== 'resolved') || (link !== 'that' && link !== 'to'))
    return null;
  const frame: FrameMatch = {
    id: 'agree',
    kind: 'commitment',
    complement: link === 'that' ? 'clause' : 'action',
    first: at,
    next,
    verb: at,
    plain: false,
    directs: false,
    duty: false,
  };
  return { first: from, last: from + 1, frame };
}

const TOLD = { plain: false, directs: false, duty: false } as const;

/** "Let us conclude …": those who speak undertake it together. */
function letUs(tokens: readonly Token[], from: number): SubjectMatch | null {
  if (tokens[from]?.word !== 'let' || tokens[from + 1]?.word !== 'us') return null;
  const at = { first: from, next: from + 2, verb: from };
  return {
    first: from + 1,
    last: from + 2,
    frame: { ...TOLD, ...at, id: 'let-us', kind: 'commitment', complement: 'action' },
  };
}

/** "Agreement was reached to …", "A decision was taken to …": the parties agreed. */
function reached(tokens: readonly Token[], from: number): SubjectMatch | null {
  const noun = /^(?:an?|the)$/.test(tokens[from]?.word ?? '') ? from + 1 : from;
  if (!/^(?:agreement|understanding|consensus|decision)$/.test(tokens[noun]?.word ?? '')) return null;
  const been = tokens[noun + 2]?.word === 'been' ? noun + 2 : noun + 1;
  if (!/^(?:was|been)$/.test(tokens[been]?.word ?? '')) return null;
  if (!/^(?:reached|taken|made)$/.test(tokens[been + 1]?.word ?? '') || tokens[been + 2]?.word !== 'to') return null;
  const at = { first: noun, next: been + 3, verb: been + 1 };
  return {
    first: from,
    last: from + 1,
    frame: { ...TOLD, ...at, id: 'agree', kind: 'commitment', complement: 'action' },
  };
}

/** "Not only will we honour …": the modal stands before those who undertake. */
function inverted(tokens: readonly Token[], from: number): SubjectMatch | null {
  const modal = from + (tokens[from]?.word === 'not only' ? 1 : 2);
  if (!/^not(?: only)?$/.test(tokens[from]?.word ?? '') || !/^(?:will|shall)$/.test(tokens[modal]?.word ?? ''))
    return null;
  if (!CONTACT.has(tokens[modal + 1]?.word ?? '')) return null;
  const at = { first: modal, next: modal + 2, verb: modal };
  return {
    first: modal + 1,
    last: modal + 2,
    frame: { ...TOLD, ...at, id: 'will', kind: 'commitment', complement: 'action' },
  };
}

/** The first words of what `setPhrase` looks for; most places have another. */
const TELLING = new Set([
  ...['it', 'our', 'their', 'let', 'not', 'not only'],
  ...['a', 'an', 'the', 'agreement', 'understanding', 'consensus', 'decision'],
]);

/** Undertakings told in set phrases, with their subject. */
function setPhrase(tokens: readonly Token[], from: number): SubjectMatch | null {
  if (!TELLING.has(tokens[from]?.word ?? '')) return null;
  return impersonal(tokens, from) ?? pronoun(tokens, from) ?? aim(tokens, from) ?? spoken(tokens, from);
}

const GROUNDED = /^(?:grounded|rooted|anchored|based|founded|driven|guided|underpinned|inspired|united)$/;

/** "Our work is grounded in our commitment to repair …": those who speak are bound by it. */
function grounded(tokens: readonly Token[], from: number): SubjectMatch | null {
  if (!/^(?:our|their)$/.test(tokens[from]?.word ?? '')) return null;
  for (let i = from + 2; i < Math.min(from + 8, tokens.length) && tokens[i]?.type === 'word'; i += 1) {
    if (!GROUNDED.test(tokens[i]?.word ?? '')) continue;
    const felt = attitudeNounAt(tokens, i + 1);
    if (felt === null || felt.kind !== 'commitment' || felt.complement === 'object') return null;
    return { first: from, last: from + 1, frame: { ...TOLD, ...felt, first: i, verb: felt.noun ?? i } };
  }
  return null;
}

function spoken(tokens: readonly Token[], from: number): SubjectMatch | null {
  return letUs(tokens, from) ?? reached(tokens, from) ?? inverted(tokens, from) ?? grounded(tokens, from);
}

/** "Growth is slowing": what goes on by itself; somebody who acts is named by more than the first word. */
function goesOnByItself(tokens: readonly Token[], { first, last, frame }: SubjectMatch): boolean {
  return frame.id === 'present' && last === first + 1 && first === 0 && !isCue(tokens[first], 'party');
}

/** "It supports …", "It calls on …": the body named in the sentence before; "it will enter into force" says nothing of whom. */
function pronoun(tokens: readonly Token[], from: number): SubjectMatch | null {
  if (tokens[from]?.word !== 'it') return null;
  const frame = frameAt(tokens, skipAdverbs(tokens, from + 1));
  const says = frame !== null && (frame.kind === 'support' || frame.directs || UNDERTAKES.has(frame.id));
  return says && !frame.id.startsWith('attitude') ? { first: from, last: from + 1, frame } : null;
}

const UNDERTAKES = new Set(['agree', 'decide', 'resolve', 'undertake', 'commit', 'pledge']);

/** Steps over ", in this regard," between subject and verb. */
function skipParenthesis(tokens: readonly Token[], at: number): number {
  if (!isMark(tokens[at], ',')) return at;
  const reach = RELATIVE.has(tokens[at + 1]?.word ?? '') ? 14 : 6;
  for (let i = at + 1; i <= at + reach && i < tokens.length; i += 1) {
    if (isMark(tokens[i], ';:')) return at;
    if (isMark(tokens[i], ',')) return i + 1;
  }
  return at;
}

/** Tokens a phrase before "we" may have where no comma ends it. */
const PHRASE_REACH = 20;
const OPENERS = /^(?:it|here|now|only|so|thus)$/;

/** "In it we undertake …", "It is in this spirit that we commit …": the party that speaks, after a phrase without a comma. */
function subjectAfterPhrase(tokens: readonly Token[], from: number): SubjectMatch | null {
  const first = tokens[from];
  const opens =
    isCue(first, 'preposition') ||
    isCue(first, 'means') ||
    isCue(first, 'connective') ||
    OPENERS.test(first?.word ?? '');
  if (!opens) return null;
  for (let i = from + 1; i < Math.min(from + PHRASE_REACH, tokens.length); i += 1) {
    if (tokens[i]?.type === 'mark') return null;
    if (tokens[i]?.word !== 'we') continue;
    const match = subjectAt(tokens, i, 6, false);
    return match !== null && (match.frame.kind === 'commitment' || match.frame.kind === 'support') ? match : null;
  }
  return null;
}

/** "We, therefore, …": between subject and verb. */
function mayStandBetween(token: Token | undefined): boolean {
  return isAdverb(token) || isCue(token, 'connective');
}

/** Whether only adverbs, or an aside of them, stand between the end of a subject and its verb. */
function straight(tokens: readonly Token[], last: number, verb: number): boolean {
  for (let i = last; i < verb; i += 1) if (!mayStandBetween(tokens[i]) && !isMark(tokens[i], ',')) return false;
  return true;
}

/**
 * A subject that begins at `from`, with the introducing words after it. `reach` bounds how many tokens the subject
 * may have; commas inside it are allowed only where `appositions` is set.
 */
export function subjectAt(
  tokens: readonly Token[],
  from: number,
  reach: number,
  appositions: boolean,
): SubjectMatch | null {
  const agreed = setPhrase(tokens, from);
  if (agreed !== null) return agreed;
  const limit = Math.min(tokens.length, from + reach);
  for (let i = from; i < limit; i += 1) {
    const token = tokens[i] as Token;
    if (isMark(token, ';:') || token.word === 'where') return null;
    if (i > from && token.word === 'as' && CONTACT.has(tokens[i + 1]?.word ?? '')) return null;
    if (isMark(token, ',') && !appositions) {
      const after = skipParenthesis(tokens, i);
      if (after === i) return null;
      i = after - 1;
      continue;
    }
    if (token.enclosed || i === from || token.type !== 'word') continue;
    const frame = frameAt(tokens, i) ?? toldPlainly(tokens, from, i);
    if (frame === null) continue;
    let last = i;
    while (last > from && (mayStandBetween(tokens[last - 1]) || isMark(tokens[last - 1], ','))) last -= 1;
    if (isAnd(tokens[last - 1]) && isCue(tokens[last - 2], 'auxiliary')) last -= 2;
    if (last > from && !isAnd(tokens[last - 1]) && namesParty(tokens, from, last)) {
      if (frame.plain && !straight(tokens, last, i)) return null;
      const match = { first: from, last, frame };
      return goesOnByItself(tokens, match) ? null : match;
    }
    if (!frame.plain) return null;
  }
  return null;
}

/** "Focus on …" under "we will:": an act, not somebody who acts. */
function beginsAct(token: Token | undefined): boolean {
  const verb = verbOf(token, 'base');
  return verb !== null && !verb.alsoNoun && verb.verb.includes(' ');
}

/**
 * A subject that begins after a boundary, with its introducing words.
 * @param running whether a unit is open, and whether further acts may follow it without a subject
 */
export function subjectAfter(
  tokens: readonly Token[],
  at: number,
  boundary: Boundary,
  running: 'none' | 'closed' | 'listing',
): SubjectMatch | null {
  switch (boundary) {
    case 'start':
      if (beginsAct(tokens[at])) return null;
      return subjectAt(tokens, at, 45, false) ?? subjectAt(tokens, at, 60, true) ?? subjectAfterPhrase(tokens, at);
    case 'that':
    case 'semicolon':
      return subjectAt(tokens, at, 30, false);
    case 'comma':
      return subjectAt(tokens, at, running === 'none' ? 40 : 12, false);
    case 'colon':
      return subjectAt(tokens, at, 12, false);
    case 'comma-and':
      return subjectAt(tokens, at, 16, false);
    case 'and': {
      const may = running === 'closed' || (running === 'listing' && tokens[at]?.word === 'we');
      return may ? subjectAt(tokens, at, 8, false) : null;
    }
    default:
      return null;
  }
}
