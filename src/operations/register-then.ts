import {
  type CommitmentPast,
  type CommitmentRecord,
  type CommitmentThen,
  logsBefore,
  placesNow,
  type Queries,
  type RegisterThen,
  readAsItStood,
  type WorkThen,
  workById,
  workLogsBefore,
} from '../db/index.ts';
import { type Action, type CommitmentState, reduce, reduceSteps } from '../register/index.ts';
import { entriesThen } from './entities/entities-then.ts';
import { presentTextOf } from './expressions.ts';
import { endOf } from './moment.ts';
import { citation, type PresentText, stateColumns } from './project.ts';

/**
 * How the register stood at an instant: what was acted on since is made again from the log as it was, the rest was as it is.
 * @param at ISO instant; null for now, which gives null
 * @param query whether it is narrowed to entries of the registers: then those are as they stood, too
 */
export async function registerThen(
  queries: Queries,
  at: string | null,
  { entity }: { readonly entity?: readonly string[] | undefined } = {},
): Promise<RegisterThen | null> {
  if (at === null) return null;
  const register = { at, commitments: await commitmentsThen(queries, at), works: await worksThen(queries, at) };
  return entity?.length ? { ...register, entries: await entriesThen(queries, at) } : register;
}

/**
 * The database with commitments, works and entries of the registers as they stood at an instant, for reading.
 * @param at ISO instant; null for now, which gives the database itself
 */
export async function databaseThen(queries: Queries, at: string | null): Promise<Queries> {
  const register = at === null ? null : await registerThen(queries, at);
  if (register === null) return queries;
  return readAsItStood(queries, { ...register, entries: await entriesThen(queries, register.at) });
}

async function commitmentsThen(queries: Queries, at: string): Promise<CommitmentThen[]> {
  const places = await placesNow(queries, at);
  if (places.length === 0) return [];
  const logs = await logsBefore(queries, at);
  const texts = textsOfThen(queries);
  const found: CommitmentThen[] = [];
  for (const now of places) {
    const log = logs.get(now.id);
    if (log !== undefined) found.push(await rowThen(now, reduce(log), at, texts));
  }
  return found;
}

type PlaceNow = Awaited<ReturnType<typeof placesNow>>[number];
type Texts = (expressionId: string, at: string) => Promise<PresentText>;

/** Texts as they stood, each asked for once. */
function textsOfThen(queries: Queries): Texts {
  const known = new Map<string, Promise<PresentText>>();
  return (expressionId, at) => {
    const key = `${expressionId} ${at}`;
    const text = known.get(key) ?? presentTextOf(queries, expressionId, at);
    known.set(key, text);
    return text;
  };
}

/**
 * Every state that commitments of an expression had at the end of a day and have no more, made again from their logs.
 * @param logs of all of them
 */
export async function pastOf(
  queries: Queries,
  records: readonly CommitmentRecord[],
  logs: ReadonlyMap<string, readonly Action[]>,
): Promise<CommitmentPast[]> {
  const texts = textsOfThen(queries);
  const found: CommitmentPast[] = [];
  for (const record of records) {
    const steps = reduceSteps(logs.get(record.id) ?? []);
    for (const [index, state] of steps.entries()) {
      const until = steps[index + 1]?.since;
      const day = state.since.slice(0, 10);
      if (until === undefined || until.slice(0, 10) <= day) continue;
      // What is of the work alone is looked up when the row is read.
      const now = { ...record, withdrawn: false, newer: true };
      const { path, path_order, page } = record;
      const { cited: _, listed: __, ...row } = await rowThen(now, state, endOf(day), texts);
      found.push({ path, path_order, page, ...row, until });
    }
  }
  return found;
}

/** The row that a state makes, in the text of its instant. */
async function rowThen(now: PlaceNow, state: CommitmentState, at: string, texts: Texts) {
  const { start, end } = state.span;
  const row = { id: now.id, language: now.language, ...stateColumns(state, now.withdrawn) };
  const stays = !now.newer && start === now.span_start && end === now.span_end;
  if (stays || !state.anchored) return row;
  const { path, path_order, page, language } = citation(state.span, await texts(now.expression_id, at));
  return { ...row, path, path_order, page, language };
}

async function worksThen(queries: Queries, at: string): Promise<WorkThen[]> {
  const found: WorkThen[] = [];
  for (const [id, log] of await workLogsBefore(queries, at)) {
    const { title, type, date, parties } = await workById(queries, id);
    const then = { id, title, type, date, parties, withdrawn: false };
    for (const { body } of log) {
      if (body.type === 'describe' || body.type === 'undo') Object.assign(then, shownOf(body.fields));
      else if (body.type === 'withdraw' || body.type === 'restore') then.withdrawn = body.type === 'withdraw';
    }
    found.push(then);
  }
  return found;
}

/** The side is not among them: what is kept back now stays back. */
function shownOf({ side: _, ...shown }: Partial<WorkThen & { side: string | null }>): Partial<WorkThen> {
  return shown;
}
