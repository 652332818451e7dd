import type { Match } from '../../vocabulary/index.ts';
import { boundsOf } from './bounds.ts';
import { type FoundName, isTaken, type Passage } from './found.ts';
import { knowledgeOf, regexOf } from './knowledge.ts';
import type { Registered } from './registered.ts';

const AROUND = 40;

/** Whether the words about a bare name make it that of both sides. */
function isOfBoth({ text, language }: Passage, start: number, end: number): boolean {
  const { both } = knowledgeOf(language);
  const before = regexOf(language, both.before, { flags: 'u' }).test(text.slice(Math.max(0, start - AROUND), start));
  return before || regexOf(language, both.after, { flags: 'u' }).test(text.slice(end, end + AROUND));
}

/** Bodies of the profile. A name without its state is that of both sides where the text says so, else of any that bears it. */
export function knownBodies(passage: Passage, matches: readonly Match<Registered>[]): FoundName[] {
  return matches.map(({ start, end, value }) => {
    const span = { start, end };
    const { ids: entries } = value;
    if (!value.bare) return { kind: 'body', span, entries, confidence: 0.98, rule: 'entity:known' };
    const both = entries.length > 1 && isOfBoth(passage, start, end);
    const confidence = entries.length === 1 ? 0.8 : both ? 0.9 : 0.5;
    return { kind: 'body', span, entries, confidence, rule: both ? 'entity:both-sides' : 'entity:without-state' };
  });
}

/** Bodies that the patterns of the language propose, where the profile has none. */
export function proposedBodies(passage: Passage, found: readonly FoundName[]): FoundName[] {
  const { text, language } = passage;
  const { names, notBody } = knowledgeOf(language);
  const never = regexOf(language, notBody, { flags: 'u' });
  const proposed: FoundName[] = [];
  for (const match of text.matchAll(regexOf(language, names.body, { edges: true }))) {
    const span = boundsOf(passage, { start: match.index, end: match.index + match[0].length });
    const words = text.slice(span.start, span.end);
    if (words.length < 4 || never.test(words) || isTaken(found, 'mechanism', span)) continue;
    const inside = found.filter(({ kind, span: at }) => kind === 'body' && at.start < span.end && span.start < at.end);
    if (inside.some(({ span: at }) => at.end - at.start >= words.length * 0.6)) continue;
    proposed.push({ kind: 'body', span, entries: [], confidence: 0.7, rule: 'entity:body-pattern' });
  }
  return proposed;
}
