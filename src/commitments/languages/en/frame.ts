import irregular from '../../../vocabulary/data/verbs/en.json' with { type: 'json' };
import type { Kind } from '../../../vocabulary/index.ts';
import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import data from './frames.json' with { type: 'json' };
import { inflect } from './inflect.ts';
import { goesOnIdly, goingOn, isNameNotVerb, saysNothing } from './not-verbs.ts';
import { encouragesOwn, endsInToldBody, expects, tells, tellsOwnBody } from './told-body.ts';
import { complementAt, confirmsAct, type Found, neededAt, skipAside, undertaking } from './undertaking.ts';
import { isAdverb, isAnd, skipAdverbs } from './words.ts';

/** Introducing words found at a finite verb. `next` is the first token of what they govern. */
export interface FrameMatch {
  readonly id: string;
  readonly kind: Kind;
  readonly complement: 'action' | 'ing' | 'object' | 'clause';
  readonly first: number;
  readonly next: number;
  /** The token of the verb itself: the head of the unit where the complement is its object. */
  readonly verb: number;
  /** Plain present, so only a subject just before makes it a verb (`support`). */
  readonly plain: boolean;
  /** Tells somebody else to act ("tasked ministers to …"): the actions told follow. */
  readonly directs: boolean;
  /** Duty words: what a party should do. */
  readonly duty: boolean;
}

type Group = keyof typeof data.verbs;
interface Entry {
  readonly lemma: string;
  readonly groups: Group[];
  /** third, past; the base form only with a plural subject. */
  readonly plain: boolean;
}

function forms(): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [group, verbs] of Object.entries(data.verbs) as [Group, string[]][]) {
    for (const lemma of verbs) {
      const table = (irregular.irregular as Readonly<Record<string, readonly string[]>>)[lemma.split(' ')[0] ?? ''];
      for (const [surface, kinds] of inflect(lemma, table)) {
        if (kinds.length === 1 && (kinds[0] === 'ing' || kinds[0] === 'participle')) continue;
        if (group === 'record' && !kinds.includes('past')) continue;
        const entry = found.get(surface);
        if (entry === undefined) found.set(surface, { lemma, groups: [group], plain: kinds.includes('base') });
        else if (entry.lemma === lemma) entry.groups.push(group);
      }
    }
  }
  return found;
}

const FORMS = forms();
const MODAL = new Map<string, 'commitment' | 'reported' | 'duty'>(
  (Object.entries(data.modal) as ['commitment' | 'reported' | 'duty', string[]][]).flatMap(([kind, words]) =>
    words.map((word) => [word, kind] as const),
  ),
);
const BE = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'remain',
  'remains',
  'remained',
  'stand',
  'stands',
  'stood',
  'am',
]);
const ATTITUDE_VERBS = new Set<string>();
for (const lemma of data['attitude-verbs']) {
  const table = (irregular.irregular as Readonly<Record<string, readonly string[]>>)[lemma];
  for (const surface of inflect(lemma, table).keys()) if (!surface.endsWith('ing')) ATTITUDE_VERBS.add(surface);
}
const ATTITUDES = new Map<string, Kind>(
  (Object.entries(data.attitudes) as [Kind, string[]][]).flatMap(([kind, words]) =>
    words.map((word) => [word, kind] as const),
  ),
);
const ADJECTIVES = (Object.entries(data.adjectives) as [Kind, string[]][]).flatMap(([kind, phrases]) =>
  phrases.map((phrase) => ({ kind, words: phrase.split(' ') })),
);

/** Whether the token holds nothing but the words from `k` on that it has room for. */
function holdsWords(word: string, words: readonly string[], k: number): boolean {
  return word === words[k] || (word.includes(' ') && word.split(' ').every((part, index) => part === words[k + index]));
}

function matchWords(tokens: readonly Token[], at: number, words: readonly string[]): number {
  let i = at;
  let k = 0;
  while (k < words.length) {
    const word = tokens[i]?.word;
    if (word === undefined || !holdsWords(word, words, k)) return -1;
    k += word === words[k] ? 1 : word.split(' ').length;
    i += 1;
  }
  return i;
}

/** The same, also over an aside before the last word: "resolved, individually and collectively, to". */
function matchAround(tokens: readonly Token[], at: number, words: readonly string[]): number {
  const straight = matchWords(tokens, at, words);
  if (straight >= 0 || words.length < 2 || words.at(-1) !== 'to') return straight;
  if (!holdsWords(tokens[at]?.word ?? '', words, 0)) return -1;
  const before = matchWords(tokens, at, words.slice(0, -1));
  if (before < 0 || !isMark(tokens[before], ',')) return -1;
  const after = skipAside(tokens, before);
  return after > before && tokens[after]?.word === 'to' ? after + 1 : -1;
}

