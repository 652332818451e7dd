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
 * Where a person corrected words in the text it is known where each word went, and nothing need be searched.
 * @param manifestation id of the new version
 * @param move where a span of the text before stands in the text after, where that is known
 */
export function planVersion(
  standing: readonly Standing[],
  candidates: readonly Candidate[],
  text: { readonly before: string; readonly after: string },
  manifestation: string,
  move?: Move,
): VersionPlan {
  const actions = new Map<string, ActionBody>();
  const left = new Set(candidates);
  for (const one of standing.filter(({ state }) => isDecided(state))) {
    const body = follow(one, left, text, manifestation, move);
    if (body !== null) actions.set(one.id, body);
  }
  for (const one of standing.filter(({ state }) => !isDecided(state))) {
    const body = proposeAgain(one, left, manifestation, move);
    if (body !== null) actions.set(one.id, body);
  }
  return { actions, fresh: candidates.filter((candidate) => left.has(candidate)) };
}

/** Where a span stands in the next version of a text; null where nothing is left of it. */
export type Move = (span: Span) => Span | null;

function isDecided(state: CommitmentState): boolean {
  return state.decision !== 'undecided' || state.origin === 'person';
}

function follow(
  { state, prefix, suffix }: Standing,
  left: Set<Candidate>,
  text: { readonly before: string; readonly after: string },
  manifestation: string,
  move: Move | undefined,
): ActionBody | null {
  const known = move !== undefined && state.anchored;
  const span = known
    ? trimmed(text.after, move(state.span))
    : findQuote(text.after, { quote: state.quote, prefix, suffix });
  if (span === null) return state.anchored ? { type: 'lose', manifestation } : null;
  const quote = text.after.slice(span.start, span.end);
  const basis = carryBasis(state, takeSame(left, span, quote), text, move ?? shifted(state.span, span));
  if (state.anchored && sameSpan(span, state.span) && quote === state.quote) return null;
  return { type: known && quote !== state.quote ? 'respell' : 'reanchor', span, quote, manifestation, basis };
}

/** Without the blanks that a word leaves behind that was taken out at an end; null where nothing is left. */
function trimmed(text: string, span: Span | null): Span | null {
  if (span === null) return null;
  const words = text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const end = span.end - (words.length - words.trimEnd().length);
  return start < end ? { start, end } : null;
}

function shifted(from: Span, to: Span): Move {
  const shift = to.start - from.start;
  return ({ start, end }) => ({ start: start + shift, end: end + shift });
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
  text: { readonly before: string; readonly after: string },
  follows: Move,
): Basis | null {
  if (state.basis === null) return null;
  const { basis } = state;
  const kept = Object.keys(basis.evidence);
  if (candidate !== null) {
    const evidence = Object.entries(candidate.evidence).filter(([name]) => kept.includes(name));
    return { ...basisOf(candidate), evidence: Object.fromEntries(evidence) };
  }
  const move = (old: Span): Span | null => {
    const moved = follows(old);
    const same = moved && text.before.slice(old.start, old.end) === text.after.slice(moved.start, moved.end);
    return same ? moved : null;
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
function proposeAgain(
  { state }: Standing,
  left: Set<Candidate>,
  manifestation: string,
  move: Move | undefined,
): ActionBody | null {
  const words = wordsOf(state.quote);
  const moved = state.anchored && !state.retired ? (move?.(state.span) ?? null) : null;
  const candidate =
    left.values().find((one) => moved !== null && sameSpan(one.span, moved)) ??
    left.values().find((one) => wordsOf(one.quote) === words);
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
