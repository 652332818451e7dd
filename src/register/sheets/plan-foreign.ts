import { keepsSide, type Seat, type Unit } from '../seats/index.ts';
import { reduceTask, type TaskState } from '../tasks/index.ts';
import { cellAddress } from './columns.ts';
import { type ForeignField, foldWords, stepOfStatus } from './foreign.ts';
import type { CellValue, PlannedCell, PlannedRow, ReadCell, ReadRow, SheetDeed } from './model.ts';
import { changedCells, refuseCell, rowState } from './plan-row.ts';
import { type KnownTask, unplanned } from './plan-rows.ts';
import { sayDay } from './read-table.ts';
import { Refusal } from './refusal.ts';
import { taskCells, taskDeeds, tryTaskDeeds } from './tasks.ts';
import type { Match } from './wordings.ts';

/** Below this a match is shown and left for a person to take. */
const SURE = 0.78;

/** A row of a foreign list with what it was matched to. */
export interface ForeignPlanning {
  readonly match: Match | null;
  /** The task it was matched to, as the seat may see it. */
  readonly task: KnownTask | null;
  readonly fields: readonly (ForeignField | null)[];
  readonly units: readonly Pick<Unit, 'id' | 'party' | 'names'>[];
  readonly seat: Seat;
  readonly at: string;
  readonly file: string;
  readonly newId: () => string;
}

/**
 * What a row of a foreign list would do: change the task of its words, or give a commitment of these words to the unit it names. Cells that
 * are empty ask for nothing.
 */
export function planForeignRow(row: ReadRow, planning: ForeignPlanning): PlannedRow {
  const { match, task } = planning;
  const words = cellOf(row, planning, 'words');
  if (words.cell === undefined || words.cell.kind === 'empty')
    return { ...unplanned(row, 'key-missing'), state: 'same', fault: null };
  if (match === null) return unplanned(row, 'no-match');
  const planned = task === null ? planAssignment(row, match, planning) : planTask(row, match, task, planning);
  const weighed = { ...planned, confidence: Math.round(match.confidence * 100) / 100 };
  return weighed.state === 'change' && match.confidence < SURE
    ? { ...weighed, state: 'unsure', fault: { code: 'unsure-match', details: {} } }
    : weighed;
}

function cellOf(
  row: ReadRow,
  { fields }: ForeignPlanning,
  field: ForeignField,
): { readonly cell: ReadCell | undefined; readonly at: string } {
  const column = fields.indexOf(field);
  return { cell: column < 0 ? undefined : row.cells[column], at: cellAddress(Math.max(column, 0), row.number) };
}

/** What the cells of a row say, by the column of a task that they would change. */
function saidCells(row: ReadRow, planning: ForeignPlanning, now: ReadonlyMap<string, CellValue>): PlannedCell[] {
  const cells: PlannedCell[] = [];
  const add = (column: string, field: ForeignField, read: (cell: ReadCell) => CellValue | Refusal) => {
    const { cell, at } = cellOf(row, planning, field);
    if (cell === undefined || cell.value === null || String(cell.value).trim() === '') return;
    const said = read(cell);
    const known = {
      column,
      cell: at,
      formula: cell.formula,
      from: now.get(column) ?? null,
      base: now.get(column) ?? null,
    };
    if (said instanceof Refusal) cells.push({ ...known, to: String(cell.value), state: 'fault', fault: said.fault });
    else if (said !== null && said !== known.from) cells.push({ ...known, to: said, state: 'change', fault: null });
  };
  add('due', 'due', ({ value, kind }) => dayIn(value ?? '', kind));
  add('step', 'status', ({ value }) => {
    const said = stepOfStatus(String(value));
    return said === null ? new Refusal('step', 'not-a-choice', { value: String(value).slice(0, 60) }) : said.step;
  });
  add('done', 'status', ({ value }) => (stepOfStatus(String(value))?.done === true ? 'yes' : null));
  add('result', 'result', ({ value }) => String(value).trim());
  add('evidence-number', 'evidence-number', ({ value }) => String(value).trim());
  add('obstacle', 'obstacle', ({ value }) => String(value).trim());
  return cells;
}

function dayIn(value: string | number | boolean, kind: ReadCell['kind']): CellValue | Refusal {
  const said = sayDay(value, kind);
  return 'value' in said ? said.value : new Refusal('due', 'not-a-day', said.fault.details);
}