/** To support these is to hold a view. */
const HELD = new Set([
  'principle',
  'principles',
  'charter',
  'purposes',
  'order',
  'view',
  'multilateralism',
  'sovereignty',
]);

/** "informed the meeting of their intention to …" */
function informs(tokens: readonly Token[], at: number): number {
  if (!/^(?:inform|notif)/.test(tokens[at]?.word ?? '')) return -1;
  for (let i = at + 2; i < Math.min(at + 9, tokens.length) && tokens[i]?.type === 'word'; i += 1)
    if (tokens[i]?.word === 'of') return i;
  return -1;
}

/** "reaffirmed their commitment to …", "expressed its readiness to …" */
function attitude(tokens: readonly Token[], at: number): Found | null {
  const from = ATTITUDE_VERBS.has(tokens[at]?.word ?? '') ? at : informs(tokens, at);
  return from < 0 ? null : attitudeNoun(tokens, from);
}

/** "our resolve to …" after another attitude: the same verb governs both; token `at` is the possessive. */
export function attitudeAt(tokens: readonly Token[], at: number): FrameMatch | null {
  if (!/^(?:our|their|its)$/.test(tokens[at]?.word ?? '')) return null;
  const found = attitudeNoun(tokens, at);
  if (found === null || found.complement === 'object') return null;
  return { ...found, first: at, verb: found.noun ?? at, plain: false, directs: false, duty: false };
}

const LINKS = new Set(['to', 'for', 'in', 'of', 'towards', 'toward']);

/** What is felt, named after a verb that says so at token `from`: "… our commitment to …". */
export const attitudeNounAt = (tokens: readonly Token[], from: number): Found | null => attitudeNoun(tokens, from);

function attitudeNoun(tokens: readonly Token[], from: number): Found | null {
  for (let i = from + 1; i < Math.min(from + 8, tokens.length); i += 1) {
    const token = tokens[i] as Token;
    if (token.type === 'mark' || isCue(token, 'preposition') || token.word === 'that') return null;
    if (/^calls? (?:for|on|upon)$/.test(token.word))
      return { id: 'attitude-call', kind: 'support', complement: 'object', next: i + 1, noun: i };
    const kind = ATTITUDES.get(token.word);
    if (kind === undefined) continue;
    let next = i + 1;
    const link = tokens[next]?.word;
    if (!LINKS.has(link ?? '')) return null;
    next += 1;
    const complement = complementAt(tokens, next);
    const joining = token.word === 'interest' && link === 'in' && complement === 'ing';
    const calls = link === 'for' && /^(?:calls?|appeal)$/.test(token.word);
    if (kind === 'support' && link !== 'to' && token.word !== 'support' && !joining && !calls) return null;
    if (kind === 'support' && tokens.slice(next, next + 6).some(({ word }) => HELD.has(word)))
      return { id: `attitude-${token.word}`, kind: 'position', complement, next };
    if (complement === 'object' && kind === 'commitment' && token.word !== 'commitment' && token.word !== 'commitments')
      return null;
    return { id: `attitude-${token.word}`, kind, complement, next, noun: i };
  }
  return null;
}

/** "stand firm in our support for …" */
const STEADY =
  /^(?:firm|united|steadfast|resolute|unwavering|strong|unequivocal|unanimous|undivided|unyielding|together)$/;

/** "are committed to", "stands ready to", "is responsible for" */
function adjective(tokens: readonly Token[], at: number): Found | null {
  const stands = /^stands? (?:firm|united|together)$/.test(tokens[at]?.word ?? '') && tokens[at + 1]?.word === 'in';
  if (stands) return attitudeNoun(tokens, at + 1);
  if (!BE.has(tokens[at]?.word ?? '')) return null;
  const from = skipAdverbs(tokens, at + 1);
  if (/^(?:invited|called upon|urged|encouraged)$/.test(tokens[from]?.word ?? '') && tokens[from + 1]?.word === 'to') {
    const own = endsInToldBody(tokens, at);
    const complement = complementAt(tokens, from + 2);
    return { id: 'invited', kind: own ? 'commitment' : 'support', complement, next: from + 2 };
  }
  const felt =
    tokens[from + 1]?.word === 'in' && STEADY.test(tokens[from]?.word ?? '') ? attitudeNoun(tokens, from + 2) : null;
  if (felt !== null) return felt;
  for (const { kind, words } of ADJECTIVES) {
    const next = matchAround(tokens, from, words);
    if (next < 0) continue;
    const complement = kind === 'position' ? 'clause' : complementAt(tokens, next);
    if (words.length === 1 && words[0] === 'to' && complement !== 'action') continue;
    return { id: words.join('-'), kind, complement, next };
  }
  return null;
}

