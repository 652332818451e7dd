import { stringify } from 'csv-stringify/sync';
import type { PublicItem } from '../../operations/index.ts';
import { harmless } from '../present/register-csv.ts';
import type { FigureRow } from './figures.ts';
import type { CommitmentItem } from './register-page.ts';
import { permanent, type Speech, sayFields, saySource } from './speech.ts';

const FORM = { record_delimiter: 'windows' } as const;

/** An item as JSON: its permanent address, when it was made public and changed, and exactly what is public of it. */
export function itemJson(speech: Speech, { id, view, firstAt, changedAt }: PublicItem) {
  return { id, address: permanent(speech, id), firstPublished: firstAt, lastChanged: changedAt, ...view };
}

const COLUMNS = ['quote', 'work', 'path', 'language', 'kind', 'strength', 'sector', 'due', 'actors', 'action'] as const;

/** The rows of the list as CSV in its language: byte-order mark, head, one commitment a row with its permanent address. */
export async function* commitmentsCsv(speech: Speech, batches: AsyncIterable<readonly CommitmentItem[]>) {
  const { t } = speech;
  const names = COLUMNS.map((column) => t(`column.${column}`));
  yield `\uFEFF${stringify([[...names, t('column.date'), t('portal.address')]], FORM)}`;
  for await (const rows of batches)
    yield stringify(
      rows.map((row) => cells(speech, row).map(harmless)),
      FORM,
    );
}

function cells(speech: Speech, { id, view }: CommitmentItem): string[] {
  const { t } = speech;
  const said = new Map(sayFields(speech, view));
  const of = (column: (typeof COLUMNS)[number]) => said.get(t(`column.${column}`)) ?? '';
  const fields = [of('kind'), of('strength'), of('sector'), of('due'), of('actors'), of('action')];
  const work = `${view.work.title} (${saySource(speech, view.work)})`;
  return [view.quote, work, view.path, view.language, ...fields, view.work.date ?? '', permanent(speech, id)];
}

/** The rows of the list as one JSON value, piece by piece. */
export async function* commitmentsJson(speech: Speech, batches: AsyncIterable<readonly CommitmentItem[]>) {
  yield '{"commitments":[';
  let first = true;
  for await (const rows of batches) {
    yield rows
      .map((row, index) => `${first && index === 0 ? '' : ','}\n${JSON.stringify(itemJson(speech, row))}`)
      .join('');
    first = false;
  }
  yield '\n]}\n';
}

/** The figures as CSV: which figure, the value by its id and its name, how many. */
export function figuresCsv({ t }: Speech, rows: readonly (FigureRow & { readonly name: string })[]): string {
  const head = [t('portal.figure'), 'id', t('portal.value'), t('portal.count')];
  return `\uFEFF${stringify([head, ...rows.map((row) => [row.figure, row.value, harmless(row.name), String(row.count)])], FORM)}`;
}
