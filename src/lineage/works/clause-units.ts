import type { Span } from '../../kernel/index.ts';
import type { LineageUnit } from '../model.ts';

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

/** What a unit is made of: a proposal of the rules, or a commitment of the register. */
export type UnitSource = Omit<LineageUnit, 'passage'>;

/** The unit itself, or its clauses where it is long and holds several concerns. */
export function clauseUnits(candidate: UnitSource, passage: number): LineageUnit[] {
  const { language, kind, strength, sector, action, actors, due } = candidate;
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