const BEFORE_NOUN = new Set([
  'the',
  'a',
  'an',
  'their',
  'its',
  'our',
  'his',
  'of',
  'as',
  'to',
  'this',
  'these',
  'those',
  'for',
  'with',
  'in',
  'by',
  'from',
  'on',
  'his/her',
]);
/** Words before a verb that only describes: "who agreed", "internationally recognised". */
const BEFORE_RELATIVE = new Set([
  ...['which', 'who', 'that', 'whom', 'already', 'previously'],
  ...['universally', 'internationally', 'generally', 'commonly'],
]);

/** An invitation to visit is a commitment; to invite others to act is to encourage them. */
function invitesToVisit(tokens: readonly Token[], from: number): boolean {
  return tokens
    .slice(from, from + 25)
    .some((token) => /^(?:visit|pay|undertake|attend|come|travel|pay a .*visit|pay a visit)$/.test(token.word));
}

/** "a stronger mandate to …" names no one who tells somebody to act; "the Ministers mandate …" does. */
function mayDirect(before: Token | undefined): boolean {
  return (
    before === undefined ||
    before.type === 'mark' ||
    before.capital ||
    isCue(before, 'party') ||
    isAnd(before) ||
    isAdverb(before)
  );
}

/** Asking the other side is no task given to one's own bodies. */
function asksOtherSide(tokens: readonly Token[], from: number, lemma: string): boolean {
  return (
    /^(?:ask|request)$/.test(lemma) &&
    tokens.slice(from, from + 4).some((token) => /^(?:the other )?side$|^party$/.test(token.word))
  );
}

/** "assured the firms that it would …": the clause promises; else -1. Token index after "that". */
function toldClause(tokens: readonly Token[], at: number): number {
  let that = at + 1;
  while (that < at + 9 && tokens[that]?.type === 'word' && tokens[that]?.word !== 'that') that += 1;
  if (tokens[that]?.word !== 'that') return -1;
  const promises = tokens
    .slice(that + 1, that + 12)
    .some(({ word }) => MODAL.get(word) !== undefined || SETTLED.test(word));
  return promises ? that + 1 : -1;
}

const SETTLED = /^(?:agreed|decided|resolved|pledged|undertook|vowed)$/;

/** "tasked … with drawing up" */
function charges(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word === 'with' && isMark(tokens[at + 1], ':')) return true;
  if (tokens[at]?.word === 'with' && /^(?:its|their|the|this)$/.test(tokens[at + 1]?.word ?? '')) return true;
  return tokens[at]?.word === 'with' && verbOf(tokens[skipAdverbs(tokens, at + 1)], 'ing') !== null;
}

function told(id: string, next: number): Found {
  return { id, kind: 'commitment', complement: 'object', next };
}

const FEELINGS = new Set<string>(data.feelings);

/** Steps over "with satisfaction", "its wishes and confidence" to the "that" after them. */
function skipFeeling(tokens: readonly Token[], at: number): number {
  for (let i = at; i < at + 8 && tokens[i]?.type === 'word'; i += 1)
    if (FEELINGS.has(tokens[i]?.word ?? '') && tokens[i + 1]?.word === 'that') return i + 1;
  return at;
}

/** "wishes and believes that …": the clause hangs on both. */
function joinedBelief(tokens: readonly Token[], at: number): Found | null {
  const second = isAnd(tokens[at + 1]) ? FORMS.get(tokens[at + 2]?.word ?? '') : undefined;
  if (second === undefined || tokens[at + 3]?.word !== 'that' || !second.groups.includes('position')) return null;
  return { id: second.lemma, kind: 'position', complement: 'clause', next: at + 4 };
}

