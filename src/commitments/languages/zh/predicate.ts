import { frameOf, isCue, isMark, isUnknown, type Token, verbOf } from '../../lexicon/token.ts';
import { bodyNameEnd, endsCommonNoun } from './body-name.ts';
import { isBreak, partWords, skipManner } from './words.ts';

/** A party at the head of a part of the sentence, and the word it does something with. */
export interface PredicateMatch {
  readonly first: number;
  readonly last: number;
  readonly type: 'frame' | 'duty' | 'past' | 'bare';
  readonly at: number;
}

const REACH = 40;
/** Last characters of the names of states, provinces and bodies. */
const PARTY_ENDING = new Set(['方', '国', '省', '市', '州', '区', '部', '委', '局', '府', '办', '厅', '会', '署']);
/** What a party may do it does not undertake. */
const MAY = /^(?:均|都)?可以?$/u;
/** "会议邀请专家作了报告": told, and no invitation to come. */
const INVITES = /邀请$/u;
const DONE = /(?:[作做参出听介进交]|报告|讲|授)[^，。]{0,2}了/u;
/** "双方已同意…": what was agreed is still to be done. */
const AGREES = /^(?:一致)?(?:同意|商定|承诺|约定|决定)$/u;
/** "中欧会确保…": will, before a sure verb. */
const WILL = /^会$/u;
const SECURES = /^(?:确保|避免)$/u;
/** "定期会晤|机制": the verb is part of a name. */
const OF_NAME = /^(?:机制|委员会|制度)/u;
/** "举行会谈", "进行访问": what is told has happened. */
const MEETING = /^(?:举行|进行|主持|共同主持)$/;
const MET = /^(?:会|国|正|访)/;

/** A name ending in 方 or 国 speaks for a party (`马方`, `该国`). */
function startsParty(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.enclosed || token.type !== 'word') return false;
  if (isCue(token, 'party')) return true;
  if (!isUnknown(token)) return false;
  if (token.word.length === 1 && isMark(tokens[at + 1], '、') && isCue(tokens[at + 3], 'party'))
    return tokens[at + 2]?.word.length === 1;
  for (let i = at + 1; i < at + 6; i += 1) {
    const next = tokens[i];
    if (next === undefined || next.type !== 'word') return false;
    if (PARTY_ENDING.has(next.word)) return !endsCommonNoun(tokens, at, i);
    if (isCue(next, 'party')) return true;
    if (!isUnknown(next)) return false;
  }
  return false;
}

/** "中法将…": two states by one character each, right before what introduces. */
const PAIR =
  /^(?!(.)\1)[中越老柬俄法德英美日韩朝蒙哈吉塔乌土巴印泰马新缅菲欧阿埃沙伊意西葡希匈塞波白澳加墨智秘古]{2}$/u;

/** "会|确保…", "会|积极推动…": what stands after 会 shows it to be no noun. */
function willDo(tokens: readonly Token[], at: number): boolean {
  if (!WILL.test(tokens[at]?.word ?? '')) return false;
  const next = tokens[skipManner(tokens, at + 1)];
  return verbOf(next)?.alsoNoun === false || SECURES.test(next?.word ?? '');
}

/** Exclusive end of such a pair, or -1. */
function pairEnd(tokens: readonly Token[], from: number): number {
  const first = tokens[from]?.word ?? '';
  const end = first.length === 1 ? from + 2 : from + 1;
  const pair = first.length === 1 ? first + (tokens[from + 1]?.word ?? '') : first;
  if (pair.length !== 2 || !PAIR.test(pair)) return -1;
  const dated = tokens[end]?.word === '于' && tokens[end + 1]?.type === 'number';
  return dated || willDo(tokens, end) || frameOf(tokens[skipManner(tokens, end)]) !== null ? end : -1;
}

/** Between parties that act together; `与` and `同` join them only where what introduces follows. */
const JOINS = /^(?:[和及、]|以及)$/u;
const WITH = /^[与同]$/u;

const BODY_LAST = /[部委局厅会行院署府]$/u;
const LONGEST_BODY = 5;

/** "肯尼亚|央行和尼泊尔央行": where the body of a state that is joined to another ends; `from` where none is named. */
function ownBodyEnd(tokens: readonly Token[], from: number): number {
  for (let i = from; i < from + LONGEST_BODY && tokens[i]?.type === 'word'; i += 1) {
    const word = tokens[i]?.word ?? '';
    if (JOINS.test(word) || WITH.test(word) || isCue(tokens[i], 'preposition') || frameOf(tokens[i]) !== null)
      return from;
    const after = tokens[i + 1]?.word ?? '';
    if (
      BODY_LAST.test(word) &&
      (JOINS.test(after) || WITH.test(after) || frameOf(tokens[skipManner(tokens, i + 1)]) !== null)
    )
      return i + 1;
  }
  return from;
}

