import {
  changedSinceTraced,
  forgetLinksAt,
  forgetProposedLinks,
  isTraced,
  type LineageCommitment,
  type LineageText,
  type LinkRecord,
  lineageCommitments,
  lineageTexts,
  proposeLinks,
  type Queries,
  replaceParts,
  textOfManifestation,
} from '../../db/index.ts';
import type { KnownText, KnownUnit } from '../../lineage/index.ts';
import type { Context } from '../context.ts';
import type { TracedLink, TracedText } from './tracing-worker.ts';

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

interface Taken {
  readonly traced: TracedText;
  /** When the text was read: what people change afterwards is not in it. */
  readonly at: string;
}

async function take({ whole, tracer, clock }: Context, text: LineageText): Promise<Taken> {
  const at = clock.now();
  const traced = await tracer.take(await knownText(whole.queries, text), stateOf(text), true);
  return { traced, at };
}

function partRows({ expression_id, manifestation_id, basis }: LineageText, { traced, at }: Taken) {
  return traced.parts.map(({ start, end, ...part }) => ({
    ...part,
    ...{ expression_id, manifestation_id, basis, parties: [...part.parties], vague: [...part.vague] },
    ...{ span_start: start, span_end: end, traced_at: at },
  }));
}

function linkRows(newId: () => string, links: readonly TracedLink[]): LinkRecord[] {
  return links.map((link) => ({
    ...{ id: newId(), earlier_id: link.earlier, later_id: link.later },
    ...{ earlier_part: link.earlierPart, later_part: link.laterPart },
    ...{ relation: link.relation, proposed: link.relation, decision: 'undecided' as const, version: 0, undoable: null },
    ...{ likely: link.likely, score: link.score, why: link.why },
  }));
}

async function store({ whole: database, newId }: Context, text: LineageText, taken: Taken): Promise<void> {
  await database.write(async (queries) => {
    await forgetProposedLinks(queries, text.expression_id);
    await replaceParts(queries, text.expression_id, partRows(text, taken));
    await proposeLinks(queries, linkRows(newId, taken.traced.links));
  });
}

/** Puts the links of the commitments that people changed in the place of those before; all others of the text stay. */
async function storeChanged(
  { whole: database, newId }: Context,
  text: LineageText,
  taken: Taken,
  changed: ReadonlySet<string>,
): Promise<void> {
  const links = taken.traced.links.filter(({ earlier, later }) => changed.has(earlier) || changed.has(later));
  await database.write(async (queries) => {
    await forgetLinksAt(queries, [...changed]);
    await replaceParts(queries, text.expression_id, partRows(text, taken));
    await proposeLinks(queries, linkRows(newId, links));
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
  const { queries } = context.whole;
  const texts = await lineageTexts(queries);
  const changes = await changedSinceTraced(queries);
  const changed = new Map(changes.map(({ expression_id, commitments }) => [expression_id, new Set(commitments)]));
  const pending = texts.filter(({ traced, expression_id }) => !traced || changed.has(expression_id));
  if (pending.length === 0) return;
  const tell = (done: number): void => {
    context.tracing.progress = { done, total: pending.length };
  };
  tell(0);
  await enterTraced(context, texts);
  for (const [index, text] of pending.entries()) {
    if (context.closing.aborted) return;
    const taken = await take(context, text);
    if (context.closing.aborted) return;
    const own = text.traced ? changed.get(text.expression_id) : undefined;
    await (own === undefined ? store(context, text, taken) : storeChanged(context, text, taken, own));
    tell(index + 1);
  }
  // Files may have come, and commitments been corrected, while these were compared.
  await traceAll(context);
}

/** What people changed of a commitment may make other links: they are looked for, where its text was compared at all. */
export async function followChange(context: Context, expressionId: string): Promise<void> {
  if (await isTraced(context.whole.queries, expressionId)) traceLineage(context).catch(() => undefined);
}

/**
 * Compares every text that is new, corrected or described anew with all others, and stores the links; of a text whose commitments
 * people changed, the links of those commitments. What people decided
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