function lexical(tokens: readonly Token[], at: number, entry: Entry): Found | null {
  const { lemma, groups } = entry;
  const next = at + 1;
  if (groups.includes('support') || groups.includes('position')) {
    const joined = joinedBelief(tokens, at);
    if (joined !== null) return joined;
  }
  if (groups.includes('telling')) {
    const told = toldClause(tokens, at);
    if (told >= 0) return { id: lemma, kind: 'position', complement: 'clause', next: told };
    if (groups.length === 1) return null;
  }
  if (isNounHere(tokens[next], entry)) return null;
  if (groups.includes('commitment') || confirmsAct(tokens, at, lemma)) return undertaking(tokens, at, lemma);
  if (groups.includes('directive') && entry.plain && !mayDirect(tokens[at - 1])) return null;
  if (groups.includes('directive') && asksOtherSide(tokens, next, lemma))
    return { id: lemma, kind: 'position', complement: 'object', next };
  if (groups.includes('directive'))
    return tokens.slice(next, next + 25).some((token, i) => token.word === 'to' || charges(tokens, next + i))
      ? { id: lemma, kind: 'commitment', complement: 'object', next }
      : null;
  if (groups.includes('invitation') && tellsOwnBody(tokens, next)) return { ...told(lemma, next), directs: true };
  if (groups.includes('invitation'))
    return { id: lemma, kind: invitesToVisit(tokens, next) ? 'commitment' : 'support', complement: 'object', next };
  if (lemma === 'accept' && tokens.slice(next, next + 6).some((token) => token.word === 'invitation'))
    return { id: 'accept-invitation', kind: 'commitment', complement: 'object', next };
  const needed = lemma.startsWith('agree') ? neededAt(tokens, next) : -1;
  if (needed >= 0) return { id: 'agree-need', kind: 'commitment', complement: 'action', next: needed };
  if (lemma.endsWith(' that')) return { id: lemma, kind: 'position', complement: 'clause', next };
  if (groups.includes('position') && tokens.slice(next, next + 3).some(({ word }) => word === 'invitation'))
    return { id: 'invite', kind: 'commitment', complement: 'object', next };
  const said = groups.includes('position') ? skipFeeling(tokens, next) : next;
  const that = SAID_NOW.has(tokens[said]?.word ?? '') && tokens[said + 1]?.word === 'that' ? said + 1 : said;
  const complement = tokens[that]?.word === 'that' ? 'clause' : 'object';
  if (tells(lemma, tokens, next)) return { ...told(lemma, next), directs: true };
  if (lemma === 'expect' && !expects(tokens, next)) return null;
  if (lemma === 'encourage' && encouragesOwn(tokens, next)) return told(lemma, next);
  if (groups.includes('support')) {
    if (/^(?:offer|volunteer)$/.test(lemma))
      return tokens[next]?.word === 'to' ? { id: lemma, kind: 'support', complement: 'action', next: next + 1 } : null;
    if (/^(?:hope|wish|desire|want)$/.test(lemma) && tokens[next]?.word !== 'to')
      return { id: lemma, kind: 'position', complement, next };
    return { id: lemma, kind: 'support', complement, next };
  }
  if (lemma === 'announce' && gives(tokens, next)) return { id: lemma, kind: 'commitment', complement, next };
  if (lemma === 'look forward to' && complementAt(tokens, next) === 'ing')
    return { id: lemma, kind: 'support', complement: 'object', next };
  if (groups.includes('position'))
    return {
      id: that > next ? 'believe' : lemma,
      kind: 'position',
      complement,
      next: complement === 'clause' ? that + 1 : next,
    };
  return entry.plain && lemma !== 'set up' ? null : { id: lemma, kind: 'record', complement: 'object', next };
}

/** "announce today that …" */
const SAID_NOW = new Set(['today', 'hereby', 'jointly', 'herewith']);

/** "their support for …", "back on a path to …": no verb, for no object follows. */
function isNounHere(next: Token | undefined, { lemma, plain }: Entry): boolean {
  if (lemma === 'back') return isCue(next, 'preposition') || /^(?:to|on|from|up)$/.test(next?.word ?? '');
  return lemma === 'support' && plain && next?.word === 'for';
}

/** "announced a loan of …": what is announced is given. */
function gives(tokens: readonly Token[], from: number): boolean {
  return /^an?$/.test(tokens[from]?.word ?? '') && tokens.slice(from, from + 6).some(({ word }) => GIVEN.test(word));
}
const GIVEN = /^(?:loans?|grants?|contribution|package|scholarships?|credit|donation|funding)$/;

/** "were encouraged by", "was welcomed": done to the subject, not by it. */
function isPassive(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (isAdverb(tokens[before])) before -= 1;
  return BE.has(tokens[before]?.word ?? '') && verbOf(tokens[at], 'participle') !== null;
}

