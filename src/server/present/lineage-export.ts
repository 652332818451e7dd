import { stringify } from 'csv-stringify/sync';
import { formatInterval, linkSentence, type MessageId, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import type { CascadeView, ChangesView, LinkView } from '../../operations/index.ts';
import { harmless } from './register-csv.ts';

const FORM = { record_delimiter: 'windows' } as const;

type Row = CascadeView['rows'][number]['commitment'];

function csv(locale: Locale, columns: readonly MessageId[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((id) => translate(locale, id));
  return `\uFEFF${stringify([head, ...rows.map((row) => row.map(harmless))], FORM)}`;
}

function said(locale: Locale, link: LinkView | null): string {
  if (link === null) return '';
  return linkSentence(locale, { ...link, person: link.decision === 'corrected' || link.origin === 'person' });
}

/** A due time as a cell shows it: the text's own words, and the days they mean. */
export function dueCell(locale: Locale, { due }: Row): string {
  if (due === null) return '';
  const interval = formatInterval(locale, due.from, due.to);
  return interval === '' ? due.text : `${due.text} (${interval})`;
}

/** What changed between two works as CSV (byte-order mark, Windows line ends), in the order of the page. */
export function changesCsv(view: ChangesView, locale: Locale): string {
  return csv(
    locale,
    [
      'lineage.export.change',
      'lineage.export.earlier',
      'lineage.export.later',
      'lineage.export.what',
      'lineage.export.decision',
    ],
    view.rows.map(({ change, earlier, later, link }) => [
      translate(locale, `change.${change}`),
      earlier?.quote ?? '',
      later?.quote ?? '',
      said(locale, link),
      link === null ? '' : translate(locale, `decision.${link.decision}`),
    ]),
  );
}

/** The cascade as CSV: a row a commitment and local document; `open` keeps those that nothing takes up. */
export function cascadeCsv(view: CascadeView, locale: Locale, open: boolean): string {
  const titles = new Map(view.locals.map(({ id, title }) => [id, title]));
  const kept = view.rows.filter(({ takenUp }) => !open || takenUp.length === 0);
  const rows = kept.flatMap(({ commitment, takenUp }) => {
    const own = [
      commitment.path,
      commitment.quote,
      translate(locale, `sector.${commitment.sector}`),
      translate(locale, `strength.${commitment.strength}`),
      dueCell(locale, commitment),
    ];
    if (takenUp.length === 0) return [[...own, '', '']];
    return takenUp.map(({ by }) => [...own, titles.get(by.part) ?? by.workTitle, by.quote]);
  });
  return csv(
    locale,
    [
      ...(['lineage.export.place', 'lineage.export.national', 'lineage.export.sector'] as const),
      ...([
        'lineage.export.strength',
        'lineage.export.due',
        'lineage.export.taken-up',
        'lineage.export.words',
      ] as const),
    ],
    rows,
  );
}
