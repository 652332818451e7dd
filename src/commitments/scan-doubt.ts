import { type Document, isDoubtful } from '../documents/index.ts';
import { overlap, type Span } from '../kernel/index.ts';
import type { Candidate } from './model.ts';

/** What each doubtful word takes off the confidence, and the most that all of them do. */
const A_WORD = 0.1;
const AT_MOST = 0.5;

/** What scanning does to a candidate: less sure, with the reason, where the words it rests on are doubtful. */
export function doubtOfScan(document: Document): (candidate: Candidate) => Candidate {
  const { text, scan } = document;
  const doubtful = scan?.pages.flatMap(({ words }) => words.filter((word) => isDoubtful(text, word))) ?? [];
  if (doubtful.length === 0) return (candidate) => candidate;
  return (candidate) => {
    const rests: readonly Span[] = [candidate.span, ...Object.values(candidate.evidence).flat()];
    const found = doubtful.filter(({ span }) => rests.some((one) => overlap(one, span) > 0));
    const [first] = found;
    if (first === undefined) return candidate;
    const words = found.map(({ span }) => text.slice(span.start, span.end)).join(', ');
    const confidence = candidate.confidence * (1 - Math.min(AT_MOST, found.length * A_WORD));
    return {
      ...candidate,
      confidence: Math.round(confidence * 100) / 100,
      why: [...candidate.why, { rule: 'scan:doubtful', words, span: first.span }],
    };
  };
}
