import { createHash } from 'node:crypto';
import {
  type AlignmentRecord,
  alignmentOf,
  type CommitmentRecord,
  commitmentsOf,
  expressionById,
  openAlignment,
  pairOf,
  presentHeads,
  presentText,
  type Queries,
  storeComparison,
  versionsActionsOf,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { findingNames, reduceVersions } from '../../register/index.ts';
import type { Context } from '../context.ts';
import type { ComparedCommitment, ComparedText, TextComparison } from './compare-texts.ts';

/** A comparison going on, or why the last one broke down. */
export interface RunningComparison {
  progress: number | null;
  problem: Problem | null;
  /** Settles when what was compared is stored. */
  done: Promise<void>;
}

/**
 * The alignment of two texts in whichever order, opened where there is none yet.
 * @throws Problem `not-found`, `input-invalid` (one text twice)
 */
export async function alignmentBetween(context: Context, one: string, other: string): Promise<AlignmentRecord> {
  const { database, newId } = context;
  if (one === other) throw new Problem('input-invalid', { field: 'b', reason: 'one text twice' });
  const pair = pairOf(one, other);
  const known = await alignmentOf(database.queries, pair);
  if (known !== undefined) return known;
  await Promise.all([expressionById(database.queries, one), expressionById(database.queries, other)]);
  await database.write((queries) => openAlignment(queries, newId(), pair));
  return (await alignmentOf(database.queries, pair)) as AlignmentRecord;
}

/** Whether what is stored is of the present texts and of all that people did. */
async function isCurrent(queries: Queries, alignment: AlignmentRecord): Promise<boolean> {
  const heads = await presentHeads(queries, [alignment.a_id, alignment.b_id]);
  const present = (id: string) => heads.find(({ expression_id }) => expression_id === id)?.id;
  return (
    alignment.a_manifestation === present(alignment.a_id) &&
    alignment.b_manifestation === present(alignment.b_id) &&
    alignment.compared_version === alignment.version
  );
}

/**
 * Compares the two texts of an alignment in the background where that is called for, and says how it stands: null where
 * what is stored is current. A comparison that broke down is tried again only with `again`.
 */
export async function keepCompared(
  context: Context,
  alignment: AlignmentRecord,
  again = false,
): Promise<RunningComparison | null> {
  const running = context.comparisons.get(alignment.id);
  if (running !== undefined && (running.progress !== null || (running.problem !== null && !again))) return running;
  if (!again && (await isCurrent(context.database.queries, alignment))) return null;
  return startComparison(context, alignment);
}

function startComparison(context: Context, alignment: AlignmentRecord): RunningComparison {
  const { comparisons, running } = context;
  const known = comparisons.get(alignment.id);
  if (known !== undefined && known.progress !== null) return known;
  const comparison: RunningComparison = { progress: 0, problem: null, done: Promise.resolve() };
  comparisons.set(alignment.id, comparison);
  const work = compareUntilCurrent(context, alignment, (progress) => {
    comparison.progress = progress;
  }).then(
    () => void comparisons.delete(alignment.id),
    (error: unknown) => {
      comparison.progress = null;
      comparison.problem = error instanceof Problem ? error : new Problem('unexpected', { id: String(error) });
    },
  );
  comparison.done = work;
  running.add(work);
  void work.finally(() => running.delete(work));
  return comparison;
}

/** What people did meanwhile is compared too, before anybody is told that it is done. */
async function compareUntilCurrent(
  context: Context,
  { a_id, b_id }: AlignmentRecord,
  progress: (done: number) => void,
): Promise<void> {
  const { database, closing } = context;
  for (;;) {
    const alignment = (await alignmentOf(database.queries, { a: a_id, b: b_id })) as AlignmentRecord;
    await compareOnce(context, alignment, progress);
    const now = (await alignmentOf(database.queries, { a: a_id, b: b_id })) as AlignmentRecord;
    if (closing.aborted || (await isCurrent(database.queries, now))) return;
  }
}

async function compareOnce(
  { database, reader }: Context,
  alignment: AlignmentRecord,
  progress: (done: number) => void,
): Promise<void> {
  const { queries } = database;
  const state = reduceVersions(await versionsActionsOf(queries, alignment.id));
  const a = await comparedText(queries, alignment.a_id);
  const b = await comparedText(queries, alignment.b_id);
  const found = await reader.compare({ a: a.text, b: b.text, edits: state.edits }, progress);
  await database.write((writing) =>
    storeComparison(writing, {
      alignment: {
        id: alignment.id,
        a_manifestation: a.manifestation,
        b_manifestation: b.manifestation,
        compared_version: state.version,
        ...{ a_passages: found.passages.a, b_passages: found.passages.b, messages: found.messages },
      },
      ...rowsOf(alignment.id, found),
    }),
  );
}

function rowsOf(alignment_id: string, { beads, findings, counterparts }: TextComparison) {
  const names = findingNames(findings);
  return {
    beads: beads.map((bead, index) => ({ alignment_id, index, ...bead })),
    findings: findings.map((finding, index) => ({ alignment_id, index, key: keyOf(names[index] ?? ''), ...finding })),
    counterparts: counterparts.map(({ a, b, score }) => ({ alignment_id, a_commitment: a, b_commitment: b, score })),
  };
}

function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 24);
}

async function comparedText(
  queries: Queries,
  expressionId: string,
): Promise<{ manifestation: string; text: ComparedText }> {
  const { id, name, text } = await presentText(queries, expressionId);
  const records = await commitmentsOf(queries, expressionId);
  const standing = records.filter(({ retired, anchored, decision }) => !retired && anchored && decision !== 'rejected');
  return { manifestation: id, text: { name, text, commitments: standing.map(comparedCommitment) } };
}

function comparedCommitment(record: CommitmentRecord): ComparedCommitment {
  const { id, kind, actors, action, strength, quote, language, confidence, evidence } = record;
  const span = { start: record.span_start, end: record.span_end };
  return { id, kind, actors, action, strength, span, quote, language, confidence, evidence };
}
