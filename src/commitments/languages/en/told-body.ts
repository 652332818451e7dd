import type { Token } from '../../lexicon/token.ts';
import data from './frames.json' with { type: 'json' };

const TOLD_BODIES = new RegExp(
  `^(?:(?:the|our|their|its|all|relevant|respective|competent) )*(?:[\\w-]+ ){0,2}?(?:${data['told-bodies'].join('|')})\\b`,
);
/** Verbs that ask; encouraging one's own bodies is promoting (GUIDE, clarification 2). */
const TELLING = new Set(['call on', 'call upon', 'urge', 'expect', 'look to']);

/** A group's own members. */
const MEMBERS = /^(?:the |all |our |its )?member states to\b/;

/** "calls on the Member States to …", "encourages the Member States to …": whether a verb that asks tells one's own body or members to act. */
export function tells(lemma: string, tokens: readonly Token[], from: number): boolean {
  if (TELLING.has(lemma)) return tellsOwnBody(tokens, from);
  const words = tokens.slice(from, from + 5).map(({ word }) => word);
  return lemma === 'encourage' && MEMBERS.test(words.join(' '));
}

/** "invites the Commission to present …", "calls on the Member States to ratify …": one's own body is told to act. */
export function tellsOwnBody(tokens: readonly Token[], from: number): boolean {
  const words = tokens.slice(from, from + 25).map(({ word }) => word);
  const to = words.indexOf('to');
  return to > 0 && TOLD_BODIES.test(words.slice(0, to).join(' '));
}

const OWN =
  /^(?:our|their|its) (?:(?:own|respective|relevant|competent|[\w-]+) ){0,2}?(?:ministers|ministries|officials|agencies|authorities|negotiators|departments|embassies|ambassadors|armed forces|law enforcement|navies|coast guards|central banks|focal points)\b/;

/** "encourage our ministers to continue …": encouraging one's own bodies is promoting (GUIDE, clarification 2). */
export function encouragesOwn(tokens: readonly Token[], from: number): boolean {
  const words = tokens.slice(from, from + 6).map(({ word }) => word);
  return OWN.test(words.join(' '));
}

/** "expect the utilities to sign …": somebody is to act; "expect growth" says nothing of anybody. */
export function expects(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from + 1, from + 9).some(({ word }) => word === 'to');
}

/** "The Member States are invited to …" */
export function endsInToldBody(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(Math.max(0, at - 6), at).map(({ word }) => word);
  return words.some((_, from) => TOLD_BODIES.test(words.slice(from).join(' ')));
}
