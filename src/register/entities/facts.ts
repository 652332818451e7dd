import type { FactStatus, FactValue } from '../../entities/index.ts';

/** A fact as the registers keep it: with the day of the work that says it. */
export interface KeptFact {
  readonly key: string;
  readonly value: FactValue;
  readonly status: FactStatus;
  /** ISO date of the work, or null. */
  readonly said: string | null;
  readonly confidence: number;
}

type Interval = { readonly from: string | null; readonly to: string | null };
type Session = Extract<FactValue, { type: 'session' }>;

function apart(a: Interval, b: Interval): boolean {
  const [first, second] = [
    { from: a.from ?? a.to, to: a.to ?? a.from },
    { from: b.from ?? b.to, to: b.to ?? b.from },
  ];
  if (first.from === null || second.from === null || first.to === null || second.to === null) return false;
  return first.to < second.from || second.to < first.from;
}

function contradict(a: FactValue, b: FactValue): boolean {
  if (a.type === 'session' && b.type === 'session') return a.ordinal !== null && a.ordinal === b.ordinal && apart(a, b);
  if ((a.type === 'signed' || a.type === 'in-force') && a.type === b.type) return apart(a, b);
  if (a.type === 'term' && b.type === 'term') return a.to !== null && b.to !== null && a.to !== b.to;
  if (a.type === 'succession' && b.type === 'succession') return a.into !== b.into;
  return a.type === 'grade' && b.type === 'grade' && a.grade !== b.grade;
}

/** Keys of the facts that cannot all be so: one ordinal for two sessions, two days of signing. They are shown, not mended. */
export function contradictions(facts: readonly KeptFact[]): Set<string> {
  const found = new Set<string>();
  for (const [index, a] of facts.entries()) {
    for (const b of facts.slice(index + 1)) {
      if (!contradict(a.value, b.value)) continue;
      found.add(a.key);
      found.add(b.key);
    }
  }
  return found;
}

/** What the facts add up to for a list. */
export interface FactSummary {
  readonly last: Session | null;
  readonly next: Session | null;
  readonly signed: Interval | null;
  /** A text says it is to be signed or renewed, and none that it is. */
  readonly toSign: boolean;
  /** The last day of its term. */
  readonly expires: string | null;
  readonly parties: readonly string[];
  readonly grade: string | null;
  readonly change: { readonly change: string; readonly grade: string | null; readonly status: FactStatus } | null;
  readonly successor: string | null;
}

function latest<T extends KeptFact>(facts: readonly T[]): T | undefined {
  return [...facts].sort((a, b) => ((a.said ?? '') < (b.said ?? '') ? -1 : 1)).at(-1);
}

function ofType<Type extends FactValue['type']>(facts: readonly KeptFact[], type: Type) {
  return facts.filter(
    (fact): fact is KeptFact & { value: Extract<FactValue, { type: Type }> } => fact.value.type === type,
  );
}

function sessionsOf(facts: readonly KeptFact[]) {
  const when = ({ value, said }: KeptFact & { value: Session }) => value.to ?? value.from ?? said ?? '';
  const sorted = ofType(facts, 'session').sort(
    (a, b) => (a.value.ordinal ?? 0) - (b.value.ordinal ?? 0) || (when(a) < when(b) ? -1 : 1),
  );
  const byTime = [...sorted].sort((a, b) => (when(a) < when(b) ? -1 : 1));
  const last = byTime.findLast(({ status }) => status === 'done');
  const next = byTime.findLast(({ status, value }) => status !== 'done' && (value.to ?? '9') > (last?.value.to ?? ''));
  return { last: last?.value ?? null, next: next?.value ?? null };
}

/** Last and next session, signing and end, grade and latest change: what the texts say, the latest text first. */
export function summariseFacts(facts: readonly KeptFact[]): FactSummary {
  const signings = ofType(facts, 'signed');
  const signed = latest(signings.filter(({ status, value }) => status === 'done' && (value.from ?? value.to) !== null));
  const change = latest(ofType(facts, 'change'));
  const terms = ofType(facts, 'term').filter(({ value }) => value.to !== null);
  return {
    ...sessionsOf(facts),
    signed: signed ? { from: signed.value.from, to: signed.value.to } : null,
    toSign: signings.length > 0 && signings.every(({ status }) => status === 'planned'),
    expires: latest(terms)?.value.to ?? null,
    parties: latest(ofType(facts, 'parties'))?.value.names ?? [],
    grade: latest(ofType(facts, 'grade'))?.value.grade ?? null,
    change: change ? { change: change.value.change, grade: change.value.grade, status: change.status } : null,
    successor: latest(ofType(facts, 'succession'))?.value.into ?? null,
  };
}
