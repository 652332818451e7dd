import { wordsOf } from '../find-quote.ts';
import type { Finding } from './model.ts';
import type { Judgement } from './reduce.ts';

/** A finding as the worklist shows it. */
export interface JudgedFinding extends Finding {
  readonly key: string;
  readonly judgement: Omit<Judgement, 'finding'> | null;
  /** False where it was judged earlier and the rules no longer report it. */
  readonly found: boolean;
}

/**
 * What makes a finding the same finding when the texts are compared again: its type and its words, whatever rule or wording
 * reports it. Unique in the list; equal ones are counted.
 */
export function findingNames(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ type, a, b }) => {
    const name = [type, wordsOf(a?.quote ?? ''), wordsOf(b?.quote ?? '')].join('\n');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}\n${count}`;
  });
}

/** The findings of the rules with people's judgements; then what was judged and is not reported any more. */
export function judgedFindings(
  findings: readonly (Finding & { readonly key: string })[],
  judgements: ReadonlyMap<string, Judgement>,
): JudgedFinding[] {
  const of = (key: string) => {
    const standing = judgements.get(key);
    if (standing === undefined) return null;
    const { finding: _, ...judgement } = standing;
    return judgement;
  };
  const present = findings.map((finding) => ({ ...finding, judgement: of(finding.key), found: true }));
  const keys = new Set(findings.map(({ key }) => key));
  const gone = [...judgements]
    .filter(([key]) => !keys.has(key))
    .map(([key, { finding }]) => ({ ...finding, key, judgement: of(key), found: false }));
  return [...present, ...gone];
}
