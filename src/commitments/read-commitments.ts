import type { Document } from '../documents/index.ts';
import type { Teaching } from '../vocabulary/index.ts';
import { type AttributeContext, type Attributes, makeContext, readAttributes } from './attributes/index.ts';
import { type Detected, detectInTurn, type Found } from './detect.ts';
import type { Candidate, Reading, SentenceCoverage } from './model.ts';
import { type Legible, legible } from './own-letters.ts';
import { doubtOfScan } from './scan-doubt.ts';

function candidateOf({ clause, unit, path }: Found, attributes: Attributes): Candidate {
  const { document, sentence } = clause;
  const span = sentence.raw(clause.span);
  const reasons = unit.reasons.map(({ rule, start, end }) => ({
    rule,
    words: sentence.text.slice(start, end),
    span: sentence.raw({ start, end }),
  }));
  return {
    span,
    quote: document.text.slice(span.start, span.end),
    language: clause.language,
    path,
    sentence: clause.sentenceIndex,
    kind: unit.kind,
    strength: unit.strength,
    action: sentence.text.slice(unit.actionStart, unit.actionEnd),
    // Field by field: copying the rest of an object takes V8 ten times as long.
    actors: attributes.actors,
    due: attributes.due,
    sector: attributes.sector,
    instruments: attributes.instruments,
    mechanisms: attributes.mechanisms,
    places: attributes.places,
    lead: attributes.lead,
    coordinators: attributes.coordinators,
    report: attributes.report,
    targets: attributes.targets,
    confidence: unit.confidence,
    why: [...reasons, ...attributes.why],
    evidence: attributes.evidence,
  };
}

/** What one sentence holds, and what became of it. */
export type Step = Pick<Reading, 'candidates' | 'coverage'>;

/**
 * So many sentences are read together, each kind of attribute for all of them before the next kind: patterns and tables
 * then stay in the processor's cache. Of more, what was read of the first would live so long that clearing it up takes longer.
 */
const TOGETHER = 256;

/** The candidates of sentences read together, sentence by sentence. */
function* attributed(
  block: readonly Detected[],
  context: AttributeContext,
  doubt: (candidate: Candidate) => Candidate,
): Generator<Step> {
  const attributes = readAttributes(
    block.flatMap(({ found }) => found.map(({ clause }) => clause)),
    context,
  );
  let next = 0;
  for (const { found, coverage } of block) {
    const candidates = found.map((one) => doubt(candidateOf(one, attributes[next++] as Attributes)));
    yield { candidates, coverage };
  }
}

/**
 * Reads a document sentence by sentence, in document order. No more is kept than what is read together, so that a text of
 * any length can be read in little memory. Pure and deterministic.
 * @param teaching what people taught, by relation; that of the document's relation extends the reading
 */
export function readInTurn(document: Document, teaching?: Teaching): Generator<Step> {
  const text = legible(document);
  return readWith(makeContext(text.document, undefined, teaching), text);
}

function* readWith(context: AttributeContext, text: Legible): Generator<Step> {
  const { document } = context;
  const doubtful = doubtOfScan(document);
  const doubt = (candidate: Candidate) => doubtful(text.candidate(candidate));
  let block: Detected[] = [];
  for (const detected of detectInTurn(document, context.extension)) {
    block.push(detected);
    if (block.length < TOGETHER) continue;
    yield* attributed(block, context, doubt);
    block = [];
  }
  yield* attributed(block, context, doubt);
}

/**
 * Finds every commitment, support, position and record in a document, in document order, with the words and rules it
 * was found by; and says for every sentence what became of it. Pure and deterministic.
 * @param teaching what people taught, by relation
 */
export function readCommitments(document: Document, teaching?: Teaching): Reading {
  const candidates: Candidate[] = [];
  const coverage: SentenceCoverage[] = [];
  const text = legible(document);
  const context = makeContext(text.document, undefined, teaching);
  for (const step of readWith(context, text)) {
    candidates.push(...step.candidates);
    coverage.push(...step.coverage);
  }
  return { candidates, coverage, names: text.names(context.bodyNames.of(candidates)) };
}
