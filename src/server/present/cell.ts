import { actorName, type BodyForms, formatInterval, formatPercent, languageName, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import type { CommitmentRow } from '../../operations/index.ts';
import type { Column } from '../contract/index.ts';

type Write = (row: CommitmentRow, locale: Locale, names: BodyForms) => string;

/** What stands in a cell of the register. Dates are ISO, which every spreadsheet takes for dates. */
const CELLS: Readonly<Record<Column, Write>> = {
  quote: (row) => row.quote,
  work: (row) => row.workTitle,
  date: (row) => row.workDate ?? '',
  path: (row) => row.path,
  page: (row) => (row.page === null ? '' : String(row.page)),
  kind: (row, locale) => translate(locale, `kind.${row.kind}`),
  strength: (row, locale) => translate(locale, `strength.${row.strength}`),
  actors: (row, locale, names) => list(row.actors.map((actor) => actorName(locale, actor, names))),
  action: (row) => row.action,
  due: (row, locale) => due(row, locale),
  targets: (row) => list(row.targets.map(({ text }) => text)),
  review: (row) => row.review ?? '',
  sector: (row, locale) => translate(locale, `sector.${row.sector}`),
  instruments: (row) => list(row.instruments),
  mechanisms: (row) => list(row.mechanisms),
  places: (row) => list(row.places),
  decision: (row, locale) => translate(locale, `decision.${row.decision}`),
  confidence: (row, locale) => formatPercent(locale, row.confidence),
  file: ({ source }) => source.file,
  sha256: ({ source }) => source.sha256,
  start: ({ source, anchored }) => (anchored ? String(source.start) : ''),
  end: ({ source, anchored }) => (anchored ? String(source.end) : ''),
  language: (row, locale) => list([row.language, ...row.alsoIn].map((language) => languageName(locale, language))),
};

/**
 * The text of one cell in the reader's language.
 * @param names what texts call bodies that no register knows
 */
export function cellText(locale: Locale, column: Column, row: CommitmentRow, names: BodyForms): string {
  return CELLS[column](row, locale, names);
}

function due({ due }: CommitmentRow, locale: Locale): string {
  if (due === null) return '';
  const interval = formatInterval(locale, due.from, due.to);
  return interval === '' ? due.text : `${due.text} (${interval})`;
}

function list(names: readonly string[]): string {
  return names.join('; ');
}
