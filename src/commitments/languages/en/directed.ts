import { isMark, type Token } from '../../lexicon/token.ts';
import { namesParty } from './subject.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';

/** Where what somebody is told to do begins: "tasked the ministers to draw up …, with drawing up …". Token indices. */
export interface DirectedAct {
  /** The "to" or "with" before the act; what stands before it is who is told. */
  readonly link: number;
  readonly form: 'base' | 'ing';
  readonly group: VerbGroup;
}

/** How far from the verb the act may begin: bodies have long names. */
const REACH = 25;
/** A further body told after "and" has a short name. */
const FURTHER = 9;

function actAfter(tokens: readonly Token[], link: number): DirectedAct | null {
  const word = tokens[link]?.word;
  if (word !== 'to' && word !== 'with') return null;
  const form = word === 'to' ? 'base' : 'ing';
  const group = verbGroupAt(tokens, link + 1, form);
  return group === null ? null : { link, form, group };
}

/** The act that the body named from token `from` on is told to do, or null. */
export function directedAct(tokens: readonly Token[], from: number): DirectedAct | null {
  for (let i = from; i < Math.min(from + REACH, tokens.length) && !isMark(tokens[i], ';:.'); i += 1) {
    const act = actAfter(tokens, i);
    if (act !== null) return act;
    if (tokens[i]?.word === 'with' && NAMED_ACT.test(tokens[i + 1]?.word ?? '')) return null;
  }
  return null;
}
/** "tasked officials with the preparation of …": the act is a noun. */
const NAMED_ACT = /^(?:its|their|the)$/;

/** "… and the Secretary to report": the act of a further body told, named from token `at` on, or null. */
export function furtherDirectedAct(tokens: readonly Token[], at: number): DirectedAct | null {
  for (let i = at + 1; i < Math.min(at + FURTHER, tokens.length) && !isMark(tokens[i], ',;:.'); i += 1) {
    const act = namesParty(tokens, at, i) ? actAfter(tokens, i) : null;
    if (act !== null) return act;
  }
  return null;
}