/** Introducing words a person taught: what follows them tells their complement. */
function taughtFrame(tokens: readonly Token[], at: number): FrameMatch | null {
  const sense = frameOf(tokens[at]);
  if (sense === null) return null;
  const to = tokens[at + 1]?.word === 'to' ? at + 2 : at + 1;
  const complement = complementAt(tokens, to);
  const next = complement === 'clause' ? to + 1 : to;
  const found = { id: sense.id, kind: sense.kind, complement, first: at, next, verb: at };
  return { ...found, plain: false, directs: false, duty: false };
}

/** "will each submit …" */
const EACH = new Set(['each', 'all', 'both']);

/** "We would like to see …" */
function wishes(at: number): FrameMatch {
  const wish = { id: 'would-like', kind: 'support', complement: 'action', first: at, next: at + 3, verb: at } as const;
  return { ...wish, plain: false, directs: false, duty: false };
}

const BEGINNINGS = new Set([...FORMS.keys(), ...MODAL.keys(), ...BE, ...ATTITUDE_VERBS, 'have', 'has']);

/** Whether introducing words can begin with a token: most words of a sentence end the search here. */
function mayBegin(token: Token): boolean {
  const { word } = token;
  return BEGINNINGS.has(word) || word.startsWith('stand') || frameOf(token) !== null;
}

/** The sentence asked about last, and what was found at each of its tokens: after each comma the same ones are asked for. */
let asked: readonly Token[] = [];
let found: (FrameMatch | null | undefined)[] = [];

/**
 * The introducing words at token `at`, or null. Looks only at the verb and what follows it; whether somebody stands
 * before it who can act is the business of `subject.ts`.
 */
export function frameAt(tokens: readonly Token[], at: number): FrameMatch | null {
  if (tokens !== asked) {
    asked = tokens;
    found = [];
  }
  const known = found[at];
  if (known !== undefined) return known;
  const match = findFrame(tokens, at);
  found[at] = match;
  return match;
}

function findFrame(tokens: readonly Token[], at: number): FrameMatch | null {
  const token = tokens[at];
  if (token === undefined || token.enclosed || token.type !== 'word' || !mayBegin(token)) return null;
  const before = tokens[at - 1]?.word ?? '';
  const owns = before.endsWith("'s") || before.endsWith('’s');
  if (owns || BEFORE_NOUN.has(before) || BEFORE_RELATIVE.has(before) || isPassive(tokens, at)) return null;
  const taught = taughtFrame(tokens, at);
  if (taught !== null) return taught;
  const modal = MODAL.get(token.word);
  if (modal !== undefined) {
    const next = at + 1;
    const after = tokens[skipAdverbs(tokens, next)];
    if (token.word === 'would' && after?.word === 'like' && tokens[at + 2]?.word === 'to') return wishes(at);
    if (after?.word === 'be') {
      const be = skipAdverbs(tokens, next);
      const ready = adjective(tokens, be) ?? goingOn(tokens, be, token.word);
      if (ready !== null)
        return { ...ready, first: at, verb: at, plain: false, directs: false, duty: modal === 'duty' };
    }
    return {
      id: token.word,
      kind: 'commitment',
      complement: 'action',
      first: at,
      next: skipAside(tokens, EACH.has(after?.word ?? '') ? next + 1 : next),
      verb: at,
      plain: false,
      directs: false,
      duty: modal === 'duty',
    };
  }
  let verb = at;
  if (token.word === 'have' || token.word === 'has') verb = skipAdverbs(tokens, at + 1);
  const described = adjective(tokens, verb);
  if (described !== null) return { ...described, first: at, verb, plain: false, directs: false, duty: false };
  if (token.word === 'is' || token.word === 'are') {
    const going = skipAdverbs(tokens, at + 1);
    const sense = verbOf(tokens[going], 'ing');
    if (sense !== null && sense.strength !== 'support' && !goesOnIdly(tokens, going))
      return {
        id: 'present',
        kind: 'commitment',
        complement: 'ing',
        first: at,
        next: at + 1,
        verb: going,
        plain: false,
        directs: false,
        duty: false,
      };
  }
  const said = attitude(tokens, verb);
  if (said !== null) {
    const head = said.kind === 'support' && said.complement === 'object' ? (said.noun ?? verb) : verb;
    return { ...said, first: at, verb: head, plain: false, directs: false, duty: false };
  }
  const entry = FORMS.get(tokens[verb]?.word ?? '');
  if (entry === undefined || isNameNotVerb(tokens, verb) || saysNothing(tokens, verb, entry.lemma)) return null;
  const found = lexical(tokens, verb, entry);
  return found === null
    ? null
    : {
        ...found,
        first: at,
        verb,
        plain: entry.plain,
        directs: found.directs ?? entry.groups.includes('directive'),
        duty: false,
      };
}
