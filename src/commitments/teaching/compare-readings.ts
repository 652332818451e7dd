import { intersectionOverUnion } from '../../kernel/index.ts';
import type { Candidate, CommitmentFields, FieldName } from '../model.ts';

/** What a change of the reading does to one unit. Fields are compared by their values. */
export type ReadingChange =
  | { readonly change: 'appears'; readonly after: Candidate }
  | { readonly change: 'disappears'; readonly before: Candidate }
  | {
      readonly change: 'changes';
      readonly before: Candidate;
      readonly after: Candidate;
      readonly fields: readonly (FieldName | 'quote')[];
    };

/** The least overlap by which two spans are the same unit, as the measuring against gold takes it. */
const SAME = 0.5;

const FIELDS: readonly FieldName[] = [
  'kind',
  'actors',
  'action',
  'strength',
  'due',
  'sector',
  'instruments',
  'mechanisms',
  'places',
  'targets',
  'lead',
  'coordinators',
  'report',
];

function differing(before: CommitmentFields, after: CommitmentFields): FieldName[] {
  return FIELDS.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** What is in one reading of a text and not in another, in the order of the text; units are paired by their spans, the nearest first. */
export function compareReadings(before: readonly Candidate[], after: readonly Candidate[]): ReadingChange[] {
  const left = new Set(after);
  const partner = new Map<Candidate, Candidate>();
  for (const least of [1, SAME]) {
    for (const one of before) {
      if (partner.has(one)) continue;
      const best = nearest(one, left, least);
      if (best === null) continue;
      partner.set(one, best);
      left.delete(best);
    }
  }
  const changes: ReadingChange[] = [];
  for (const one of before) {
    const other = partner.get(one);
    if (other === undefined) changes.push({ change: 'disappears', before: one });
    else {
      const fields = [...(one.quote === other.quote ? [] : (['quote'] as const)), ...differing(one, other)];
      if (fields.length > 0) changes.push({ change: 'changes', before: one, after: other, fields });
    }
  }
  changes.push(...[...left].map((one) => ({ change: 'appears', after: one }) as const));
  return changes.sort((a, b) => startOf(a) - startOf(b));
}

function nearest(one: Candidate, left: ReadonlySet<Candidate>, least: number): Candidate | null {
  let best: Candidate | null = null;
  let most = 0;
  for (const other of left) {
    if (other.span.end <= one.span.start || one.span.end <= other.span.start) continue;
    const shared = intersectionOverUnion(one.span, other.span);
    if (shared >= least && shared > most) [best, most] = [other, shared];
  }
  return best;
}

function startOf(change: ReadingChange): number {
  return (change.change === 'appears' ? change.after : change.before).span.start;
}
