import { actionLogs, actionsByCommitment } from '../../db/index.ts';
import {
  type CellValue,
  type CommitmentState,
  cellsBetween,
  commitmentCells,
  dataRow,
  deedsToReach,
  type PlannedRow,
  reduce,
  seatMay,
} from '../../register/index.ts';
import type { ExportedCommitment, ReadList } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { placeTexts, type TextPlace } from './arriving-texts.ts';
import {
  apartRow,
  faultRow,
  idsOf,
  type ListPlanning,
  type PlannedList,
  planRows,
  refusal,
  standingRow,
} from './plan-list-rows.ts';
import type { RunningSheet } from './run.ts';

type Came = Extract<ReadList, { list: 'commitments' }>;

/** Works out what a list of commitments would do. */
export async function planCommitmentList(
  context: Context,
  run: RunningSheet,
  { rows, texts }: Came,
  planning: ListPlanning,
): Promise<PlannedList> {
  const { places, arriving } = await placeTexts(context, texts, planning.seat);
  run.texts = arriving;
  const others = await otherReadings(context, rows, places);
  const coming = new Set(idsOf(rows));
  const planned = await planRows(run, rows, async (stretch) => {
    const entries = stretch.flatMap((one) => ('wrong' in one ? [] : (one.state.joinedTo ?? [])));
    const logs = await actionLogs(context.database.queries, [...idsOf(stretch), ...entries]);
    return (row, one) => {
      const entry = one.state.joinedTo;
      if (entry !== null && !logs.has(entry) && !coming.has(entry)) return loneRow(row, one.row);
      const here = logs.get(one.row.id) ?? [];
      const place = places.get(one.row.text.id);
      const other = here.length === 0 ? others.get(spanKey(one.row.text.id, one.state)) : undefined;
      return planCommitment(row, one, { here, place, other }, planning);
    };
  });
  const titles = [...new Set(arriving.map(({ text }) => text.work.title))].join('; ').slice(0, 300);
  const note = { code: 'texts-new', details: { count: arriving.length, titles } } as const;
  return { rows: planned, notes: arriving.length === 0 ? [] : [note] };
}

function loneRow(row: number, { id, quote }: ExportedCommitment): PlannedRow {
  return faultRow(row, { noun: 'commitment', id, title: quote }, 'entry-missing');
}

interface Known {
  readonly here: readonly Parameters<typeof reduce>[0][number][];
  readonly place: TextPlace | undefined;
  /** The same words, which stand here under another id. */
  readonly other: { readonly id: string; readonly state: CommitmentState } | undefined;
}

function planCommitment(
  number: number,
  { row, state }: { readonly row: ExportedCommitment; readonly state: CommitmentState },
  { here, place, other }: Known,
  planning: ListPlanning,
): PlannedRow {
  const of = { noun: 'commitment', id: row.id, title: row.quote } as const;
  if (place === undefined) return faultRow(number, of, 'text-missing', { file: row.text.file });
  if (place.text === null) {
    const details = { file: row.text.file, action: 'import', state: '' };
    return faultRow(number, of, place.state === 'refused' ? 'seat-may-not' : `text-${place.state}`, details);
  }
  const { start, end } = state.span;
  if (state.anchored && place.text.slice(start, end) !== row.quote) return faultRow(number, of, 'words-not-there');
  if (other !== undefined) return planOther(number, other, state, planning);
  const standing = standingRow(number, of, here, row.actions);
  if (standing !== null) return standing;
  const actions = row.actions.slice(here.length);
  const refused = refusal(actions, planning);
  if (refused !== null) return faultRow(number, of, ...refused);
  const before = here.length === 0 ? NOTHING : commitmentCells(reduce(here));
  return dataRow(number, {
    ...{ of, state: 'change', version: here.length, cells: cellsBetween(before, commitmentCells(state)) },
    deeds: [{ noun: 'commitment-log', id: row.id, text: place.expressionId, last: lastPlace(row), actions }],
  });
}

/** Where words stood last: kept for those that are lost. */
function lastPlace({ path, page, prefix, suffix, text: { language, sha256 } }: ExportedCommitment) {
  return { path, page, prefix, suffix, language, sha256 };
}

const NOTHING: ReadonlyMap<string, CellValue> = new Map();

/** Words read here by themselves: what was decided elsewhere is decided here by whoever brings the list in. */
function planOther(
  number: number,
  { id, state }: NonNullable<Known['other']>,
  goal: CommitmentState,
  { seat }: ListPlanning,
): PlannedRow {
  const of = { noun: 'commitment', id, title: state.quote } as const;
  const deeds = deedsToReach(state, goal);
  if (deeds === null) return apartRow(number, of);
  if (deeds.length === 0) return dataRow(number, { of, state: 'same' });
  if (!seatMay(seat, 'decide')) return faultRow(number, of, 'seat-may-not', { action: 'decide', state: '' });
  return dataRow(number, {
    ...{ of, state: 'change', version: state.version },
    cells: cellsBetween(commitmentCells(state), commitmentCells(goal)),
    deeds: deeds.map((body) => ({ noun: 'commitment', id, body }) as const),
  });
}

/** The commitments that stand in the texts of a list under ids it does not know, by text and place. */
async function otherReadings(
  { database }: Context,
  rows: Came['rows'],
  places: ReadonlyMap<string, TextPlace>,
): Promise<Map<string, { readonly id: string; readonly state: CommitmentState }>> {
  const known = new Set(idsOf(rows));
  const found = new Map<string, { readonly id: string; readonly state: CommitmentState }>();
  for (const [text, place] of places) {
    if (place.state !== 'here') continue;
    for (const [id, log] of await actionsByCommitment(database.queries, place.expressionId)) {
      const state = reduce(log);
      if (!known.has(id) && state.anchored && !state.retired) found.set(spanKey(text, state), { id, state });
    }
  }
  return found;
}

function spanKey(text: string, { span }: CommitmentState): string {
  return `${text} ${span.start} ${span.end}`;
}
