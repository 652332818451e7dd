import type { Span } from '../../kernel/index.ts';
import { countryMatcher } from '../../vocabulary/index.ts';
import type { Document } from '../model.ts';
import type { Described } from './model.ts';

const OPENING = 4_000;
const MOST = 4;
/** `白方`, `西方`: a side by its first character is a state only where the text names that state. */
const SIDE = /^\p{Script=Han}方$/u;

/** The states named in the opening, at most four, each at least a third as often as the first. */
export function partiesOf({ text }: Document): Described<readonly string[]> | null {
  const named = new Map<string, { count: number; first: Span; full: boolean }>();
  for (const { value, start, end } of countryMatcher().scan(text.slice(0, OPENING))) {
    const [code] = value;
    if (value.length !== 1 || code === undefined) continue;
    const known = named.get(code);
    const full = known?.full === true || !SIDE.test(text.slice(start, end));
    named.set(code, { count: (known?.count ?? 0) + 1, first: known?.first ?? { start, end }, full });
  }
  const sorted = [...named].sort(([, a], [, b]) => b.count - a.count);
  const most = sorted[0]?.[1].count ?? 0;
  const kept = sorted.filter(([, { count, full }]) => full && count * 3 >= most && count > 1).slice(0, MOST);
  const [first] = kept;
  if (first === undefined) return null;
  const { first: span } = first[1];
  const confidence = kept.length === 2 ? 0.85 : 0.6;
  const words = text.slice(span.start, span.end);
  return { value: kept.map(([code]) => code), span, words, confidence, why: 'parties-named' };
}
