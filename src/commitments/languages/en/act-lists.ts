import type { VerbSense } from '../../lexicon/sense.ts';
import { isCue, type Token, verbOf } from '../../lexicon/token.ts';
import nouns from './act-nouns.json' with { type: 'json' };
import type { FrameMatch } from './frame.ts';
import { ENGLISH } from './lexicon.ts';
import { afterEnclosed, isAnd, skipAdverbs } from './words.ts';

/** What is said to include acts. */
const LISTED =
  /^(?:cooperation|collaboration|partnership|activities|priorities|tasks|measures|actions|areas|steps|objectives|goals|aims|commitments)$/;
const INCLUDES = /^(?:include|includes|are|comprise|comprises|cover|covers|following|be)$/;
const REACH = 10;

/** "The scope of such cooperation includes: a) to exchange …": the token of the first act; -1 where no act is listed behind the colon. */
export function actListAt(tokens: readonly Token[], colon: number): number {
  if (!INCLUDES.test(tokens[colon - 1]?.word ?? '')) return -1;
  const named = tokens.slice(Math.max(0, colon - REACH), colon).some(({ word }) => LISTED.test(word));
  const at = afterEnclosed(tokens, colon + 1);
  if (!named || tokens[at]?.word !== 'to') return -1;
  return verbOf(tokens[skipAdverbs(tokens, at + 1)], 'base') === null ? -1 : at + 1;
}

export interface ToldAlone extends FrameMatch {
  readonly last: number;
}

/** "Both sides to organise an annual fair": a party and what it is to do, without a finite verb. */
export function toldAlone(tokens: readonly Token[], from: number): ToldAlone | null {
  const first = tokens[from]?.word === 'the' ? from + 1 : from;
  if (!isCue(tokens[first], 'party')) return null;
  const link = first + 1;
  if (tokens[link]?.word !== 'to' || verbOf(tokens[skipAdverbs(tokens, link + 1)], 'base') === null) return null;
  const told = { plain: false, directs: false, duty: false } as const;
  return {
    ...told,
    id: 'to',
    kind: 'commitment',
    complement: 'action',
    first: from,
    last: link,
    next: link + 1,
    verb: link,
  };
}

const BINDS = /^(?:.*-)?committed-to$|^attitude-commitments?$|^(?:re)?commit$|^(?:agree|concur|decide)-(?:on|to)$/;
const ADJECTIVES = 4;

/**
 * "committed to the full implementation of …", "agreed on the establishment of …": the noun that names the act and the
 * verb it is made of; null where what is promised is a thing.
 */
export function nounActAt(
  tokens: readonly Token[],
  frame: Pick<FrameMatch, 'id' | 'next'>,
): { readonly noun: number; readonly sense: VerbSense } | null {
  if (!BINDS.test(frame.id)) return null;
  const from = isCue(tokens[frame.next], 'determiner') ? frame.next + 1 : frame.next;
  for (let i = from; i <= from + ADJECTIVES && tokens[i]?.type === 'word'; i += 1) {
    const verb = (nouns.nouns as Readonly<Record<string, string>>)[tokens[i]?.word ?? ''];
    const joined = isAnd(tokens[i + 1]) && tokens[i + 3]?.word === 'of';
    if (verb !== undefined && (tokens[i + 1]?.word === 'of' || joined)) {
      const sense = verbOf(ENGLISH.read(verb)[0]);
      return sense === null ? null : { noun: i, sense };
    }
    if (isCue(tokens[i], 'preposition')) return null;
  }
  return null;
}
