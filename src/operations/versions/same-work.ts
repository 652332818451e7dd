import {
  changeWorkRow,
  expressionById,
  expressionsOf,
  insertProposal,
  openProposals,
  presentText,
  type Queries,
  settleProposals,
  versionCandidates,
  workById,
} from '../../db/index.ts';
import type { Message } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import type { VersionProposal } from '../results.ts';

/** Works of one series reach 0.4, versions of one work 0.9 (two series of statements in four languages). */
const LIKELY = 0.6;
/** Texts compared at most for a new one: those imported last first. */
const MOST = 12;
/** A translation is as long as its original within this factor, in UTF-16 units, Chinese counted three times. */
const LENGTHS = 2.5;

/**
 * Looks for works that a new text is clearly a language version of, and proposes the likeliest. Nothing is merged: a person
 * accepts or declines. Returns what to tell of it.
 */
export async function proposeVersions(context: Context, expressionId: string): Promise<Message[]> {
  const { database, reader, clock, newId } = context;
  const { queries } = database;
  const { language, work_id: workId } = await expressionById(queries, expressionId);
  const { date } = await workById(queries, workId);
  const candidates = (await versionCandidates(queries, { language, date, workId })).slice(0, MOST);
  if (candidates.length === 0) return [];
  const { text } = await presentText(queries, expressionId);
  let best: { other: (typeof candidates)[number]; signs: Awaited<ReturnType<typeof reader.sameWork>> } | null = null;
  for (const other of candidates) {
    const { text: theirs } = await presentText(queries, other.id);
    if (!isLongAs(text, language, theirs, other.language)) continue;
    const signs = await reader.sameWork(theirs, text);
    if (signs.confidence >= LIKELY && signs.confidence > (best?.signs.confidence ?? 0)) best = { other, signs };
  }
  if (best === null) return [];
  const { other, signs } = best;
  const { confidence, ...why } = signs;
  await database.write(async (writing) => {
    const { version } = await workById(writing, workId);
    const body = { type: 'propose-version', expression: expressionId, other: other.id, confidence } as const;
    await changeWorkRow(writing, workId, version, { id: newId(), at: clock.now(), by: 'rules', body });
    await insertProposal(writing, { expression_id: expressionId, other_id: other.id, confidence, why, state: 'open' });
  });
  const details = { title: other.title, percent: Math.round(confidence * 100) };
  return [{ severity: 'info', id: 'import.version-proposed', details }];
}

function isLongAs(one: string, language: string, other: string, otherLanguage: string): boolean {
  const length = (text: string, tag: string) => text.length * (tag === 'zh' ? 3 : 1);
  const ratio = length(one, language) / Math.max(1, length(other, otherLanguage));
  return ratio <= LENGTHS && ratio >= 1 / LENGTHS;
}

/** Proposals nobody settled, the surest first. */
export async function listProposals({ database }: Context): Promise<VersionProposal[]> {
  return (await openProposals(database.queries)).map((row) => ({
    workId: row.work_id,
    expressionId: row.expression_id,
    language: row.language,
    other: {
      workId: row.other_work_id,
      expressionId: row.other_id,
      language: row.other_language,
      title: row.other_title,
      version: row.other_version,
    },
    confidence: row.confidence,
    why: row.why,
  }));
}

/**
 * Says that a text is no language version of another.
 * @throws Problem `not-found`, `changed-meanwhile`
 */
export async function declineVersion(
  { database, clock, newId }: Context,
  change: { readonly id: string; readonly version: number; readonly other: string; readonly by: string },
): Promise<void> {
  const { id, version, other, by } = change;
  await database.write(async (queries) => {
    const mine = await textsOf(queries, id);
    const [expression = ''] = mine;
    const body = { type: 'decline-version', expression, other } as const;
    await changeWorkRow(queries, id, version, { id: newId(), at: clock.now(), by, body });
    await settleProposals(queries, mine, [other], 'declined');
  });
}

export async function textsOf(queries: Queries, workId: string): Promise<string[]> {
  return (await expressionsOf(queries, [workId])).map(({ id }) => id);
}
