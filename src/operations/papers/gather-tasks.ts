import {
  allUnits,
  citedVersions,
  listTasks,
  type Queries,
  type StoredTaskAction,
  type TaskRow,
  taskLogs,
} from '../../db/index.ts';
import {
  type Evidence,
  nameIn,
  type ProgressReport,
  reduceTask,
  type Seat,
  type TaskState,
  workingDaysBetween,
} from '../../register/index.ts';
import type { PaperCommitment, PaperFacts, PaperTask } from '../../reports/index.ts';
import { hiddenParts, withoutParts } from '../tasks/hidden-parts.ts';
import { rulesFor } from '../tasks/rules-for.ts';
import type { PaperRequest } from './results.ts';

/** Tasks of one paper; what is beyond is said. */
const LIMIT = 300;

export interface Gathered {
  readonly tasks: readonly PaperTask[];
  /** Tasks beyond what one paper holds. */
  readonly more: number;
}

/** The tasks a paper tells of, with no more of each than the seat may see. @param day timeliness is of that day */
export async function gatherTasks(
  queries: Queries,
  request: PaperRequest,
  seat: Seat,
  { day, period }: Pick<PaperFacts, 'day' | 'period'>,
): Promise<Gathered> {
  const { tasks: single } = request;
  const rows = (await chosenRows(queries, request, day)).filter(({ task_id, relation }) =>
    single.length > 0 ? single.includes(task_id) : (relation ?? request.relation) === request.relation,
  );
  const kept = rows.slice(0, LIMIT);
  const logs = await taskLogs(
    queries,
    kept.map(({ task_id }) => task_id),
  );
  const names = await unitNames(queries, request.language);
  const cited = await commitmentsOf(queries, [...new Set(kept.flatMap(({ commitments }) => commitments))]);
  const tasks = kept.map((row) =>
    paperTask(row, stateFor(logs.get(row.task_id) ?? [], seat), { names, cited, period, day }),
  );
  return { tasks: tasks.toSorted(inOrder), more: rows.length - kept.length };
}

async function chosenRows(queries: Queries, { kind, unit, party }: PaperRequest, day: string): Promise<TaskRow[]> {
  const filter = {
    party,
    ...(unit !== null && { units: [unit], role: 'lead' as const }),
    ...(kind === 'urging' && { timeliness: ['overdue' as const] }),
  };
  const rows: TaskRow[] = [];
  for (let offset = 0; offset < 4 * LIMIT; offset += LIMIT) {
    const more = await listTasks(queries, filter, { day, at: null }, { offset, limit: LIMIT });
    rows.push(...more);
    if (more.length < LIMIT) break;
  }
  if (kind === 'dispatch') return rows.filter(({ outcome }) => outcome === null);
  return kind === 'urging' ? rows.filter(({ outcome, due }) => outcome === null && due !== null) : rows;
}

function stateFor(log: readonly StoredTaskAction[], seat: Seat): TaskState {
  const state = reduceTask(log);
  return withoutParts(state, hiddenParts(state, seat));
}

interface Known {
  readonly names: (unit: string) => string;
  readonly cited: ReadonlyMap<string, PaperCommitment>;
  readonly period: PaperFacts['period'];
  readonly day: string;
}

function paperTask(row: TaskRow, state: TaskState, { names, cited, period, day }: Known): PaperTask {
  const { coordinators, obstacles, urgings, dispute, plan, settlement } = state;
  const { calendar } = rulesFor(row.relation ?? '', row.party);
  return {
    ...{ id: row.task_id, title: row.title, lead: names(row.lead), due: row.due, ended: settlement?.day ?? null },
    ...{ timeliness: row.timeliness, lifecycle: row.lifecycle, outcome: row.outcome },
    late: row.timeliness === 'overdue' && row.due !== null ? workingDaysBetween(calendar, row.due, day) : 0,
    partners: [...coordinators.map(({ unit }) => names(unit)), ...state.unresolved],
    commitments: row.commitments.flatMap((id) => cited.get(id) ?? []),
    product: plan?.product ?? '',
    report: reportFor(state, period),
    obstacles: obstacles
      .filter(({ cleared }) => !cleared)
      .map(({ text, to, answer }) => ({ text, to: to === null ? null : names(to), answer: answer?.text ?? null })),
    urged: urgings.length,
    reply: urgings.findLast(({ reply }) => reply !== null)?.reply?.text ?? null,
    dispute: dispute?.note ?? null,
  };
}

/** The lead's report of the period; else the latest that has left the unit. Drafts never. */
function reportFor({ reports, lead }: TaskState, period: PaperFacts['period']): PaperTask['report'] {
  const left = reports.filter(({ unit, stage }) => unit === lead && (stage === 'forwarded' || stage === 'taken'));
  const own = left.filter(
    (one: ProgressReport) => period !== null && one.period?.from === period.from && one.period.to === period.to,
  );
  const report = own.at(-1) ?? left.at(-1);
  return report === undefined ? null : { text: report.text, evidence: report.evidence.map(evidenceText) };
}

function evidenceText(evidence: Evidence): string {
  if (evidence.kind === 'document') return [evidence.title, evidence.number].filter((part) => part !== '').join(', ');
  return evidence.kind === 'link' ? `${evidence.title} (${evidence.url})` : evidence.title;
}

/** Names of units in a language. */
export async function unitNames(queries: Queries, language: string): Promise<(unit: string) => string> {
  const names = new Map((await allUnits(queries)).map((unit) => [unit.id, nameIn(unit.names, language)]));
  return (unit) => names.get(unit) ?? unit;
}

/** The words of commitments and where they stand. @param shared only of works that both sides have */
export async function commitmentsOf(
  queries: Queries,
  ids: readonly string[],
  { shared = false }: { readonly shared?: boolean } = {},
): Promise<Map<string, PaperCommitment>> {
  const rows = await citedVersions(queries, ids);
  return new Map(
    rows
      .filter(({ side }) => !shared || side === null)
      .map(({ id, quote, language, work_title, work_type, parties, path, work_date, sector }) => [
        id,
        {
          id,
          quote: quote.replace(/\s+/g, ' ').trim(),
          language,
          work: work_title,
          type: work_type,
          parties,
          path,
          date: work_date,
          sector,
        },
      ]),
  );
}

function inOrder(a: PaperTask, b: PaperTask): number {
  const [one, other] = [a.commitments[0], b.commitments[0]];
  return (
    (one?.date ?? '').localeCompare(other?.date ?? '') ||
    (one?.path ?? '').localeCompare(other?.path ?? '', undefined, { numeric: true }) ||
    a.id.localeCompare(b.id)
  );
}
