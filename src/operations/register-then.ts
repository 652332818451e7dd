import {
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
import { reduce } from '../register/index.ts';
import { entriesThen } from './entities/entities-then.ts';
import { presentTextOf } from './expressions.ts';
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
  const logs = await logsBefore(queries, at);
  const texts = new Map<string, PresentText>();
  const found: CommitmentThen[] = [];
  for (const now of logs.size === 0 ? [] : await placesNow(queries, at)) {
    const log = logs.get(now.id);
    if (log === undefined) continue;
    const state = reduce(log);
    const { start, end } = state.span;
    const row = { id: now.id, language: now.language, ...stateColumns(state, now.withdrawn) };
    const stays = !now.newer && start === now.span_start && end === now.span_end;
    if (stays || !state.anchored) {
      found.push(row);
      continue;
    }
    const text = texts.get(now.expression_id) ?? (await presentTextOf(queries, now.expression_id, at));
    texts.set(now.expression_id, text);
    const { path, path_order, page, language } = citation(state.span, text);
    found.push({ ...row, path, path_order, page, language });
  }
  return found;
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
