import type { Candidate } from '../../commitments/index.ts';
import type { Document } from '../../documents/index.ts';
import type { Span } from '../../kernel/index.ts';
import type { LineageUnit, LineageWork } from '../model.ts';
import { levelOf } from './level.ts';
import { workParts } from './parts.ts';

/** A unit longer than this that holds several clauses is traced clause by clause. UTF-16 units. */
const LONG = 140;
const SHORTEST_CLAUSE = 20;

/** Stretches of a quote between semicolons, where it is long enough to hold several concerns. */
function clauses(quote: string): Span[] {
  const ends = [...quote.matchAll(/[;；؛]\s*/gu)].map(({ index, 0: mark }) => ({
    end: index,
    next: index + mark.length,
  }));
  const starts = [0, ...ends.map(({ next }) => next)];
  const spans = starts.map((start, at) => ({ start, end: ends[at]?.end ?? quote.length }));
  const whole = quote.length < LONG || spans.some(({ start, end }) => end - start < SHORTEST_CLAUSE);
  return whole ? [{ start: 0, end: quote.length }] : spans;
}

function unitsOf(candidate: Candidate, document: Document): LineageUnit[] {
  const { language, kind, strength, sector, action, actors, due } = candidate;
  const passage = document.sentences[candidate.sentence]?.provision ?? -1;
  return clauses(candidate.quote).map(({ start, end }) => {
    const quote = candidate.quote.slice(start, end);
    const within = (names: readonly string[]): string[] =>
      end - start === candidate.quote.length ? [...names] : names.filter((name) => quote.includes(name));
    return {
      ...{ quote, language, kind, strength, sector, action, actors, due, passage },
      span: { start: candidate.span.start + start, end: candidate.span.start + end },
      instruments: within(candidate.instruments),
      mechanisms: within(candidate.mechanisms),
      places: within(candidate.places),
    };
  });
}

/**
 * The works of a document with the units read in it. A work's id is the file's name, with `#2` and so on for further
 * works of the file.
 */
export function readWorks(document: Document, candidates: readonly Candidate[]): LineageWork[] {
  return workParts(document).map(({ span, description }, index) => ({
    id: index === 0 ? document.name : `${document.name}#${index + 1}`,
    doc: document.name,
    ...description,
    level: levelOf(document.text.slice(span.start, span.end), description.type),
    units: candidates
      .filter((candidate) => candidate.span.start >= span.start && candidate.span.start < span.end)
      .flatMap((candidate) => unitsOf(candidate, document)),
  }));
}
