import { scanDates } from '../../commitments/index.ts';
import type { FoundName, Passage } from '../names/found.ts';
import { knowledgeOf, regexOf } from '../names/knowledge.ts';
import type { FoundFact, Surroundings } from './facts-of.ts';
import { spanning } from './status.ts';

/** How far from the words of merging the two names may stand, in characters. */
const REACH = 32;

/** Bodies and places that became part of others (`X was merged into Y`), with the date the sentence gives. */
export function successionFacts(passage: Passage, found: readonly FoundName[], around: Surroundings): FoundFact[] {
  const { text, language } = passage;
  const facts: FoundFact[] = [];
  for (const match of text.matchAll(regexOf(language, knowledgeOf(language).successions, { flags: 'giu' }))) {
    const cue = { start: match.index, end: match.index + match[0].length };
    const before = found.findLastIndex(({ span, kind }) => {
      return (kind === 'body' || kind === 'place') && span.end <= cue.start && cue.start - span.end <= REACH;
    });
    const name = found[before];
    const after = found.find(({ span, kind }) => {
      return kind === name?.kind && span.start >= cue.end && span.start - cue.end <= REACH;
    });
    if (name === undefined || after === undefined) continue;
    const [date] = scanDates(text, language, around.date);
    const into = text.slice(after.span.start, after.span.end);
    const value = { type: 'succession', into, entries: after.entries, from: date?.from ?? null } as const;
    const span = spanning(name.span, after.span);
    facts.push({ mention: before, value, status: 'done', span, confidence: 0.85 });
  }
  return facts;
}