/** Exclusive end of one party, by its name or its kind; -1 where none begins. */
function onePartyEnd(tokens: readonly Token[], at: number): number {
  const named = bodyNameEnd(tokens, at);
  if (named >= 0) return named;
  const token = tokens[at];
  if (token === undefined || token.enclosed) return -1;
  if (isCue(token, 'party')) return ownBodyEnd(tokens, at + 1);
  return isUnknown(token) && tokens[at + 1]?.word === '方' ? at + 2 : -1;
}

/** "肯尼亚和尼泊尔将…": exclusive end of several parties joined to one subject, or -1. */
function joinedEnd(tokens: readonly Token[], from: number): number {
  let end = onePartyEnd(tokens, from);
  let joined = false;
  while (end > 0) {
    const word = tokens[end]?.word ?? '';
    const next = JOINS.test(word) || WITH.test(word) ? onePartyEnd(tokens, end + 1) : -1;
    if (next < 0) break;
    if (WITH.test(word) && frameOf(tokens[skipManner(tokens, next)]) === null) break;
    joined = true;
    end = next;
  }
  return joined ? end : -1;
}

/** The party that begins at `from` and its predicate within the same part of the sentence, or null. */
export function predicateAt(tokens: readonly Token[], from: number): PredicateMatch | null {
  const pair = pairEnd(tokens, from);
  if (pair >= 0) {
    const head = skipManner(tokens, pair);
    if (frameOf(tokens[head]) !== null) return { first: from, last: pair, type: 'frame', at: head };
    return { first: from, last: pair, type: willDo(tokens, pair) ? 'duty' : 'bare', at: pair };
  }
  const joined = joinedEnd(tokens, from);
  const named = joined >= 0 ? joined : bodyNameEnd(tokens, from);
  if (named < 0 && !startsParty(tokens, from)) return null;
  /** Where the subject ends before a word that tells what it does: with its name, where that is known. */
  const end = (at: number): number => (named > from ? named : at);
  for (let i = Math.max(named, from + 1); i < Math.min(tokens.length, from + REACH); i += 1) {
    const token = tokens[i] as Token;
    if (isBreak(token)) return null;
    if (token.enclosed) continue;
    if (token.word === '的' && i < from + 4) return null;
    const head = skipManner(tokens, i);
    if (token.word === '力争') return { first: from, last: end(i), type: 'bare', at: i };
    if (i === end(i) && willDo(tokens, i)) return { first: from, last: i, type: 'duty', at: i };
    const frame = frameOf(tokens[head]);
    if (frame !== null) {
      const told = INVITES.test(frame.id) && DONE.test(partWords(tokens, head));
      return { first: from, last: end(i), type: told ? 'past' : 'frame', at: told ? head - 1 : head };
    }
    if (MAY.test(token.word)) return { first: from, last: end(i), type: 'past', at: i };
    if (isCue(token, 'duty')) return { first: from, last: end(i), type: 'duty', at: i };
    if (isCue(token, 'past') && AGREES.test(tokens[i + 1]?.word ?? ''))
      return { first: from, last: end(i), type: 'frame', at: i + 1 };
    if (isCue(token, 'past') && token.word !== '了') return { first: from, last: end(i), type: 'past', at: i };
    const verb = verbOf(tokens[head]);
    if (verb !== null && (head > i || !verb.alsoNoun) && !OF_NAME.test(tokens[head + 1]?.word ?? '')) {
      if (MEETING.test(tokens[head]?.word ?? '') && MET.test(tokens[head + 1]?.word ?? ''))
        return { first: from, last: end(i), type: 'past', at: i - 1 };
      const done = tokens[head + 1]?.word === '了' || tokens[head + 2]?.word === '了';
      return { first: from, last: end(i), type: done ? 'past' : 'bare', at: done ? i - 1 : i };
    }
    if (isCue(token, 'adverb') && isCue(tokens[head], 'preposition') && tokens[head]?.word !== '由')
      return { first: from, last: end(i), type: 'bare', at: i };
    if (isCue(token, 'preposition') && i > from) return { first: from, last: end(i), type: 'bare', at: i };
  }
  return null;
}
