import { actorName, type BodyForms, bodyForms, formatDate, formatList, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import {
  type CellValue,
  type Seat,
  type SheetRow,
  type SheetTable,
  seatMay,
  sheetColumns,
  writeKey,
} from '../../register/index.ts';
import { bodyNames } from '../body-names.ts';
import type { Context } from '../context.ts';
import { momentOf } from '../moment.ts';
import { type CommitmentQuery, commitmentBatches } from '../register.ts';
import type { CommitmentRow } from '../results.ts';
import { oneLine, sourceText } from './rows.ts';
import { MOST_ROWS } from './task-sheet.ts';

/** The register as a query leaves it, in its order and as of its day; of today whoever decides can fill it in and bring it back. */
export async function commitmentSheet(
  context: Context,
  query: CommitmentQuery,
  seat: Seat,
  locale: Locale,
): Promise<SheetTable> {
  const rows: SheetRow[] = [];
  const names = bodyForms(await bodyNames(context));
  for await (const batch of commitmentBatches(context, query)) {
    rows.push(...batch.map((row, index) => rowOf(row, rows.length + index + 1, locale, names)));
    if (rows.length >= MOST_ROWS) break;
  }
  const { day, at } = momentOf(context.clock, query.asOf);
  const may = at === null && seatMay(seat, 'decide');
  return {
    form: may ? 'commitments' : null,
    title: translate(locale, 'sheet.commitments'),
    note: translate(locale, may ? 'sheet.note-open' : 'sheet.note-past', {
      day: formatDate(locale, day),
      count: rows.length,
    }),
    columns: sheetColumns('commitments', locale),
    rows: rows.slice(0, MOST_ROWS),
  };
}

function rowOf(row: CommitmentRow, number: number, locale: Locale, names: BodyForms): SheetRow {
  const { id, version, kind, strength, sector, review, decision, due } = row;
  const own: Readonly<Record<string, CellValue>> = {
    ...{ number, words: oneLine(row.quote), kind, strength, sector, review, decision },
    source: sourceText({ title: row.workTitle, path: row.path, date: row.workDate }, locale),
    actors: formatList(
      locale,
      row.actors.map((actor) => actorName(locale, actor, names)),
    ),
    ...{ 'due-words': due?.text ?? null, due: due?.to?.length === 10 ? due.to : null },
  };
  const key = writeKey({ noun: 'commitment', id, version, unit: null, period: null });
  return { key, cells: sheetColumns('commitments', locale).map((column) => own[column.id] ?? null) };
}
