import {
  type AlignmentRecord,
  alignmentOf,
  appendVersionsAction,
  beadsOf,
  expressionById,
  findingsOf,
  presentText,
  type Queries,
  versionsActionsOf,
  workById,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  citePassage,
  editBeads,
  type Finding,
  type FindingVerdict,
  judgedFindings,
  movedBeads,
  passageFinder,
  reduceVersions,
  type VersionsBody,
  type VersionsState,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { summariesOf } from '../present.ts';
import { alignmentBetween, keepCompared } from './comparison.ts';
import type { VersionSide, Versions } from './results.ts';

/**
 * Two texts side by side: beads, findings, and what people said of them. Texts that were never compared, or changed since,
 * are compared in the background; ask again while `progress` is a number.
 * @throws Problem `not-found`, `input-invalid` (one text twice)
 */
export async function readVersions(context: Context, one: string, other: string): Promise<Versions> {
  const alignment = await alignmentBetween(context, one, other);
  const running = await keepCompared(context, alignment);
  return versionsOf(context.database.queries, alignment, running);
}

/**
 * Compares two texts again, with the rules and the register as they are now.
 * @throws Problem `not-found`, `input-invalid`
 */
export async function compareAgain(context: Context, one: string, other: string): Promise<Versions> {
  const alignment = await alignmentBetween(context, one, other);
  const running = await keepCompared(context, alignment, true);
  return versionsOf(context.database.queries, alignment, running);
}

type Running = Awaited<ReturnType<typeof keepCompared>>;

async function versionsOf(queries: Queries, { a_id, b_id }: AlignmentRecord, running: Running): Promise<Versions> {
  const alignment = (await alignmentOf(queries, { a: a_id, b: b_id })) as AlignmentRecord;
  const state = reduceVersions(await versionsActionsOf(queries, alignment.id));
  const a = await sideOf(queries, a_id, alignment.a_manifestation, alignment.a_passages);
  const b = await sideOf(queries, b_id, alignment.b_manifestation, alignment.b_passages);
  const find = { a: passageFinder(a.text, a.passages), b: passageFinder(b.text, b.passages) };
  const shown = a.passages.length > 0 || b.passages.length > 0;
  const { beads, lost } = editBeads(shown ? await beadsOf(queries, alignment.id) : [], state.edits, find);
  const moved = movedBeads(beads);
  const findings = (await findingsOf(queries, alignment.id)).map(({ alignment_id: _, index: __, ...rest }) => rest);
  return {
    version: state.version,
    canUndo: state.undoable !== null,
    progress: running?.progress ?? null,
    problem: running?.problem ? { code: running.problem.code, details: running.problem.details } : null,
    ...{ a, b },
    beads: beads.map(({ a, b, score, why, origin }, index) => ({ a, b, score, why, origin, moved: moved.has(index) })),
    findings: shown ? judgedFindings(findings, state.judgements) : [],
    messages: alignment.messages,
    lostEdits: shown ? lost : 0,
  };
}

/** A text whose passages are of an older version shows none until it is compared again. */
async function sideOf(
  queries: Queries,
  expressionId: string,
  compared: string | null,
  passages: AlignmentRecord['a_passages'],
): Promise<VersionSide> {
  const { work_id } = await expressionById(queries, expressionId);
  const [work] = await summariesOf(queries, [await workById(queries, work_id)]);
  const expression = work?.expressions.find(({ id }) => id === expressionId);
  if (work === undefined || expression === undefined) {
    throw new Problem('not-found', { noun: 'expression', id: expressionId });
  }
  const { id, text } = await presentText(queries, expressionId);
  const { title, date, expressions } = work;
  return {
    work: { id: work.id, title, date, expressions },
    expression,
    text,
    passages: id === compared ? passages : [],
  };
}

/** What a person does to two texts side by side; passages by their index, findings by their key. */
export type VersionsChange = { readonly version: number; readonly by: string } & (
  | { readonly type: 'link' | 'unlink'; readonly a: readonly number[]; readonly b: readonly number[] }
  | {
      readonly type: 'judge';
      readonly key: string;
      readonly verdict: FindingVerdict | null;
      readonly note: string;
    }
  | { readonly type: 'undo' }
);

/**
 * Appends what a person did and returns the texts as they then stand; findings follow changed links in the background.
 * @throws Problem `not-found`, `changed-meanwhile`, `input-invalid` (no such passage), `action-not-allowed` (nothing to undo)
 */
export async function changeVersions(
  context: Context,
  one: string,
  other: string,
  change: VersionsChange,
): Promise<Versions> {
  const { database, clock, newId } = context;
  const alignment = await alignmentBetween(context, one, other);
  await database.write(async (queries) => {
    const state = reduceVersions(await versionsActionsOf(queries, alignment.id));
    if (state.version !== change.version)
      throw new Problem('changed-meanwhile', { noun: 'versions', id: alignment.id });
    const body = await bodyOf(queries, alignment, state, change);
    const sequence = state.version + 1;
    await appendVersionsAction(queries, alignment.id, { id: newId(), sequence, at: clock.now(), by: change.by, body });
  });
  return readVersions(context, one, other);
}

async function bodyOf(
  queries: Queries,
  alignment: AlignmentRecord,
  state: VersionsState,
  change: VersionsChange,
): Promise<VersionsBody> {
  switch (change.type) {
    case 'undo':
      if (state.undoable === null) throw new Problem('action-not-allowed', { action: 'undo', state: 'none' });
      return { type: 'undo', undoes: state.undoable };
    case 'judge': {
      const { key, verdict, note } = change;
      return {
        type: 'judge',
        key,
        verdict,
        note: note.trim(),
        finding: await findingOf(queries, alignment, state, key),
      };
    }
    default: {
      const { type, a, b } = change;
      return {
        type,
        a: await cite(queries, alignment.a_id, alignment.a_passages, a),
        b: await cite(queries, alignment.b_id, alignment.b_passages, b),
      };
    }
  }
}

async function findingOf(
  queries: Queries,
  { id }: AlignmentRecord,
  state: VersionsState,
  key: string,
): Promise<Finding> {
  const found = (await findingsOf(queries, id)).find((one) => one.key === key) ?? state.judgements.get(key)?.finding;
  if (found === undefined) throw new Problem('not-found', { noun: 'finding', id: key });
  const { type, severity, side, rule, details, a, b } = found;
  return { type, severity, side, rule, details, a, b };
}

async function cite(
  queries: Queries,
  expressionId: string,
  passages: AlignmentRecord['a_passages'],
  indexes: readonly number[],
) {
  const { text } = await presentText(queries, expressionId);
  return indexes.map((index) => {
    const passage = passages[index];
    if (passage === undefined) throw new Problem('input-invalid', { field: 'passage', reason: 'no such passage' });
    return citePassage(text, passage);
  });
}
