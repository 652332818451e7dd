import { align, alignChecked, type Bead, compareAligned, type Passage, passagesOf } from '../../alignment/index.ts';
import type { Candidate } from '../../commitments/index.ts';
import { type Document, parseText } from '../../documents/index.ts';
import type { Message } from '../../kernel/index.ts';
import {
  editBeads,
  type Finding,
  type LinkEdit,
  type PassageBead,
  passageFinder,
  type StandingBead,
  type VersionPassage,
} from '../../register/index.ts';

/** A commitment as the comparison of texts reads it. */
export interface ComparedCommitment
  extends Pick<
    Candidate,
    'kind' | 'actors' | 'action' | 'strength' | 'span' | 'quote' | 'language' | 'confidence' | 'evidence'
  > {
  readonly id: string;
}

/** A text with what stands in the register of it. */
export interface ComparedText {
  readonly name: string;
  readonly text: string;
  readonly commitments: readonly ComparedCommitment[];
}

export interface TextComparisonInput {
  readonly a: ComparedText;
  readonly b: ComparedText;
  /** What people linked and unlinked by hand. */
  readonly edits: readonly LinkEdit[];
}

export interface Counterpart {
  readonly a: string;
  readonly b: string;
  /** 0..1 */
  readonly score: number;
}

/** What two texts have to do with each other: passages, beads of the rules, findings on the beads as they stand. */
export interface TextComparison {
  readonly passages: { readonly a: readonly VersionPassage[]; readonly b: readonly VersionPassage[] };
  readonly beads: readonly PassageBead[];
  readonly findings: readonly Finding[];
  readonly counterparts: readonly Counterpart[];
  readonly messages: readonly Message[];
}

/** Texts of which hardly a passage finds a partner are not compared word by word. */
const UNRELATED = 'alignment.unrelated';

/** Aligns two texts, finds where they differ, and which of their commitments are the same. `progress` is told 0..1. */
export function compareTexts({ a, b, edits }: TextComparisonInput, progress: (done: number) => void): TextComparison {
  const documents = { a: parseText(a.text, { name: a.name }), b: parseText(b.text, { name: b.name }) };
  progress(0.15);
  const { value: beads, messages } = alignChecked(passagesOf(documents.a), passagesOf(documents.b));
  progress(0.5);
  const passages = { a: versionPassages(documents.a), b: versionPassages(documents.b) };
  const find = { a: passageFinder(a.text, passages.a), b: passageFinder(b.text, passages.b) };
  const standing = editBeads(beads, edits, find).beads;
  const related = !messages.some(({ id }) => id === UNRELATED) || edits.length > 0;
  const findings = related ? findingsOf(documents, standing, { a: a.commitments, b: b.commitments }) : [];
  progress(0.9);
  const counterparts = related ? matchCommitments(documents, standing, { a, b }) : [];
  return { passages, beads: beads.map(plainBead), findings, counterparts, messages };
}

function versionPassages({ lines, language: main }: Document): VersionPassage[] {
  return lines.map(({ span, language, role }) => ({ span, role, language: language === 'und' ? main : language }));
}

function plainBead({ a, b, score, why }: Bead): PassageBead {
  return { a, b, score, why };
}

interface Sides<T> {
  readonly a: T;
  readonly b: T;
}

function findingsOf(
  documents: Sides<Document>,
  beads: readonly StandingBead[],
  read: Sides<readonly ComparedCommitment[]>,
): Finding[] {
  const readable = beads.filter(({ a, b }) => isRun(a) && isRun(b));
  const candidates = (side: 'a' | 'b') => read[side].map((one) => ({ ...NOT_COMPARED, ...one }));
  const found = compareAligned(documents.a, documents.b, readable, { a: candidates('a'), b: candidates('b') });
  return found.map(({ type, severity, side, rule, details, a, b }) => ({
    ...{ type, severity, side, rule, details },
    a: a && { span: a.span, quote: a.quote },
    b: b && { span: b.span, quote: b.quote },
  }));
}

/** Fields of a candidate that the comparison does not look at. */
const NOT_COMPARED: Omit<Candidate, keyof ComparedCommitment> = {
  ...{ due: null, sector: 'other', instruments: [], mechanisms: [], places: [], lead: null, coordinators: [] },
  ...{ report: null, targets: [], path: '', sentence: 0, why: [] },
};

/** Passages that people linked across a gap cannot be read as one stretch: the words between belong elsewhere. */
function isRun(passages: readonly number[]): boolean {
  return passages.every((passage, index) => index === 0 || passage === (passages[index - 1] as number) + 1);
}

/** Commitments of a bead are one where they are the only ones of their sides, or where their words bind them. */
const ALONE = 0.8;
const BOUND = 0.4;

function matchCommitments(
  documents: Sides<Document>,
  beads: readonly StandingBead[],
  texts: Sides<ComparedText>,
): Counterpart[] {
  return beads.flatMap(({ a, b, score }) => {
    if (a.length === 0 || b.length === 0) return [];
    const mine = within(documents.a, a, texts.a.commitments);
    const theirs = within(documents.b, b, texts.b.commitments);
    if (mine.length === 0 || theirs.length === 0) return [];
    const [one, other] = [mine[0] as ComparedCommitment, theirs[0] as ComparedCommitment];
    if (mine.length === 1 && theirs.length === 1) return [{ a: one.id, b: other.id, score: ALONE * score }];
    return align(mine.map(passageOf), theirs.map(passageOf)).flatMap((pair) => {
      const [left, right] = [mine[pair.a[0] as number], theirs[pair.b[0] as number]];
      const single = pair.a.length === 1 && pair.b.length === 1;
      if (!single || !left || !right || pair.score < BOUND) return [];
      return [{ a: left.id, b: right.id, score: pair.score * score }];
    });
  });
}

function within(
  { lines }: Document,
  passages: readonly number[],
  commitments: readonly ComparedCommitment[],
): ComparedCommitment[] {
  const spans = passages.map((passage) => lines[passage]?.span ?? { start: 0, end: 0 });
  return commitments.filter(({ span }) => spans.some(({ start, end }) => span.start >= start && span.start < end));
}

function passageOf({ quote, language }: ComparedCommitment): Passage {
  return { text: quote, language };
}
