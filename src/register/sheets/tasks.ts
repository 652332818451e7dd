import { Problem } from '../../kernel/index.ts';
import type { PeriodName, ReportingPeriod } from '../periods/index.ts';
import type { Seat } from '../seats/index.ts';
import {
  type CompletionStep,
  checkTaskAction,
  type Evidence,
  type ObstacleKind,
  type ProgressReport,
  reduceTask,
  type TaskAction,
  type TaskFacts,
  type TaskState,
} from '../tasks/index.ts';
import type { CellValue, SheetDeed } from './model.ts';
import { Refusal } from './refusal.ts';

type TaskBody = Extract<SheetDeed, { noun: 'task' }>['body'];
type Cells = ReadonlyMap<string, CellValue>;

/** Whose report the cells of a row are, and for which period. */
export interface Reporting {
  readonly unit: string;
  readonly period: ReportingPeriod | null;
}

/** The draft or returned report that a row goes on with; null where it begins a new one. */
export function openReport(state: TaskState, { unit, period }: Reporting): ProgressReport | null {
  return (
    state.reports.findLast(
      (report) =>
        report.unit === unit &&
        (report.stage === 'draft' || report.stage === 'returned') &&
        report.period?.to === period?.to &&
        report.period?.name === period?.name,
    ) ?? null
  );
}

/** What the editable cells of a task hold; the report's are those of the open one, else of the unit's last, so that little is left to type. */
export function taskCells(state: TaskState, reporting: Reporting): Map<string, CellValue> {
  const draft = openReport(state, reporting);
  const last = draft ?? state.reports.findLast(({ unit }) => unit === reporting.unit) ?? null;
  const paper = draft?.evidence.findLast((one) => one.kind === 'document') ?? null;
  const obstacle = openObstacle(state);
  return new Map<string, CellValue>([
    ...([
      ['due', state.due],
      ['lifecycle', state.lifecycle],
      ['every', state.every],
    ] as const),
    ['step', last === null ? null : String(last.step)],
    ['done', draft?.done === true ? 'yes' : last === null ? null : 'no'],
    ['result', last?.text || null],
    ...([
      ['evidence', paper?.title ?? null],
      ['evidence-number', paper?.number ?? null],
    ] as const),
    ['evidence-day', paper?.date ?? null],
    ...([
      ['obstacle-kind', obstacle?.kind ?? null],
      ['obstacle', obstacle?.text ?? null],
    ] as const),
  ]);
}

function openObstacle(state: TaskState) {
  return state.obstacles.findLast(({ cleared }) => !cleared);
}

const REPORT_COLUMNS = ['step', 'done', 'result', 'evidence', 'evidence-number', 'evidence-day'];

/** What making deeds of cells is given besides. */
export interface Making {
  readonly reporting: Reporting;
  /** Name of the file, kept as where a day comes from. */
  readonly file: string;
  readonly newId: () => string;
}

/**
 * What changed cells of a task ask for, in order.
 * @param changed the columns that change with what they are to be
 * @throws Refusal of the column that cannot be
 */
export function taskDeeds(state: TaskState, changed: Cells, making: Making): TaskBody[] {
  return [
    ...lifecycleDeeds(state, changed),
    ...(changed.has('due') ? [dueDeed(changed.get('due') as string | null, making.file)] : []),
    ...(changed.has('every')
      ? [{ type: 'set-period', every: changed.get('every') as PeriodName | null } as const]
      : []),
    ...obstacleDeeds(state, changed, making),
    ...(REPORT_COLUMNS.some((column) => changed.has(column)) ? [reportDeed(state, changed, making)] : []),
  ];
}

function dueDeed(day: string | null, file: string): TaskBody {
  return { type: 'set-due', due: day === null ? null : { day, basis: 'person', source: file } };
}

/** A status is reached by what is done; of those that a word can do, a sheet does two. */
function lifecycleDeeds(state: TaskState, changed: Cells): TaskBody[] {
  const wanted = changed.get('lifecycle');
  if (wanted === undefined) return [];
  if (wanted === 'accepted' && state.lifecycle === 'assigned') return [{ type: 'accept' }];
  if (wanted === 'closed' && state.lifecycle === 'settled') return [{ type: 'close', note: '' }];
  throw new Refusal('lifecycle', wanted === null ? 'not-empty' : 'not-by-hand');
}

