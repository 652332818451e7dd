import type { Candidate } from '../commitments/index.ts';
import { intersectionOverUnion, type Span } from '../kernel/index.ts';
import type { ActionBody, Basis, CommitmentState } from './actions.ts';
import { findQuote, wordsOf } from './find-quote.ts';
import { basisOf, fieldsOf } from './proposal.ts';
import { sameValue } from './same-value.ts';

/** A commitment of the version before, with the words that stood around it. */
export interface Standing {
  readonly id: string;
  readonly state: CommitmentState;
  readonly prefix: string;
  readonly suffix: string;
}

/** What a new version of a text means for the commitments of the one before. */
export interface VersionPlan {
  /** The action each commitment gets, if any, by its id. */
  readonly actions: ReadonlyMap<string, ActionBody>;
  /** Proposals that no commitment stands for yet. */
  readonly fresh: readonly Candidate[];
}

/**
 * Carries commitments over to a new version of their text. What people decided follows its quote: exact words with the words
 * around them, then exact words that occur once; otherwise it is lost, never moved by guess. What nobody decided is proposed
 * again under the same id where the rules still give the same quote, and retired where not.
 * @param manifestation id of the new version
 */
export function planVersion(
  standing: readonly Standing[],
  candidates: readonly Candidate[],
  text: { readonly before: string; readonly after: string },
  manifestation: string,
): VersionPlan {
  const actions = new Map<string, ActionBody>();
  const left = new Set(candidates);
  for (const one of standing.filter(({ state }) => isDecided(state))) {
    const body = follow(one, left, text, manifestation);
    if (body !== null) actions.set(one.id, body);
  }
  for (const one of standing.filter(({ state }) => !isDecided(state))) {
    const body = proposeAgain(one, left, manifestation);
    if (body !== null) actions.set(one.id, body);
  }
  return { actions, fresh: candidates.filter((candidate) => left.has(candidate)) };
}

function isDecided(state: CommitmentState): boolean {
  return state.decision !== 'undecided' || state.origin === 'person';
}

function follow(
  { state, prefix, suffix }: Standing,
  left: Set<Candidate>,
  text: { readonly before: string; readonly after: string },
  manifestation: string,
): ActionBody | null {
  const span = findQuote(text.after, { quote: state.quote, prefix, suffix });
  if (span === null) return state.anchored ? { type: 'lose', manifestation } : null;
  const quote = text.after.slice(span.start, span.end);
  const basis = carryBasis(state, takeSame(left, span, quote), span, text);
  if (state.anchored && sameSpan(span, state.span) && quote === state.quote) return null;
  return { type: 'reanchor', span, quote, manifestation, basis };
}

/** Takes the proposals that a decided commitment already stands for; returns the one with its very words. */
function takeSame(left: Set<Candidate>, span: Span, quote: string): Candidate | null {
  let same: Candidate | null = null;
  for (const candidate of left) {
    if (intersectionOverUnion(candidate.span, span) < 0.5) continue;
    left.delete(candidate);
    if (candidate.quote === quote) same = candidate;
  }
  return same;
}

/** The reasons of the rules at the new place: read anew, or moved along as far as the same words stand there. */
function carryBasis(
  state: CommitmentState,
  candidate: Candidate | null,
  span: Span,
  text: { readonly before: string; readonly after: string },
): Basis | null {
  if (state.basis === null) return null;
  const { basis } = state;
  const kept = Object.keys(basis.evidence);
  if (candidate !== null) {
    const evidence = Object.entries(candidate.evidence).filter(([name]) => kept.includes(name));
    return { ...basisOf(candidate), evidence: Object.fromEntries(evidence) };
  }
  const shift = span.start - state.span.start;
  const move = (old: Span): Span | null => {
    const moved = { start: old.start + shift, end: old.end + shift };
    return text.before.slice(old.start, old.end) === text.after.slice(moved.start, moved.end) ? moved : null;
  };
  const evidence = Object.entries(basis.evidence).map(
    ([name, spans]) => [name, (spans ?? []).map(move).filter((moved) => moved !== null)] as const,
  );
  return {
    confidence: basis.confidence,
    why: basis.why.map((reason) => ({ ...reason, span: reason.span && move(reason.span) })),
    evidence: Object.fromEntries(evidence.filter(([, spans]) => spans.length > 0)),
  };
}

/** Of several proposals in the same words the first in the text, as the commitments come in the order of theirs. */
function proposeAgain({ state }: Standing, left: Set<Candidate>, manifestation: string): ActionBody | null {
  const words = wordsOf(state.quote);
  const candidate = left.values().find((one) => wordsOf(one.quote) === words);
  if (candidate === undefined) return state.retired ? null : { type: 'retire', manifestation };
  left.delete(candidate);
  const { span, quote } = candidate;
  const [fields, basis] = [fieldsOf(candidate), basisOf(candidate)];
  const same = !state.retired && sameValue(fields, state.fields) && quote === state.quote;
  if (!same) return { type: 'propose', fields, span, quote, basis };
  if (sameSpan(span, state.span) && sameValue(basis, state.basis)) return null;
  return { type: 'reanchor', span, quote, manifestation, basis };
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
