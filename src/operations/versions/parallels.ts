import {
  alignmentOf,
  beadsOf,
  type CommitmentRecord,
  commitmentById,
  counterpartsOf,
  pairOf,
  presentText,
  type Queries,
  versionsActionsOf,
} from '../../db/index.ts';
import type { Span } from '../../kernel/index.ts';
import { editBeads, passageFinder, reduceVersions, type VersionPassage } from '../../register/index.ts';
import { commitmentDetail } from '../commitments.ts';
import type { Context } from '../context.ts';
import type { CommitmentDetail, ExpressionSummary } from '../results.ts';
import { getWork } from '../works.ts';
import { alignmentBetween, keepCompared } from './comparison.ts';
import type { Parallel } from './results.ts';

/**
 * Where a commitment stands in the other language versions of its work: the parallel passage of each, and the commitment
 * there that is the same. Texts not compared yet are, in the background; ask again while a `progress` is a number.
 * @throws Problem `not-found`
 */
export async function readParallels(context: Context, id: string): Promise<Parallel[]> {
  const detail = await commitmentDetail(context.database.queries, id);
  const { expressions } = await getWork(context, detail.workId);
  const parallels: Parallel[] = [];
  for (const other of expressions) {
    if (other.id !== detail.expressionId) parallels.push(await parallelIn(context, detail, other));
  }
  return parallels;
}

async function parallelIn(
  context: Context,
  detail: CommitmentDetail,
  { id: expressionId, language, file }: ExpressionSummary,
): Promise<Parallel> {
  const { queries } = context.database;
  const alignment = await alignmentBetween(context, detail.expressionId, expressionId);
  const running = await keepCompared(context, alignment);
  return {
    ...{ expressionId, language, file },
    passage: detail.anchored ? await passageIn(queries, detail, expressionId) : null,
    progress: running?.progress ?? null,
    commitment: await sameIn(queries, detail, expressionId),
  };
}

/** The passages that translate those a commitment stands in, from the first to the last. */
async function passageIn(
  queries: Queries,
  detail: CommitmentDetail,
  expressionId: string,
): Promise<Parallel['passage']> {
  const pair = pairOf(detail.expressionId, expressionId);
  const alignment = await alignmentOf(queries, pair);
  if (alignment === undefined || alignment.a_manifestation === null) return null;
  const [a, b] = [await presentText(queries, pair.a), await presentText(queries, pair.b)];
  const current = a.id === alignment.a_manifestation && b.id === alignment.b_manifestation;
  if (!current) return null;
  const { edits } = reduceVersions(await versionsActionsOf(queries, alignment.id));
  const find = { a: passageFinder(a.text, alignment.a_passages), b: passageFinder(b.text, alignment.b_passages) };
  const { beads } = editBeads(await beadsOf(queries, alignment.id), edits, find);
  const mine = pair.a === detail.expressionId ? ('a' as const) : ('b' as const);
  const theirs = mine === 'a' ? ('b' as const) : ('a' as const);
  const own = touching(alignment[`${mine}_passages`], detail.span);
  const found = beads.filter((bead) => bead[mine].some((passage) => own.has(passage)) && bead[theirs].length > 0);
  const passages = found.flatMap((bead) => bead[theirs]).sort((one, other) => one - other);
  const spans = passages.flatMap((passage) => alignment[`${theirs}_passages`][passage]?.span ?? []);
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { text } = theirs === 'a' ? a : b;
  const words = spans.map(({ start, end }) => text.slice(start, end)).join('\n');
  return { span: { start: first.start, end: last.end }, words, score: Math.min(...found.map(({ score }) => score)) };
}

function touching(passages: readonly VersionPassage[], { start, end }: Span): ReadonlySet<number> {
  return new Set(passages.flatMap(({ span }, index) => (span.start < end && start < span.end ? [index] : [])));
}

/** The commitment of another text that a person joined with this one, else the one the rules propose. */
async function sameIn(
  queries: Queries,
  { id, citations }: CommitmentDetail,
  expressionId: string,
): Promise<Parallel['commitment']> {
  const joined = citations.find((citation) => citation.expressionId === expressionId);
  if (joined !== undefined) {
    const { id: same, quote, span, version } = joined;
    return { id: same, quote, span, version, joined: true, score: 1 };
  }
  for (const { a_commitment, b_commitment, score } of await counterpartsOf(queries, id)) {
    const other = await commitmentById(queries, a_commitment === id ? b_commitment : a_commitment);
    if (other.expression_id === expressionId && stands(other)) return { ...citationOf(other), joined: false, score };
  }
  return null;
}

function stands({ retired, anchored, decision }: CommitmentRecord): boolean {
  return !retired && anchored && decision !== 'rejected';
}

function citationOf({ id, quote, span_start, span_end, version }: CommitmentRecord) {
  return { id, quote, span: { start: span_start, end: span_end }, version };
}