function obstacleDeeds(state: TaskState, changed: Cells, { newId }: Making): TaskBody[] {
  const open = openObstacle(state);
  if (!changed.has('obstacle') && !changed.has('obstacle-kind')) return [];
  const text = changed.has('obstacle') ? changed.get('obstacle') : (open?.text ?? null);
  if (text === null || text === undefined || text === '') {
    if (open !== undefined && changed.has('obstacle')) return [{ type: 'clear', obstacle: open.id }];
    throw new Refusal('obstacle', 'words-needed');
  }
  const kind = changed.get('obstacle-kind') ?? open?.kind ?? null;
  if (kind === null) throw new Refusal('obstacle-kind', 'part-needed');
  const obstacle = {
    id: newId(),
    kind: kind as ObstacleKind,
    text: String(text),
    to: open?.to ?? null,
    limit: open?.limit ?? null,
  };
  // The words of an obstacle are not changed: the one before is out of the way, the new one stands.
  return [...(open === undefined ? [] : [{ type: 'clear', obstacle: open.id } as const]), { type: 'raise', obstacle }];
}

function reportDeed(state: TaskState, changed: Cells, { reporting, newId }: Making): TaskBody {
  const draft = openReport(state, reporting);
  const before = taskCells(state, reporting);
  const value = (column: string) => (changed.has(column) ? changed.get(column) : before.get(column)) ?? null;
  const text = value('result');
  if (text === null) throw new Refusal('result', 'words-needed');
  const step = value('step');
  if (step === null) throw new Refusal('step', 'part-needed');
  const report = {
    ...{ id: draft?.id ?? newId(), unit: reporting.unit, period: reporting.period, text: String(text) },
    step: Number(step) as CompletionStep,
    done: value('done') === 'yes',
    evidence: evidenceOf(draft, changed, value),
  };
  return { type: 'draft', report };
}

function evidenceOf(
  draft: ProgressReport | null,
  changed: Cells,
  value: (column: string) => CellValue,
): readonly Evidence[] {
  const kept = draft?.evidence ?? [];
  if (!['evidence', 'evidence-number', 'evidence-day'].some((column) => changed.has(column))) return kept;
  const paper = kept.findLast(({ kind }) => kind === 'document');
  const others = kept.filter((one) => one !== paper);
  const [title, number, date] = [value('evidence'), value('evidence-number'), value('evidence-day')];
  if (title === null && number === null && date === null) return others;
  if (number === null) throw new Refusal('evidence-number', 'part-needed');
  const said = { title: String(title ?? number), number: String(number), date: date === null ? null : String(date) };
  return [...others, { kind: 'document', ...said }];
}

/** The column a deed comes from, to say there what is wrong with it. */
const COLUMN_OF: Readonly<Partial<Record<TaskBody['type'], string>>> = {
  ...{ 'set-due': 'due', 'set-period': 'every', accept: 'lifecycle', close: 'lifecycle' },
  ...{ raise: 'obstacle', clear: 'obstacle', draft: 'result' },
};

/**
 * Tries the deeds one after the other, as the seat: what the server would refuse is refused here, at its cell.
 * @throws Refusal
 */
export function tryTaskDeeds(
  log: readonly TaskAction[],
  deeds: readonly TaskBody[],
  { seat, facts, at }: { readonly seat: Seat; readonly facts: TaskFacts; readonly at: string },
): void {
  let tried = [...log];
  for (const body of deeds) {
    const state = reduceTask(tried);
    try {
      checkTaskAction(state, body, seat, facts);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const column = COLUMN_OF[body.type] ?? 'result';
      if (error.code === 'action-not-allowed')
        throw new Refusal(column, 'seat-may-not', { action: body.type, state: state.lifecycle });
      throw new Refusal(column, 'rule', { rule: String(error.details.rule ?? error.code) });
    }
    tried = [...tried, { id: `try-${tried.length}`, sequence: tried.length + 1, at, by: seat.hand, body }];
  }
}