function planTask(row: ReadRow, match: Match, task: KnownTask, planning: ForeignPlanning): PlannedRow {
  const { seat, at, file, newId } = planning;
  const now: TaskState = reduceTask(task.log);
  const id = match.task as string;
  const reporting = { unit: now.lead, period: null };
  const values = taskCells(task.seen(now), reporting);
  const cells = saidCells(row, planning, values);
  const plain = {
    row: row.number,
    of: { noun: 'task', id, title: now.title } as const,
    moved: false,
    version: now.version,
    confidence: null,
  };
  if (rowState(cells) !== 'change') return { ...plain, cells, state: rowState(cells), fault: null, deeds: [] };
  try {
    const changed = changedCells(cells);
    // A foreign list names no kind of obstacle, and often a status without words: what it says stands for the report.
    if (changed.has('obstacle') && (values.get('obstacle-kind') ?? null) === null)
      changed.set('obstacle-kind', 'other');
    const status = planning.fields.indexOf('status');
    const said = status < 0 ? null : row.cells[status]?.value;
    if (!changed.has('result') && (values.get('result') ?? null) === null && said) changed.set('result', String(said));
    if (!changed.has('step') && (values.get('step') ?? null) === null) changed.set('step', '1');
    const bodies = taskDeeds(now, changed, { reporting, file, newId });
    tryTaskDeeds(task.log, bodies, { seat, facts: { strength: task.strength }, at });
    return { ...plain, cells, state: 'change', fault: null, deeds: bodies.map((body) => ({ noun: 'task', id, body })) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refused = refuseCell(cells, error);
    const shown = refused.some(({ column }) => column === error.column);
    return { ...plain, cells: refused, state: 'fault', fault: shown ? null : error.fault, deeds: [] };
  }
}

function planAssignment(row: ReadRow, match: Match, planning: ForeignPlanning): PlannedRow {
  const { commitment, title } = match;
  if (commitment === null) return unplanned(row, 'no-match');
  const of = { noun: 'commitment', id: commitment, title } as const;
  const cells: PlannedCell[] = [];
  const fresh = (column: string, at: string, cell: ReadCell, fault: PlannedCell['fault']) =>
    cells.push({
      ...{ column, cell: at, from: null, base: null, to: String(cell.value), formula: cell.formula, fault },
      state: fault === null ? 'change' : 'fault',
    });
  const lead = cellOf(row, planning, 'lead');
  const unit = lead.cell?.value ? unitNamed(String(lead.cell.value), planning) : undefined;
  if (lead.cell?.value)
    fresh(
      'lead',
      lead.at,
      lead.cell,
      unit === undefined ? { code: 'unit-unknown', details: { value: String(lead.cell.value).slice(0, 60) } } : null,
    );
  const words = cellOf(row, planning, 'words');
  const others = coordinatorsIn(row, planning, fresh);
  const due = cellOf(row, planning, 'due');
  const said = due.cell?.value ? dayIn(due.cell.value, due.cell.kind) : null;
  if (due.cell?.value) fresh('due', due.at, due.cell, said instanceof Refusal ? said.fault : null);
  const plain = { row: row.number, of, moved: false, version: 0, confidence: null, cells };
  if (cells.some(({ state }) => state === 'fault')) return { ...plain, state: 'fault', fault: null, deeds: [] };
  if (unit === undefined)
    return { ...plain, state: 'fault', fault: { code: 'unit-unknown', details: { value: '' } }, deeds: [] };
  const { seat } = planning;
  if (!keepsSide(seat)) {
    return {
      ...plain,
      state: 'fault',
      fault: { code: 'seat-may-not', details: { action: 'assign', state: '' } },
      deeds: [],
    };
  }
  const day = typeof said === 'string' ? ({ day: said, basis: 'person', source: planning.file } as const) : null;
  const deed: SheetDeed = {
    noun: 'assignment',
    assignment: {
      ...{
        party: unit.party,
        audience: 'own-side',
        title: String(words.cell?.value ?? title).slice(0, 300),
        commitments: [commitment],
      },
      ...{ parent: null, lead: unit.id, due: day, every: null, unresolved: others.unresolved },
      coordinators: others.units
        .filter(({ id }) => id !== unit.id)
        .map(({ id }) => ({ unit: id, due: null, part: '' })),
    },
  };
  return { ...plain, state: 'change', fault: null, deeds: [deed] };
}

type NamedUnit = ForeignPlanning['units'][number];

function coordinatorsIn(
  row: ReadRow,
  planning: ForeignPlanning,
  fresh: (column: string, at: string, cell: ReadCell, fault: PlannedCell['fault']) => void,
): { readonly units: readonly NamedUnit[]; readonly unresolved: readonly string[] } {
  const { cell, at } = cellOf(row, planning, 'coordinators');
  if (!cell?.value) return { units: [], unresolved: [] };
  fresh('coordinators', at, cell, null);
  const names = String(cell.value)
    .split(/[,;，、；\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const found = names.map((name) => ({ name, unit: unitNamed(name, planning) }));
  const units = new Map(found.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : [])));
  return {
    units: [...units.values()],
    unresolved: found.filter(({ unit }) => unit === undefined).map(({ name }) => name),
  };
}

/** The one unit of the seat's side with that name; undefined where none or several have it. */
function unitNamed(name: string, { units, seat }: ForeignPlanning): NamedUnit | undefined {
  const wanted = foldWords(name);
  const named = units.filter(
    ({ party, names }) =>
      (seat.party === null || party === seat.party) &&
      Object.values(names).some((forms) => (forms ?? []).some((form: string) => foldWords(form) === wanted)),
  );
  return named.length === 1 ? named[0] : undefined;
}
