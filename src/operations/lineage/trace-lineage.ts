import {
  forgetProposedLinks,
  type LineageCommitment,
  type LineageText,
  lineageCommitments,
  lineageTexts,
  proposeLinks,
  type Queries,
  replaceParts,
  textOfManifestation,
} from '../../db/index.ts';
import type { KnownText, KnownUnit } from '../../lineage/index.ts';
import type { Context } from '../context.ts';
import type { TracedText } from './tracing-worker.ts';

/** Versions of texts as the thread and the database name them. */
function stateOf({ manifestation_id, basis }: LineageText): string {
  return `${manifestation_id} ${basis}`;
}

function unitOf({ span_start, span_end, due_text, due_from, due_to, ...row }: LineageCommitment): KnownUnit {
  const due = due_text === null ? null : { text: due_text, from: due_from, to: due_to };
  return { ...row, due, span: { start: span_start, end: span_end } };
}

async function knownText(queries: Queries, text: LineageText): Promise<KnownText> {
  const { title, type, date, parties } = text;
  return {
    id: text.expression_id,
    name: text.name,
    text: await textOfManifestation(queries, text.manifestation_id),
    work: { title, type, date, parties },
    demonstration: text.demonstration,
    units: (await lineageCommitments(queries, text.expression_id)).map(unitOf),
  };
}

async function store({ whole: database, clock, newId }: Context, text: LineageText, traced: TracedText): Promise<void> {
  const { expression_id, manifestation_id, basis } = text;
  const parts = traced.parts.map(({ start, end, ...part }) => ({
    ...part,
    ...{ expression_id, manifestation_id, basis, parties: [...part.parties], vague: [...part.vague] },
    ...{ span_start: start, span_end: end, traced_at: clock.now() },
  }));
  const links = traced.links.map((link) => ({
    ...{ id: newId(), earlier_id: link.earlier, later_id: link.later },
    ...{ earlier_part: link.earlierPart, later_part: link.laterPart },
    ...{ relation: link.relation, proposed: link.relation, decision: 'undecided' as const, version: 0, undoable: null },
    ...{ likely: link.likely, score: link.score, why: link.why },
  }));
  await database.write(async (queries) => {
    await forgetProposedLinks(queries, expression_id);
    await replaceParts(queries, expression_id, parts);
    await proposeLinks(queries, links);
  });
}

/** Gives the thread what the database holds compared already, so that the next text meets all of them. */
async function enterTraced(
  { whole: database, tracer, closing }: Context,
  texts: readonly LineageText[],
): Promise<void> {
  if (texts.some((text) => tracer.holdsOther(text.expression_id, stateOf(text)))) await tracer.restart();
  for (const text of texts) {
    if (closing.aborted) return;
    if (!text.traced || tracer.holds(text.expression_id, stateOf(text))) continue;
    await tracer.take(await knownText(database.queries, text), stateOf(text), false);
  }
}

async function traceAll(context: Context): Promise<void> {
  const { whole: database, tracer, closing } = context;
  const texts = await lineageTexts(database.queries);
  const pending = texts.filter(({ traced }) => !traced);
  if (pending.length === 0) return;
  const tell = (done: number): void => {
    context.tracing.progress = { done, total: pending.length };
  };
  tell(0);
  await enterTraced(context, texts);
  for (const [index, text] of pending.entries()) {
    if (closing.aborted) return;
    const traced = await tracer.take(await knownText(database.queries, text), stateOf(text), true);
    if (closing.aborted) return;
    await store(context, text, traced);
    tell(index + 1);
  }
  // Files may have come while these were compared.
  await traceAll(context);
}

/**
 * Compares every text that is new, corrected or described anew with all others, and stores the links. What people decided
 * stays as they left it. Two calls at a time do the work once. The texts of all sides are compared; who may see which link is
 * for the wall to say.
 */
export function traceLineage(context: Context): Promise<void> {
  const { tracing, running } = context;
  if (tracing.run !== null) return tracing.run;
  const work = traceAll(context).finally(() => {
    tracing.run = null;
    tracing.progress = null;
  });
  tracing.run = work;
  running.add(work);
  work.catch(() => undefined).finally(() => running.delete(work));
  return work;
}
